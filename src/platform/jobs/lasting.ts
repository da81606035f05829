/** Messages that take minutes are carried one at a time, beside timers and the other messages. */
import type { Db } from '../db/db.ts'
import type { Clock } from '../time.ts'
import type { Message } from './model.ts'
import { type Claimed, claimMessages, letGo, messageFailed, messagesDone, renewLease } from './store.ts'
import { attempt, failed, handlerOf, type JobFailure, longestPrefix } from './tries.ts'

/**
 * By the beginning of the topic. `stop` is aborted when the process ends, or when another process has taken the work
 * over: whoever throws then has the message given back, to begin anew elsewhere.
 */
export type LastingWork = Readonly<Record<string, (message: Message, stop: AbortSignal) => Promise<void>>>

type Kit = {
  readonly db: Db
  readonly clock: Clock
  readonly lasting: LastingWork
  readonly leaseMs: number
  readonly stop: AbortSignal
  readonly onFailure: (failure: JobFailure) => void
}

/** Carries the next one, if there is one, to its end. */
export async function carryApart(kit: Kit): Promise<{ ran: number; failed: number }> {
  const only = Object.keys(kit.lasting)
  if (only.length === 0) return { ran: 0, failed: 0 }
  const claim = { now: kit.clock.now(), limit: 1, leaseMs: kit.leaseMs, only }
  const [message] = await claimMessages(kit.db, claim)
  if (!message) return { ran: 0, failed: 0 }
  await using held = holding(kit, message)
  const error = await attempt(message.attempts, () =>
    handlerOf(kit.lasting, longestPrefix(kit.lasting, message.topic), message.topic)(message, held.stop),
  )
  const mine = await held.end()
  if (error === null) await messagesDone(kit.db, [message], kit.clock.now())
  else if (kit.stop.aborted) await letGo(kit.db, mine)
  else await messageFailed(kit.db, mine, failed(kit, mine, { job: message.topic, id: message.id, error }))
  return { ran: error === null ? 1 : 0, failed: error === null ? 0 : 1 }
}

/** Keeps the lease of a message until it is let go; its signal tells when to stop. */
function holding(kit: Kit, message: Claimed<Message>) {
  let mine = message
  let renewing: Promise<void> = Promise.resolve()
  const taken = new AbortController()
  const renew = async () => {
    const lease = await renewLease(kit.db, mine, kit.leaseMs)
    if (lease === null) taken.abort()
    else mine = { ...mine, lease }
  }
  // A look that fails is made again before the lease is over.
  const beat = setInterval(() => {
    renewing = renewing.then(renew).catch(() => {})
  }, kit.leaseMs / 3)
  const end = async () => {
    clearInterval(beat)
    await renewing
    return mine
  }
  return { stop: AbortSignal.any([kit.stop, taken.signal]), end, [Symbol.asyncDispose]: async () => void (await end()) }
}
