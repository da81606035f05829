import { createEngine } from '../src/city/engine.ts'
import { plantDistrict } from '../src/city/plant.ts'
import type { News } from '../src/kernel/cases/handle/parts.ts'
import type { CaseId, CaseState } from '../src/kernel/cases/model/case.ts'
import { actorFor } from '../src/kernel/cases/policy.ts'
import { mattersInForce } from '../src/kernel/matters/store/versions.ts'
import { DEMO_PASSWORD } from '../src/kernel/organisations/seed/organisations.ts'
import type { StaffId } from '../src/kernel/people/model.ts'
import { localDay } from '../src/kernel/worktime/rules.ts'
import type { Json } from '../src/platform/canonical.ts'
import { createCrypto } from '../src/platform/crypto/crypto.ts'
import { createRunner } from '../src/platform/jobs/runner.ts'
import { type Instant, instant, turnableClock } from '../src/platform/time.ts'
import { freshDatabase } from './database.ts'

export const DISTRICT = '349901'
/** The master key of the town, for whoever opens its doors. */
export const MASTER = Buffer.alloc(32, 7)
export const TOWN_PASSWORD = DEMO_PASSWORD

/** The whole invented district on a database of its own: its units, people, matters, engine, and a clock that is turned. */
export async function town(at = '2026-03-02T10:00:00+08:00', afterCommit?: (news: News) => void) {
  const { db, close } = await freshDatabase()
  const clock = turnableClock(instant(at))
  const crypto = createCrypto()
  const engine = createEngine({
    db,
    clock,
    crypto,
    master: MASTER,
    ...(afterCommit ? { afterCommit } : {}),
  })
  const { accounts } = await plantDistrict(db, DISTRICT, clock.now())
  const matters = await mattersInForce(db, DISTRICT, localDay(clock.now()))
  const runner = createRunner({ db, clock, ...engine.clockwork, onFailure: ({ error }) => fail(error) })

  const as = async (staff: StaffId, id: CaseId, move: string, fields: Record<string, Json> = {}) => {
    const [who, state] = await Promise.all([engine.directory.staff(DISTRICT, staff), engine.cases.find(id)])
    if (!who || !state) throw new Error(`no ${staff} or no ${id}`)
    const by = actorFor(who, engine.cases.procedureOf(state), state, move)
    return engine.cases.move(id, { move, at: clock.now(), by, fields })
  }
  return {
    db,
    clock,
    crypto,
    matters,
    accounts,
    ...engine,
    runner,
    as,
    close,
    turnTo: (when: string | Instant) => clock.turnTo(instant(when)),
    /** Twice on purpose: a job may run twice and nothing wrong happens. */
    async letJobsRun() {
      await runner.runDueJobs()
      await runner.runDueJobs()
    },
    async stateOf(id: CaseId): Promise<CaseState> {
      const state = await engine.cases.find(id)
      if (!state) throw new Error(`no ${id}`)
      return state
    },
  }
}

function fail(error: unknown): never {
  throw error
}

export type Town = Awaited<ReturnType<typeof town>>
