import type { WorkCalendar } from '../../../../kernel/worktime/model.ts'
import { dayOf, isDay, serialOf } from '../../../../kernel/worktime/rules/days.ts'
import type { Day } from '../../../../platform/time.ts'
import { type DayKind, type Moment, weekdays } from '../../model/hours.ts'

const names: readonly string[] = weekdays

/**
 * The moment that `sa-20:00` or `2026-10-01-10:00` names; null for a day that does not exist. A day of the week is an
 * ordinary one: no holiday, of no season. What a day of the year is, the working calendar says.
 */
export function momentOf(openAt: string, calendar: WorkCalendar): Moment | null {
  const day = openAt.slice(0, -6)
  const [hours = 0, minutes = 0] = openAt.slice(-5).split(':').map(Number)
  const minute = hours * 60 + minutes
  const weekday = names.indexOf(day)
  if (weekday >= 0) return { today: ordinary(weekday), yesterday: ordinary(weekday + 6), minute }
  if (!isDay(day)) return null
  return { today: dayKind(day, calendar), yesterday: dayKind(dayOf(serialOf(day) - 1), calendar), minute }
}

const ordinary = (at: number): DayKind => {
  const weekday = weekdays[at % 7] ?? 'mo'
  return { weekday, workday: at % 7 < 5, holiday: false, date: null }
}

/** A day of a year whose holidays are not published may be one. */
function dayKind(day: Day, calendar: WorkCalendar): DayKind {
  const serial = serialOf(day)
  const [, month = 1, date = 1] = day.split('-').map(Number)
  const isKnown = calendar.isSettled(serial, serial)
  const workday = calendar.isWorkday(day)
  return {
    weekday: weekdays[(serial + 3) % 7] ?? 'mo',
    workday: isKnown ? workday : null,
    holiday: isKnown ? !workday && calendar.nameOf(day) !== null : null,
    date: [month, date],
  }
}
