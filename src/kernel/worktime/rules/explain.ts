import type { Day, Instant } from '../../../platform/time.ts'
import { type Said, said } from '../../../platform/words.ts'
import type { DueAccount, ExplainExtras, Term, TermUnit } from '../model.ts'
import {
  amountWords,
  dayWords,
  dueNowWords,
  dueTodayWords,
  explainWords,
  hoursAndMinutesWords,
  leftWords,
  momentWords,
  overdueWords,
  underAMinuteWords,
} from '../words.ts'
import { endOfDay, localDay, localTime } from './days.ts'

/** 2026年11月23日 · 23 November 2026 */
export function formatDay(day: Day): Said {
  const [year, month, date] = day.split('-').map(Number)
  return dayWords(year ?? 0, month ?? 0, date ?? 0)
}

/** 2026年11月23日 17:30 · 23 November 2026, 17:30 — local time */
export const formatInstant = (at: Instant): Said => momentWords(formatDay(localDay(at)), localTime(at))

/** 10 个工作日 · 10 working days */
export const formatTerm = ({ amount, unit }: Term): Said => amountsOf(amount, unit)

/** What `remaining` answered, said: 还剩 2 个工作日, 今天到期, 已超期 3 小时. */
export function formatDuration(left: number, unit: TermUnit): Said {
  const inDays = unit === 'workday' || unit === 'day'
  if (left === 0) return inDays ? dueTodayWords : dueNowWords
  const whole = Math.abs(left)
  const amount = !inDays && whole < 1 / 60 ? underAMinuteWords : amountsOf(whole, unit)
  return left > 0 ? leftWords(amount) : overdueWords(amount)
}

/**
 * How a due date was computed, in full sentences: start, days counted, holidays and make-up workdays,
 * pauses, extensions with their approvers, and whether it may still move.
 */
export function explain(account: DueAccount, extras: ExplainExtras = {}): Said {
  const sentences: Said[] = [opening(account), ...howCounted(account)]
  for (const { from, to, reason } of extras.pauses ?? []) {
    const since = formatInstant(from)
    sentences.push(to ? explainWords.paused(since, formatInstant(to), reason) : explainWords.pausedNow(since, reason))
  }
  for (const { by, reason, at, due } of extras.extensions ?? []) {
    sentences.push(explainWords.extended(by, formatInstant(at), formatDue(due), reason))
  }
  if (account.provisional) sentences.push(explainWords.provisional)
  return said(sentences.map(({ zh }) => zh).join(''), sentences.map(({ en }) => en).join(' '))
}

function amountsOf(amount: number, unit: TermUnit): Said {
  if (unit === 'workday' || unit === 'day') return amountWords(amount, unit)
  const minutes = Math.round(amount * 60)
  return hoursAndMinutesWords(Math.floor(minutes / 60), minutes % 60, unit)
}

/** A due date that ends with its day is said as the day: 24 o'clock reads better than 23:59. */
const formatDue = (due: Instant): Said => {
  const day = localDay(due)
  return due === endOfDay(day) ? explainWords.endOfDay(formatDay(day)) : formatInstant(due)
}

function opening({ from, term, due, firstDay }: DueAccount): Said {
  const atOnce = firstDay === localDay(from)
  return atOnce
    ? explainWords.atOnce(formatInstant(from), formatTerm(term), formatDue(due))
    : explainWords.counted(formatInstant(from), formatTerm(term), formatDay(firstDay), formatDue(due))
}

function howCounted(account: DueAccount): Said[] {
  if (account.term.unit === 'day') return [explainWords.everyDay]
  if (account.term.unit === 'hour') return [explainWords.roundTheClock]
  const skipped = account.holidays.map((holiday) => {
    const [name, days] = holiday.split('×')
    return explainWords.skippedHoliday(name ?? holiday, Number(days ?? 1))
  })
  if (account.weekendDays > 0) skipped.unshift(explainWords.skippedWeekends(account.weekendDays))
  const sentences: Said[] = account.term.unit === 'workhour' ? [explainWords.inOfficeHours] : []
  if (skipped.length > 0) sentences.push(explainWords.skipped(skipped))
  if (account.makeUpDays.length > 0) sentences.push(explainWords.madeUp(account.makeUpDays.map(formatDay)))
  return sentences
}
