import { sql } from 'kysely'
import type { Db } from '../../platform/db/db.ts'
import type { Day } from '../../platform/time.ts'
import type { CaseId, CaseState } from '../cases/model/case.ts'
import type { Condition } from '../cases/store/sight.ts'

export type RatingQuestion = {
  readonly district: string
  readonly measures: readonly string[]
  readonly from: Day
  readonly to: Day
  /** Null: the whole district. */
  readonly units: readonly string[] | null
}

const counted = ({ district, measures, from, to, units }: RatingQuestion) => sql`
  district = ${district} and measure = any(${measures}) and day between ${from} and ${to}
  ${units === null ? sql`` : sql`and unit = any(${units})`}`

/** How many of each measure each unit has, by the day of the answer. */
export async function ratingSums(
  db: Db,
  question: RatingQuestion,
): Promise<{ unit: string; measure: string; n: number }[]> {
  const { rows } = await sql<{ unit: string; measure: string; n: number }>`
    select unit, measure, sum(n)::int as n from cases.delta where ${counted(question)}
    group by unit, measure having sum(n) <> 0`.execute(db.kysely)
  return rows
}

export type RatedCard = { readonly day: Day; readonly id: CaseId; readonly state: CaseState }

/** Cases that were counted so, the newest day first, within what the viewer may see. */
export async function ratedCases(
  db: Db,
  question: RatingQuestion & {
    readonly visible: Condition
    readonly after: { readonly day: string; readonly id: string } | null
    readonly limit: number
  },
): Promise<RatedCard[]> {
  const { district, visible, after, limit } = question
  const { rows } = await sql<RatedCard>`
    select f.day, f.case_id as id, c.state from (
      select day, case_id from cases.delta where ${counted(question)}
        ${after === null ? sql`` : sql`and (day, case_id) < (${after.day}::date, ${after.id})`}
      group by day, case_id having sum(n) > 0
    ) as f join cases.card as c on c.district = ${district} and c.id = f.case_id
    where ${visible} order by f.day desc, f.case_id desc limit ${limit}`.execute(db.kysely)
  return rows
}
