import { DAY, HOUR, type Instant, later, MINUTE } from '../../../platform/time.ts'
import { localDay, localTime, startOfDay } from '../../worktime/rules/days.ts'
import type {
  Medium,
  Notice,
  Outcome,
  Preference,
  QuietHours,
  Reached,
  Setting,
  TemplateWords,
} from '../model/notices.ts'

/** What is to be done with a notice whose time has come. */
export type SendPlan =
  | { readonly do: 'send'; readonly medium: 'sms'; readonly to: string }
  | { readonly do: 'send'; readonly medium: 'mail'; readonly to: string }
  | { readonly do: 'wait'; readonly until: Instant }
  | { readonly do: 'leave'; readonly outcome: Outcome }

export type SendFacts = {
  readonly now: Instant
  readonly template: TemplateWords
  readonly preference: Preference
  readonly setting: Setting
  readonly reached: Reached
}

/**
 * SMS before mail, as far as the district has it open, the addressee wants it and can be reached by it. A notice that
 * names its own medium goes by that one alone. No SMS in the quiet hours; mail disturbs nobody.
 */
export function planFor(notice: Pick<Notice, 'to' | 'medium' | 'at'>, facts: SendFacts): SendPlan {
  const { template, preference, setting, reached } = facts
  const stays = staysInside(notice, template, facts.now)
  if (stays !== null) return { do: 'leave', outcome: stays }
  const asked: readonly Medium[] = notice.medium === null ? ['sms', 'mail'] : [notice.medium]
  const wanted = asked.filter(
    (medium) => (medium === 'sms' && preference.sms) || (medium === 'mail' && preference.mail),
  )
  if (wanted.length === 0) return { do: 'leave', outcome: 'not-wanted' }
  const open = wanted.filter((medium) => (medium === 'sms' && setting.sms) || (medium === 'mail' && setting.mail))
  if (open.length === 0) return { do: 'leave', outcome: 'switched-off' }
  if (open.includes('sms') && reached.phone !== undefined) {
    const until = endOfQuiet(facts.now, setting.quiet)
    return until === null ? { do: 'send', medium: 'sms', to: reached.phone } : { do: 'wait', until }
  }
  if (open.includes('mail') && reached.mail !== undefined) return { do: 'send', medium: 'mail', to: reached.mail }
  return { do: 'leave', outcome: 'no-address' }
}

/** News older than this wakes nobody: what was imported or replayed with its own dates stays in the inbox. */
const STALE_MS = 7 * DAY

/** Why a notice goes nowhere but into its inbox, whoever it is for; null when it may go out. */
export function staysInside(
  { to, medium, at }: Pick<Notice, 'to' | 'medium' | 'at'>,
  template: TemplateWords,
  now: Instant,
): Outcome | null {
  if (to.kind === 'unit') return 'unit-inbox'
  if (!template.goesOut || medium === 'inbox') return 'inbox-only'
  return later(at, STALE_MS) < now ? 'too-late' : null
}

/** When the quiet hours end in which this moment falls; null when it falls in none. Hours are of the city's day. */
export function endOfQuiet(at: Instant, { from, to }: QuietHours): Instant | null {
  const time = localTime(at)
  const isQuiet = from <= to ? time >= from && time < to : time >= from || time < to
  if (!isQuiet) return null
  const today = Date.parse(startOfDay(localDay(at)))
  const ends = later(new Date(today).toISOString() as Instant, msOf(to))
  return ends > at ? ends : later(ends, DAY)
}

const msOf = (time: string): number => Number(time.slice(0, 2)) * HOUR + Number(time.slice(3, 5)) * MINUTE

/** After so many tries a notice is left to a person: about a day and a half after the first. */
export const MOST_TRIES = 8
const waits = [MINUTE, 5 * MINUTE, 15 * MINUTE, HOUR, 4 * HOUR, 8 * HOUR, DAY] as const

/** When to try again after so many tries, or null when it is over. */
export const nextTry = (now: Instant, tries: number): Instant | null => {
  const wait = waits[tries - 1]
  return tries >= MOST_TRIES || wait === undefined ? null : later(now, wait)
}
