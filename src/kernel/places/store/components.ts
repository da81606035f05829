import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Bbox } from '../../../platform/geo/shapes.ts'
import type { Cursor } from '../../../platform/http/paging.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Component, ComponentChange, ComponentFilters, ComponentType } from '../model/components.ts'
import type { Stroke } from './layers.ts'

const columns = sql`
  code, type, name, owner, owner_unit as "ownerUnit", keeper, state, place, array[lng, lat] as at, community, grid,
  unit_grid as "unitGrid", note, seq, changed_at as "changedAt"`

export async function findComponent(db: Db, district: string, code: string): Promise<Component | null> {
  const { rows } = await sql<Component>`
    select ${columns} from places.component where district = ${district} and code = ${code}`.execute(db.kysely)
  return rows[0] ?? null
}

/** The components of many codes, by code. */
export async function componentsOf(
  db: Db,
  district: string,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Component>> {
  const { rows } = await sql<Component>`
    select ${columns} from places.component where district = ${district} and code = any(${[...codes]})`.execute(
    db.kysely,
  )
  return new Map(rows.map((row) => [row.code, row]))
}

/** Components within a box, at most so many; for maps, and for what stands near a point. */
export async function componentsWithin(
  db: Db,
  district: string,
  box: Bbox,
  limit: number,
): Promise<readonly Component[]> {
  const [west, south, east, north] = box
  const { rows } = await sql<Component>`
    select ${columns} from places.component
    where district = ${district} and lng between ${west} and ${east} and lat between ${south} and ${north}
      and state <> 'removed'
    order by code limit ${limit}`.execute(db.kysely)
  return rows
}

/** Writes components as they shall stand, each with its line of history; all in the transaction of the caller. */
export async function writeComponents(
  db: Db,
  district: string,
  written: readonly (Component & { readonly history: Pick<ComponentChange, 'kind' | 'reason' | 'change'> })[],
  { at, by }: Stroke,
): Promise<void> {
  const lines = written.map(({ at: [lng, lat], ownerUnit, unitGrid, history, ...one }) => {
    return { ...one, lng, lat, owner_unit: ownerUnit, unit_grid: unitGrid, ...history }
  })
  const body = JSON.stringify(lines)
  await sql`
    insert into places.component as c (district, code, type, name, owner, owner_unit, keeper, state, place, lng, lat,
      community, grid, unit_grid, note, seq, changed_at, changed_by)
    select ${district}, code, type, name, owner, owner_unit, keeper, state, place, lng, lat, community, grid, unit_grid,
      note, seq, ${at}::timestamptz, ${by}
    from jsonb_to_recordset(${body}::jsonb) as r(code text, type text, name text, owner text, owner_unit text,
      keeper text, state text, place text, lng float8, lat float8, community text, grid text, unit_grid text, note text,
      seq int)
    on conflict (district, code) do update set name = excluded.name, owner = excluded.owner,
      owner_unit = excluded.owner_unit, keeper = excluded.keeper, state = excluded.state, place = excluded.place,
      lng = excluded.lng, lat = excluded.lat, community = excluded.community, grid = excluded.grid,
      unit_grid = excluded.unit_grid, note = excluded.note, seq = excluded.seq, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`.execute(db.kysely)
  await sql`
    insert into places.component_change (district, code, seq, kind, at, by, reason, change)
    select ${district}, code, seq, kind, ${at}::timestamptz, ${by}, reason, change
    from jsonb_to_recordset(${body}::jsonb) as r(code text, seq int, kind text, reason text, change jsonb)`.execute(
    db.kysely,
  )
}

/** Everything that was ever written of a component, the newest first. */
export async function historyOf(db: Db, district: string, code: string): Promise<readonly ComponentChange[]> {
  const { rows } = await sql<ComponentChange>`
    select seq, kind, at, by, reason, change from places.component_change
    where district = ${district} and code = ${code} order by seq desc`.execute(db.kysely)
  return rows
}

export type ComponentsAsked = {
  readonly district: string
  readonly filters: ComponentFilters
  readonly after: Cursor | null
  readonly limit: number
}

/** One page of the list and one row more, by code or by the latest change. */
export async function componentPage(
  db: Db,
  { district, filters, after, limit }: ComponentsAsked,
): Promise<Component[]> {
  const isByChange = filters.sort === 'changed'
  const order = isByChange ? sql`changed_at desc, code desc` : sql`code`
  const [first = null, second = null] = after ?? []
  const beyond = !after
    ? sql<SqlBool>`true`
    : isByChange
      ? sql<SqlBool>`(changed_at, code) < (${first as Instant}::timestamptz, ${second})`
      : sql<SqlBool>`code > ${first}`
  const { rows } = await sql<Component>`
    select ${columns} from places.component
    where district = ${district} and ${narrowed(filters)} and ${beyond}
    order by ${order} limit ${limit + 1}`.execute(db.kysely)
  return rows
}

function narrowed({ q, type, state, community, unitGrid, owner }: ComponentFilters): RawBuilder<SqlBool> {
  const like = `%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const all: RawBuilder<SqlBool>[] = [
    ...(q === undefined || q === ''
      ? []
      : /^\d+$/.test(q)
        ? [sql<SqlBool>`starts_with(code, ${q})`]
        : [sql<SqlBool>`(name like ${like} or place like ${like} or owner like ${like})`]),
    ...(type === undefined ? [] : [sql<SqlBool>`starts_with(type, ${type})`]),
    ...(state === undefined ? [] : [sql<SqlBool>`state = ${state}`]),
    ...(community === undefined ? [] : [sql<SqlBool>`community = ${community}`]),
    ...(unitGrid === undefined ? [] : [sql<SqlBool>`unit_grid = ${unitGrid}`]),
    ...(owner === undefined ? [] : [owner === 'none' ? sql<SqlBool>`owner = ''` : sql<SqlBool>`owner <> ''`]),
  ]
  return all.reduce((sum, one) => sql<SqlBool>`${sum} and ${one}`, sql<SqlBool>`true`)
}

/** What the city changed or added in the table of types. */
export async function changedTypes(db: Db, district: string): Promise<readonly ComponentType[]> {
  const { rows } = await sql<ComponentType>`
    select code, class, name, active, mark from places.component_type where district = ${district} order by code`.execute(
    db.kysely,
  )
  return rows
}

export async function putType(db: Db, district: string, type: ComponentType, { at, by }: Stroke): Promise<void> {
  await sql`
    insert into places.component_type (district, code, class, name, active, mark, changed_at, changed_by)
    values (${district}, ${type.code}, ${type.class}, ${type.name}, ${type.active}, ${type.mark}, ${at}, ${by})
    on conflict (district, code) do update set class = excluded.class, name = excluded.name, active = excluded.active,
      mark = excluded.mark, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(db.kysely)
}
