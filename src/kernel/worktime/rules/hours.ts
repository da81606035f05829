import { DAY, HOUR, MINUTE } from '../../../platform/time.ts'
import type { HoursFault, WorkCalendar, WorkHours, Worktime } from '../model.ts'
import { midnight, serialAt, sinceMidnight } from './days.ts'

/** △ Hours of an office that has set none: an assumption for the city to overrule, not a law. */
export const defaultHours: WorkHours = [
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:30' },
]

/**
 * Office hours as one running clock: `reading` tells how many working milliseconds have passed since the
 * calendar's first day, `whenReads` the earliest moment at which it shows a figure. Both are monotone.
 */
export type OfficeClock = {
  reading(ms: number): number
  whenReads(reading: number): number
  /** The moment itself when the office is open, otherwise when it next opens. */
  nextOpen(ms: number): number
}

type Window = { readonly start: number; readonly end: number; readonly before: number }
type Windows = { readonly list: readonly Window[]; readonly total: number }

const compiled = new WeakMap<WorkHours, Windows>()

export function officeClock({ calendar, hours }: Worktime): OfficeClock {
  const windows = compiled.get(hours) ?? compile(hours)
  compiled.set(hours, windows)
  const whenReads = (reading: number) => {
    const count = Math.ceil(reading / windows.total)
    return midnight(calendar.nth(count)) + timeAfter(windows, reading - (count - 1) * windows.total)
  }
  return {
    reading: (ms) => readingAt(calendar, windows, ms),
    whenReads,
    nextOpen: (ms) => (isOpen(calendar, windows, ms) ? ms : whenReads(readingAt(calendar, windows, ms) + 1) - 1),
  }
}

/** Why windows cannot be used, or null: each must end after it begins, and begin after the one before it ends. */
export function faultOfHours(hours: WorkHours): HoursFault | null {
  if (hours.length === 0) return 'no-windows'
  let last = -1
  for (const window of hours) {
    if (millis(window.to) <= millis(window.from)) return 'window-backwards'
    if (millis(window.from) <= last) return 'windows-overlap'
    last = millis(window.to)
  }
  return null
}

const millis = (time: string) => Number(time.slice(0, 2)) * HOUR + Number(time.slice(3, 5)) * MINUTE

function compile(hours: WorkHours): Windows {
  const fault = faultOfHours(hours)
  if (fault) throw new RangeError(`office hours: ${fault}`)
  let total = 0
  const list = hours.map(({ from, to }) => {
    const window = { start: millis(from), end: millis(to), before: total }
    total += window.end - window.start
    return window
  })
  return { list, total }
}

function readingAt(calendar: WorkCalendar, windows: Windows, ms: number): number {
  const serial = serialAt(ms)
  const before = calendar.countThrough(serial - 1)
  const worked = calendar.countThrough(serial) > before ? workedBy(windows, sinceMidnight(ms)) : 0
  return before * windows.total + worked
}

function workedBy({ list }: Windows, time: number): number {
  let worked = 0
  for (const { start, end } of list) worked += Math.max(0, Math.min(time, end) - start)
  return worked
}

/** The time of day at which so much (more than nothing) of the day's work is done. */
function timeAfter({ list, total }: Windows, worked: number): number {
  for (const { start, end, before } of list) {
    if (worked <= before + end - start) return start + worked - before
  }
  throw new RangeError(`a working day has ${total} ms, not ${worked}`)
}

function isOpen(calendar: WorkCalendar, { list }: Windows, ms: number): boolean {
  const serial = serialAt(ms)
  if (calendar.countThrough(serial) === calendar.countThrough(serial - 1)) return false
  const time = ms - midnight(serial)
  return time < DAY && list.some(({ start, end }) => start <= time && time <= end)
}
