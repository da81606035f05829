/** Runs what is due: timers, messages of the outbox, and work that comes round again. */
import type { Db } from '../db/db.ts'
import type { Clock } from '../time.ts'
import { type Bell, createBell } from './bell.ts'
import { type Job, type Message, MOST_ATTEMPTS, type Timer, waitAfter } from './model.ts'
import { dueJobs, endTurn, takeTurn } from './recurring.ts'
import {
  type Claimed,
  claimMessages,
  claimTimers,
  type Failure,
  messageFailed,
  messagesDone,
  timerDone,
  timerFailed,
} from './store.ts'

/** One try that went wrong, for the log. The error is the handler's own and holds no personal data if the handler's does not. */
export type JobFailure = {
  readonly job: string
  readonly id: string
  readonly attempts: number
  readonly error: unknown
}

export type RunnerParts = {
  readonly db: Db
  readonly clock: Clock
  /** By kind. A handler may run twice: after a crash, or when it outlives its lease. */
  readonly timers?: Readonly<Record<string, (timer: Timer) => Promise<void>>>
  /** By the beginning of the topic; the longest that fits has it. */
  readonly outbox?: Readonly<Record<string, (message: Message) => Promise<void>>>
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
  /** Something has just been committed that may be due: look now. */
  nudge(): void
}

type Kit = Required<Omit<RunnerParts, 'pollMs'>> & { readonly stopping: () => boolean }

export function createRunner(parts: RunnerParts): Runner {
  let stopped = false
  let loop: Promise<void> | undefined
  const bell = createBell()
  const kit: Kit = {
    timers: {},
    outbox: {},
    recurring: [],
    onFailure: ({ job, id, attempts, error }) => console.error('job failed', job, id, attempts, error),
    parallel: 4,
    leaseMs: 120_000,
    ...parts,
    stopping: () => stopped,
  }
  const stop = async () => {
    stopped = true
    bell.ring()
    await loop
    loop = undefined
  }
  return {
    start() {
      if (loop) return
      stopped = false
      loop = keepRunning(kit, bell, parts.pollMs ?? 1_000)
    },
    stop,
    runDueJobs: () => runDue({ ...kit, stopping: () => false }),
    nudge: bell.ring,
    [Symbol.asyncDispose]: stop,
  }
}

async function keepRunning(kit: Kit, bell: Bell, pollMs: number): Promise<void> {
  while (!kit.stopping()) {
    const heard = bell.listen()
    try {
      await runDue(kit)
    } catch (error) {
      // The database is away or slow; what was leased comes back by itself.
      kit.onFailure({ job: 'runner', id: '', attempts: 0, error })
    }
    if (!kit.stopping()) await heard(pollMs)
  }
}

async function runDue(kit: Kit): Promise<Ran> {
  const total = { ran: 0, failed: 0 }
  for (let found = true; found && !kit.stopping(); ) {
    const rounds = [await runRecurring(kit), await runTimers(kit), await runOutbox(kit)]
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
  const messages = await claimMessages(kit.db, claimOf(kit, kit.parallel))
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

/** The error of a try, or null. A job that killed its process too often is not begun again. */
async function attempt(attempts: number, work: () => Promise<void>): Promise<unknown> {
  if (attempts > MOST_ATTEMPTS) return new Error('its process never came back')
  try {
    await work()
    return null
  } catch (error) {
    return error ?? new Error('failed without a word')
  }
}

function failed(
  kit: Kit,
  { attempts }: Claimed<object> & { attempts: number },
  failure: Omit<JobFailure, 'attempts'>,
): Failure {
  kit.onFailure({ ...failure, attempts })
  const error = failure.error instanceof Error ? failure.error.message : String(failure.error)
  const again = attempts >= MOST_ATTEMPTS ? { deadAt: kit.clock.now() } : { waitMs: waitAfter(attempts) }
  return { error: error.slice(0, 2_000), again }
}

function handlerOf<Work>(
  handlers: Readonly<Record<string, (work: Work) => Promise<void>>>,
  key: string,
  wanted: string,
) {
  const handler = Object.hasOwn(handlers, key) ? handlers[key] : undefined
  return handler ?? (() => Promise.reject(new Error(`nobody handles ${wanted}`)))
}

function longestPrefix(handlers: object, topic: string): string {
  const fitting = Object.keys(handlers).filter((prefix) => topic.startsWith(prefix))
  return fitting.reduce((longest, prefix) => (prefix.length > longest.length ? prefix : longest), '')
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
