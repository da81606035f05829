import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import { type CaseId, districtOf } from '../model/case.ts'
import type { Figure } from '../rules/figures.ts'

/** A fact of a case that was looked at afterwards, with what it brings to the city's figures. */
export type ToldFact = {
  readonly case: CaseId
  readonly seq: number
  readonly at: Instant
  readonly figures: readonly Figure[]
}

/** Lines from here on were told after the fact; those before it follow from the case as it stands. */
export const FIRST_TOLD = 10_000

/**
 * Adds to the books what no state of a case holds, because it needs more than the case to reckon it: what had been
 * proposed to whoever decided. The same fact told twice counts once. Snapshots do not prove these lines, so the audit
 * of figures leaves them out.
 */
export async function tellBooks(db: Db, fact: ToldFact): Promise<void> {
  if (fact.figures.length === 0) return
  await sql`
    insert into cases.delta (district, measure, day, case_id, version, line, unit, category, area, n, at)
    select ${districtOf(fact.case)}, d.measure, d.day, ${fact.case}, ${fact.seq}, ${FIRST_TOLD} + d.line, d.unit,
      d.category, d.area, d.n, ${fact.at}
    from rows from (
      jsonb_to_recordset(${JSON.stringify(fact.figures)}::jsonb)
        as (measure text, day date, unit text, category text, area text, n int)
    ) with ordinality as d(measure, day, unit, category, area, n, line)
    on conflict (district, measure, day, case_id, version, line) do nothing`.execute(db.kysely)
}
