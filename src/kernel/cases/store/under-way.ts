import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { CaseState } from '../model/case.ts'

const BATCH = 500

/** Every case of a district that has not come to an end, by id; read in batches, so that a city fits. */
export async function* casesUnderWay(db: Db, district: string): AsyncGenerator<CaseState> {
  for (let after = ''; ; ) {
    const { rows } = await sql<{ id: string; state: CaseState }>`
      select id, state from cases.card where district = ${district} and not ended and id > ${after}
      order by id limit ${BATCH}`.execute(db.kysely)
    for (const { state } of rows) yield state
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = last.id
  }
}
