import type { Day } from '../../../../platform/time.ts'
import type { PublishedDay } from '../../model.ts'

const pad = (value: number) => String(value).padStart(2, '0')
/** Pure: the days of one month in weeks from Monday; null where the week reaches into another month. */
export function weeksOf(year: number, month: number): readonly (readonly (Day | null)[])[] {
  const first = new Date(Date.UTC(year, month - 1, 1))
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const lead = (first.getUTCDay() + 6) % 7
  const cells: (Day | null)[] = [
    ...Array.from({ length: lead }, () => null),
    ...Array.from({ length: count }, (_, at) => `${year}-${pad(month)}-${pad(at + 1)}` as Day),
  ]
  while (cells.length % 7 > 0) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

/** Pure: the day so many days on, kept within the year. */
export function movedDay(day: Day, by: number): Day {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + by)
  const text = next.toISOString().slice(0, 10) as Day
  return text.slice(0, 4) === day.slice(0, 4) ? text : day
}

export const isWeekendDay = (day: Day): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

/** Pure: the special days after one was pressed. A weekday goes off and back; a weekend goes off, to work, and back. */
export function pressedDay(days: readonly PublishedDay[], day: Day, name: string): readonly PublishedDay[] {
  const known = days.find((one) => one.day === day)
  const others = days.filter((one) => one.day !== day)
  if (known === undefined) return sorted([...others, { day, kind: 'holiday', name }])
  if (known.kind === 'holiday' && isWeekendDay(day)) return sorted([...others, { ...known, kind: 'makeup' }])
  return others
}

const sorted = (days: readonly PublishedDay[]) => [...days].sort((a, b) => (a.day < b.day ? -1 : 1))

/** Pure: `09:00-12:00 13:30-17:30` as windows; null for what is none. */
export function windowsIn(text: string): { from: string; to: string }[] | null {
  const parts = text.trim().split(/[\s,，、;；]+/)
  const windows = parts.map((part) =>
    /^([01]?\d|2[0-3])[:：]([0-5]\d)\s*[-–—~]\s*([01]?\d|2[0-4])[:：]([0-5]\d)$/.exec(part),
  )
  if (windows.length === 0 || windows.includes(null)) return null
  return windows.flatMap((found) =>
    found
      ? [
          {
            from: `${(found[1] ?? '').padStart(2, '0')}:${found[2]}`,
            to: `${(found[3] ?? '').padStart(2, '0')}:${found[4]}`,
          },
        ]
      : [],
  )
}
