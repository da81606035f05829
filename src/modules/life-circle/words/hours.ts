import { type Said, said } from '../../../platform/words.ts'
import type { Weekday } from '../model/hours.ts'

export const weekdayWords = {
  mo: said('周一', 'Monday'),
  tu: said('周二', 'Tuesday'),
  we: said('周三', 'Wednesday'),
  th: said('周四', 'Thursday'),
  fr: said('周五', 'Friday'),
  sa: said('周六', 'Saturday'),
  su: said('周日', 'Sunday'),
} as const satisfies Record<Weekday, Said>

const dayWords: Readonly<Record<string, Said>> = weekdayWords

/** `sa-20:00` or `2026-10-01-10:00` as it is said. */
export function openAtSaid(openAt: string): Said {
  const [day, time] = [openAt.slice(0, -6), openAt.slice(-5)]
  const named = dayWords[day] ?? said(day, day)
  return said(`${named.zh} ${time}`, `${named.en} ${time}`)
}
