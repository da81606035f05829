import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Day } from '../../../platform/time.ts'
import type { Step } from '../rules/steps.ts'
import { localDayOf } from './sums.ts'

export type StepQuestion = {
  readonly district: string
  /** The local day that is told step by step. */
  readonly day: Day
  /** The first cohort day of what flows; the last is `day`. */
  readonly from: Day
  readonly flowing: readonly string[]
  readonly standing: readonly string[]
  readonly units?: readonly string[] | undefined
}

/**
 * What the books of one local day say, by unit, in steps of so many minutes: a change belongs to the step at whose end
 * it had happened.
 */
export async function stepsOf(db: Db, question: StepQuestion, minutes: number): Promise<Step[]> {
  const { district, day, from, flowing, standing, units } = question
  const start = sql`(${day}::date::timestamp at time zone 'Asia/Shanghai')`
  const slot = sql`ceil(extract(epoch from at - ${start}) / ${minutes * 60}::int)::int`
  const scope = units === undefined ? sql`` : sql`and unit = any(${units})`
  const during = sql`district = ${district} and at > ${start} and at <= ${start} + interval '1 day' ${scope}`
  const select = (stands: boolean, where: RawBuilder<unknown>) => sql`
    select measure, ${stands}::boolean as standing, unit as key, ${stands ? sql`false` : sql`day = ${day}`} as today,
      ${slot} as slot, sum(n)::float8 as n
    from cases.delta where ${during} and ${where} group by 1, 2, 3, 4, 5`
  const { rows } = await sql<Step>`
    ${select(false, sql`measure = any(${flowing}) and day between ${from} and ${day}`)}
    union all ${select(true, sql`measure = any(${standing}) and ${localDayOf} >= ${day}`)}`.execute(db.kysely)
  return rows
}

/** The first day for which anything was counted; null where nothing ever was. */
export async function firstCounted(db: Db, district: string, measure: string): Promise<Day | null> {
  const { rows } = await sql<{ day: Day | null }>`
    select min(day)::text as day from cases.delta where district = ${district} and measure = ${measure}`.execute(
    db.kysely,
  )
  return rows[0]?.day ?? null
}
