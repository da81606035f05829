import { type RawBuilder, sql } from 'kysely'
import type { CaseId } from '../../kernel/cases/model/case.ts'
import type { Condition } from '../../kernel/cases/store/sight.ts'
import type { Db } from '../../platform/db/db.ts'
import type { Instant } from '../../platform/time.ts'
import type { BoardLight } from './model.ts'
import type { LightRow } from './rules.ts'

/** The light of an open case in `cases.alive as a`: the rule of `lightOf`, but what is on hold is told apart. */
const isLit = (now: Instant): Readonly<Record<BoardLight, RawBuilder<boolean>>> => {
  const ends = sql<boolean>`(not a.held and not a.overdue and a.due >= ${now})`
  return {
    held: sql<boolean>`a.held`,
    red: sql<boolean>`(not a.held and (a.overdue or a.due < ${now}))`,
    yellow: sql<boolean>`(${ends} and a.warn_at <= ${now})`,
    green: sql<boolean>`(${ends} and (a.warn_at is null or a.warn_at > ${now}))`,
    none: sql<boolean>`(not a.held and not a.overdue and a.due is null)`,
  }
}

type Where = { readonly district: string; readonly units: readonly string[] | null }

/** Open requests; a joint task is seen with the case it helps. */
const openIn = ({ district, units }: Where): Condition => sql`
  a.district = ${district} and not a.settled and not a.joint
  ${units === null ? sql`` : sql`and a.unit = any(${units})`}`

const countsOf = (now: Instant): RawBuilder<unknown> =>
  sql.join(
    Object.entries(isLit(now)).map(
      ([light, condition]) => sql`(count(*) filter (where ${condition}))::int as ${sql.ref(light)}`,
    ),
  )

/** How many open cases show which light, by unit and area. */
export async function lightsOf(db: Db, where: Where, now: Instant): Promise<LightRow[]> {
  const { rows } = await sql<LightRow>`
    select coalesce(a.unit, '') as unit, coalesce(a.area, '') as area, ${countsOf(now)}
    from cases.alive as a where ${openIn(where)} group by 1, 2`.execute(db.kysely)
  return rows
}

export type PlaceLightRow = Omit<LightRow, 'unit'> & { readonly grid: string | null }

/** The same by area and grid. */
export async function lightsOfPlaces(db: Db, where: Where, now: Instant): Promise<PlaceLightRow[]> {
  const { rows } = await sql<PlaceLightRow>`
    select coalesce(a.area, '') as area, c.grid, ${countsOf(now)}
    from cases.alive as a join cases.card as c on c.district = a.district and c.id = a.case_id
    where ${openIn(where)} group by 1, 2`.execute(db.kysely)
  return rows
}

export type LitQuestion = Where & {
  readonly light: BoardLight
  readonly now: Instant
  readonly unit?: string | undefined
  readonly area?: string | undefined
  readonly visible: Condition
  readonly after: string | null
  readonly limit: number
}

/** A street holds its communities, a community its grids; an empty one is no area at all. */
const inArea = (area: string): Condition =>
  area === ''
    ? sql`and c.area is null`
    : sql`and (c.area = ${area} or starts_with(c.area, ${`${area}/`}) or c.area || '/' || c.grid = ${area})`

/** The open cases that show a light, newest first. */
export async function casesLit(db: Db, question: LitQuestion): Promise<CaseId[]> {
  const { light, now, unit, area, visible, after, limit } = question
  const { rows } = await sql<{ id: CaseId }>`
    select c.id from cases.alive as a join cases.card as c on c.district = a.district and c.id = a.case_id
    where ${openIn(question)} and ${isLit(now)[light]} and ${visible}
      ${unit === undefined ? sql`` : sql`and coalesce(a.unit, '') = ${unit}`}
      ${area === undefined ? sql`` : inArea(area)}
      ${after === null ? sql`` : sql`and a.case_id < ${after}`}
    order by a.case_id desc limit ${limit}`.execute(db.kysely)
  return rows.map(({ id }) => id)
}

type Seen = {
  readonly district: string
  readonly ids: readonly CaseId[]
  readonly visible: Condition
  readonly limit: number
}

/** Of these cases those that may be seen, newest first. */
export async function casesSeen(
  db: Db,
  { district, ids, visible, after, limit }: Seen & { readonly after: string | null },
): Promise<CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`
    select c.id from cases.card as c
    where c.district = ${district} and c.id = any(${sql.val([...ids])}::text[]) and ${visible}
      ${after === null ? sql`` : sql`and c.id < ${after}`}
    order by c.id desc limit ${limit}`.execute(db.kysely)
  return rows.map(({ id }) => id)
}

export type SpotSeen = { readonly id: CaseId; readonly name: string; readonly lng: number; readonly lat: number }

/** Where those of these cases are that may be seen and have a place. */
export async function spotsSeen(db: Db, { district, ids, visible, limit }: Seen): Promise<SpotSeen[]> {
  const { rows } = await sql<SpotSeen>`
    select c.id, coalesce(c.title, c.number) as name, s.lng, s.lat
    from cases.spot as s join cases.card as c on c.district = s.district and c.id = s.case_id
    where s.district = ${district} and s.case_id = any(${sql.val([...ids])}::text[]) and ${visible}
    order by c.id desc limit ${limit}`.execute(db.kysely)
  return rows
}
