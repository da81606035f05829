import { canonical } from '../../../platform/canonical.ts'
import type { Db } from '../../../platform/db/db.ts'
import { isMalformed } from '../../../platform/http/malformed.ts'
import type { LastingWork } from '../../../platform/jobs/lasting.ts'
import type { Said } from '../../../platform/words.ts'
import type { StaffWho } from '../../organisations/model.ts'
import type { Operator } from '../../people/handle/operations.ts'
import type { StaffId } from '../../people/model.ts'
import { localDay } from '../../worktime/rules.ts'
import {
  type AlikeCase,
  type EntryColumn,
  type EntryRowFault,
  type EntryRowResult,
  entryColumns,
  isOpen,
} from '../model/entry-files.ts'
import { type ReadRow, type RowEntry, readEntryRows } from '../rules/entry-rows.ts'
import {
  type EntryFileRow,
  endEntryFile,
  filedBefore,
  findEntryFile,
  keepEntryRows,
  noteEntryProgress,
} from '../store/entry-files.ts'
import { entryFaultWords } from '../words/entry-files.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { enterFor, tryEntry } from './entering.ts'
import { ENTRY_FILE_TOPIC, entryBytes, entryChoices, entrySheet } from './entry-files.ts'

export type EntryRunParts = CaseDoorParts & {
  /** Open cases that perhaps tell the same and that he may see; without it there are no hints. */
  readonly alikeOf?: (who: StaffWho, words: Pick<RowEntry, 'title' | 'text' | 'place'>) => Promise<readonly AlikeCase[]>
  readonly refusalSaid: (code: string) => Said | undefined
}

/** What the runner carries for this house beside everything else. */
export const casesLasting = (parts: EntryRunParts): LastingWork => ({
  [ENTRY_FILE_TOPIC]: ({ district, payload }, stop) =>
    runEntries(parts, { district, id: (payload as { id: string }).id }, stop),
})

type Key = { readonly district: string; readonly id: string }
type Run = {
  readonly parts: EntryRunParts
  readonly key: Key
  readonly file: EntryFileRow
  readonly who: StaffWho
  readonly by: Operator
  readonly stop: AbortSignal
  /** Rows of the file. */
  readonly total: number
}

/**
 * Works a file off. Begun again after a crash it goes on: a row that was filed is known by its digest and by the key
 * under which it was filed.
 */
export async function runEntries(parts: EntryRunParts, key: Key, stop: AbortSignal): Promise<void> {
  const { db, clock, directory } = parts
  const file = await findEntryFile(db, key)
  if (file === null || !isOpen(file.state)) return
  const end = (state: EntryFileRow['state'], refusal?: string) =>
    endEntryFile(db, key, { state, at: clock.now(), ...(refusal && { refusal }) })
  const who = await directory.staff(key.district, file.by as StaffId)
  const bytes = await entryBytes(parts, key)
  if (who === null || bytes === null) return end('unreadable', who === null ? 'not-yours' : 'entry-file-gone')
  const read = await entrySheet(file.fileName, bytes)
  if (!read.ok) return end('unreadable', read.refusal)
  const rows = readEntryRows(read.sheet, await entryChoices(parts, key.district), localDay(clock.now()))
  if (rows === null) return end('unreadable', 'entry-column-missing')
  const by = { district: key.district, who: file.by, unit: file.unit, ip: file.ip, at: clock.now() }
  const run = { parts, key, file, who, by, stop, total: rows.length }
  const judged = await judge(run, rows)
  if (judged === null) return end('cancelled')
  await keepEntryRows(db, key, judged.map(resultOf))
  if (file.mode === 'check') return end('checked')
  if (file.mode === 'all' && judged.some(({ faults }) => faults.length > 0)) {
    await keepEntryRows(db, key, judged.map(leftOf))
    return end('refused')
  }
  return end((await fileRows(run, judged)) ? 'done' : 'cancelled')
}

type Judged = {
  readonly row: number
  readonly entry: RowEntry | null
  readonly fingerprint: string | null
  readonly faults: readonly EntryRowFault[]
  readonly alike: readonly AlikeCase[]
  readonly before: { readonly caseId: EntryRowResult['caseId']; readonly number: string } | null
}

/** Whether somebody wants it to stop; throws when the process itself stops, so that another takes it up. */
async function isStopped({ parts, key, stop }: Run, done: number, total: number): Promise<boolean> {
  stop.throwIfAborted()
  return noteEntryProgress(parts.db, key, done, total)
}

const TELL_EVERY = 20

/** Every row as it would fare if it were filed now; null when somebody stopped it. */
async function judge(run: Run, rows: readonly ReadRow[]): Promise<readonly Judged[] | null> {
  const { parts, key, who } = run
  const prints = rows.map((one) => ('entry' in one ? printOf(parts, one.entry) : null))
  const earlier = new Map(
    (
      await filedBefore(
        parts.db,
        key.district,
        prints.filter((print) => print !== null),
      )
    ).map((one) => [one.fingerprint, one]),
  )
  const seen = new Map<string, number>()
  const judged: Judged[] = []
  for (const [at, one] of rows.entries()) {
    if (at % TELL_EVERY === 0 && (await isStopped(run, at, rows.length))) return null
    const fingerprint = prints[at] ?? null
    const { row } = one
    if ('faults' in one || fingerprint === null) {
      judged.push({ ...blank, row, faults: 'faults' in one ? one.faults : [] })
      continue
    }
    const twin = seen.get(fingerprint)
    seen.set(fingerprint, twin ?? row)
    const before = earlier.get(fingerprint) ?? null
    const faults =
      before !== null
        ? []
        : twin === undefined
          ? await faultsOf(parts, who, one.entry)
          : [{ column: null, said: entryFaultWords.twice(twin) }]
    const alike = before === null && faults.length === 0 ? ((await parts.alikeOf?.(who, one.entry)) ?? []) : []
    judged.push({ row, entry: one.entry, fingerprint, faults, alike, before })
  }
  return judged
}

const blank = { entry: null, fingerprint: null, faults: [], alike: [], before: null } as const

/** Keyed, because it is made of what somebody told and is kept in the open. */
const printOf = ({ mac }: CaseDoorParts, entry: RowEntry): string => mac(`entry ${canonical({ ...entry })}`)

async function faultsOf(parts: EntryRunParts, who: StaffWho, entry: RowEntry): Promise<readonly EntryRowFault[]> {
  try {
    const tried = await tryEntry(parts, who, { ...entry, caller: { ...entry.caller }, key: null })
    return tried.ok ? [] : [refusalFault(parts, tried.refusal)]
  } catch (error) {
    // The door says what is wrong with a field by throwing it, as one answer to one request.
    if (!isMalformed(error)) throw error
    return error.fields.map(({ pointer, zh, en }) => ({ column: columnOf(pointer), said: { zh, en } }))
  }
}

const refusalColumns: Readonly<Record<string, EntryColumn>> = {
  'call-number-wrong': 'phone',
  'no-such-area': 'area',
  'no-such-category': 'category',
}

const refusalFault = ({ refusalSaid }: EntryRunParts, refusal: string): EntryRowFault => ({
  column: refusalColumns[refusal] ?? null,
  said: refusalSaid(refusal) ?? entryFaultWords.unknown,
})

function columnOf(pointer: string): EntryColumn | null {
  const name = pointer.split('/').at(-1) ?? ''
  if (name === 'happenedAt') return 'happenedOn'
  return entryColumns.find((column) => column === name) ?? null
}

function resultOf({ row, fingerprint, faults, alike, before }: Judged): EntryRowResult {
  const { caseId = null, number = null } = before ?? {}
  const outcome = faults.length > 0 ? 'faulty' : before ? 'repeated' : 'sound'
  return { row, outcome, fingerprint, caseId, number, faults, alike }
}

const leftOf = (judged: Judged): EntryRowResult => {
  const result = resultOf(judged)
  return result.outcome === 'sound' ? { ...result, outcome: 'left' } : result
}

/** Files what is right; false when somebody stopped it. All or none in one transaction, else row by row. */
async function fileRows(run: Run, judged: readonly Judged[]): Promise<boolean> {
  const due = judged.filter(({ faults, before }) => faults.length === 0 && before === null)
  if (run.file.mode !== 'all') return fileEach(run, due, run.parts)
  const { db, engine } = run.parts
  try {
    return await db.transaction(async (tx) => {
      const whole = await fileEach(run, due, { ...run.parts, db: tx, engine: { cases: engine.cases.within(tx) } })
      if (!whole) throw new Undone()
      return true
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
    await keepEntryRows(db, run.key, judged.map(leftOf))
    return false
  }
}

/** Takes back a transaction that somebody stopped, or of which a row was refused after all. */
class Undone extends Error {}

async function fileEach(run: Run, due: readonly Judged[], parts: EntryRunParts): Promise<boolean> {
  const { key, file, total } = run
  const over = total - due.length
  const isWhole = file.mode === 'all'
  for (const [at, judged] of due.entries()) {
    if (at % TELL_EVERY === 0 && (await isStopped(run, over + at, total))) {
      if (!isWhole) await keepEntryRows(parts.db, key, due.slice(at).map(leftOf))
      return false
    }
    const result = await fileOne(run, judged, parts)
    await keepEntryRows(parts.db, key, [result])
    if (isWhole && result.outcome !== 'filed') return false
  }
  await noteEntryProgress(run.parts.db, key, total, total)
  return true
}

async function fileOne({ who, by, file, key }: Run, judged: Judged, parts: EntryRunParts): Promise<EntryRowResult> {
  const { entry, fingerprint } = judged
  if (entry === null || fingerprint === null) return resultOf(judged)
  // Within one transaction a key that is taken would break all of it; there the digests alone are asked.
  const once = file.mode === 'all' ? null : `rows-${fingerprint}`
  const filed = await enterFor(
    parts,
    who,
    { ...by, at: parts.clock.now() },
    { ...entry, caller: { ...entry.caller }, key: once },
  )
  if (!filed.ok) return { ...resultOf(judged), outcome: 'faulty', faults: [refusalFault(parts, filed.refusal)] }
  const { id, filing } = filed.state
  const result = { ...resultOf(judged), caseId: id, number: filing.number }
  return { ...result, outcome: (await isOurs(parts.db, key, fingerprint)) ? 'filed' : 'repeated' }
}

/** Whether no other file became this case meanwhile, in another process. */
async function isOurs(db: Db, { district }: Key, fingerprint: string): Promise<boolean> {
  return (await filedBefore(db, district, [fingerprint])).length === 0
}
