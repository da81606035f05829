import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { TopicId, TopicSort, TopicView } from '../model/topics.ts'
import type { FiledText } from './texts.ts'

export type ToldText = FiledText & { readonly applicant: string | null }

/** The newest texts that were filed since a moment, for finding topics among them. */
export async function textsSince(db: Db, district: string, since: Instant, limit: number): Promise<ToldText[]> {
  const { rows } = await sql<ToldText>`
    select c.id, c.title, c.filed_at as "filedAt", c.area, c.applicant, tsvector_to_array(t.words) as words
    from cases.card as c join cases.text as t on t.district = c.district and t.case_id = c.id
    where c.district = ${district} and c.filed_at >= ${since} and c.title is not null and c.parent is null
    order by c.id desc limit ${limit}`.execute(db.kysely)
  return rows
}

/** Which topic each of these cases belongs to. */
export async function topicsOfCases(db: Db, district: string, ids: readonly string[]): Promise<Map<string, TopicId>> {
  const { rows } = await sql<{ id: string; topic: TopicId }>`select case_id as id, topic from dispatch.topic_case
    where district = ${district} and case_id = any(${sql.val([...ids])}::text[])`.execute(db.kysely)
  return new Map(rows.map(({ id, topic }) => [id, topic]))
}

export type FoundTopic = {
  readonly id: TopicId
  readonly name: string
  readonly heat: number
  readonly people: number
  readonly peak: number
  readonly days: number
  readonly likes: number
  readonly firstDay: Day
  readonly lastDay: Day
  readonly members: readonly string[]
}

/** Writes what was found; what was not found any more has cooled to nothing and stays to be read. */
export async function putTopics(db: Db, district: string, found: readonly FoundTopic[], at: Instant): Promise<void> {
  await db.transaction(async (tx) => {
    await sql`update dispatch.topic set heat = 0, peak = 0
      where district = ${district} and heat > 0 and not id = any(${sql.val(found.map(({ id }) => id))}::text[])`.execute(
      tx.kysely,
    )
    for (const topic of found) await putTopic(tx, district, topic, at)
  })
}

async function putTopic(db: Db, district: string, topic: FoundTopic, at: Instant): Promise<void> {
  const { id, name, heat, people, peak, days, likes, firstDay, lastDay, members } = topic
  await sql`
    insert into dispatch.topic (district, id, name, heat, people, peak, days, likes, first_day, last_day, found_at)
    values (${district}, ${id}, ${name}, ${heat}, ${people}, ${peak}, ${days}, ${likes}, ${firstDay}, ${lastDay}, ${at})
    on conflict (district, id) do update set name = excluded.name, heat = excluded.heat, people = excluded.people,
      peak = excluded.peak, days = excluded.days, likes = excluded.likes,
      first_day = least(dispatch.topic.first_day, excluded.first_day), last_day = excluded.last_day,
      found_at = excluded.found_at`.execute(db.kysely)
  await sql`
    insert into dispatch.topic_case (district, case_id, topic, joined_at)
    select ${district}, id, ${id}, ${at} from unnest(${sql.val([...members])}::text[]) as id
    on conflict (district, case_id) do update set topic = excluded.topic,
      joined_at = case when dispatch.topic_case.topic = excluded.topic then dispatch.topic_case.joined_at
        else excluded.joined_at end`.execute(db.kysely)
}

const sortKeys = { heat: sql`t.heat::float8`, people: sql`t.people`, last: sql`t.last_day` } as const satisfies Record<
  TopicSort,
  RawBuilder<unknown>
>
const casts = { heat: sql`real`, people: sql`int`, last: sql`date` } as const
const columnOf = { heat: sql`t.heat`, people: sql`t.people`, last: sql`t.last_day` } as const

export type TopicQuestion = {
  readonly district: string
  readonly sort: TopicSort
  readonly opened?: boolean | undefined
  readonly least?: number | undefined
  readonly id?: string
  readonly after: { readonly key: string | number; readonly id: string } | null
  readonly limit: number
}

export type TopicRow = TopicView & { readonly key: string | number }

/** Topics in an order, each with how many cases it has; one more than was asked for. */
export async function topicsBy(db: Db, question: TopicQuestion): Promise<TopicRow[]> {
  const { district, sort, opened, least, id, after, limit } = question
  const wanted: RawBuilder<SqlBool>[] = [sql<SqlBool>`t.district = ${district}`]
  if (opened !== undefined) wanted.push(sql<SqlBool>`(t.opened_at is not null) = ${opened}`)
  if (least !== undefined) wanted.push(sql<SqlBool>`t.people >= ${least}`)
  if (id !== undefined) wanted.push(sql<SqlBool>`t.id = ${id}`)
  if (after) wanted.push(sql<SqlBool>`(${columnOf[sort]}, t.id) < (${after.key}::${casts[sort]}, ${after.id})`)
  const { rows } = await sql<TopicRow>`
    select t.id, t.name, round(t.heat::numeric, 1)::float8 as heat, t.people, t.peak, t.days, t.likes, t.first_day as "firstDay",
      t.last_day as "lastDay", t.opened_at as "openedAt", t.lead_case as "leadCase", ${sortKeys[sort]} as key,
      (select count(*)::int from dispatch.topic_case as m where m.district = t.district and m.topic = t.id) as cases,
      (select count(*)::int from dispatch.topic_case as m where m.district = t.district and m.topic = t.id
        and m.joined_at > t.opened_at) as "joinedSince"
    from dispatch.topic as t where ${sql.join(wanted, sql` and `)}
    order by ${columnOf[sort]} desc, t.id desc limit ${limit + 1}`.execute(db.kysely)
  return rows
}

/** The cases of a topic, the oldest first. */
export async function casesOfTopic(db: Db, district: string, topic: string): Promise<CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`select case_id as id from dispatch.topic_case
    where district = ${district} and topic = ${topic} order by case_id limit 200`.execute(db.kysely)
  return rows.map(({ id }) => id)
}

export type Opening = { readonly lead: CaseId; readonly at: Instant; readonly by: string }

/** Marks a topic as opened; whether nobody had opened it before. */
export async function openTopic(db: Db, district: string, id: string, { lead, at, by }: Opening): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update dispatch.topic set lead_case = ${lead}, opened_at = ${at}, opened_by = ${by}
    where district = ${district} and id = ${id} and opened_at is null`.execute(db.kysely)
  return Number(numAffectedRows ?? 0) > 0
}
