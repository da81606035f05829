import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Broken } from '../model.ts'

/** A wrapped key as it stands; null when it was destroyed. */
export type Wrapped = Buffer | null

/** The keys of these ids that were ever made. */
export async function findKeys(db: Db, district: string, ids: readonly string[]): Promise<Map<string, Wrapped>> {
  const { rows } = await sql<{ id: string; wrapped: Wrapped }>`
    select id, wrapped from ledger.seal_key where district = ${district} and id = any(${ids}::text[])`.execute(
    db.kysely,
  )
  return new Map(rows.map(({ id, wrapped }) => [id, wrapped]))
}

/** The key that stands under this id: the one offered, unless there was one before. */
export async function claimKey(db: Db, district: string, { id, wrapped }: { id: string; wrapped: Buffer }) {
  const { rows } = await sql<{ wrapped: Wrapped }>`
    with made as (
      insert into ledger.seal_key (district, id, wrapped) values (${district}, ${id}, ${wrapped})
      on conflict do nothing returning wrapped
    )
    select wrapped from made
    union all
    select wrapped from ledger.seal_key where district = ${district} and id = ${id}`.execute(db.kysely)
  if (rows[0]) return rows[0].wrapped
  // Another process made it between our look and our insert; it is committed, so a second look sees it.
  return (await findKeys(db, district, [id])).get(id) ?? null
}

/** Empties a key for good; false when it was not alive. */
export async function emptyKey(tx: Db, district: string, { id, at }: { id: string; at: Instant }): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update ledger.seal_key set wrapped = null, destroyed_at = ${at}
    where district = ${district} and id = ${id} and destroyed_at is null`.execute(tx.kysely)
  return numAffectedRows === 1n
}

/** Any one living key of the house, to try a master key on; null before the first. */
export async function findAnyKey(db: Db): Promise<{ district: string; id: string; wrapped: Buffer } | null> {
  const { rows } = await sql<{ district: string; id: string; wrapped: Buffer }>`
    select district, id, wrapped from ledger.seal_key where wrapped is not null limit 1`.execute(db.kysely)
  return rows[0] ?? null
}

/** The first key whose state and record of destruction do not agree, by id; null when all do. */
export async function findKeyBreak(db: Db, district: string): Promise<Broken | null> {
  const { rows } = await sql<{ id: string; recorded: boolean }>`
    select coalesce(key.id, substr(record.stream, 5)) as id, record.stream is not null as recorded
    from (select id from ledger.seal_key where district = ${district} and destroyed_at is not null) key
    full join (
      select stream from ledger.event
      where district = ${district} and stream >= 'key/' and stream < 'key0' and type = 'KeyDestroyed'
    ) record on record.stream = 'key/' || key.id
    where key.id is null or record.stream is null
    order by 1 limit 1`.execute(db.kysely)
  const found = rows[0]
  if (found === undefined) return null
  const why = found.recorded ? 'key-not-destroyed' : 'key-destroyed-without-record'
  return { district, stream: `key/${found.id}`, seq: 1, why }
}
