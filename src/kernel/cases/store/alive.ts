import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import { HELD_STAGE } from '../rules/present.ts'

/** Fills `cases.alive` anew from the cards of a district, as the moves would have left it. Returns how many rows there are. */
export async function refillAlive(db: Db, district: string): Promise<number> {
  return db.transaction(async (tx) => {
    await sql`delete from cases.alive where district = ${district}`.execute(tx.kysely)
    const { numAffectedRows } = await sql`
      insert into cases.alive (district, case_id, unit, area, due, warn_at, overdue, settled, held, joint, changed_at, quad)
      select c.district, c.id, c.unit, c.area, c.due, c.warn_at, c.overdue, c.settled, c.stage = ${HELD_STAGE},
        c.parent is not null, c.changed_at, s.quad
      from cases.card as c left join cases.spot as s on s.district = c.district and s.case_id = c.id
      where c.district = ${district} and not c.ended`.execute(tx.kysely)
    return Number(numAffectedRows ?? 0)
  })
}
