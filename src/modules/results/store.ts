import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { Day } from '../../platform/time.ts'
import type { Edition, NearRow, Period, ResultFilter, ResultRow, ResultSort, ResultSummary } from './model.ts'

export type CellSum = { readonly area: string; readonly category: string; readonly measure: string; readonly n: number }

/** What the books say of the answers of these days, by place and category; the grid is the one the case lies in now. */
export async function answersIn(
  db: Db,
  { district, measures, from, until }: Period & { readonly district: string; readonly measures: readonly string[] },
): Promise<readonly CellSum[]> {
  const { rows } = await sql<CellSum>`
    select case when c.grid is null then d.area else d.area || '/' || c.grid end as area, d.category, d.measure,
      sum(d.n)::int as n
    from cases.delta as d
      left join cases.card as c on c.district = d.district and c.id = d.case_id and c.area = d.area and d.area like '%/%'
    where d.district = ${district} and d.measure = any(${sql.val([...measures])}::text[])
      and d.day between ${from} and ${until}
    group by 1, 2, 3 having sum(d.n) <> 0`.execute(db.kysely)
  return rows
}

/** Writes an edition whole; false where there is one of this week already. */
export async function putEdition(
  db: Db,
  district: string,
  { from, until, least, publishedAt }: Edition,
  rows: readonly ResultRow[],
  near: readonly NearRow[],
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { numAffectedRows } = await sql`
      insert into results.edition (district, until, from_day, least, published_at)
      values (${district}, ${until}, ${from}, ${least}, ${publishedAt}) on conflict do nothing`.execute(tx.kysely)
    if (numAffectedRows !== 1n) return false
    await sql`
      insert into results.line (district, until, id, level, area, place, theme, rest, answered, solved, explained,
        unsolved, in_time, late, rated, satisfied)
      select ${district}, ${until}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(
        id text, level text, area text, place text, theme text, rest boolean, answered int, solved int, explained int,
        unsolved int, "inTime" int, late int, rated int, satisfied int)`.execute(tx.kysely)
    await sql`
      insert into results.near (district, until, area, level, place, solved_from, solved_to)
      select ${district}, ${until}, r.area, r.level, r.place, r."solvedFrom", r."solvedTo"
      from jsonb_to_recordset(${JSON.stringify(near)}::jsonb) as r(
        area text, level text, place text, "solvedFrom" int, "solvedTo" int)`.execute(tx.kysely)
    return true
  })
}

const asDay = (column: RawBuilder<unknown>) => sql<Day>`to_char(${column}, 'YYYY-MM-DD')`

/** The newest first. */
export async function editionsOf(db: Db, district: string, limit: number): Promise<readonly Edition[]> {
  const { rows } = await sql<Edition>`
    select ${asDay(sql`from_day`)} as "from", ${asDay(sql`until`)} as until, least, published_at as "publishedAt"
    from results.edition where district = ${district} order by results.edition.until desc limit ${limit}`.execute(
    db.kysely,
  )
  return rows
}

type Where = { readonly district: string; readonly until: string } & Pick<ResultFilter, 'area' | 'theme'>

const matching = ({ district, until, area, theme }: Where): RawBuilder<unknown> => sql`
  district = ${district} and until = ${until}
  ${area === undefined ? sql`` : sql`and (area = ${area} or starts_with(area, ${`${area}/`}))`}
  ${theme === undefined ? sql`` : sql`and theme = ${theme}`}`

const columns = sql`id, level, area, place, theme, rest, answered, solved, explained, unsolved, in_time as "inTime", late,
  rated, satisfied`

type LinesQuestion = Where & {
  readonly sort: ResultSort
  readonly after: readonly [number | string, string] | null
  readonly limit: number
}

export async function linesOf(db: Db, question: LinesQuestion): Promise<readonly ResultRow[]> {
  const { sort, after, limit } = question
  const key = sort === 'place' ? sql`place` : sql.ref(sort)
  const beyond =
    after === null
      ? sql``
      : sort === 'place'
        ? sql`and (place, id) > (${after[0]}, ${after[1]})`
        : sql`and (${key}, id) < (${after[0]}, ${after[1]})`
  const way = sort === 'place' ? sql`asc` : sql`desc`
  const { rows } = await sql<ResultRow>`
    select ${columns} from results.line where ${matching(question)} ${beyond}
    order by ${key} ${way}, id ${way} limit ${limit}`.execute(db.kysely)
  return rows
}

/** Sums of what matches, and every place and theme of the edition. */
export async function summaryOf(db: Db, where: Where): Promise<Pick<ResultSummary, 'sums' | 'places' | 'themes'>> {
  const { district, until } = where
  const [sums, places, themes] = await Promise.all([
    sql<ResultSummary['sums']>`
      select coalesce(sum(answered), 0)::int as answered, coalesce(sum(solved), 0)::int as solved,
        coalesce(sum(explained), 0)::int as explained, coalesce(sum(unsolved), 0)::int as unsolved,
        coalesce(sum(in_time), 0)::int as "inTime", coalesce(sum(late), 0)::int as late
      from results.line where ${matching(where)}`.execute(db.kysely),
    sql<ResultSummary['places'][number]>`
      select area, place, level from results.line where district = ${district} and until = ${until} and area <> ''
      union select area, place, level from results.near where district = ${district} and until = ${until}
      order by area`.execute(db.kysely),
    sql<{ theme: string }>`
      select theme from results.line where district = ${district} and until = ${until} and theme <> ''
      group by theme order by sum(answered) desc, theme`.execute(db.kysely),
  ])
  const nothing = { answered: 0, solved: 0, explained: 0, unsolved: 0, inTime: 0, late: 0 }
  return { sums: sums.rows[0] ?? nothing, places: places.rows, themes: themes.rows.map(({ theme }) => theme) }
}

/** In which class the number of solved cases of each place lies; none for an edition that is older than the classes. */
export async function nearOf(
  db: Db,
  { district, until }: Pick<Where, 'district' | 'until'>,
): Promise<readonly NearRow[]> {
  const { rows } = await sql<NearRow>`
    select area, place, level, solved_from as "solvedFrom", solved_to as "solvedTo" from results.near
    where district = ${district} and until = ${until} order by area`.execute(db.kysely)
  return rows
}
