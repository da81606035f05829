import type { Readable } from 'node:stream'
import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import type { TableFormat } from '../../../platform/tables/read.ts'
import { type Column, tableStream } from '../../../platform/tables/write.ts'
import type { ProposalSort, ProposalState } from '../model/proactive.ts'
import { proposalKey, proposalsOf } from '../store/proactive.ts'
import { proposalColumns, proposalStateWords, proposalsSheet, wholeDistrict } from '../words/proposal-table.ts'
import { viewsOf } from './proactive.ts'

const AT_ONCE = 200
const amounts = new Set<string>(['cases', 'people', 'weeks', 'sparedCases', 'sparedPeople'])
const columns: readonly Column[] = (Object.keys(proposalColumns) as (keyof typeof proposalColumns)[]).map((key) => ({
  key,
  title: proposalColumns[key],
  width: amounts.has(key) ? 10 : 22,
  ...(amounts.has(key) ? { kind: 'number' as const } : {}),
}))

type Asked = { readonly district: string; readonly state: ProposalState | null; readonly sort: ProposalSort }

/** What repeats as a table, with what solving it would spare. Rows are read while the file is written. */
export const proposalTable = (parts: CaseDoorParts, asked: Asked, format: TableFormat): Readable =>
  tableStream(format, [{ name: proposalsSheet, columns, rows: rowsOf(parts, asked) }])

async function* rowsOf(parts: CaseDoorParts, { district, state, sort }: Asked) {
  for (let after: ReturnType<(typeof proposalKey)[ProposalSort]> | null = null; ; ) {
    const found = await proposalsOf(parts.db, { district, state, sort, after, limit: AT_ONCE })
    const shown = found.slice(0, AT_ONCE)
    for (const one of await viewsOf(parts, district, shown)) {
      const { category, kind, place, placeName, saves, state: stands, cases, people, weeks } = one
      const { firstDay, lastDay, decidedBy, reason } = one
      yield {
        cases,
        people,
        weeks,
        firstDay,
        lastDay,
        decidedBy,
        reason,
        where: kind === 'theme' ? wholeDistrict : (placeName ?? place),
        category: category.split('/').join(' · '),
        sparedCases: saves.cases,
        sparedPeople: saves.people,
        state: proposalStateWords[stands],
        decidedAt: one.decidedAt?.slice(0, 10) ?? '',
      }
    }
    const last = shown.at(-1)
    if (found.length <= AT_ONCE || !last) return
    after = proposalKey[sort](last)
  }
}
