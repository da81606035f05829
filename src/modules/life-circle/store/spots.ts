import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { LngLat } from '../../../platform/geo/shapes.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Spot, SpotBody, SpotKind, SpotState, WishCount } from '../model/spot.ts'
import type { Stroke } from './facilities.ts'

const columns = sql`s.code, s.kind, s.name, s.status, s.lng, s.lat, s.area, s.about, s.unit, s.keeper,
  s.upkeep_days as "upkeepDays", s.photos, s.last_upkeep as "lastUpkeep", s.version, s.changed_at as "changedAt",
  r.ratings, r.stars, r."onSpot"`

const opinions = sql`left join lateral (
    select count(*)::int as ratings, round(avg(stars), 1)::float8 as stars,
      count(*) filter (where on_spot)::int as "onSpot"
    from life_circle.spot_rating as one where one.district = s.district and one.spot = s.code
  ) as r on true`

const due = sql`(coalesce(s.last_upkeep, s.changed_at) + s.upkeep_days * interval '1 day')`

export type SpotQuestion = {
  readonly district: string
  readonly kind?: SpotKind | undefined
  readonly status?: SpotState | undefined
  readonly area?: string | undefined
  /** Only those whose upkeep was due before this moment. */
  readonly dueBefore?: Instant | undefined
  readonly sort: 'changed' | 'name' | 'upkeep'
  readonly after: readonly [key: string, code: string] | null
  readonly limit: number
}

const sorts = {
  changed: { key: sql`s.changed_at`, cast: sql`timestamptz`, down: true },
  name: { key: sql`s.name`, cast: sql`text`, down: false },
  upkeep: { key: due, cast: sql`timestamptz`, down: false },
} as const satisfies Record<string, { key: RawBuilder<unknown>; cast: RawBuilder<unknown>; down: boolean }>

export type SpotRow = Spot & { readonly upkeepDue: Instant }

/** Spots in an order; one more than was asked for. */
export async function spotsBy(db: Db, question: SpotQuestion): Promise<SpotRow[]> {
  const { district, kind, status, area, dueBefore, sort, after, limit } = question
  const { key, cast, down } = sorts[sort]
  const wanted: RawBuilder<SqlBool>[] = [sql<SqlBool>`s.district = ${district}`]
  if (kind) wanted.push(sql<SqlBool>`s.kind = ${kind}`)
  if (status) wanted.push(sql<SqlBool>`s.status = ${status}`)
  if (area) wanted.push(sql<SqlBool>`starts_with(s.area, ${area})`)
  if (dueBefore) wanted.push(sql<SqlBool>`s.status = 'in-use' and ${due} < ${dueBefore}::timestamptz`)
  if (after) {
    const place = sql`(${after[0]}::${cast}, ${after[1]})`
    wanted.push(down ? sql<SqlBool>`(${key}, s.code) < ${place}` : sql<SqlBool>`(${key}, s.code) > ${place}`)
  }
  const order = down ? sql`${key} desc, s.code desc` : sql`${key}, s.code`
  const { rows } = await sql<SpotRow>`select ${columns}, ${due} as "upkeepDue" from life_circle.spot as s ${opinions}
    where ${sql.join(wanted, sql` and `)} order by ${order} limit ${limit + 1}`.execute(db.kysely)
  return rows
}

export async function findSpot(db: Db, district: string, code: string): Promise<SpotRow | null> {
  const { rows } = await sql<SpotRow>`select ${columns}, ${due} as "upkeepDue" from life_circle.spot as s ${opinions}
    where s.district = ${district} and s.code = ${code}`.execute(db.kysely)
  return rows[0] ?? null
}

/** Writes a spot as the version after the one seen (null: a new one); false when somebody was first. */
export async function putSpot(
  db: Db,
  district: string,
  { code, seen, body }: { readonly code: string; readonly seen: number | null; readonly body: SpotBody },
  { at, by }: Stroke,
): Promise<boolean> {
  const { kind, name, status, lng, lat, area, about, unit, keeper, upkeepDays, photos } = body
  const { numAffectedRows } = await sql`
    insert into life_circle.spot as s (district, code, kind, name, status, lng, lat, area, about, unit, keeper, upkeep_days,
      photos, version, changed_at, changed_by)
    values (${district}, ${code}, ${kind}, ${name}, ${status}, ${lng}, ${lat}, ${area}, ${about}, ${unit}, ${keeper},
      ${upkeepDays}, ${sql.val(photos)}::text[], 1, ${at}, ${by})
    on conflict (district, code) do update set kind = excluded.kind, name = excluded.name, status = excluded.status,
      lng = excluded.lng, lat = excluded.lat, area = excluded.area, about = excluded.about, unit = excluded.unit,
      keeper = excluded.keeper, upkeep_days = excluded.upkeep_days, photos = excluded.photos, version = s.version + 1,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by
    where s.version = ${seen ?? -1}`.execute(db.kysely)
  return Number(numAffectedRows ?? 0) > 0
}

export type UpkeepRow = {
  readonly note: string
  readonly photos: readonly string[]
  readonly at: Instant
  readonly by: string
}

export async function putUpkeep(
  db: Db,
  district: string,
  { spot, id, note, photos }: { spot: string; id: string; note: string; photos: readonly string[] },
  { at, by }: Stroke,
): Promise<void> {
  await sql`insert into life_circle.spot_upkeep (district, spot, id, note, photos, done_at, done_by)
    values (${district}, ${spot}, ${id}, ${note}, ${sql.val([...photos])}::text[], ${at}, ${by})`.execute(db.kysely)
  await sql`update life_circle.spot set last_upkeep = greatest(last_upkeep, ${at}::timestamptz)
    where district = ${district} and code = ${spot}`.execute(db.kysely)
}

/** The last fifty, newest first. */
export async function upkeepsOf(db: Db, district: string, spot: string): Promise<UpkeepRow[]> {
  const { rows } = await sql<UpkeepRow>`select note, photos, done_at as at, done_by as by from life_circle.spot_upkeep
    where district = ${district} and spot = ${spot} order by id desc limit 50`.execute(db.kysely)
  return rows
}

export type OpinionRow = {
  readonly person: string
  readonly stars: number
  readonly note: string
  readonly onSpot: boolean
  readonly at: Instant
}

export async function opinionsOf(db: Db, district: string, spot: string): Promise<OpinionRow[]> {
  const { rows } = await sql<OpinionRow>`select person, stars, note, on_spot as "onSpot", rated_at as at
    from life_circle.spot_rating where district = ${district} and spot = ${spot}
    order by rated_at desc limit 50`.execute(db.kysely)
  return rows
}

/** What this person thinks of the spot. */
export async function opinionOf(db: Db, district: string, spot: string, person: string): Promise<OpinionRow | null> {
  const { rows } = await sql<OpinionRow>`select person, stars, note, on_spot as "onSpot", rated_at as at
    from life_circle.spot_rating where district = ${district} and spot = ${spot} and person = ${person}`.execute(
    db.kysely,
  )
  return rows[0] ?? null
}

export async function putOpinion(db: Db, district: string, spot: string, one: OpinionRow): Promise<void> {
  const { person, stars, note, onSpot, at } = one
  await sql`insert into life_circle.spot_rating (district, spot, person, stars, note, on_spot, rated_at)
    values (${district}, ${spot}, ${person}, ${stars}, ${note}, ${onSpot}, ${at})
    on conflict (district, spot, person) do update set stars = excluded.stars, note = excluded.note,
      on_spot = excluded.on_spot, rated_at = excluded.rated_at`.execute(db.kysely)
}

export type WishRow = {
  readonly person: string
  readonly kind: string
  readonly note: string
  readonly at: LngLat
  readonly area: string | null
}

export async function putWish(db: Db, district: string, wish: WishRow, when: Instant): Promise<void> {
  const { person, kind, note, at, area } = wish
  await sql`insert into life_circle.wish (district, person, kind, note, lng, lat, area, wished_at)
    values (${district}, ${person}, ${kind}, ${note}, ${at[0]}, ${at[1]}, ${area}, ${when})
    on conflict (district, person, kind) do update set note = excluded.note, lng = excluded.lng, lat = excluded.lat,
      area = excluded.area, wished_at = excluded.wished_at`.execute(db.kysely)
}

export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

/** How many people asked for each kind in a box of the map, the most wanted first. */
export async function wishesIn(db: Db, district: string, { west, south, east, north }: Box): Promise<WishCount[]> {
  const { rows } = await sql<WishCount>`select kind, count(*)::int as people from life_circle.wish
    where district = ${district} and lng between ${west} and ${east} and lat between ${south} and ${north}
    group by kind order by people desc, kind`.execute(db.kysely)
  return rows
}

/** How many people asked for each kind in one of these areas; null for all of the district. */
export async function wishesUnder(db: Db, district: string, areas: readonly string[] | null): Promise<WishCount[]> {
  const under = areas === null ? sql`true` : sql`area = any(${sql.val([...areas])}::text[])`
  const { rows } = await sql<WishCount>`select kind, count(*)::int as people from life_circle.wish
    where district = ${district} and ${under} group by kind order by people desc, kind`.execute(db.kysely)
  return rows
}
