import { HOUR, type Instant } from '../../../platform/time.ts'
import type { Said } from '../../../platform/words.ts'
import type { TermUnit, WorkCalendar } from '../model.ts'
import { dueTodayAtWords, overdueWords, underAWorkdayWords } from '../words.ts'
import { localTime, serialAt } from './days.ts'
import { formatDuration } from './explain.ts'

/**
 * How far off a due date is, told in the unit its term was promised in: 还剩 3 个工作日, 今天 17:30 到期, 已超期 2 日.
 * A term of working hours that ends on another day is told in working days: whose office hours count, only the case knows.
 */
export function timeLeft(calendar: WorkCalendar, now: Instant, due: Instant, unit: TermUnit): Said {
  const hours = (Date.parse(due) - Date.parse(now)) / HOUR
  if (unit === 'hour') return formatDuration(hours, 'hour')
  const [today, last] = [serialAt(Date.parse(now)), serialAt(Date.parse(due))]
  const isLate = now > due
  if (today === last) {
    if (isLate) return formatDuration(hours, 'hour')
    return unit === 'workhour' ? dueTodayAtWords(localTime(due)) : formatDuration(0, 'day')
  }
  if (unit === 'day') return formatDuration(last - today, 'day')
  const left = calendar.countThrough(last) - calendar.countThrough(today)
  if (left !== 0) return formatDuration(left, 'workday')
  // No working day lies between: late since the last one, or due on a day that was none when the calendar arrived.
  return isLate ? overdueWords(underAWorkdayWords) : formatDuration(last - today, 'day')
}
