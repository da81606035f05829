/** Runs what is due: timers, messages of the outbox, and work that comes round again. */
import type { Db } from '../db/db.ts'
import type { Clock } from '../time.ts'
import { type Bell, createBell } from './bell.ts'
import { carryApart, type LastingWork } from './lasting.ts'
import type { Job, Message, Timer } from './model.ts'
import { dueJobs, endTurn, takeTurn } from './recurring.ts'
import { claimMessages, claimTimers, messageFailed, messagesDone, timerDone, timerFailed } from './store.ts'
import { attempt, failed, handlerOf, type JobFailure, longestPrefix } from './tries.ts'

export type { JobFailure } from './tries.ts'

export type RunnerParts = {
  readonly db: Db
  readonly clock: Clock
  /** By kind. A handler may run twice: after a crash, or when it outlives its lease. */
  readonly timers?: Readonly<Record<string, (timer: Timer) => Promise<void>>>
  /** By the beginning of the topic; the longest that fits has it. */
  readonly outbox?: Readonly<Record<string, (message: Message) => Promise<void>>>
  /** Messages that take minutes: carried one at a time beside everything else, which does not wait for them. */
  readonly lasting?: LastingWork
  readonly recurring?: readonly Job[]
  readonly onFailure?: (failure: JobFailure) => void
  /** How many run at once in this process. */
  readonly parallel?: number
  readonly pollMs?: number
  readonly leaseMs?: number
}

export type Ran = { readonly ran: number; readonly failed: number }

export type Runner = AsyncDisposable & {
  start(): void
  /** Takes on nothing new and waits for what runs. */
  stop(): Promise<void>
  /** Runs everything that is due, and what becomes due by it, until nothing is left. */
  runDueJobs(): Promise<Ran>
  /** Something has just been committed that may be due: look now. Lasting work has a nudge of its own, as it is rare. */
  nudge(): void
  nudgeLasting(): void
}

type Kit = Required<Omit<RunnerParts, 'pollMs'>> & { readonly stopping: () => boolean; readonly stop: AbortSignal }

export function createRunner(parts: RunnerParts): Runner {
  let stopped = false
  let loops: Promise<unknown> | undefined
  let ending = new AbortController()
  const bells = [createBell(), createBell()] as const
  const ring = () => {
    for (const bell of bells) bell.ring()
  }
  const kit: Kit = {
    timers: {},
    outbox: {},
    lasting: {},
    recurring: [],
    onFailure: ({ job, id, attempts, error }) => console.error('job failed', job, id, attempts, error),
    parallel: 4,
    leaseMs: 120_000,
    ...parts,
    stopping: () => stopped,
    get stop() {
      return ending.signal
    },
  }
  const stop = async () => {
    stopped = true
    ending.abort()
    ring()
    await loops
    loops = undefined
  }
  return {
    start() {
      if (loops) return
      stopped = false
      ending = new AbortController()
      const [bell, lastingBell] = bells
      const pollMs = parts.pollMs ?? 1_000
      loops = Promise.all([
        keepRunning(kit, { bell, pollMs, run: runDue }),
        keepRunning(kit, { bell: lastingBell, pollMs, run: runLasting }),
      ])
    },
    stop,
    runDueJobs: () => runAll({ ...kit, stopping: () => false, stop: new AbortController().signal }),
    nudge: bells[0].ring,
    nudgeLasting: bells[1].ring,
    [Symbol.asyncDispose]: stop,
  }
}

type Keeping = { readonly bell: Bell; readonly pollMs: number; readonly run: (kit: Kit) => Promise<Ran> }

async function keepRunning(kit: Kit, { bell, pollMs, run }: Keeping): Promise<void> {
  while (!kit.stopping()) {
    const heard = bell.listen()
    try {
      await run(kit)
    } catch (error) {
      // The database is away or slow; what was leased comes back by itself.
      kit.onFailure({ job: 'runner', id: '', attempts: 0, error })
    }
    if (!kit.stopping()) await heard(pollMs)
  }
}

const runDue = (kit: Kit) => untilNothingIsLeft(kit, [runRecurring, runTimers, runOutbox])
const runLasting = (kit: Kit) => untilNothingIsLeft(kit, [carryApart])
const runAll = (kit: Kit) => untilNothingIsLeft(kit, [runRecurring, runTimers, runOutbox, carryApart])

async function untilNothingIsLeft(kit: Kit, works: readonly ((kit: Kit) => Promise<Ran>)[]): Promise<Ran> {
  const total = { ran: 0, failed: 0 }
  for (let found = true; found && !kit.stopping(); ) {
    const rounds: Ran[] = []
    for (const work of works) rounds.push(await work(kit))
    found = rounds.some(({ ran, failed }) => ran + failed > 0)
    for (const { ran, failed } of rounds) {
      total.ran += ran
      total.failed += failed
    }
  }
  return total
}

const claimOf = ({ clock, leaseMs }: Kit, limit: number) => ({ now: clock.now(), limit, leaseMs })

async function runTimers(kit: Kit): Promise<Ran> {
  const timers = await claimTimers(kit.db, claimOf(kit, kit.parallel * 4))
  return inParallel(kit, timers, async (timer) => {
    const error = await attempt(timer.attempts, () => handlerOf(kit.timers, timer.kind, timer.kind)(timer))
    if (error === null) await timerDone(kit.db, timer)
    else await timerFailed(kit.db, timer, failed(kit, timer, { job: timer.kind, id: timer.key, error }))
    return error === null
  })
}

// Sending may be slow: no more is taken than is sent at once, so that stopping does not take long.
async function runOutbox(kit: Kit): Promise<Ran> {
  const messages = await claimMessages(kit.db, { ...claimOf(kit, kit.parallel), but: Object.keys(kit.lasting) })
  const arrived: Message[] = []
  const ran = await inParallel(kit, messages, async (message) => {
    const error = await attempt(message.attempts, () =>
      handlerOf(kit.outbox, longestPrefix(kit.outbox, message.topic), message.topic)(message),
    )
    if (error === null) arrived.push(message)
    else await messageFailed(kit.db, message, failed(kit, message, { job: message.topic, id: message.id, error }))
    return error === null
  })
  await messagesDone(kit.db, arrived, kit.clock.now())
  return ran
}

async function runRecurring(kit: Kit): Promise<Ran> {
  const due = await dueJobs(kit.db, kit.recurring, kit.clock.now())
  return inParallel(kit, due, async (job) => {
    const turn = await takeTurn(kit.db, job, kit.clock.now(), kit.leaseMs)
    if (!turn) return null
    const error = await attempt(1, () => job.run(turn.at))
    if (error !== null) kit.onFailure({ job: job.name, id: job.district ?? '', attempts: 1, error })
    await endTurn(kit.db, turn)
    return error === null
  })
}

/** So many at once; `null` means that there was nothing to do. */
async function inParallel<Work>(
  kit: Kit,
  works: readonly Work[],
  run: (work: Work) => Promise<boolean | null>,
): Promise<Ran> {
  const total = { ran: 0, failed: 0 }
  const queue = works.values()
  const worker = async () => {
    for (const work of queue) {
      const went = await run(work)
      if (went !== null) total[went ? 'ran' : 'failed']++
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: Math.min(kit.parallel, works.length) }, worker))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return total
}
