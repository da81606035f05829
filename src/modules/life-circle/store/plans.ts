import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { EditBody, OutcomeView } from '../model/plan-view.ts'
import type { Stroke } from './facilities.ts'

export type PlanRow = {
  readonly id: string
  readonly name: string
  readonly note: string
  readonly edits: EditBody[]
  readonly outcome: OutcomeView
  readonly savedAt: string
  readonly savedBy: string
}

const columns = sql`id, name, note, edits, outcome, saved_at as "savedAt", saved_by as "savedBy"`

export type PlanQuestion = {
  readonly district: string
  readonly q?: string | undefined
  readonly after: readonly [savedAt: string, id: string] | null
  readonly limit: number
}

/** Saved plans, the newest first; one more than was asked for. */
export async function plansBy(db: Db, { district, q, after, limit }: PlanQuestion): Promise<PlanRow[]> {
  const like = q ? sql`name ilike ${`%${q.replace(/[\\%_]/g, '\\$&')}%`}` : sql`true`
  const place = after ? sql`(saved_at, id) < (${after[0]}::timestamptz, ${after[1]})` : sql`true`
  const { rows } = await sql<PlanRow>`select ${columns} from life_circle.plan
    where district = ${district} and ${like} and ${place}
    order by saved_at desc, id desc limit ${limit + 1}`.execute(db.kysely)
  return rows
}

/** The plans of these ids, in the order of the ids. */
export async function plansNamed(db: Db, district: string, ids: readonly string[]): Promise<PlanRow[]> {
  const { rows } = await sql<PlanRow>`select ${columns} from life_circle.plan
    where district = ${district} and id = any(${sql.val([...ids])}::text[])`.execute(db.kysely)
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

export async function putPlan(
  db: Db,
  district: string,
  { id, name, note, edits, outcome }: Omit<PlanRow, 'savedAt' | 'savedBy'>,
  { at, by }: Stroke,
): Promise<void> {
  const { network, profile, profileVersion, walker } = outcome.reckoned
  await sql`insert into life_circle.plan (district, id, name, note, network, profile, profile_version, walker, edits,
      outcome, saved_at, saved_by)
    values (${district}, ${id}, ${name}, ${note}, ${network}, ${profile}, ${profileVersion}, ${walker},
      ${JSON.stringify(edits)}::jsonb, ${JSON.stringify(outcome)}::jsonb, ${at}, ${by})`.execute(db.kysely)
}
