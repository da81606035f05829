import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { UnitId } from '../../organisations/model.ts'
import type { StaffId } from '../../people/model.ts'
import type { DueAccount } from '../../worktime/model.ts'
import type { CaseId } from '../model/case.ts'

/** The cases that have not ended and that somebody holds in person. */
export async function heldBy(db: Db, district: string, staff: StaffId): Promise<CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`
    select id from cases.card where district = ${district} and holder = ${staff} and not ended order by id`.execute(
    db.kysely,
  )
  return rows.map(({ id }) => id)
}

/** The cases that have not ended and that lie with a unit. */
export async function lyingAt(db: Db, district: string, unit: UnitId): Promise<CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`
    select id from cases.card where district = ${district} and unit = ${unit} and not ended order by id`.execute(
    db.kysely,
  )
  return rows.map(({ id }) => id)
}

/** The cases under way with a provisional date that was counted by another calendar than this one. */
export async function provisionalCases(db: Db, calendar: string): Promise<CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`
    select id from cases.card where not ended and jsonb_path_exists(state,
      '$.clocks.*.account ? (@.provisional == true && @.calendar != $calendar)', jsonb_build_object('calendar', ${calendar}::text))
    order by district, id`.execute(db.kysely)
  return rows.map(({ id }) => id)
}

export type ProvisionalClock = {
  readonly id: CaseId
  readonly number: string
  readonly unit: string | null
  readonly account: DueAccount
}

/** Running clocks of open cases whose date waits for a calendar, the earliest due first. */
export async function provisionalClocks(db: Db, district: string): Promise<readonly ProvisionalClock[]> {
  const { rows } = await sql<ProvisionalClock>`
    select k.id, k.number, k.unit, c.value->'account' as account
    from cases.card k, jsonb_each(k.state->'clocks') c
    where k.district = ${district} and not k.ended and c.value->>'status' = 'running'
      and (c.value->'account'->>'provisional')::boolean
    order by c.value->'account'->>'due', k.id limit 5000`.execute(db.kysely)
  return rows
}

/** How many open cases nobody has sent to a unit yet, by the category and area they stand under. */
export async function waitingBySubject(
  db: Db,
  district: string,
): Promise<readonly { category: string; area: string | null; cases: number }[]> {
  const { rows } = await sql<{ category: string; area: string | null; cases: number }>`
    select category, area, count(*)::int as cases from cases.card
    where district = ${district} and not settled and (phase = 'filed' or stage = 'dispatching')
    group by category, area`.execute(db.kysely)
  return rows
}
