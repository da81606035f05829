import type { Day, Instant } from '../platform/time.ts'
import type { Tongue } from '../platform/words.ts'

/** A share as offices print it: one decimal, `null` when there is nothing to divide by. */
export function percent(numerator: number, denominator: number): string | null {
  if (denominator === 0) return null
  const share = (numerator / denominator) * 100
  // A share short of the whole never rounds up to it: 1999 of 2000 is not 100 %.
  const shown = numerator < denominator ? Math.min(share, 99.9) : share
  return `${shown.toFixed(1)}%`
}

/** Bytes as a person reads them, in binary steps. */
export function fileSize(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`
}

const localeOf = (tongue: Tongue): string => (tongue === 'en' ? 'en-GB' : 'zh-CN')

/** An instant in the city's zone, to the minute; for pages of houses that stand before the working calendar. */
export const minuteOf = (at: Instant | string, tongue: Tongue): string =>
  new Intl.DateTimeFormat(localeOf(tongue), {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(at))

/** A day as a person reads it: `2026年3月2日`, `2 Mar 2026`. */
export const dayText = (day: Day | string, tongue: Tongue): string =>
  new Intl.DateTimeFormat(localeOf(tongue), { timeZone: 'UTC', dateStyle: 'medium' }).format(
    new Date(`${day}T00:00:00Z`),
  )
