import type { Json } from '../canonical.ts'
import type { Instant } from '../time.ts'

/** What must happen at a time; `key` names it within its district, so that it can be moved or called off. */
export type Timer = {
  readonly district: string
  readonly key: string
  readonly kind: string
  readonly due: Instant
  readonly payload: Json
  /** How often it has been tried, this time included. */
  readonly attempts: number
}

/** What must be told to the outside, at least once; the receiver knows it again by its id. */
export type Message = {
  readonly district: string
  readonly id: string
  readonly topic: string
  readonly payload: Json
  readonly at: Instant
  readonly due: Instant
  readonly attempts: number
}

/** Work that comes round again, on one process at a time. `every` is in milliseconds. */
export type Job = {
  /** `house.what`, as in `ledger.anchor`. */
  readonly name: string
  /** Absent: one for all districts together. */
  readonly district?: string
  readonly every: number
  run(at: Instant): Promise<void>
}

export type DeadLetterId = `timer/${string}` | `outbox/${string}`

/** Something that was tried too often; it lies here until a person retries it. */
export type DeadLetter = {
  readonly id: DeadLetterId
  readonly district: string
  /** The kind of the timer or the topic of the message. */
  readonly what: string
  readonly due: Instant
  readonly deadAt: Instant
  readonly attempts: number
  readonly error: string
}

/** After so many tries a job is left to a person. */
export const MOST_ATTEMPTS = 8

const SHORTEST_WAIT = 1_000
const LONGEST_WAIT = 10 * 60_000

/** Milliseconds until the next try: 1 s, 4 s, 16 s … at most ten minutes. */
export const waitAfter = (attempts: number): number => Math.min(SHORTEST_WAIT * 4 ** (attempts - 1), LONGEST_WAIT)
