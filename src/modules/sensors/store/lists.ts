import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Cursor } from '../../../platform/http/paging.ts'
import type { Instant } from '../../../platform/time.ts'
import type { EpisodeFilters, ReadingFilters, SensorFilters } from '../model/lists.ts'
import type { Reading } from '../model/sensor.ts'
import { type EpisodeLine, episodeColumns, type SensorLine, sensorColumns } from './sensors.ts'

/** A page of a list: what it is narrowed to, the key of the last row before it, and one row more than is shown. */
export type Asked<Filters> = {
  readonly district: string
  readonly filters: Filters
  readonly after: Cursor | null
  readonly limit: number
}

/** Instants between which something happened; null where the span is open. */
export type Span = { readonly from: Instant | null; readonly before: Instant | null }

const allOf = (conditions: readonly (RawBuilder<SqlBool> | null)[]): RawBuilder<SqlBool> =>
  sql`${sql.join([sql`true`, ...conditions.filter((one) => one !== null)], sql` and `)}`

const spoke = sql`coalesce(t.last_at, '-infinity'::timestamptz)`

export async function sensorPage(
  db: Db,
  { district, filters: { q = '', kind, use, sort = 'id' }, after, limit }: Asked<SensorFilters>,
): Promise<readonly SensorLine[]> {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const [first = null, second = null] = after ?? []
  const orders = {
    id: { by: sql`s.id`, beyond: sql<SqlBool>`s.id > ${first}` },
    name: { by: sql`s.name, s.id`, beyond: sql<SqlBool>`(s.name, s.id) > (${first}, ${second})` },
    last: {
      by: sql`${spoke} desc, s.id desc`,
      beyond: sql<SqlBool>`(${spoke}, s.id) < (coalesce(${first}::timestamptz, '-infinity'), ${second})`,
    },
  }
  const { by, beyond } = orders[sort]
  const where = allOf([
    q === '' ? null : sql<SqlBool>`(s.id ilike ${like} or s.name ilike ${like} or s.place ilike ${like})`,
    kind === undefined ? null : sql<SqlBool>`s.kind = ${kind}`,
    use === undefined ? null : sql<SqlBool>`s.active = ${use === 'active'}`,
    after === null ? null : beyond,
  ])
  const { rows } = await sql<SensorLine>`
    select ${sensorColumns}, t.last_at as "lastAt", t.last_value as "lastValue", t.rules
    from sensors.sensor as s join sensors.state as t on t.district = s.district and t.sensor = s.id
    where s.district = ${district} and ${where} order by ${by} limit ${limit + 1}`.execute(db.kysely)
  return rows
}

/** The key of a sensor in the order of its list. */
export const sensorKey = ({ sort = 'id' }: SensorFilters, { id, name, lastAt }: SensorLine): Cursor =>
  sort === 'id' ? [id] : sort === 'name' ? [name, id] : [lastAt, id]

const raised = sql`date_trunc('milliseconds', e.raised_at)`

export async function episodePage(
  db: Db,
  { district, filters, after, limit, from, before }: Asked<EpisodeFilters> & Span,
): Promise<readonly EpisodeLine[]> {
  const { sensor, rule, stands, sort = 'newest' } = filters
  const [at = null, id = null] = after ?? []
  const place = sql`(${at}::timestamptz, ${id})`
  const where = allOf([
    sensor === undefined ? null : sql<SqlBool>`e.sensor = ${sensor}`,
    rule === undefined ? null : sql<SqlBool>`e.rule = ${rule}`,
    stands === undefined ? null : sql<SqlBool>`(e.recovered_at is null) = ${stands === 'lasting'}`,
    from === null ? null : sql<SqlBool>`e.raised_at >= ${from}`,
    before === null ? null : sql<SqlBool>`e.raised_at < ${before}`,
    after === null
      ? null
      : sort === 'newest'
        ? sql<SqlBool>`(${raised}, e.id) < ${place}`
        : sql<SqlBool>`(${raised}, e.id) > ${place}`,
  ])
  const { rows } = await sql<EpisodeLine>`
    select ${episodeColumns}, c.number, c.settled from sensors.episode as e
    left join cases.card as c on c.district = e.district and c.id = e.case_id
    where e.district = ${district} and ${where}
    order by ${sort === 'newest' ? sql`${raised} desc, e.id desc` : sql`${raised}, e.id`} limit ${limit + 1}`.execute(
    db.kysely,
  )
  return rows
}

export async function readingPage(
  db: Db,
  asked: Asked<ReadingFilters> & Span & { readonly sensor: string },
): Promise<readonly Reading[]> {
  const { district, sensor, filters, after, limit, from, before } = asked
  const isNewest = (filters.sort ?? 'newest') === 'newest'
  const at = after?.[0] ?? null
  const where = allOf([
    from === null ? null : sql<SqlBool>`at >= ${from}`,
    before === null ? null : sql<SqlBool>`at < ${before}`,
    at === null ? null : isNewest ? sql<SqlBool>`at < ${at}::timestamptz` : sql<SqlBool>`at > ${at}::timestamptz`,
  ])
  const { rows } = await sql<Reading>`
    select at, value from sensors.reading where district = ${district} and sensor = ${sensor} and ${where}
    order by ${isNewest ? sql`at desc` : sql`at`} limit ${limit + 1}`.execute(db.kysely)
  return rows
}
