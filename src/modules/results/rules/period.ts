import { DAY, type Day } from '../../../platform/time.ts'
import type { Period } from '../model.ts'

const WEEKS = 12

const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10) as Day

/** The twelve whole weeks, Monday to Sunday, that are over on this day. */
export function periodBefore(today: Day): Period {
  const sinceSunday = new Date(today).getUTCDay() || 7
  const until = dayAfter(today, -sinceSunday)
  return { from: dayAfter(until, 1 - WEEKS * 7), until }
}
