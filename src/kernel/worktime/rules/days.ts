import { DAY, type Day, HOUR, type Instant, instant } from '../../../platform/time.ts'
import type { Serial } from '../model.ts'

/** Asia/Shanghai. One offset all year since 1991; earlier days are outside the calendar's reach. */
const SHANGHAI = 8 * HOUR

/** Days since 1970-01-01 of a calendar day. */
export const serialOf = (day: Day): Serial => Date.parse(day) / DAY

export const dayOf = (serial: Serial): Day => new Date(serial * DAY).toISOString().slice(0, 10) as Day

/** If the text names a day that exists; `2025-02-30` does not. */
export const isDay = (text: string): text is Day =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(serialOf(text as Day)) === text

/** Saturday or Sunday. */
export const isWeekend = (serial: Serial): boolean => {
  const weekday = (serial + 4) % 7
  return weekday === 0 || weekday === 6
}

/** The local day in which a moment (UTC milliseconds) falls, and how many milliseconds of it have passed. */
export const serialAt = (ms: number): Serial => Math.floor((ms + SHANGHAI) / DAY)
export const sinceMidnight = (ms: number): number => ms + SHANGHAI - serialAt(ms) * DAY

/** UTC milliseconds of local midnight at which the day begins. */
export const midnight = (serial: Serial): number => serial * DAY - SHANGHAI

/** The local day of an instant. */
export const localDay = (at: Instant): Day => dayOf(serialAt(Date.parse(at)))

/** The local time of an instant, `17:30`. */
export const localTime = (at: Instant): string => new Date(sinceMidnight(Date.parse(at))).toISOString().slice(11, 16)

/** 00:00:00.000 local. */
export const startOfDay = (day: Day): Instant => instant(midnight(serialOf(day)))

/** 23:59:59.999 local, which is the last moment of every term in days. */
export const endOfDay = (day: Day): Instant => instant(midnight(serialOf(day) + 1) - 1)
