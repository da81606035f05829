import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Address } from '../model/addresses.ts'
import type { ComponentChange } from '../model/components.ts'
import { addressColumns, type WrittenAddress } from './addresses.ts'
import type { Stroke } from './layers.ts'

/** One line of the history of an address; it is told as that of a component is. */
export type AddressChange = ComponentChange
export type ChangeLine = Pick<AddressChange, 'kind' | 'reason' | 'change' | 'seq'> & { readonly id: string }

/** Writes down what was entered or changed. */
export async function noteChanges(
  db: Db,
  district: string,
  lines: readonly ChangeLine[],
  { at, by }: Stroke,
): Promise<void> {
  await sql`
    insert into places.address_change (district, id, seq, kind, at, by, reason, change)
    select ${district}, id, seq, kind, ${at}::timestamptz, ${by}, reason, change
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r(id text, seq int, kind text, reason text, change jsonb)
  `.execute(db.kysely)
}

/** Everything that was ever written of an address, the newest first. */
export async function addressHistory(db: Db, district: string, id: string): Promise<readonly AddressChange[]> {
  const { rows } = await sql<AddressChange>`
    select seq, kind, at, by, reason, change from places.address_change
    where district = ${district} and id = ${id} order by seq desc`.execute(db.kysely)
  return rows
}

/** Writes addresses as they shall stand; `seq` is the number of the new writing. */
export async function rewriteAddresses(
  db: Db,
  district: string,
  written: readonly (WrittenAddress & { readonly seq: number })[],
  { at, by }: Stroke,
): Promise<void> {
  await sql`
    update places.address as a set name = r.name, aliases = r.aliases, path = r.path, search = r.search, grams = r.grams,
      lng = r.lng, lat = r.lat, street = r.street, community = r.community, grid = r.grid, active = r.active, seq = r.seq,
      changed_at = ${at}::timestamptz, changed_by = ${by}
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as r(id text, name text, aliases text[], path text,
      search text, grams text[], lng float8, lat float8, street text, community text, grid text, active boolean, seq int)
    where a.district = ${district} and a.id = r.id`.execute(db.kysely)
}

/** Everything that stands in an address, however deep, wider ones first. */
export async function addressesUnder(db: Db, district: string, id: string): Promise<Address[]> {
  const { rows } = await sql<Address>`
    with recursive under as (
      select *, 1 as depth from places.address where district = ${district} and parent = ${id}
      union all
      select a.*, under.depth + 1 from places.address a join under on a.parent = under.id
      where a.district = ${district} and under.depth < 6
    )
    select ${addressColumns} from under order by depth, id`.execute(db.kysely)
  return rows
}

/** Addresses that are written like these, by how they are written in full. */
export async function addressesAt(db: Db, district: string, paths: readonly string[]): Promise<Map<string, Address>> {
  const { rows } = await sql<Address>`
    select ${addressColumns} from places.address
    where district = ${district} and path = any(${[...new Set(paths)]}::text[])
    order by active`.execute(db.kysely)
  return new Map(rows.map((one) => [one.path, one]))
}

/** Those of these addresses in which others in use stand. */
export async function holdingOthers(db: Db, district: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ parent: string }>`
    select distinct parent from places.address
    where district = ${district} and active and parent = any(${[...ids]}::text[])`.execute(db.kysely)
  return new Set(rows.map(({ parent }) => parent))
}
