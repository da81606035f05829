import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Address, NewAddress } from '../model/addresses.ts'
import type { Stroke } from './layers.ts'

export const addressColumns = sql`id, level, name, parent, aliases, path, lng, lat, street, community, grid, active, seq,
  changed_at as "changedAt"`

export async function findAddress(db: Db, district: string, id: string): Promise<Address | null> {
  const { rows } = await sql<Address>`
    select ${addressColumns} from places.address where district = ${district} and id = ${id}`.execute(db.kysely)
  return rows[0] ?? null
}

/** Roads, lanes and estates that lie in a known community, by id; at most so many. */
export async function namedGround(db: Db, district: string, most: number): Promise<Address[]> {
  const { rows } = await sql<Address>`
    select ${addressColumns} from places.address
    where district = ${district} and active and level in ('road', 'lane', 'estate') and community is not null
    order by id limit ${most}`.execute(db.kysely)
  return rows
}

/** The address of this name in the same place; null: there is none. */
export async function addressCalled(
  db: Db,
  district: string,
  parent: string | null,
  name: string,
): Promise<Address | null> {
  const { rows } = await sql<Address>`
    select ${addressColumns} from places.address
    where district = ${district} and parent is not distinct from ${parent}::text and name = ${name} and active
    limit 1`.execute(db.kysely)
  return rows[0] ?? null
}

export type WrittenAddress = NewAddress & { readonly search: string; readonly grams: readonly string[] }

/** Writes addresses, wider ones first. */
export async function writeAddresses(
  db: Db,
  district: string,
  written: readonly WrittenAddress[],
  { at, by }: Stroke,
): Promise<void> {
  await sql`
    insert into places.address (district, id, level, name, parent, aliases, path, search, grams, lng, lat, street, community,
      grid, active, changed_at, changed_by)
    select ${district}, id, level, name, parent, aliases, path, search, grams, lng, lat, street, community, grid, active,
      ${at}::timestamptz, ${by}
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as r(id text, level text, name text, parent text,
      aliases text[], path text, search text, grams text[], lng float8, lat float8, street text, community text, grid text,
      active boolean)
    on conflict (district, id) do nothing`.execute(db.kysely)
}

/**
 * The addresses that hold what is typed, in plain letters: those that begin with it first, the widest and shortest
 * before the rest. One letter finds only what begins with it.
 */
export async function addressesLike(
  db: Db,
  district: string,
  { text, grams, limit }: { readonly text: string; readonly grams: readonly string[]; readonly limit: number },
): Promise<Address[]> {
  const escaped = text.replace(/[\\%_]/g, '\\$&')
  const holds =
    [...text].length < 2
      ? sql<SqlBool>`search like ${`${escaped}%`}`
      : sql<SqlBool>`grams @> ${[...grams]}::text[] and search like ${`%${escaped}%`}`
  const { rows } = await sql<Address>`
    select ${addressColumns} from places.address
    where district = ${district} and active and ${holds}
    order by (search like ${`${escaped}%`} or search like ${`%|${escaped}%`}) desc, length(path), path, id
    limit ${limit}`.execute(db.kysely)
  return rows
}
