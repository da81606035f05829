import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Clock } from '../time.ts'

/** At most `most` requests in `within` milliseconds, counted per address and route in this process. */
export type Rate = { readonly most: number; readonly within: number }

/**
 * Counts requests in two windows, this one and the last, weighed by how much of the last still reaches in:
 * no timers, two numbers per key, and no double burst at the edge of a window.
 * `take` answers 0 when the request may go on, else the seconds after which it may come again.
 */
export function rateLimiter(clock: Clock, keepAtMost = 100_000) {
  type Count = { window: number; now: number; last: number }
  let counts = new Map<string, Count>()
  return {
    take(key: string, { most, within }: Rate): number {
      const ms = Date.parse(clock.now())
      const window = Math.floor(ms / within)
      const before = counts.get(key)
      const count = turn(before, window)
      const gone = (ms % within) / within
      if (count.now + count.last * (1 - gone) >= most) return Math.max(1, Math.ceil((within * (1 - gone)) / 1000))
      count.now += 1
      if (before === undefined && counts.size >= keepAtMost) counts = new Map()
      counts.set(key, count)
      return 0
    },
  }

  function turn(before: Count | undefined, window: number): Count {
    if (before === undefined || window - before.window > 1) return { window, now: 0, last: 0 }
    if (window === before.window) return before
    return { window, now: 0, last: before.now }
  }
}

export type Load = { readonly inFlight: number; readonly delay: number }

/**
 * Above these marks new work is refused; what was begun is finished. A late event loop counts only when more than
 * `few` requests are open: alone it means a busy machine, and turning the only guest away would not help it.
 */
export type Marks = { readonly inFlight: number; readonly delay: number; readonly few: number }

export const defaultMarks: Marks = { inFlight: 400, delay: 500, few: 32 }

/** Watches how many requests are open and how late the event loop runs (milliseconds, mean of the last second). */
export function loadWatch() {
  const histogram = monitorEventLoopDelay({ resolution: 20 })
  histogram.enable()
  let inFlight = 0
  let delay = 0
  // The histogram counts from its own resolution of 20 ms; what is above it is lateness.
  const reading = setInterval(() => {
    delay = Math.max(0, histogram.mean / 1e6 - 20)
    histogram.reset()
  }, 1_000)
  reading.unref()
  return {
    enter() {
      inFlight += 1
    },
    leave() {
      inFlight -= 1
    },
    load: (): Load => ({ inFlight, delay: Number.isFinite(delay) ? delay : 0 }),
    [Symbol.dispose]() {
      clearInterval(reading)
      histogram.disable()
    },
  }
}

export const isOverloaded = (load: Load, marks: Marks): boolean =>
  load.inFlight > marks.inFlight || (load.inFlight > marks.few && load.delay > marks.delay)
