import { sql } from 'kysely'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Comparison, LearningState, ModelId } from '../model/learning.ts'

export type LearningRow = {
  readonly id: ModelId
  readonly askedAt: Instant
  readonly askedBy: string
  readonly state: LearningState
  readonly round: number
  readonly rounds: number
  readonly refusal: string | null
  readonly comparison: Comparison | null
}

const SILENT = sql`beat_at < clock_timestamp() - interval '2 minutes'`

/** Begins a training unless one runs already; whether it began. */
export async function beginLearning(
  db: Db,
  district: string,
  { id, at, by }: { readonly id: ModelId; readonly at: Instant; readonly by: string },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await sql`update dispatch.learning set state = 'failed', refusal = 'broken-off'
      where district = ${district} and state = 'running' and ${SILENT}`.execute(tx.kysely)
    const { numAffectedRows } = await sql`
      insert into dispatch.learning (district, id, asked_at, asked_by, state, round, rounds, beat_at)
      select ${district}, ${id}, ${at}, ${by}, 'running', 0, 1, clock_timestamp()
      where not exists (select 1 from dispatch.learning where district = ${district} and state = 'running')`.execute(
      tx.kysely,
    )
    return Number(numAffectedRows ?? 0) > 0
  })
}

export type Round = { readonly round: number; readonly rounds: number }

/** Says that it still goes on; false when somebody called it off. */
export async function beat(db: Db, district: string, id: ModelId, { round, rounds }: Round): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update dispatch.learning set round = ${round}, rounds = ${rounds}, beat_at = clock_timestamp()
    where district = ${district} and id = ${id} and state = 'running'`.execute(db.kysely)
  return Number(numAffectedRows ?? 0) > 0
}

export type LearningEnd =
  | { readonly state: 'ready'; readonly comparison: Comparison }
  | { readonly state: 'failed' | 'called-off'; readonly refusal: string | null }

/** Ends a training that runs; whether it was running. */
export async function endLearning(db: Db, district: string, id: string, end: LearningEnd): Promise<boolean> {
  const comparison = end.state === 'ready' ? JSON.stringify(end.comparison) : null
  const refusal = end.state === 'ready' ? null : end.refusal
  const { numAffectedRows } = await sql`
    update dispatch.learning set state = ${end.state}, refusal = ${refusal}, comparison = ${comparison}::jsonb
    where district = ${district} and id = ${id} and state = 'running'`.execute(db.kysely)
  return Number(numAffectedRows ?? 0) > 0
}

/** The last trainings, the newest first; one that says nothing any more has broken off. */
export async function learningsOf(db: Db, district: string): Promise<LearningRow[]> {
  const { rows } = await sql<LearningRow>`
    select id, asked_at as "askedAt", asked_by as "askedBy", round, rounds, comparison,
      case when state = 'running' and ${SILENT} then 'failed' else state end as state,
      case when state = 'running' and ${SILENT} then 'broken-off' else refusal end as refusal
    from dispatch.learning where district = ${district} order by id desc limit 50`.execute(db.kysely)
  return rows
}

export type Switch = { readonly model: ModelId | null; readonly at: Instant; readonly by: string }

/** The model in force; null where nobody ever switched. */
export async function lastSwitch(db: Db, district: string): Promise<Switch | null> {
  const { rows } = await sql<Switch>`select model, at, by_staff as by from dispatch.model_switch
    where district = ${district} order by id desc limit 1`.execute(db.kysely)
  return rows[0] ?? null
}

export async function putSwitch(db: Db, district: string, id: string, { model, at, by }: Switch): Promise<void> {
  await sql`insert into dispatch.model_switch (district, id, at, by_staff, model)
    values (${district}, ${id}, ${at}, ${by}, ${model})`.execute(db.kysely)
}

export type Decision = { readonly case: CaseId; readonly category: string; readonly at: Instant }

/** Where people said that cases belong, the last word on each, the newest first. */
export async function decisionsOf(db: Db, district: string, limit: number): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select case_id as case, category, at from (
      select distinct on (case_id) case_id, chosen_category as category, at from dispatch.sorting
      where district = ${district} order by case_id, seq desc
    ) as last order by at desc limit ${limit}`.execute(db.kysely)
  return rows
}

export async function decisionCount(db: Db, district: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(distinct case_id)::int as count from dispatch.sorting
    where district = ${district}`.execute(db.kysely)
  return rows[0]?.count ?? 0
}
