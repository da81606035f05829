import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'

/** Up to where the books are rolled up, as text of its full precision; null where nothing is. */
export type Edge = string | null

export const edgeOf = (district: string) =>
  sql`(select until::text from indicators.rolled where district = ${district})`

/** The part of the books that is not rolled up yet. */
export const afterEdge = (edge: Edge) => (edge === null ? sql`true` : sql`recorded_at >= ${edge}::timestamptz`)

/**
 * What is rolled up and what is not must be read as of one moment. The work is given the edge as a value, for the
 * planner's sake, and answers with the edge its own statement saw; where it has moved meanwhile, it works again.
 */
export async function overEdge<T>(
  db: Db,
  district: string,
  work: (edge: Edge) => Promise<{ readonly seen: Edge; readonly found: T }>,
): Promise<T> {
  const first = await sql<{ edge: Edge }>`select ${edgeOf(district)} as edge`.execute(db.kysely)
  for (let edge = first.rows[0]?.edge ?? null; ; ) {
    const { seen, found } = await work(edge)
    if (seen === edge) return found
    edge = seen
  }
}
