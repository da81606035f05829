import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { CaseId } from '../model/case.ts'

/** Requests that were under way at some time between two instants, by id; a joint task is seen with the case it helps. */
export async function underWayBetween(
  db: Db,
  { district, from, until }: { readonly district: string; readonly from: Instant; readonly until: Instant },
): Promise<CaseId[]> {
  const { rows } = await sql<{ id: CaseId }>`
    select id from cases.card
    where district = ${district} and parent is null and filed_at <= ${until} and (not ended or changed_at >= ${from})
    order by id`.execute(db.kysely)
  return rows.map(({ id }) => id)
}
