import { createEngine } from '../src/city/engine.ts'
import type { News } from '../src/kernel/cases/handle/parts.ts'
import { type CaseState, districtOf } from '../src/kernel/cases/model/case.ts'
import { casesUnderWay } from '../src/kernel/cases/store/under-way.ts'
import type { StaffWho } from '../src/kernel/organisations/model.ts'
import type { StaffId } from '../src/kernel/people/model.ts'
import { staffIds } from '../src/kernel/people/store/staff.ts'
import type { Crypto } from '../src/platform/crypto/crypto.ts'
import type { Db } from '../src/platform/db/db.ts'
import type { Message } from '../src/platform/jobs/model.ts'
import { createRunner } from '../src/platform/jobs/runner.ts'
import { type Clock, type Instant, turnableClock } from '../src/platform/time.ts'
import type { Plan } from './plot.ts'
import { createSimulation, type Progress } from './simulate.ts'

export type LifeParts = {
  readonly db: Db
  readonly crypto: Crypto
  readonly master: Buffer
  readonly district: string
  readonly from: Instant
  readonly until: Instant
  planFor(state: CaseState): Plan | null
  /** Hears of every decision about where a case belongs, as the running city does; absent, nobody is told. */
  readonly onSorted?: (message: Message) => Promise<void>
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/** A city with a clock of its own, in which every case under way is lived from `from` until `until`. */
export async function prepareLife(parts: LifeParts) {
  const { db, crypto, master, district, planFor } = parts
  const clock = turnableClock(parts.from)
  let hear: (news: News) => void = () => {}
  const { onSorted } = parts
  const tellsSorting = onSorted !== undefined
  const engine = createEngine({ db, clock, crypto, master, tellsSorting, afterCommit: (news) => hear(news) })
  const runner = createRunner({
    db,
    clock,
    ...engine.clockwork,
    outbox: { ...engine.clockwork.outbox, ...(onSorted && { 'case.sorted': onSorted }) },
    recurring: [],
    onFailure: ({ error }) => fail(error),
  })
  const staff = await staffOf(db, district, engine)
  const simulation = createSimulation({
    engine,
    runner,
    clock,
    staff,
    planFor,
    until: parts.until,
    ...(parts.onProgress ? { onProgress: parts.onProgress } : {}),
    ...(parts.signal ? { signal: parts.signal } : {}),
  })
  hear = simulation.hear
  for await (const state of casesUnderWay(db, district))
    if (districtOf(state.id) === district) simulation.hear({ state, events: [], wakes: false })
  return { clock, engine, live: (): Promise<Progress> => simulation.run() }
}

type City = { directory: { staff(district: string, id: StaffId): Promise<StaffWho | null> } } & { clock?: Clock }

/** Everybody who works in the district, with the posts of today. */
export async function staffOf(db: Db, district: string, { directory }: City): Promise<StaffWho[]> {
  const all = await Promise.all((await staffIds(db, district)).map((id) => directory.staff(district, id)))
  return all.filter((who) => who !== null)
}

function fail(error: unknown): never {
  throw error
}
