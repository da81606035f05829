import { sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import { type CaseId, districtOf } from '../model/case.ts'

export type HistoryRow = {
  readonly seq: number
  readonly type: string
  readonly at: Instant
  readonly by: string | null
  readonly hash: string
  readonly body: unknown
}

/** The ledger of a case as it lies there, hashes and all. */
export async function historyOf(db: Db, id: CaseId): Promise<HistoryRow[]> {
  const { rows } = await sql<HistoryRow>`select seq, type, at, by, encode(hash, 'hex') as hash, body
    from ledger.event where district = ${districtOf(id)} and stream = ${id} order by seq`.execute(db.kysely)
  return rows
}

/** When somebody last did this in a case; null where he never did. */
export async function lastTime(db: Db, id: CaseId, type: string, by: string): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`select max(at) as at from ledger.event
    where district = ${districtOf(id)} and stream = ${id} and type = ${type} and by = ${by}`.execute(db.kysely)
  return rows[0]?.at ?? null
}
