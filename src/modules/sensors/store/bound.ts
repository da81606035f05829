import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'

type Bound = { readonly district: string; readonly id: string; readonly component: string | null }

/** Binds a sensor to a component, or to none. */
export async function bindSensor(
  db: Db,
  { district, id, component }: Bound,
  { at, by }: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await sql`update sensors.sensor set component = ${component}, changed_at = ${at}, changed_by = ${by}
    where district = ${district} and id = ${id}`.execute(db.kysely)
}
