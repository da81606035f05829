import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Client } from '../model/clients.ts'

export type KeyedClient = Client & { readonly keyHash: string; readonly oldHash: string | null }

const columns: RawBuilder<unknown> = sql`
  district, id, name, hint, rights, per_minute as "perMinute", active, old_until as "oldUntil", seen_at as "seenAt",
  ended_at as "endedAt", created_by as "createdBy", created_at as "createdAt"`

export async function addClient(db: Db, client: Omit<KeyedClient, 'oldHash'>): Promise<void> {
  const { district, id, name, keyHash, hint, rights, perMinute, createdBy, createdAt } = client
  await sql`
    insert into channels.client (district, id, name, key_hash, hint, rights, per_minute, active, created_by, created_at)
    values (${district}, ${id}, ${name}, ${keyHash}, ${hint}, ${rights}, ${perMinute}, true, ${createdBy}, ${createdAt})
  `.execute(db.kysely)
}

/** Newest first; ids are time-ordered. */
export async function clientsOf(
  db: Db,
  { district, after, limit }: { readonly district: string; readonly after: string | null; readonly limit: number },
): Promise<Client[]> {
  const { rows } = await sql<Client>`
    select ${columns} from channels.client
    where district = ${district} and ${after === null ? sql`true` : sql`id < ${after}`}
    order by id desc limit ${limit}
  `.execute(db.kysely)
  return rows
}

export async function findClient(db: Db, district: string, id: string): Promise<KeyedClient | null> {
  const { rows } = await sql<KeyedClient>`
    select ${columns}, key_hash as "keyHash", old_hash as "oldHash" from channels.client
    where district = ${district} and id = ${id}
  `.execute(db.kysely)
  return rows[0] ?? null
}

/** The key in use becomes the old one, which opens too until then. False when the client has ended. */
export async function rotateKey(
  db: Db,
  { district, id }: Pick<Client, 'district' | 'id'>,
  next: { readonly keyHash: string; readonly hint: string; readonly oldUntil: Instant },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update channels.client
    set old_hash = key_hash, old_until = ${next.oldUntil}, key_hash = ${next.keyHash}, hint = ${next.hint}
    where district = ${district} and id = ${id} and active
  `.execute(db.kysely)
  return numAffectedRows === 1n
}

/** Its keys open nothing from now on. False when it had ended before, or there is none. */
export async function endClient(db: Db, district: string, id: string, at: Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update channels.client set active = false, ended_at = ${at}, old_hash = null, old_until = null
    where district = ${district} and id = ${id} and active
  `.execute(db.kysely)
  return numAffectedRows === 1n
}

/** Counts one call in the minute it falls in, over all processes. False when the minute's quota is used up. */
export async function countCall(
  db: Db,
  { district, id, perMinute }: Pick<Client, 'district' | 'id' | 'perMinute'>,
  now: Instant,
): Promise<boolean> {
  const { rows } = await sql<{ used: number }>`
    insert into channels.client_minute as m (district, client, minute, used)
    values (${district}, ${id}, date_trunc('minute', ${now}::timestamptz), 1)
    on conflict (district, client, minute) do update set used = m.used + 1 where m.used < ${perMinute}
    returning used
  `.execute(db.kysely)
  return rows.length === 1
}

/** Notes the day's last use, at most once a minute so that a busy client does not rewrite its row. */
export async function noteSeen(db: Db, { district, id }: Pick<Client, 'district' | 'id'>, now: Instant): Promise<void> {
  await sql`
    update channels.client set seen_at = ${now}
    where district = ${district} and id = ${id} and (seen_at is null or seen_at <= ${now}::timestamptz - interval '1 minute')
  `.execute(db.kysely)
}

export async function forgetMinutes(db: Db, before: Instant): Promise<void> {
  await sql`delete from channels.client_minute where minute < ${before}`.execute(db.kysely)
}
