import { type Instant, instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { useNow } from '../../../../ui/now.ts'
import type { LightColour } from '../../../../ui/parts/Light.tsx'
import { formatDuration, localDay } from '../../../worktime/rules.ts'
import type { CaseLight } from '../../model/views.ts'
import { dueInDays, lateAlready, lateByDays } from './words/list.ts'

/** What the city's clock shows, by the minute; in the demo it may have been turned. */
export function useDeskNow(): Instant {
  const machine = useNow(60_000)
  const { data, dataUpdatedAt } = useRead<{ now: Instant }>('/api/city', { topics: ['city'] })
  return data ? instant(Date.parse(data.now) + Date.parse(machine) - dataUpdatedAt) : machine
}

const DAY = 86_400_000

/**
 * 3 天后到期, 今天到期, 已超期 2 天: how far off the date is, in days of the calendar, whatever unit the term was promised in;
 * how it was reckoned stands beside the date. In hours on the day itself once it is late.
 */
export function daysLeft(now: Instant, due: Instant): Said {
  const days = Math.round((Date.parse(localDay(due)) - Date.parse(localDay(now))) / DAY)
  if (days > 0) return dueInDays(days)
  if (days < 0) return lateByDays(-days)
  const hours = (Date.parse(due) - Date.parse(now)) / 3_600_000
  return hours < 0 ? formatDuration(Math.ceil(hours) || -1, 'hour') : formatDuration(0, 'day')
}

/** The date of a line beside its light: where the light is red for a promise that is broken already, that is said first. */
export function dueBeside(now: Instant, due: Instant, light: CaseLight): Said {
  const left = daysLeft(now, due)
  return light === 'red' && due > now ? lateAlready(left) : left
}

export const colourOf = (light: CaseLight): LightColour => (light === 'none' ? 'off' : light)
