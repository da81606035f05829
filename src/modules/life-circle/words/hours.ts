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

const inChinese: readonly (readonly [RegExp, string])[] = [
  [/24\/7|\bMo-Su 00:00-24:00/g, '全天开放'],
  [/\bMo\b/g, '周一'],
  [/\bTu\b/g, '周二'],
  [/\bWe\b/g, '周三'],
  [/\bTh\b/g, '周四'],
  [/\bFr\b/g, '周五'],
  [/\bSa\b/g, '周六'],
  [/\bSu\b/g, '周日'],
  [/\bPH\b/g, '节假日'],
  [/\bSH\b/g, '学校假期'],
  [/\b(?:off|closed)\b/g, '休息'],
  [/(周.)-(周.)/g, '$1至$2'],
  [/\s*;\s*/g, '；'],
]
const inEnglish: readonly (readonly [RegExp, string])[] = [
  [/24\/7/g, 'round the clock'],
  [/\bPH\b/g, 'public holidays'],
  [/\bSH\b/g, 'school holidays'],
  [/\b(?:off|closed)\b/g, 'closed'],
]

/** Opening hours as the map writes them, in words that everybody reads; what a person wrote stays as it is. */
export function hoursSaid(hours: string): Said {
  if (/\p{Script=Han}/u.test(hours)) return said(hours, hours)
  const by = (lines: readonly (readonly [RegExp, string])[]) =>
    lines.reduce((so, [from, to]) => so.replace(from, to), hours)
  return said(by(inChinese), by(inEnglish))
}
