import { sql } from 'kysely'
import type { Precedent, PrecedentsOf } from '../../../kernel/cases/model/reading.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { PaceView, Sorting } from '../model/board.ts'

/** Keeps one; the same fact a second time changes nothing. */
export async function keepSorting(db: Db, district: string, one: Sorting): Promise<void> {
  await sql`
    insert into dispatch.sorting (district, case_id, seq, at, by_staff, kind, proposed_category, proposed_unit,
      chosen_category, chosen_unit, confidence, sure, category_corrected, unit_corrected)
    values (${district}, ${one.case}, ${one.seq}, ${one.at}, ${one.by}, ${one.kind}, ${one.proposedCategory},
      ${one.proposedUnit}, ${one.chosenCategory}, ${one.chosenUnit}, ${one.confidence}, ${one.sure},
      ${one.categoryCorrected}, ${one.unitCorrected})
    on conflict (district, case_id, seq) do nothing`.execute(db.kysely)
}

/** To whom the last dispute about each of these categories in this place was ruled; those without one are left out. */
export const lastRulings =
  (db: Db): PrecedentsOf =>
  async (district, { categories, area }) => {
    const { rows } = await sql<Precedent & { readonly category: string }>`
      select distinct on (s.chosen_category) s.chosen_category as category, s.chosen_unit as unit, c.number
      from dispatch.sorting as s
      join cases.card as c on c.district = s.district and c.id = s.case_id
      where s.district = ${district} and s.kind = 'ruled' and s.chosen_category = any(${sql.val([...categories])}::text[])
        and c.area is not distinct from ${area}
      order by s.chosen_category, s.at desc`.execute(db.kysely)
    return new Map(rows.map(({ category, unit, number }) => [category, { unit, number }]))
  }

/** What one person has dispatched since an instant, by hour of the city. */
export async function paceSince(db: Db, district: string, by: string, from: Instant): Promise<PaceView['hours']> {
  const { rows } = await sql<{ hour: number; count: number }>`
    select extract(hour from at at time zone 'Asia/Shanghai')::int as hour, count(*)::int as count
    from dispatch.sorting
    where district = ${district} and by_staff = ${by} and at >= ${from} and kind = 'dispatched'
    group by 1 order by 1`.execute(db.kysely)
  return rows
}
