import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Sealed } from '../../ledger/model.ts'
import type { CaseId } from '../model/case.ts'
import type { EntryFile, EntryFileState, EntryMode, EntryRowResult } from '../model/entry-files.ts'

type Key = { readonly district: string; readonly id: string }
/** Who sent it and from where; the log of operations tells the same of every case that comes of it. */
export type EntryFileRow = EntryFile & { readonly unit: string | null; readonly ip: string }

const columns = sql`
  f.id, f.by, f.unit, f.ip, coalesce(s.name, f.by) as "byName", f.file_name as "fileName", f.mode, f.state, f.total, f.done,
  f.filed, f.faulty, f.repeated, f.alike, f.refusal, f.at, f.ended_at as "endedAt",
  exists (select from cases.entry_content c where c.district = f.district and c.id = f.id) as "isKept"`
const joined = sql`cases.entry_file f left join people.staff s on s.district = f.district and s.id = f.by`

export type NewEntryFile = Key &
  Pick<EntryFileRow, 'by' | 'unit' | 'ip' | 'fileName' | 'mode' | 'at'> & { readonly sealed: Sealed }

export async function openEntryFile(db: Db, file: NewEntryFile): Promise<void> {
  const { district, id, by, unit, ip, fileName, mode, at, sealed } = file
  await sql`
    insert into cases.entry_file (district, id, by, unit, ip, file_name, mode, state, total, done, filed, faulty, repeated,
      alike, is_to_stop, at)
    values (${district}, ${id}, ${by}, ${unit}, ${ip}, ${fileName}, ${mode}, 'waiting', 0, 0, 0, 0, 0, 0, false, ${at})`.execute(
    db.kysely,
  )
  await sql`insert into cases.entry_content (district, id, sealed)
    values (${district}, ${id}, ${JSON.stringify(sealed)}::jsonb)`.execute(db.kysely)
}

export async function findEntryFile(db: Db, { district, id }: Key): Promise<EntryFileRow | null> {
  const { rows } = await sql<EntryFileRow>`
    select ${columns} from ${joined} where f.district = ${district} and f.id = ${id}`.execute(db.kysely)
  return rows[0] ?? null
}

export async function entryContent(db: Db, { district, id }: Key): Promise<Sealed | null> {
  const { rows } = await sql<{ sealed: Sealed }>`
    select sealed from cases.entry_content where district = ${district} and id = ${id}`.execute(db.kysely)
  return rows[0]?.sealed ?? null
}

/** A checked file is to be filed after all. False where it is not waiting for that. */
export async function runEntryFile(db: Db, { district, id }: Key, mode: EntryMode): Promise<boolean> {
  const { rows } = await sql`
    update cases.entry_file set mode = ${mode}, state = 'waiting', done = 0, is_to_stop = false, ended_at = null
    where district = ${district} and id = ${id} and state in ('checked', 'refused', 'cancelled') returning id`.execute(
    db.kysely,
  )
  return rows.length > 0
}

/** Says how far it is; answers whether somebody wants it to stop. */
export async function noteEntryProgress(db: Db, { district, id }: Key, done: number, total: number): Promise<boolean> {
  const { rows } = await sql<{ stop: boolean }>`
    update cases.entry_file set state = 'running', done = ${done}, total = ${total}
    where district = ${district} and id = ${id} returning is_to_stop as stop`.execute(db.kysely)
  return rows[0]?.stop ?? true
}

export async function askEntryToStop(db: Db, { district, id }: Key): Promise<boolean> {
  const { rows } = await sql`
    update cases.entry_file set is_to_stop = true
    where district = ${district} and id = ${id} and state in ('waiting', 'running') returning id`.execute(db.kysely)
  return rows.length > 0
}

export type EntryEnd = { readonly state: EntryFileState; readonly at: Instant; readonly refusal?: string }

/** It is over, one way or the other; what became of its rows is counted from them. */
export async function endEntryFile(db: Db, { district, id }: Key, { state, at, refusal }: EntryEnd): Promise<void> {
  await sql`
    update cases.entry_file f set state = ${state}, ended_at = ${at}, refusal = ${refusal ?? null}, filed = r.filed,
      faulty = r.faulty, repeated = r.repeated, alike = r.alike
    from (select count(*) filter (where outcome = 'filed') as filed, count(*) filter (where outcome = 'faulty') as faulty,
        count(*) filter (where outcome = 'repeated') as repeated, count(*) filter (where alike <> '[]'::jsonb) as alike
      from cases.entry_row where district = ${district} and file = ${id}) r
    where f.district = ${district} and f.id = ${id}`.execute(db.kysely)
}

/** What became of some rows, in place of what was said of them before; a case that a row became is never taken back. */
export async function keepEntryRows(db: Db, { district, id }: Key, rows: readonly EntryRowResult[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into cases.entry_row (district, file, row, outcome, fingerprint, case_id, number, faults, alike)
    select ${district}, ${id}, row, outcome, fingerprint, "caseId", number, faults, alike
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as r(row int, outcome text, fingerprint text, "caseId" text, number text, faults jsonb, alike jsonb)
    on conflict (district, file, row) do update set outcome = excluded.outcome, fingerprint = excluded.fingerprint,
      case_id = excluded.case_id, number = excluded.number, faults = excluded.faults, alike = excluded.alike
    where cases.entry_row.outcome <> 'filed'`.execute(db.kysely)
}

/** Rows of a file after one, in the order of the file; of one outcome where one is named. */
export async function entryRows(
  db: Db,
  { district, id }: Key,
  { after, outcome, limit }: { readonly after: number; readonly outcome: string | null; readonly limit: number },
): Promise<readonly EntryRowResult[]> {
  const { rows } = await sql<EntryRowResult>`
    select row, outcome, fingerprint, case_id as "caseId", number, faults, alike from cases.entry_row
    where district = ${district} and file = ${id} and row > ${after} and (${outcome}::text is null or outcome = ${outcome})
    order by row limit ${limit}`.execute(db.kysely)
  return rows
}

export type FiledBefore = { readonly fingerprint: string; readonly caseId: CaseId; readonly number: string }

/** Of these digests those that were filed, whichever file they came in. */
export async function filedBefore(
  db: Db,
  district: string,
  prints: readonly string[],
): Promise<readonly FiledBefore[]> {
  const { rows } = await sql<FiledBefore>`
    select distinct on (fingerprint) fingerprint, case_id as "caseId", number from cases.entry_row
    where district = ${district} and fingerprint = any(${sql.val([...prints])}::text[]) and outcome = 'filed'
    order by fingerprint, file`.execute(db.kysely)
  return rows
}

export type EntryFileQuestion = {
  readonly district: string
  readonly scope: () => Expression<SqlBool>
  readonly state: string | null
  readonly text: string | null
  readonly sort: 'newest' | 'oldest'
  readonly after: readonly [string, string] | null
  readonly limit: number
}

/** The files somebody may see, a page and one more; `after` is moment and id of the last one seen. */
export async function entryFilePage(db: Db, asked: EntryFileQuestion): Promise<readonly EntryFileRow[]> {
  const [at, id] = asked.after ?? [null, null]
  const [beyond, order] = asked.sort === 'newest' ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`]
  const { rows } = await sql<EntryFileRow>`
    select ${columns} from ${joined}
    where f.district = ${asked.district} and ${asked.scope()}
      and (${asked.state}::text is null or f.state = ${asked.state})
      and (${asked.text}::text is null or strpos(lower(f.file_name), lower(${asked.text})) > 0)
      and (${at}::timestamptz is null or (f.at, f.id) ${beyond} (${at}::timestamptz, ${id}))
    order by f.at ${order}, f.id ${order} limit ${asked.limit + 1}`.execute(db.kysely)
  return rows
}

/** Deletes the files themselves that were sent before a moment; what became of their rows stays. */
export async function forgetEntryContents(db: Db, before: Instant): Promise<void> {
  await sql`
    delete from cases.entry_content c using cases.entry_file f
    where f.district = c.district and f.id = c.id and f.at < ${before}`.execute(db.kysely)
}
