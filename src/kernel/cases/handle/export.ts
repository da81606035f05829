import type { Readable } from 'node:stream'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { type Column, tableStream } from '../../../platform/tables/write.ts'
import type { StaffWho } from '../../organisations/model.ts'
import { isKeeperOnly } from '../../organisations/policy/keepers.ts'
import { postsWith } from '../../organisations/policy.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import { localDay } from '../../worktime/rules.ts'
import type { Filters } from '../model/lists.ts'
import { lineOf } from '../rules/present.ts'
import { EXPORT_AT_MOST, exportWords, lightWords } from '../words/doors.ts'
import { outcomeWords } from '../words/fields.ts'
import { channelWords } from '../words.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { countOf, pageOfCards } from './listing.ts'
import { namesFor } from './naming.ts'

export const EXPORT_RIGHT = 'cases.export'
const AT_ONCE = 500

const columns: readonly Column[] = [
  { key: 'number', title: exportWords.number, width: 18 },
  { key: 'title', title: exportWords.title, width: 40 },
  { key: 'matter', title: exportWords.matter, width: 24 },
  { key: 'category', title: exportWords.category, width: 28 },
  { key: 'stage', title: exportWords.stage, width: 14 },
  { key: 'unit', title: exportWords.unit, width: 24 },
  { key: 'holder', title: exportWords.holder, width: 12 },
  { key: 'area', title: exportWords.area, width: 20 },
  { key: 'channel', title: exportWords.channel, width: 10 },
  { key: 'filedDay', title: exportWords.filedDay, width: 12, kind: 'date' },
  { key: 'dueDay', title: exportWords.dueDay, width: 12, kind: 'date' },
  { key: 'light', title: exportWords.light, width: 8 },
  { key: 'outcome', title: exportWords.outcome, width: 12 },
  { key: 'stars', title: exportWords.stars, width: 8, kind: 'number' },
]

/**
 * The same list as on the screen as a workbook, within what its asker may export; recorded, and refused when it is
 * too long to be meant. Rows are read while the file is written.
 */
export async function exportCases(
  parts: CaseDoorParts,
  who: StaffWho,
  by: Operator,
  filters: Filters,
): Promise<{ ok: true; file: Readable } | Refused> {
  const isKept = isKeeperOnly(postsWith(who, EXPORT_RIGHT).flatMap(({ capacities }) => capacities))
  if (isKept) return refused('keepers-do-not-export', 403)
  const count = await countOf(parts, who, by, { filters, right: EXPORT_RIGHT, most: EXPORT_AT_MOST + 1 })
  if (typeof count !== 'number') return count
  const target = `${filters.view ?? 'all'} ${count}`
  const allowed = await operate(parts.db, by, { what: 'cases.export', target }, async () =>
    count > EXPORT_AT_MOST ? refused('export-too-many') : { ok: true as const },
  )
  if (!allowed.ok) return allowed
  const rows = rowsOf(parts, who, by, filters)
  return { ok: true, file: tableStream('xlsx', [{ name: exportWords.sheet, columns, rows }]) }
}

async function* rowsOf(parts: CaseDoorParts, who: StaffWho, by: Operator, filters: Filters) {
  const now = parts.clock.now()
  let after: string | undefined
  do {
    const page = await pageOfCards(parts, who, by, { filters, after, limit: AT_ONCE, right: EXPORT_RIGHT })
    if ('ok' in page) throw new Error(`the list was refused while it was written: ${page.refusal}`)
    const staff = page.rows.map(({ holder }) => holder)
    const names = await namesFor(parts, who.district, { matters: page.rows, staff })
    for (const row of page.rows) {
      const line = lineOf(row, names, now)
      yield {
        number: line.number,
        title: line.title,
        matter: line.matterName.zh,
        category: line.category,
        stage: line.stageLabel.zh,
        unit: line.unitName,
        holder: line.holderName,
        area: line.area,
        channel: channelWords[row.channel as keyof typeof channelWords]?.zh ?? row.channel,
        filedDay: localDay(row.filedAt),
        dueDay: row.due && localDay(row.due),
        light: lightWords[line.light].zh,
        outcome: line.outcome && outcomeWords[line.outcome].zh,
        stars: line.stars,
      }
    }
    after = page.next ?? undefined
  } while (after !== undefined)
}
