import type { Readable } from 'node:stream'
import type { Db } from '../../../platform/db/db.ts'
import { tableStream } from '../../../platform/tables/write.ts'
import { type Said, said } from '../../../platform/words.ts'
import { type Change, type LogQuestion, type OperationLine, operationPage } from '../store/logs.ts'
import { logColumns, logOutcomes } from '../words.ts'
import type { PeopleParts } from './parts.ts'

type Names = (district: string, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
type Parts = Pick<PeopleParts, 'operationSaid' | 'refusalSaid'> & {
  readonly db: Db
  readonly authority: { readonly names: Names }
}

/** A line of the log as somebody reads it: codes have words and ids have names, where there are any. */
export type SpokenLine = Omit<OperationLine, 'changes'> & {
  readonly whoName: string | null
  readonly whatSaid: { zh: string; en: string }
  readonly targetName: string | null
  readonly outcomeSaid: { zh: string; en: string }
  readonly changes: Change[]
}

const unspoken = (code: string): Said => said(code, code)

/** Puts words to codes and names to ids, one question for the whole page. */
export async function spoken(parts: Parts, district: string, lines: readonly OperationLine[]): Promise<SpokenLine[]> {
  const values = (changes: readonly Change[]) => changes.flatMap(({ before, after }) => [before ?? '', after ?? ''])
  const names = await parts.authority.names(
    district,
    lines.flatMap(({ who, target, changes }) => [who, target, ...values(changes)]),
  )
  const named = (value: string | null) => (value === null ? null : (names.get(value) ?? value))
  return lines.map((line) => ({
    ...line,
    whoName: names.get(line.who) ?? null,
    whatSaid: { ...(parts.operationSaid(line.what) ?? unspoken(line.what)) },
    targetName: names.get(line.target) ?? null,
    outcomeSaid: {
      ...(line.outcome === 'done' ? logOutcomes.done : (parts.refusalSaid(line.outcome) ?? unspoken(line.outcome))),
    },
    changes: line.changes.map(({ field, before, after }) => ({ field, before: named(before), after: named(after) })),
  }))
}

const AT_ONCE = 500

/** The log as a table, read while the file is written. */
export function operationTable(parts: Parts, question: LogQuestion): Readable {
  const columns = [
    { key: 'at', title: logColumns.at.zh, width: 26 },
    { key: 'who', title: logColumns.who.zh },
    { key: 'what', title: logColumns.what.zh, width: 24 },
    { key: 'target', title: logColumns.target.zh, width: 30 },
    { key: 'outcome', title: logColumns.outcome.zh, width: 24 },
    { key: 'ip', title: logColumns.ip.zh },
  ]
  return tableStream('xlsx', [{ name: logColumns.sheet.zh, columns, rows: rowsOf(parts, question) }])
}

async function* rowsOf(parts: Parts, question: LogQuestion) {
  for (let after: string | null = null; ; ) {
    const found: readonly OperationLine[] = await operationPage(parts.db, { ...question, after, limit: AT_ONCE })
    const page = found.slice(0, AT_ONCE)
    for (const line of await spoken(parts, question.district, page))
      yield {
        at: line.at,
        who: line.whoName ?? line.who,
        what: line.whatSaid.zh,
        target: line.targetName ?? line.target,
        outcome: line.outcomeSaid.zh,
        ip: line.ip,
      }
    if (found.length <= AT_ONCE) return
    after = page.at(-1)?.id ?? null
  }
}
