import type { Channel } from '../src/kernel/cases/model/case.ts'
import type { UnitId } from '../src/kernel/organisations/model.ts'
import type { WorkCalendar } from '../src/kernel/worktime/model.ts'
import { dayOf, serialOf } from '../src/kernel/worktime/rules/days.ts'
import { endOfDay, localDay, startOfDay } from '../src/kernel/worktime/rules.ts'
import type { DeclineGround } from '../src/modules/orders/model.ts'
import type { Json } from '../src/platform/canonical.ts'
import { DAY, HOUR, type Instant, later, MINUTE } from '../src/platform/time.ts'
import type { Corner } from './places.ts'
import type { Plot, Says, Standing } from './plot.ts'
import type { ResidentKey } from './residents.ts'

/**
 * The light its promise shows today: yellow, overdue since a day, or overdue for so long that supervision has risen to
 * the second and third level. Only for matters whose promise counts workdays.
 */
export const lights = ['yellow', 'overdue', 'supervised', 'supervised-at-the-top'] as const
export type StoryLight = (typeof lights)[number]

/** When it was written, seen from today: so many days or hours ago, or so that the light is this one. `at` is local. */
export type When =
  | { readonly days: number; readonly at: `${number}:${number}` }
  | { readonly hours: number }
  | { readonly light: StoryLight }

/** One message of the invented town and what becomes of it. What the story leaves open, chance decides. */
export type Story = {
  readonly id: string
  /** Null: gave no name. */
  readonly who: ResidentKey | null
  /** Its matter, by the id without the prefix. */
  readonly about: string
  readonly where: readonly [text: string, corner: Corner | null]
  readonly when: When
  readonly title: string
  readonly text: string
  /** How it came in; typed in by staff where that is the hotline or the counter. */
  readonly by?: Extract<Channel, 'hotline' | 'counter' | 'mailbox'>
  readonly form?: Readonly<Record<string, Json>>
  readonly plot?: Plot
  readonly pace?: number
  /** Where it stands today, and for how many hours. */
  readonly stands?: Standing
  readonly since?: number
  /** A move that nobody has made yet today. */
  readonly waitsFor?: string
  readonly level?: 1 | 2 | 3 | 4
  readonly reply?: string
  readonly outcome?: 'solved' | 'explained'
  readonly stars?: 1 | 2 | 3 | 4 | 5
  readonly says?: Says
  readonly ground?: DeclineGround
  /** The unit that helps, or to which a ruling moves it. */
  readonly otherUnit?: UnitId
  /** The story of which this one is a repeat. */
  readonly repeats?: string
}

/** Workdays that must have gone by since the promise began, beyond its own length, for the light to be this one. */
const beyond = { overdue: 1, supervised: 5, 'supervised-at-the-top': 9 } as const

/**
 * The moment a story was written. `workdays` is the length of its matter's promise; `calendar` the city's.
 * A rung of supervision lasts three workdays, so the middle of each is met whatever weekends lie between.
 */
export function writtenAt(when: When, now: Instant, workdays: number, calendar: WorkCalendar): Instant {
  if ('hours' in when) return later(now, -when.hours * HOUR)
  if ('days' in when) return localTimeOn(later(now, -when.days * DAY), when.at)
  const gone = when.light === 'yellow' ? workdays - (workdays > 5 ? 2 : 1) : workdays + beyond[when.light]
  const day = calendar.nth(calendar.countThrough(serialOf(localDay(now))) - gone)
  return localTimeOn(endOfDay(dayOf(day)), '9:05')
}

function localTimeOn(moment: Instant, time: string): Instant {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return later(startOfDay(localDay(moment)), hours * HOUR + minutes * MINUTE)
}
