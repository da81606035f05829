import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { CaseId } from '../../cases/model/case.ts'
import type { Behind } from '../model.ts'
import { completeGroups, type Row, type Source } from '../rules/merge.ts'
import { afterEdge, type Edge, edgeOf, overEdge } from './edge.ts'
import { localDayOf } from './sums.ts'

export type Listed = { readonly measure: string; readonly weight: number; readonly standing: boolean }

export type BehindQuestion = {
  readonly district: string
  readonly part: readonly Listed[]
  readonly from: Day
  readonly to: Day
  readonly today: Day
  readonly units?: readonly string[] | undefined
  readonly category?: string | undefined
  readonly area?: string | undefined
  readonly asOf?: Instant | undefined
  /** A condition on `cases.card c`: which cases the viewer may see. */
  readonly visible: () => Expression<SqlBool>
  readonly after?: Pick<Behind, 'day' | 'id'> | undefined
  readonly limit: number
}

/** So many rows of each measure are looked at in one go where a page was not enough. */
const AT_ONCE = 2_000

/**
 * The cases that make up a part of a figure, newest first: the same rows, not yet summed. Every measure is read in
 * the order of its key and no further than the page needs, so that a page costs a page.
 */
export async function casesBehind(db: Db, question: BehindQuestion): Promise<Behind[]> {
  const part = question.part.filter(({ weight }) => weight !== 0)
  const found: Behind[] = []
  if (part.length === 0) return found
  for (let { after } = question, size = 3 * question.limit; found.length < question.limit; size = AT_ONCE) {
    const next = await nextBehind(db, { ...question, part, after }, size)
    const seen = await visibleAmong(db, question, next.groups)
    found.push(...next.groups.filter(({ id }) => seen.has(id)))
    if (next.after === null) break
    after = next.after
  }
  return found.slice(0, question.limit)
}

async function visibleAmong(db: Db, { district, visible }: BehindQuestion, rows: readonly Behind[]) {
  if (rows.length === 0) return new Set<CaseId>()
  const ids = [...new Set(rows.map(({ id }) => id))]
  const { rows: seen } = await sql<{ id: CaseId }>`
    select c.id from cases.card c where c.district = ${district} and c.id = any(${ids}::text[]) and ${visible()}
  `.execute(db.kysely)
  return new Set(seen.map(({ id }) => id))
}

/** The next cases whose rows are all read, and where the reading stopped. */
async function nextBehind(db: Db, question: BehindQuestion, first: number) {
  for (let size = first; ; size *= 4) {
    const next = completeGroups(await rowsBehind(db, question, size), size)
    // One case alone may have more rows than were read; then more of them are read.
    if (next.after !== 'more') return { groups: next.groups, after: next.after }
  }
}

function rowsBehind(db: Db, question: BehindQuestion, size: number): Promise<readonly Source[]> {
  const { district, part } = question
  return overEdge(db, district, async (edge) => {
    const sources = part.flatMap((listed, index) => sourcesOf(question, listed, { edge, size, index }))
    const { rows } = await sql<Row & { source: number; edge: Edge }>`
      select source, day, id, n::float8 as n, null as edge from (${sql.join(sources, sql` union all `)}) as s
      union all select -1, null, null, 0, ${edgeOf(district)}`.execute(db.kysely)
    const mark = rows.find(({ source }) => source === -1)
    const bySource = new Map<number, Row[]>()
    for (const { source, day, id, n } of rows)
      if (source !== -1) bySource.set(source, [...(bySource.get(source) ?? []), { day, id, n }])
    return {
      seen: mark?.edge ?? null,
      found: [...bySource].map(([key, read]) => ({ rows: read, whole: key % 2 === 1 })),
    }
  })
}

type Reading = { readonly edge: Edge; readonly size: number; readonly index: number }

/** Even sources are read in order and cut at `size`; odd ones, the tail that is not rolled up yet, are read whole. */
function sourcesOf(question: BehindQuestion, listed: Listed, { edge, size, index }: Reading): RawBuilder<unknown>[] {
  const { district, from, to, today, asOf } = question
  const { measure, weight, standing } = listed
  const rows = (table: string, place: number, more: readonly RawBuilder<unknown>[], cut: RawBuilder<unknown>) => sql`
    (select ${place}::int as source, day, case_id as id, n * ${weight}::numeric as n from ${sql.table(table)}
    where ${sql.join([sql`district = ${district} and measure = ${measure}`, ...narrowed(question), ...more], sql` and `)}
    ${cut})`
  const inOrder = sql`order by day desc, case_id desc limit ${size}`
  const past = asOf === undefined ? [] : [sql`at <= ${asOf}`]
  const books = (more: RawBuilder<unknown>) => [rows('cases.delta', 2 * index, [more, ...past], inOrder)]
  if (!standing) return books(sql`day between ${from} and ${to}`)
  if (to < today) return books(sql`${localDayOf} <= ${to}::date`)
  if (asOf !== undefined) return books(sql`true`)
  return [
    rows('indicators.standing', 2 * index, [], inOrder),
    rows('cases.delta', 2 * index + 1, [afterEdge(edge)], sql``),
  ]
}

function narrowed({ units, category, area, after }: BehindQuestion): RawBuilder<unknown>[] {
  return [
    units && sql`unit = any(${units})`,
    category !== undefined && sql`(category = ${category} or starts_with(category, ${`${category}/`}))`,
    area !== undefined && sql`area = ${area}`,
    after && sql`(day, case_id) < (${after.day}::date, ${after.id})`,
  ].filter((filter) => typeof filter === 'object')
}
