import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Entry, EntryKind } from '../model/entries.ts'

const columns: RawBuilder<unknown> = sql`
  district, code, kind, title, place, target, active, created_by as "createdBy", created_at as "createdAt",
  ended_at as "endedAt"`

/** Keeps a code. False when this very thing has one that still leads there. */
export async function addEntry(db: Db, entry: Entry): Promise<boolean> {
  const { district, code, kind, title, place, target, createdBy, createdAt } = entry
  const { numAffectedRows } = await sql`
    insert into channels.entry (district, code, kind, title, place, target, active, created_by, created_at)
    values (${district}, ${code}, ${kind}, ${title}, ${JSON.stringify(place)}, ${target}, true, ${createdBy}, ${createdAt})
    on conflict do nothing
  `.execute(db.kysely)
  return numAffectedRows === 1n
}

export async function findEntry(db: Db, district: string, code: string): Promise<Entry | null> {
  const { rows } = await sql<Entry>`
    select ${columns} from channels.entry where district = ${district} and code = ${code}
  `.execute(db.kysely)
  return rows[0] ?? null
}

/** The code of a case or a station that still leads there. */
export async function entryFor(db: Db, district: string, kind: EntryKind, target: string): Promise<Entry | null> {
  const { rows } = await sql<Entry>`
    select ${columns} from channels.entry
    where district = ${district} and kind = ${kind} and target = ${target} and active
  `.execute(db.kysely)
  return rows[0] ?? null
}

export type EntryQuestion = {
  readonly district: string
  readonly kind: EntryKind | null
  readonly after: { readonly at: Instant; readonly code: string } | null
  readonly limit: number
}

export async function entriesOf(db: Db, { district, kind, after, limit }: EntryQuestion): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select ${columns} from channels.entry
    where district = ${district} and ${kind === null ? sql`true` : sql`kind = ${kind}`}
      and ${after === null ? sql`true` : sql`(created_at, code) < (${after.at}::timestamptz, ${after.code})`}
    order by created_at desc, code desc limit ${limit}
  `.execute(db.kysely)
  return rows
}

export async function endEntry(db: Db, district: string, code: string, at: Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update channels.entry set active = false, ended_at = ${at}
    where district = ${district} and code = ${code} and active
  `.execute(db.kysely)
  return numAffectedRows === 1n
}
