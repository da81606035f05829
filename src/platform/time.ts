/** An instant as the ledger stores it: UTC with milliseconds, so text order is time order. */
export type Instant = `${string}T${string}.${string}Z`

/** A day of the city's calendar, `2026-11-23`. Which zone it is a day of is the worktime house's business. */
export type Day = `${number}-${string}-${string}`

export type Clock = { now(): Instant }

export const instant = (when: number | string | Date): Instant => new Date(when).toISOString() as Instant

/** The only place in the server that reads the machine's clock for the city's purposes. */
export const systemClock: Clock = { now: () => instant(Date.now()) }

/** A clock that tests, the demo and the replay can turn; it stands still until it is turned. */
export function turnableClock(start: Instant): Clock & { turnTo(when: Instant): void } {
  let now = start
  return {
    now: () => now,
    turnTo: (when) => {
      now = when
    },
  }
}

export const SECOND = 1_000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** `from` moved by so many milliseconds. */
export const later = (from: Instant, ms: number): Instant => instant(Date.parse(from) + ms)
