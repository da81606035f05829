import { sql } from 'kysely'
import type { HashName } from '../../../platform/crypto/hash.ts'
import type { Instant } from '../../../platform/time.ts'

/** The whole of a timestamptz as text, microseconds included, whatever zone the session has. */
export const momentText = (column: string) =>
  sql<string>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/**
 * Back to the milliseconds the ledger writes. Microseconds that are not nought stay,
 * so that a change of less than a millisecond still breaks the hash.
 */
export const instantOfMoment = (text: string): Instant =>
  (text.endsWith('000Z') ? `${text.slice(0, -4)}Z` : text) as Instant

export type AnchorRecord = {
  readonly district: string
  readonly since: string
  readonly until: string
  readonly events: number
  readonly root: Buffer
  readonly hash: Buffer
  readonly hash_name: HashName
}
