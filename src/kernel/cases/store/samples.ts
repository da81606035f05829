import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { SpotRow } from '../model/map.ts'
import type { Reach } from '../policy/sight.ts'
import type { Graded } from '../rules/sample.ts'
import { allOf, anyOf, type Condition, within } from './sight.ts'

export type Quads = readonly [from: number, before: number]

export type TileAsked = {
  readonly district: string
  readonly quads: Quads
  /** Only those that are not settled. */
  readonly open: boolean
}

/** Ids of a tile from the highest grade down, at most so many: a few pages of an index, however full the tile is. */
export async function gradedInTile(db: Db, { district, quads, open }: TileAsked, most: number): Promise<Graded[]> {
  const [from, before] = quads
  const { rows } = await sql<Graded>`
    select s.case_id as id, g.grade from generate_series(16, 0, -1) as g(grade) cross join lateral (
      select case_id from ${sql.table(open ? 'cases.alive' : 'cases.spot')}
      where district = ${district} and cases.grade(case_id) = g.grade and quad >= ${from} and quad < ${before}
        ${open ? sql`and not settled` : sql``}
      limit ${most}
    ) as s limit ${most}`.execute(db.kysely)
  return rows
}

/** By what else than its tile a case may be looked up. */
export type Narrowed = {
  /** Only what is not settled: those are few. */
  readonly open: boolean
  readonly unit: string | null
  /** What the viewer may see. */
  readonly reach: Reach
}

/** More cases than this that somebody had a hand in are not looked through one by one. */
const MOST_HANDS = 20_000

/**
 * Ids of a narrow question from the highest grade down, at most so many: by unit, or by the ways to a case of somebody
 * who sees some. Null where the question is not narrow. Wider than the question, never narrower, but
 * for joint tasks that are over.
 */
export async function gradedByQuestion(
  db: Db,
  { open, unit, reach }: Narrowed,
  most: number,
): Promise<Graded[] | null> {
  const ofUnits = (units: readonly string[]) => (open ? aliveOf(reach, units, most) : cardsOf(reach, units, most))
  const roads: RawBuilder<unknown>[] = []
  if (unit !== null) roads.push(ofUnits([unit]))
  else if (reach.all) return null
  else {
    if (reach.units.length > 0) roads.push(ofUnits(reach.units))
    roads.push(...personal(reach, most))
  }
  const { rows } = await sql<Graded>`select distinct id, grade from (${sql.join(roads, sql` union all `)}) as found
    order by grade desc limit ${most}`.execute(db.kysely)
  return rows
}

const aliveOf = ({ district }: Reach, units: readonly string[], most: number) => sql`(
  select case_id as id, cases.grade(case_id) as grade from cases.alive
  where district = ${district} and unit = any(${sql.val([...units])}::text[]) and not settled
  order by cases.grade(case_id) desc limit ${most})`

/** Unit by unit, so that each is read in the order of its index. */
const cardsOf = ({ district }: Reach, units: readonly string[], most: number) => sql`(
  select c.id, c.grade from unnest(${sql.val([...units])}::text[]) as u(unit) cross join lateral (
    select id, cases.grade(id) as grade from cases.card where district = ${district} and unit = u.unit
    order by cases.grade(id) desc limit ${most}) as c)`

/** What reaches somebody by his own name, his grids and his joint tasks. */
function personal({ district, hands, owners, grids, leads }: Reach, most: number): RawBuilder<unknown>[] {
  const graded = (ids: RawBuilder<unknown>) => sql`(
    select id, cases.grade(id) as grade from (${ids}) as own order by 2 desc limit ${most})`
  const people = [...new Set([...hands, ...owners])]
  const roads = [
    sql`select case_id as id from cases.hand where district = ${district}
      and staff = any(${sql.val(people)}::text[]) order by case_id desc limit ${MOST_HANDS}`,
  ]
  if (owners.length > 0)
    roads.push(sql`select id from cases.card where district = ${district} and not settled
      and holder = any(${sql.val([...owners])}::text[])`)
  if (grids.length > 0)
    roads.push(sql`select id from cases.card where district = ${district}
      and grid = any(${sql.val([...grids])}::text[]) limit ${MOST_HANDS}`)
  if (leads.length > 0)
    roads.push(sql`select id from cases.card where district = ${district} and parent is not null and not ended
      limit ${MOST_HANDS}`)
  return roads.map(graded)
}

export type CasesAsked = {
  readonly district: string
  readonly filters: readonly Condition[]
  readonly ways: readonly Condition[]
  readonly quads: Quads
}

/** Those of these ids that the question means and that lie in the tile. */
export async function spotsAmong(db: Db, ids: readonly string[], asked: CasesAsked): Promise<(SpotRow & Quad)[]> {
  const { district, filters, ways, quads } = asked
  if (ids.length === 0 || ways.length === 0) return []
  const { rows } = await sql<SpotRow & Quad>`
    select c.id, c.number, c.title, s.lng, s.lat, s.quad::float8 as quad, c.stage, c.settled, c.overdue, c.due, c.warn_at as "warnAt"
    from cases.spot as s join cases.card as c on c.district = s.district and c.id = s.case_id
    where s.district = ${district} and s.case_id = any(${sql.val([...ids])}::text[])
      and s.quad >= ${quads[0]} and s.quad < ${quads[1]}
      and ${within({ district }, allOf([...filters, anyOf(ways)]))}`.execute(db.kysely)
  return rows
}
type Quad = { readonly quad: number }
