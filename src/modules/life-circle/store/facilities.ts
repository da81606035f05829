import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Facility, FacilityBody, FacilityFilters, FacilityOrigin, FacilitySort } from '../model/facility.ts'
import { kindAspects, kinds } from '../model/kinds.ts'

export type Stroke = { readonly at: Instant; readonly by: string }

const columns = sql`code, kind, name, status, lng, lat, area, address, hours, open_to_all as "openToAll", capacity,
  capacity_unit as "capacityUnit", floor_area as "floorArea", evidence, origin, version, changed_at as "changedAt",
  changed_by as "changedBy"`

export async function findFacility(
  db: Db,
  district: string,
  code: string,
  forChange = false,
): Promise<Facility | null> {
  const { rows } = await sql<Facility>`select ${columns} from life_circle.facility
    where district = ${district} and code = ${code} ${forChange ? sql`for update` : sql``}`.execute(db.kysely)
  return rows[0] ?? null
}

/** Those of these codes that stand already. */
export async function facilitiesNamed(db: Db, district: string, codes: readonly string[]): Promise<Facility[]> {
  const { rows } = await sql<Facility>`select ${columns} from life_circle.facility
    where district = ${district} and code = any(${sql.val([...codes])}::text[])`.execute(db.kysely)
  return rows
}

export type Kept = { readonly code: string; readonly body: FacilityBody; readonly origin: FacilityOrigin }

/** Writes a facility as its next version, and that version into its history. */
export async function putFacility(
  db: Db,
  district: string,
  { code, body, origin }: Kept,
  stroke: Stroke,
): Promise<void> {
  const { kind, name, status, lng, lat, area, address, hours, openToAll, capacity, capacityUnit, floorArea } = body
  const { at, by } = stroke
  await sql`
    with put as (
      insert into life_circle.facility as f (district, code, kind, name, status, lng, lat, area, address, hours, open_to_all,
        capacity, capacity_unit, floor_area, evidence, origin, version, changed_at, changed_by)
      values (${district}, ${code}, ${kind}, ${name}, ${status}, ${lng}, ${lat}, ${area}, ${address}, ${hours}, ${openToAll},
        ${capacity}, ${capacityUnit}, ${floorArea}, ${body.evidence}, ${origin}, 1, ${at}, ${by})
      on conflict (district, code) do update set kind = excluded.kind, name = excluded.name, status = excluded.status,
        lng = excluded.lng, lat = excluded.lat, area = excluded.area, address = excluded.address, hours = excluded.hours,
        open_to_all = excluded.open_to_all, capacity = excluded.capacity, capacity_unit = excluded.capacity_unit,
        floor_area = excluded.floor_area, evidence = excluded.evidence, origin = excluded.origin, version = f.version + 1,
        changed_at = excluded.changed_at, changed_by = excluded.changed_by
      returning version
    )
    insert into life_circle.facility_version (district, code, version, body, changed_at, changed_by)
    select ${district}, ${code}, version, ${JSON.stringify({ ...body, origin })}::jsonb, ${at}, ${by} from put`.execute(
    db.kysely,
  )
}

export type FacilityPast = {
  readonly version: number
  readonly body: FacilityBody
  readonly changedAt: Instant
  readonly changedBy: string
}

/** Every state of a facility, the newest first. */
export async function pastOf(db: Db, district: string, code: string): Promise<FacilityPast[]> {
  const { rows } = await sql<FacilityPast>`select version, body, changed_at as "changedAt", changed_by as "changedBy"
    from life_circle.facility_version where district = ${district} and code = ${code}
    order by version desc limit 200`.execute(db.kysely)
  return rows
}

const sorts = {
  changed: { key: sql`changed_at`, cast: sql`timestamptz`, down: true },
  name: { key: sql`name`, cast: sql`text`, down: false },
  kind: { key: sql`kind`, cast: sql`text`, down: false },
} as const satisfies Record<FacilitySort, { key: RawBuilder<unknown>; cast: RawBuilder<unknown>; down: boolean }>

export type FacilityQuestion = {
  readonly district: string
  readonly filters: FacilityFilters
  readonly sort: FacilitySort
  readonly after: readonly [key: string, code: string] | null
  readonly limit: number
}

/** Facilities in an order; one more than was asked for. */
export async function facilitiesBy(db: Db, question: FacilityQuestion): Promise<Facility[]> {
  const { district, filters, sort, after, limit } = question
  const { key, cast, down } = sorts[sort]
  const wanted = [sql<SqlBool>`district = ${district}`, ...conditions(filters)]
  if (after) {
    const place = sql`(${after[0]}::${cast}, ${after[1]})`
    wanted.push(down ? sql<SqlBool>`(${key}, code) < ${place}` : sql<SqlBool>`(${key}, code) > ${place}`)
  }
  const order = down ? sql`${key} desc, code desc` : sql`${key}, code`
  const { rows } = await sql<Facility>`select ${columns} from life_circle.facility
    where ${sql.join(wanted, sql` and `)} order by ${order} limit ${limit + 1}`.execute(db.kysely)
  return rows
}

function conditions({ kind, aspect, status, origin, area, q }: FacilityFilters): RawBuilder<SqlBool>[] {
  const under = aspect === undefined ? null : kinds.filter((one) => kindAspects[one] === aspect)
  const like = q === undefined || q === '' ? null : `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return [
    ...(kind === undefined ? [] : [sql<SqlBool>`kind = ${kind}`]),
    ...(under === null ? [] : [sql<SqlBool>`kind = any(${sql.val(under)}::text[])`]),
    ...(status === undefined ? [] : [sql<SqlBool>`status = ${status}`]),
    ...(origin === undefined ? [] : [sql<SqlBool>`origin = ${origin}`]),
    ...(area === undefined ? [] : [sql<SqlBool>`starts_with(area, ${area})`]),
    ...(like === null ? [] : [sql<SqlBool>`(name ilike ${like} or address ilike ${like} or code ilike ${like})`]),
  ]
}

/** The whole ledger in the order of codes, so that a figure can be reckoned again. */
export async function ledgerFacilities(db: Db, district: string): Promise<Facility[]> {
  const { rows } = await sql<Facility>`select ${columns} from life_circle.facility
    where district = ${district} order by code collate "C"`.execute(db.kysely)
  return rows
}
