import type { DateRange, DayKind, DayName, HoursRule, Moment, OpenState } from '../../model/hours.ts'
import { type Hours, readHours } from './read.ts'

const DAY_LONG = 1_440
/** Days of every month of a leap year. */
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const everyDay = lengths.flatMap((length, month) => Array.from({ length }, (_, day) => [month + 1, day + 1] as const))

/** Whether a place with these hours is open at a moment; unknown where the hours cannot be read or do not say. */
export function openState(text: string, moment: Moment): OpenState {
  const hours = text.trim() === '' ? null : readHours(text)
  if (hours === null) return 'unknown'
  const state = stateAt(hours, moment)
  // What a fallback says counts where the first part leaves it open.
  return hours.more && state !== 'open' ? 'unknown' : state
}

function stateAt(hours: Hours, moment: Moment): OpenState {
  const seasonal = hours.rules.some(({ dates }) => dates !== null)
  if (!seasonal || moment.today.date !== null) return onDays(hours.rules, moment)
  // A weekday of no season: certain only where all seasons say the same.
  const states = new Set(
    everyDay.map((date, at) =>
      onDays(hours.rules, {
        ...moment,
        today: { ...moment.today, date },
        yesterday: { ...moment.yesterday, date: everyDay.at(at - 1) ?? date },
      }),
    ),
  )
  const [only] = states
  return states.size === 1 && only !== undefined ? only : 'unknown'
}

/** What the day itself says, and what of the night before is not over. */
function onDays(rules: readonly HoursRule[], { today, yesterday, minute }: Moment): OpenState {
  const states = [stateOn(rules, today, minute), stateOn(rules, yesterday, minute + DAY_LONG)]
  if (states.includes('open')) return 'open'
  return states.includes('unknown') ? 'unknown' : 'closed'
}

function stateOn(rules: readonly HoursRule[], day: DayKind, minute: number): OpenState {
  let state: OpenState = 'closed'
  for (const rule of rules) {
    const fits = both(inSeason(rule.dates, day), onDay(rule.days, day))
    if (fits === false) continue
    const then = after(rule, state, minute)
    state = fits === null && then !== state ? 'unknown' : then
  }
  return state
}

function after({ spans, state, adds }: HoursRule, before: OpenState, minute: number): OpenState {
  const span = spans.find(({ from, to }) => from <= minute && minute < to)
  if (span) return span.sure ? state : 'unknown'
  return adds || state === 'closed' ? before : 'closed'
}

const both = (one: boolean | null, other: boolean | null): boolean | null => {
  if (one === false || other === false) return false
  return one === null || other === null ? null : true
}

function inSeason(dates: readonly DateRange[] | null, { date }: DayKind): boolean | null {
  if (dates === null) return true
  if (date === null) return null
  const at = date[0] * 100 + date[1]
  return dates.some(({ from, to }) => {
    const [first, last] = [from[0] * 100 + from[1], to[0] * 100 + to[1]]
    return first <= last ? first <= at && at <= last : at >= first || at <= last
  })
}

function onDay(days: readonly DayName[] | null, day: DayKind): boolean | null {
  if (days === null) return true
  const fits = days.map((name) => isDayOf(name, day))
  if (fits.includes(true)) return true
  return fits.includes(null) ? null : false
}

function isDayOf(name: DayName, { weekday, holiday, workday }: DayKind): boolean | null {
  if (name === 'ph') return holiday
  if (name === 'wd') return workday
  return name === 'sh' ? null : name === weekday
}
