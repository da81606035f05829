import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Bbox } from '../../../platform/geo/shapes.ts'
import type { Day } from '../../../platform/time.ts'
import type { HeapRow, SpotRow } from '../model/map.ts'
import { allOf, anyOf, type Condition, within } from './sight.ts'

export type SpotsAsked = {
  readonly district: string
  readonly filters: readonly Condition[]
  readonly ways: readonly Condition[]
  /** The quads of a tile, the second not included. */
  readonly quads: readonly [from: number, before: number]
}

const spotted = ({ district, filters, ways, quads: [from, before] }: SpotsAsked): RawBuilder<unknown> => sql`
  from cases.spot as s join cases.card as c on c.district = s.district and c.id = s.case_id
  where s.district = ${district} and s.quad >= ${from} and s.quad < ${before}
    and ${within({ district }, allOf([...filters, anyOf(ways)]))}`

/** At most so many cases of a tile, in no order. */
export async function spotsIn(db: Db, asked: SpotsAsked, most: number): Promise<SpotRow[]> {
  if (asked.ways.length === 0) return []
  const { rows } = await sql<SpotRow>`
    select c.id, c.number, c.title, s.lng, s.lat, c.settled, c.overdue, c.due, c.warn_at as "warnAt"
    ${spotted(asked)} limit ${most}`.execute(db.kysely)
  return rows
}

/** The same told together: the tile is cut into `parts` squares, a power of four, and each tells how many it holds. */
export async function heapsIn(db: Db, asked: SpotsAsked, parts: number): Promise<HeapRow[]> {
  if (asked.ways.length === 0) return []
  const size = Math.max(1, (asked.quads[1] - asked.quads[0]) / parts)
  const { rows } = await sql<HeapRow>`
    select avg(s.lng) as lng, avg(s.lat) as lat, count(*)::int as count,
      (count(*) filter (where c.overdue and not c.settled))::int as overdue
    ${spotted(asked)} group by s.quad / ${size}::bigint`.execute(db.kysely)
  return rows
}

/** Whether a case lies in a ring: by its box along the index first, then by the ring itself. */
export const liesIn = (district: string, { quads, ring }: { quads: Span; ring: string }): Condition =>
  sql<SqlBool>`exists (select 1 from cases.spot as s where s.district = ${district} and s.case_id = c.id
    and s.quad between ${quads.from} and ${quads.to} and ${ring}::polygon @> point(s.lng, s.lat))`
export type Span = { readonly from: number; readonly to: number }

export type Extent = {
  readonly bounds: Bbox | null
  readonly firstDay: Day | null
  readonly lastDay: Day | null
}

/** The box round the spots of the newest cases (at most so many), and the first and last day of all. */
export async function extentOf(db: Db, district: string, newest: number): Promise<Extent> {
  const { rows } = await sql<Record<'west' | 'south' | 'east' | 'north', number | null>>`
    select min(lng) as west, min(lat) as south, max(lng) as east, max(lat) as north
    from (select lng, lat from cases.spot where district = ${district} order by case_id desc limit ${newest}) as newest`.execute(
    db.kysely,
  )
  const days = await sql<{ first: Day | null; last: Day | null }>`
    select (select filed_on from cases.spot where district = ${district} order by case_id limit 1) as first,
      (select filed_on from cases.spot where district = ${district} order by case_id desc limit 1) as last`.execute(
    db.kysely,
  )
  const [box] = rows
  const [span] = days.rows
  const known = box && box.west !== null && box.south !== null && box.east !== null && box.north !== null
  return {
    bounds: known ? ([box.west, box.south, box.east, box.north] as Bbox) : null,
    firstDay: span?.first ?? null,
    lastDay: span?.last ?? null,
  }
}
