import { type Instant, instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { useNow } from '../../../../ui/now.ts'
import type { LightColour } from '../../../../ui/parts/Light.tsx'
import type { PublishedYear, TermUnit, WorkCalendar } from '../../../worktime/model.ts'
import { calendarOf, formatInstant, timeLeft } from '../../../worktime/rules.ts'
import type { CaseLight, CaseLine, ClockView } from '../../model/views.ts'
import { clockStatusWords } from '../../words.ts'
import { lateAlready } from './words/list.ts'

/** What the city's clock shows, by the minute; in the demo it may have been turned. */
export function useDeskNow(): Instant {
  const machine = useNow(60_000)
  const { data, dataUpdatedAt } = useRead<{ now: Instant }>('/api/city', { topics: ['city'] })
  return data ? instant(Date.parse(data.now) + Date.parse(machine) - dataUpdatedAt) : machine
}

/** The moment, and the calendar by which working days count from it; null while that is on its way. */
export type Today = { readonly now: Instant; readonly calendar: WorkCalendar | null }

type Years = readonly PublishedYear[]

/** Making a calendar takes some milliseconds, and many rows ask for the same. */
const known = new WeakMap<Years, WorkCalendar>()

function calendarMade(years: Years): WorkCalendar {
  const made = known.get(years) ?? calendarOf(years)
  known.set(years, made)
  return made
}

export function useToday(): Today {
  const now = useDeskNow()
  const { data } = useRead<{ years: Years }>('/api/worktime/calendars')
  return { now, calendar: data ? calendarMade(data.years) : null }
}

/** How far off a date is, in the unit of its term; the date itself while the calendar is unknown. */
const leftUntil = ({ now, calendar }: Today, due: Instant, unit: TermUnit): Said =>
  calendar ? timeLeft(calendar, now, due, unit) : formatInstant(due)

/** The date of a line beside its light: where the light is red for a promise that is broken already, that is said first. */
export function dueBeside(today: Today, { due, dueIn, light }: Pick<CaseLine, 'due' | 'dueIn' | 'light'>): Said | null {
  if (due === null) return null
  const left = leftUntil(today, due as Instant, dueIn ?? 'day')
  return light === 'red' && due > today.now ? lateAlready(left) : left
}

type Clocked = Pick<ClockView, 'clock' | 'status' | 'due' | 'unit' | 'light'>

/** A promise that is broken goes on to be late until it is kept; other clocks that have run out are over. */
const isCounted = ({ clock, status }: Clocked): boolean =>
  status === 'running' || (clock === 'main' && status === 'ended')

/** What is said beside the date of a clock, and in which light. */
export const besideClock = (today: Today, clock: Clocked): { light: LightColour; left: Said } =>
  isCounted(clock)
    ? { light: colourOf(clock.light), left: leftUntil(today, clock.due as Instant, clock.unit) }
    : { light: 'off', left: clockStatusWords[clock.status] }

export const colourOf = (light: CaseLight): LightColour => (light === 'none' ? 'off' : light)
