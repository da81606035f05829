import { sql } from 'kysely'
import { type Instant, instant } from '../time.ts'
import type { Db } from './db.ts'

/** Longer than a transaction takes from reading its time to appearing in the list of the running. */
const SETTLING_MS = 50

/**
 * An instant of database time before which nothing can be written any more: every transaction that could
 * still stamp a row with an earlier `now()` has ended. Not to be asked inside a transaction, which would
 * see an old list. Source of the rule: `now()` is the start of its transaction.
 */
export async function settledBefore(db: Db): Promise<Instant> {
  const asked = await sql<{ at: Instant }>`
    select clock_timestamp() as at, pg_sleep(${SETTLING_MS / 1_000}::float8)
  `.execute(db.kysely)
  const running = await sql<{ oldest: Instant | null }>`
    select min(xact_start) as oldest from pg_stat_activity
    where datname = current_database() and backend_type = 'client backend' and pid <> pg_backend_pid()
  `.execute(db.kysely)
  const at = asked.rows[0]?.at ?? instant(0)
  const oldest = running.rows[0]?.oldest ?? at
  return oldest < at ? oldest : at
}
