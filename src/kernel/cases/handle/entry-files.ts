import type { Readable } from 'node:stream'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import { putMessage } from '../../../platform/jobs/store.ts'
import { answeredTable } from '../../../platform/tables/answered.ts'
import { cellText, type Sheet } from '../../../platform/tables/cell.ts'
import { readTable, type TableFormat } from '../../../platform/tables/read.ts'
import { type Column, tableStream } from '../../../platform/tables/write.ts'
import { categoryTree, pathText } from '../../matters/rules/categories.ts'
import { categoriesOf } from '../../matters/store/categories.ts'
import type { StaffWho } from '../../organisations/model.ts'
import { covers } from '../../organisations/policy.ts'
import { scopeFilter } from '../../organisations/store/scope.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import { areasOf } from '../../places/store.ts'
import { localDay } from '../../worktime/rules.ts'
import type { EntryFileFilters, EntryMode, EntryRowResult } from '../model/entry-files.ts'
import { type EntryChoices, readEntryRows } from '../rules/entry-rows.ts'
import {
  askEntryToStop,
  type EntryFileRow,
  entryContent,
  entryFilePage,
  entryRows,
  findEntryFile,
  openEntryFile,
  runEntryFile,
} from '../store/entry-files.ts'
import { entryColumnWords, entryFileStateWords, entryTableWords, rowOutcomeWords } from '../words/entry-files.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { ENTER_RIGHT } from './entering.ts'

export const ENTRY_FILE_TOPIC = 'cases.entry-file'
/** What an officer can look over; more is a hand-over from another system, which has a command of its own. */
export const ENTRY_LIMITS = { bytes: 5 * 1_048_576, rows: 2_000, columns: 60 } as const

export type EntryFileParts = CaseDoorParts

type Sent = { readonly fileName: string; readonly bytes: Buffer; readonly mode: EntryMode }
type Key = { readonly district: string; readonly id: string }

/** What the columns offer in this district, for the template and for reading. */
export async function entryChoices({ db }: Pick<CaseDoorParts, 'db'>, district: string): Promise<EntryChoices> {
  const [areas, categories] = await Promise.all([areasOf(db, district), categoriesOf(db, district)])
  const byCode = new Map(areas.map((area) => [area.code, area]))
  const pathTo = (area: (typeof areas)[number]): string => {
    const above = area.parent === null ? undefined : byCode.get(area.parent)
    return above ? `${pathTo(above)}/${area.name}` : area.name
  }
  const tree = categoryTree(categories)
  const paths = tree.all.filter(({ retired }) => !retired).map(({ id }) => pathText(tree.pathOf(id) ?? []))
  return { areas: new Map(areas.map((area) => [pathTo(area), area.code])), categories: new Set(paths) }
}

const formatOf = (fileName: string): TableFormat => (/\.csv$/i.test(fileName) ? 'csv' : 'xlsx')

/** The first sheet of a file, or why it is none. */
export async function entrySheet(fileName: string, bytes: Buffer): Promise<{ ok: true; sheet: Sheet } | Refused> {
  const table = await readTable(bytes, formatOf(fileName), ENTRY_LIMITS)
  if (!table.ok) return refused(table.refusal)
  const [sheet] = table.sheets
  const isEmpty = !sheet || sheet.rows.filter((row) => row.some((cell) => cellText(cell) !== '')).length < 2
  return isEmpty ? refused('entry-file-empty') : { ok: true, sheet }
}

/** Takes a file to be worked on in the background; one that is no table of entries is refused at once. */
export async function sendEntryFile(
  parts: CaseDoorParts,
  who: StaffWho,
  by: Operator,
  { fileName, bytes, mode }: Sent,
): Promise<{ ok: true; id: string } | Refused> {
  const read = await entrySheet(fileName, bytes)
  if (!read.ok) return read
  const { district } = who
  const rows = readEntryRows(read.sheet, { areas: new Map(), categories: new Set() }, localDay(by.at))
  if (rows === null) return refused('entry-column-missing')
  if (rows.length === 0) return refused('entry-file-empty')
  const id = `entries_${sortableId(by.at)}`
  const sealed = await parts.vault.seal(district, id, bytes.toString('base64'))
  return operate(parts.db, by, { what: 'cases.entry-file.send', target: id }, async (tx) => {
    const { unit, ip, at } = by
    await openEntryFile(tx, { district, id, by: who.id, unit, ip, fileName, mode, at, sealed })
    await queue(tx, { district, id }, by.at)
    return { ok: true as const, id }
  })
}

const queue = (tx: Parameters<typeof putMessage>[0], { district, id }: Key, at: Operator['at']) =>
  putMessage(tx, {
    district,
    id: `cases/${id}/${sortableId(at)}`,
    topic: ENTRY_FILE_TOPIC,
    payload: { id },
    at,
    due: at,
  })

/** A file that its asker may see: his own, or one of those his post looks after. */
export async function entryFileSeen(parts: CaseDoorParts, who: StaffWho, id: string): Promise<EntryFileRow | Refused> {
  const file = await findEntryFile(parts.db, { district: who.district, id })
  if (file === null) return refused('no-such-entry-file', 404)
  const thing = { district: who.district, unit: file.unit as StaffWho['unit'], holder: null, grid: null }
  const isSeen = file.by === who.id || covers(who, ENTER_RIGHT, { ...thing, createdBy: file.by as StaffWho['id'] })
  return isSeen ? file : refused('no-such-entry-file', 404)
}

const fileScope = (who: StaffWho) =>
  scopeFilter(who, ENTER_RIGHT, {
    unit: 'f.unit',
    holder: 'f.by',
    createdBy: 'f.by',
    grid: null,
    district: 'f.district',
  })

export type EntryFileAsked = {
  readonly filters: EntryFileFilters
  readonly after: readonly [string, string] | null
  readonly limit: number
}

export const entryFilesFor = (parts: CaseDoorParts, who: StaffWho, { filters, after, limit }: EntryFileAsked) => {
  const { state = null, q: text = null, sort = 'newest' } = filters
  return entryFilePage(parts.db, { district: who.district, scope: fileScope(who), state, text, sort, after, limit })
}

/** Files what a check has found right, without sending it again: only whoever sent it. */
export async function fileEntries(
  parts: CaseDoorParts,
  who: StaffWho,
  by: Operator,
  { id, mode }: { readonly id: string; readonly mode: EntryMode },
): Promise<{ ok: true } | Refused> {
  const file = await entryFileSeen(parts, who, id)
  if ('ok' in file) return file
  if (file.by !== who.id) return refused('not-yours', 403)
  if (!file.isKept) return refused('entry-file-gone')
  const key = { district: who.district, id }
  return operate(parts.db, by, { what: 'cases.entry-file.run', target: id }, async (tx) => {
    if (!(await runEntryFile(tx, key, mode)))
      return refused(file.state === 'done' ? 'entry-file-over' : 'entry-file-open')
    await queue(tx, key, by.at)
    return { ok: true as const }
  })
}

export async function stopEntryFile(
  parts: CaseDoorParts,
  who: StaffWho,
  by: Operator,
  id: string,
): Promise<{ ok: true } | Refused> {
  const file = await entryFileSeen(parts, who, id)
  if ('ok' in file) return file
  return operate(parts.db, by, { what: 'cases.entry-file.cancel', target: id }, async (tx) =>
    (await askEntryToStop(tx, { district: who.district, id })) ? { ok: true as const } : refused('entry-file-over'),
  )
}

/** The bytes as they were sent; null once they are deleted or their key is destroyed. */
export async function entryBytes(parts: CaseDoorParts, key: Key): Promise<Buffer | null> {
  const sealed = await entryContent(parts.db, key)
  const opened = sealed && (await parts.vault.open(key.district, sealed))
  return typeof opened === 'string' && opened !== 'destroyed' ? Buffer.from(opened, 'base64') : null
}

const resultColumns: readonly Column[] = (['outcome', 'number', 'code', 'alike', 'errors'] as const).map((key) => ({
  key,
  title: entryTableWords[key].zh,
  width: key === 'errors' || key === 'alike' ? 40 : 16,
}))

/** The file as it was sent, with what became of each row: number and code as at the counter, or what is wrong. */
export async function entryResult(
  parts: CaseDoorParts,
  who: StaffWho,
  by: Operator,
  id: string,
): Promise<{ ok: true; file: Readable; name: string } | Refused> {
  const file = await entryFileSeen(parts, who, id)
  if ('ok' in file) return file
  const key = { district: who.district, id }
  const bytes = await entryBytes(parts, key)
  if (bytes === null) return refused('entry-file-gone')
  const read = await entrySheet(file.fileName, bytes)
  if (!read.ok) return read
  const results = new Map(
    (await entryRows(parts.db, key, { after: 0, outcome: null, limit: ENTRY_LIMITS.rows })).map((one) => [
      one.row,
      one,
    ]),
  )
  await operate(parts.db, by, { what: 'cases.entry-file.result', target: id }, async () => ({ ok: true as const }))
  const { cases } = parts.engine
  const table = answeredTable([read.sheet], resultColumns, (row) =>
    toldOf(results.get(row), (one) => cases.codeOf(one)),
  )
  return { ok: true, file: table, name: file.fileName }
}

function toldOf(result: EntryRowResult | undefined, codeOf: (id: NonNullable<EntryRowResult['caseId']>) => string) {
  if (!result) return { outcome: '', number: '', code: '', alike: '', errors: '' }
  const { outcome, number, caseId, alike, faults } = result
  return {
    outcome: rowOutcomeWords[outcome].zh,
    number: number ?? '',
    // Of a case that was filed before, somebody else may have been given the code.
    code: outcome === 'filed' && caseId ? codeOf(caseId) : '',
    alike: alike.map((one) => one.number).join('、'),
    errors: faults
      .map(({ column, said }) => (column ? `${entryColumnWords[column].zh}：${said.zh}` : said.zh))
      .join('；'),
  }
}

/** The list of files as a workbook, read while it is written. */
export function entryFileTable(parts: CaseDoorParts, who: StaffWho, filters: EntryFileFilters): Readable {
  const AT_ONCE = 200
  async function* rows() {
    let after: EntryFileAsked['after'] = null
    do {
      const found: readonly EntryFileRow[] = await entryFilesFor(parts, who, { filters, after, limit: AT_ONCE })
      for (const file of found.slice(0, AT_ONCE)) yield { ...listed(file) }
      const last: EntryFileRow | undefined = found[AT_ONCE - 1]
      after = found.length > AT_ONCE && last ? [last.at, last.id] : null
    } while (after !== null)
  }
  return tableStream('xlsx', [{ name: entryTableWords.files.zh, columns: listColumns, rows: rows() }])
}

const listColumns: readonly Column[] = (
  ['fileName', 'byName', 'at', 'state', 'total', 'filed', 'faulty', 'repeated'] as const
).map((key) => ({ key, title: entryTableWords[key].zh, width: key === 'fileName' ? 32 : 16 }))

const listed = ({ fileName, byName, at, state, total, filed, faulty, repeated }: EntryFileRow) => ({
  fileName,
  byName,
  at,
  state: entryFileStateWords[state].zh,
  total,
  filed,
  faulty,
  repeated,
})
