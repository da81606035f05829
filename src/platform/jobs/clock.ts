/** The demo's clock: real time plus what somebody has turned it ahead, the same for all processes. */
import { sql } from 'kysely'
import type { Db } from '../db/db.ts'
import { type Clock, type Instant, later, systemClock } from '../time.ts'

export type DemoClock = Clock & {
  /** Turns the clock ahead for every process; returns the new time. Time never goes back: the ledger would not follow. */
  turnBy(ms: number): Promise<Instant>
  /** Reads what other processes have turned. */
  refresh(): Promise<void>
}

export async function demoClock(db: Db, real: Clock = systemClock): Promise<DemoClock> {
  let offset = await readOffset(db)
  const now = () => later(real.now(), offset)
  return {
    now,
    async turnBy(ms) {
      if (!(ms >= 0)) throw new RangeError(`the clock cannot be turned by ${ms} ms`)
      const { rows } = await sql<{ offset: number }>`
        update jobs.clock set offset_ms = offset_ms + ${Math.round(ms)} returning offset_ms as offset
      `.execute(db.kysely)
      offset = rows[0]?.offset ?? offset
      return now()
    },
    async refresh() {
      offset = await readOffset(db)
    },
  }
}

async function readOffset(db: Db): Promise<number> {
  const { rows } = await sql<{ offset: number }>`select offset_ms as offset from jobs.clock`.execute(db.kysely)
  return rows[0]?.offset ?? 0
}
