import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import { afterEdge, type Edge, edgeOf, overEdge } from './edge.ts'

export type Dim = 'unit' | 'category' | 'area'

export type SumsQuestion = {
  readonly district: string
  readonly flowing: readonly string[]
  readonly standing: readonly string[]
  readonly from: Day
  readonly to: Day
  /** The local day of the asking: what stands at the end of this day or later stands now. */
  readonly today: Day
  /** What the sums are told apart by; null for one sum per measure. */
  readonly by: Dim | 'day' | null
  readonly units?: readonly string[] | undefined
  readonly category?: string | undefined
  readonly area?: string | undefined
  readonly asOf?: Instant | undefined
}

/** `key` is the unit, category, area or day told apart by; '' where nothing is. */
export type SumRow = {
  readonly measure: string
  readonly standing: boolean
  readonly key: string
  readonly n: number
}

/**
 * Sums of the books. Over one dimension they are read from the cube and what is not rolled up yet; over more, or as
 * of a past instant, from the books themselves.
 */
export async function sumsOf(db: Db, question: SumsQuestion): Promise<SumRow[]> {
  const { district } = question
  const dims = dimsAsked(question)
  return overEdge(db, district, async (edge) => {
    const parts = partsOf(question, dims, edge)
    const rows = await summed(db, [...parts, sql`select null, false, ${edgeOf(district)}, 0`])
    const mark = rows.find(({ measure }) => measure === null)
    return { seen: mark?.key ?? null, found: rows.filter((row) => row !== mark) }
  })
}

function partsOf(question: SumsQuestion, dims: readonly Dim[], edge: Edge): RawBuilder<unknown>[] {
  const { asOf, by } = question
  const [dim = 'unit', ...more] = dims
  if (asOf === undefined) return more.length === 0 ? fromCube(question, dim, edge) : fromStanding(question, dims, edge)
  if (more.length > 0 || by === 'day' || !isNow(question)) return [fromBooks(question, dims, sql`at <= ${asOf}`)]
  return fromTrend(question, { dim, edge, asOf })
}

async function summed(db: Db, parts: readonly RawBuilder<unknown>[]): Promise<SumRow[]> {
  const { rows } = await sql<SumRow>`
    select measure, standing, key, sum(n)::float8 as n
    from (${sql.join(parts, sql` union all `)}) as part (measure, standing, key, n) group by 1, 2, 3`.execute(db.kysely)
  return rows
}

function dimsAsked({ by, units, category, area }: SumsQuestion): Dim[] {
  const asked: Dim[] = by === null || by === 'day' ? [] : [by]
  if (units !== undefined) asked.push('unit')
  if (category !== undefined) asked.push('category')
  if (area !== undefined) asked.push('area')
  return [...new Set(asked)]
}

const columns = { unit: sql`unit`, category: sql`category`, area: sql`area` } satisfies Record<Dim, RawBuilder<unknown>>

/** The local day of an instant. Asia/Shanghai has had one offset since 1991 (worktime/rules/days.ts). */
export const localDayOf = sql`(at at time zone 'Asia/Shanghai')::date`

/** Whether what stands is asked for as it is now, and not as it stood on some evening. */
const isNow = ({ by, to, today }: SumsQuestion): boolean => by !== 'day' && to >= today

function fromCube(question: SumsQuestion, dim: Dim, edge: Edge): RawBuilder<unknown>[] {
  const { district, flowing, standing, from, to, by } = question
  const about = sql`district = ${district} and dim = ${dim} and ${asked(question, dim, sql`key`)}`
  const keyed = (day: RawBuilder<unknown>) => (by === null ? sql`''` : by === 'day' ? sql`(${day})::text` : sql`key`)
  const stands = isNow(question)
    ? sql`
    select measure, true, ${keyed(sql`''`)}, n from indicators.total where ${about} and measure = any(${standing})`
    : sql`
    select measure, true, ${keyed(sql`greatest(day, ${from}::date)`)}, n from indicators.trend
    where ${about} and measure = any(${standing}) and day <= ${to}`
  return [
    sql`
    select measure, false, ${keyed(sql`day`)}, n from indicators.cube
    where ${about} and measure = any(${flowing}) and day between ${from} and ${to}`,
    stands,
    fromBooks(question, [dim], afterEdge(edge)),
  ]
}

/** As of a past instant: the days before it from the trend, and what of its own day had happened by then. */
function fromTrend(
  question: SumsQuestion,
  { dim, edge, asOf }: { readonly dim: Dim; readonly edge: Edge; readonly asOf: Instant },
): RawBuilder<unknown>[] {
  const { district, standing, by } = question
  const stood = { ...question, flowing: [] }
  const midnight = sql`(date_trunc('day', ${asOf}::timestamptz at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai')`
  return [
    fromBooks({ ...question, standing: [] }, [dim], sql`at <= ${asOf}`),
    sql`
    select measure, true, ${by === null ? sql`''` : sql`key`}, n from indicators.trend
    where district = ${district} and dim = ${dim} and ${asked(question, dim, sql`key`)}
      and measure = any(${standing}) and day < (${asOf}::timestamptz at time zone 'Asia/Shanghai')::date`,
    fromBooks(stood, [dim], sql`${afterEdge(edge)} and at < ${midnight}`),
    fromBooks(stood, [dim], sql`at >= ${midnight} and at <= ${asOf}`),
  ]
}

/** Over several dimensions: what flowed from the books of those days, what stands from the cases that bring it. */
function fromStanding(question: SumsQuestion, dims: readonly Dim[], edge: Edge): RawBuilder<unknown>[] {
  const { district, standing, by } = question
  const flows = fromBooks({ ...question, standing: [] }, dims, sql`true`)
  const stood = { ...question, flowing: [] }
  if (!isNow(question)) return [flows, fromBooks(stood, dims, sql`true`)]
  const key = by === null || by === 'day' ? sql`''` : columns[by]
  const stands = sql`
    select measure, true, ${key}, n from indicators.standing
    where district = ${district} and measure = any(${standing}) and ${all(question, dims)}`
  return [flows, stands, fromBooks(stood, dims, afterEdge(edge))]
}

function fromBooks(question: SumsQuestion, dims: readonly Dim[], rows: RawBuilder<unknown>): RawBuilder<unknown> {
  const { district, flowing, standing, from, to, by } = question
  const keyed = (day: RawBuilder<unknown>) => (by === null ? sql`''` : by === 'day' ? sql`(${day})::text` : columns[by])
  const until = isNow(question) ? sql`` : sql`and ${localDayOf} <= ${to}::date`
  const where = sql`district = ${district} and ${rows} and ${all(question, dims)}`
  return sql`
    select measure, false, ${keyed(sql`day`)}, n from cases.delta
    where ${where} and measure = any(${flowing}) and day between ${from} and ${to}
    union all
    select measure, true, ${keyed(sql`greatest(${localDayOf}, ${from}::date)`)}, n from cases.delta
    where ${where} and measure = any(${standing}) ${until}`
}

const all = (question: SumsQuestion, dims: readonly Dim[]): RawBuilder<unknown> =>
  sql.join([sql`true`, ...dims.map((dim) => asked(question, dim, columns[dim]))], sql` and `)

function asked({ units, category, area }: SumsQuestion, dim: Dim, column: RawBuilder<unknown>): RawBuilder<unknown> {
  if (dim === 'unit') return units === undefined ? sql`true` : sql`${column} = any(${units})`
  if (dim === 'area') return area === undefined ? sql`true` : sql`${column} = ${area}`
  return category === undefined
    ? sql`true`
    : sql`(${column} = ${category} or starts_with(${column}, ${`${category}/`}))`
}

/** What was counted for one local day, by the hour in which it was. */
export async function sumsByHour(
  db: Db,
  question: Pick<SumsQuestion, 'district' | 'units'> & { readonly measures: readonly string[]; readonly day: Day },
): Promise<{ measure: string; hour: number; n: number }[]> {
  const { district, measures, day, units } = question
  const { rows } = await sql<{ measure: string; hour: number; n: number }>`
    select measure, extract(hour from at at time zone 'Asia/Shanghai')::int as hour, sum(n)::float8 as n
    from cases.delta
    where district = ${district} and measure = any(${measures}) and day = ${day}
      ${units === undefined ? sql`` : sql`and unit = any(${units})`}
    group by 1, 2`.execute(db.kysely)
  return rows
}
