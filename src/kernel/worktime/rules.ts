import { HOUR, type Instant, instant } from '../../platform/time.ts'
import type {
  DueAccount,
  DueMove,
  Light,
  Serial,
  StartRule,
  Term,
  TermUnit,
  Warning,
  WorkCalendar,
  Worktime,
} from './model.ts'
import { dayOf, midnight, serialAt, serialOf } from './rules/days.ts'
import { officeClock } from './rules/hours.ts'

export { calendarOf } from './rules/calendar.ts'
export { endOfDay, localDay, localTime, startOfDay } from './rules/days.ts'
export { explain, formatDay, formatDuration, formatInstant, formatTerm } from './rules/explain.ts'
export { defaultHours, faultOfHours } from './rules/hours.ts'
export { timeLeft } from './rules/left.ts'

/**
 * When a term that begins with an event at `from` is over, and how that was computed.
 * Days end at 23:59:59.999 local, and by default are counted from the day after the event; a term of no days
 * ends with the day of the event. Working hours end inside a window; hours run round the clock.
 * Workdays leave out weekends and statutory holidays and count make-up workdays: 行政许可法 第八十二条.
 * @throws RangeError for a negative amount, a fraction of a day, or a date outside the calendar
 */
export function dueAfter(worktime: Worktime, from: Instant, term: Term): DueAccount {
  checkAmount(term)
  const start = Date.parse(from)
  const first = firstCounted(worktime.calendar, start, term)
  return accountOf(worktime, { from, term }, first, endOf(worktime, start, first, term))
}

/**
 * What is left at `now`, in the unit: whole days (0 on the last day), or hours with their fraction.
 * Negative once the day, or for hours the moment, has passed.
 */
export const remaining = (worktime: Worktime, now: Instant, due: Instant, unit: TermUnit): number =>
  elapsed(worktime, now, due, unit)

/** What lies between two instants, in the unit. Days count from the day after `from` through the day of `to`. */
export function elapsed(worktime: Worktime, from: Instant, to: Instant, unit: TermUnit): number {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  switch (unit) {
    case 'workday':
      return worktime.calendar.countThrough(serialAt(end)) - worktime.calendar.countThrough(serialAt(start))
    case 'day':
      return serialAt(end) - serialAt(start)
    case 'workhour': {
      const clock = officeClock(worktime)
      return (clock.reading(end) - clock.reading(start)) / HOUR
    }
    case 'hour':
      return (end - start) / HOUR
  }
}

/**
 * The due date after a pause: moved by exactly the worktime that was paused, in the term's own unit, so that
 * what remained when the clock stopped remains when it runs again. Never moves a date earlier.
 */
export function resume(worktime: Worktime, account: DueAccount, pausedAt: Instant, resumedAt: Instant): DueAccount {
  const { unit } = account.term
  const paused = elapsed(worktime, pausedAt, resumedAt, unit)
  if (paused <= 0) return account
  return moved(worktime, account, { type: 'pause', from: pausedAt, to: resumedAt }, { amount: paused, unit })
}

/** The due date after an approved extension, counted from the old due date; `by.start` does not matter. */
export function extend(worktime: Worktime, account: DueAccount, by: Term): DueAccount {
  checkAmount(by)
  return moved(worktime, account, { type: 'extend', by }, by)
}

/**
 * The same term, pauses and extensions, counted again with this calendar. For the day on which the calendar of
 * a provisional year arrives: the case compares `due` and records the move, never silently.
 */
export function recount(worktime: Worktime, account: DueAccount): DueAccount {
  let again = dueAfter(worktime, account.from, account.term)
  for (const move of account.moves ?? []) {
    again = move.type === 'pause' ? resume(worktime, again, move.from, move.to) : extend(worktime, again, move.by)
  }
  return again
}

/** When the light turns yellow: the earliest moment with no more than this left, but not before the start. */
export function warnAt(worktime: Worktime, account: DueAccount, warning: Warning): Instant {
  const due = Date.parse(account.due)
  const left = 'share' in warning ? shareOf(worktime, account, warning.share) : warning
  return instant(Math.max(Date.parse(account.from), before(worktime, due, left)))
}

/** Red once the due date has passed, yellow from the warning on. */
export function light(now: Instant, clock: { readonly due: Instant; readonly warnAt: Instant }): Light {
  if (now > clock.due) return 'red'
  return now >= clock.warnAt ? 'yellow' : 'green'
}

function checkAmount({ amount, unit }: Term): void {
  const whole = unit === 'workday' || unit === 'day'
  const fits = whole ? Number.isInteger(amount) : Number.isFinite(amount)
  if (!fits || amount < 0) throw new RangeError(`a term cannot be ${amount} ${unit}`)
}

const startRuleOf = (term: Term): StartRule =>
  term.start ?? (term.unit === 'workday' || term.unit === 'day' ? 'next-day' : 'at-once')

const nextWorkday = (calendar: WorkCalendar, serial: Serial): Serial => calendar.nth(calendar.countThrough(serial) + 1)

function firstCounted(calendar: WorkCalendar, start: number, term: Term): Serial {
  const today = serialAt(start)
  switch (startRuleOf(term)) {
    case 'at-once':
      return today
    case 'next-day':
      return today + 1
    case 'next-workday':
      return nextWorkday(calendar, today)
  }
}

function endOf(worktime: Worktime, start: number, first: Serial, term: Term): number {
  if (term.unit === 'hour' || term.unit === 'workhour') {
    const begins = startRuleOf(term) === 'at-once' ? start : midnight(first)
    return shift(worktime, begins, term)
  }
  if (term.amount === 0) return endOfSerial(serialAt(start))
  return shift(worktime, midnight(first) - 1, term)
}

const endOfSerial = (serial: Serial): number => midnight(serial + 1) - 1

/** A moment moved on by so much. Days end with their day; the day of the moment itself is not counted. */
function shift(worktime: Worktime, ms: number, { amount, unit }: Term): number {
  const { calendar } = worktime
  const serial = serialAt(ms)
  switch (unit) {
    case 'workday':
      return amount === 0 ? ms : endOfSerial(calendar.nth(calendar.countThrough(serial) + amount))
    case 'day':
      return amount === 0 ? ms : endOfSerial(serial + amount)
    case 'workhour': {
      const clock = officeClock(worktime)
      const work = Math.round(amount * HOUR)
      return work === 0 ? clock.nextOpen(ms) : clock.whenReads(clock.reading(ms) + work)
    }
    case 'hour':
      return ms + Math.round(amount * HOUR)
  }
}

/** The earliest moment at which no more than this is left before `due`. */
function before(worktime: Worktime, due: number, left: { readonly amount: number; readonly unit: TermUnit }): number {
  const { calendar } = worktime
  const serial = serialAt(due)
  switch (left.unit) {
    case 'workday':
      return midnight(calendar.nth(Math.max(1, calendar.countThrough(serial) - Math.floor(left.amount))))
    case 'day':
      return midnight(serial - Math.floor(left.amount))
    case 'workhour': {
      const clock = officeClock(worktime)
      return clock.whenReads(Math.max(1, clock.reading(due) - Math.round(left.amount * HOUR)))
    }
    case 'hour':
      return due - Math.round(left.amount * HOUR)
  }
}

function shareOf(worktime: Worktime, account: DueAccount, share: number) {
  const { unit } = account.term
  const whole = elapsed(worktime, account.from, account.due, unit)
  const inDays = unit === 'workday' || unit === 'day'
  return { unit, amount: inDays ? Math.floor(whole * share) : whole * share }
}

function moved(worktime: Worktime, account: DueAccount, move: DueMove, by: Term): DueAccount {
  const end = shift(worktime, Date.parse(account.due), by)
  const moves = [...(account.moves ?? []), move]
  return { ...accountOf(worktime, account, serialOf(account.firstDay), end), moves }
}

function accountOf(
  { calendar }: Worktime,
  { from, term }: { readonly from: Instant; readonly term: Term },
  first: Serial,
  end: number,
): DueAccount {
  const last = serialAt(end)
  const firstDay = Math.min(first, last)
  const skipping = term.unit === 'workday' || term.unit === 'workhour'
  const dependent = skipping || term.start === 'next-workday'
  return {
    from,
    term,
    due: instant(end),
    provisional: dependent && !calendar.isSettled(Math.min(serialAt(Date.parse(from)), firstDay), last),
    firstDay: dayOf(firstDay),
    lastDay: dayOf(last),
    ...(skipping ? skippedDays(calendar, firstDay, last) : { weekendDays: 0, holidays: [], makeUpDays: [] }),
    calendar: calendar.version,
  }
}

function skippedDays(calendar: WorkCalendar, first: Serial, last: Serial) {
  const holidays = new Map<string, number>()
  const makeUpDays: DueAccount['makeUpDays'][number][] = []
  let holidayCount = 0
  for (const { kind, name, day } of calendar.specials(first, last)) {
    if (kind === 'makeup') makeUpDays.push(day)
    else {
      holidays.set(name, (holidays.get(name) ?? 0) + 1)
      holidayCount += 1
    }
  }
  const worked = calendar.countThrough(last) - calendar.countThrough(first - 1)
  return {
    weekendDays: last - first + 1 - worked - holidayCount,
    holidays: [...holidays].map(([name, days]) => `${name}×${days}`),
    makeUpDays,
  }
}
