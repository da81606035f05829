import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Reach } from '../../../kernel/cases/policy/sight.ts'
import { reachFilter } from '../../../kernel/cases/store/sight.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { MentionView } from '../model/topics.ts'

export type MentionQuestion = {
  readonly reach: Reach
  readonly opened?: boolean | undefined
  readonly topic?: string | undefined
  readonly limit: number
}

/**
 * Where hot topics were spoken of, as far as a viewer sees: the spots of their cases (WGS84 degrees), the hottest topics
 * first; one more than was asked for. A topic asked for by name is told after it has cooled, too.
 */
export async function mentionsOf(db: Db, { reach, opened, topic, limit }: MentionQuestion): Promise<MentionView[]> {
  const wanted: RawBuilder<SqlBool>[] = [sql<SqlBool>`t.district = ${reach.district}`, reachFilter(reach)]
  wanted.push(topic === undefined ? sql<SqlBool>`t.heat > 0` : sql<SqlBool>`t.id = ${topic}`)
  if (opened !== undefined) wanted.push(sql<SqlBool>`(t.opened_at is not null) = ${opened}`)
  const { rows } = await sql<MentionView>`
    select t.id as topic, t.name, round(t.heat::numeric, 1)::float8 as heat, c.id as case, c.number, s.lng, s.lat
    from dispatch.topic as t
    join dispatch.topic_case as m on m.district = t.district and m.topic = t.id
    join cases.card as c on c.district = m.district and c.id = m.case_id
    join cases.spot as s on s.district = m.district and s.case_id = m.case_id
    where ${sql.join(wanted, sql` and `)}
    order by t.heat desc, t.id, c.id limit ${limit + 1}`.execute(db.kysely)
  return rows
}
