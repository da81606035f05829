import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { LngLat } from '../../../platform/geo/shapes.ts'
import type { Day } from '../../../platform/time.ts'
import type { QuadSpan } from '../rules/far.ts'
import type { Condition } from './sight.ts'

/** Whether a case lies in a ring: by its box along the index first, then by the ring itself. */
export const liesIn = (district: string, { quads, ring }: { quads: Span; ring: string }): Condition =>
  sql<SqlBool>`exists (select 1 from cases.spot as s where s.district = ${district} and s.case_id = c.id
    and s.quad between ${quads.from} and ${quads.to} and ${ring}::polygon @> point(s.lng, s.lat))`
export type Span = { readonly from: number; readonly to: number }

/** More cases than this that lie far away are not looked at. */
const MOST_FAR = 5_000

/** Whether a case lies in one of these spans of quads; few do, so they are looked up first. */
export const liesFar = (district: string, spans: readonly QuadSpan[]): Condition => sql<SqlBool>`c.id = any(array(
  select s.case_id from unnest(${sql.val(spans.map(([from]) => from))}::bigint[],
    ${sql.val(spans.map(([, before]) => before))}::bigint[]) as span(from_quad, before_quad)
  join cases.spot as s on s.district = ${district} and s.quad >= span.from_quad and s.quad < span.before_quad
  limit ${MOST_FAR}))`

/** The spots of the newest cases, at most so many. */
export async function newestSpots(db: Db, district: string, most: number): Promise<LngLat[]> {
  const { rows } = await sql<{ lng: number; lat: number }>`
    select lng, lat from cases.spot where district = ${district} order by case_id desc limit ${most}`.execute(db.kysely)
  return rows.map(({ lng, lat }) => [lng, lat])
}

/** The first and the last day on which a case that has a spot was filed. */
export async function daysSpotted(db: Db, district: string): Promise<{ first: Day | null; last: Day | null }> {
  const { rows } = await sql<{ first: Day | null; last: Day | null }>`
    select (select filed_on from cases.spot where district = ${district} order by case_id limit 1) as first,
      (select filed_on from cases.spot where district = ${district} order by case_id desc limit 1) as last`.execute(
    db.kysely,
  )
  return rows[0] ?? { first: null, last: null }
}
