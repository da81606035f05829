import { type Instant, instant } from '../../../../platform/time.ts'
import type { Said } from '../../../../platform/words.ts'
import { useRead } from '../../../../ui/api/reads.ts'
import { useNow } from '../../../../ui/now.ts'
import type { LightColour } from '../../../../ui/parts/Light.tsx'
import { formatDuration, localDay } from '../../../worktime/rules.ts'
import type { CaseLight } from '../../model/views.ts'

/** What the city's clock shows, by the minute; in the demo it may have been turned. */
export function useDeskNow(): Instant {
  const machine = useNow(60_000)
  const { data, dataUpdatedAt } = useRead<{ now: Instant }>('/api/city', { topics: ['city'] })
  return data ? instant(Date.parse(data.now) + Date.parse(machine) - dataUpdatedAt) : machine
}

const DAY = 86_400_000

/** 还剩 3 天, 今天到期, 已超期 2 天: in days of the calendar, in hours on the day itself once it is late. */
export function daysLeft(now: Instant, due: Instant): Said {
  const days = Math.round((Date.parse(localDay(due)) - Date.parse(localDay(now))) / DAY)
  if (days !== 0) return formatDuration(days, 'day')
  const hours = (Date.parse(due) - Date.parse(now)) / 3_600_000
  return hours < 0 ? formatDuration(Math.ceil(hours) || -1, 'hour') : formatDuration(0, 'day')
}

export const colourOf = (light: CaseLight): LightColour => (light === 'none' ? 'off' : light)
