import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'

/** Fills `cases.alive` anew from the cards of a district, as the moves would have left it. Returns how many rows there are. */
export async function refillAlive(db: Db, district: string): Promise<number> {
  return db.transaction(async (tx) => {
    await sql`delete from cases.alive where district = ${district}`.execute(tx.kysely)
    const { numAffectedRows } = await sql`
      insert into cases.alive (district, case_id, unit, area, due, warn_at, overdue, settled, held, joint, changed_at)
      select district, id, unit, area, due, warn_at, overdue, settled, stage = 'on-hold', parent is not null, changed_at
      from cases.card where district = ${district} and not ended`.execute(tx.kysely)
    return Number(numAffectedRows ?? 0)
  })
}
