import { endOfDay, startOfDay } from '../../../kernel/worktime/rules.ts'
import { type Day, type Instant, instant } from '../../../platform/time.ts'

const full = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/

/**
 * A date and time as http://www.w3.org/TR/NOTE-datetime writes it, zone included; a bare day is the city's own, from its
 * beginning or to its end. A `+` that an address turned into a blank is forgiven. Null for anything else.
 */
export function readW3(text: string, edge: 'start' | 'end'): Instant | null {
  const given = text.trim().replace(/ (\d\d:\d\d)$/, '+$1')
  if (/^\d{4}-\d\d-\d\d$/.test(given))
    return isDay(given) ? (edge === 'start' ? startOfDay : endOfDay)(given as Day) : null
  const [, day = '', minutes = '', seconds = ':00', zone = ''] = full.exec(given) ?? []
  if (!isDay(day)) return null
  const ms = Date.parse(`${day}T${minutes}${seconds.slice(0, 7)}${zone}`)
  return Number.isNaN(ms) ? null : instant(ms)
}

/** 30 February is no day, though a parser may take it for one of March. */
function isDay(text: string): boolean {
  const ms = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(ms) && instant(ms).startsWith(text)
}

/** An instant as the specification shows it: whole seconds, UTC. */
export const writeW3 = (at: Instant): string => `${at.slice(0, 19)}Z`
