import { type KeyboardEvent, useRef, useState } from 'react'
import type { Day } from '../../../../platform/time.ts'
import { useTongue } from '../../../../ui/tongue.tsx'
import type { PublishedDay } from '../../model.ts'
import { formatDay } from '../../rules.ts'
import './calendars.css'
import { isWeekendDay, movedDay, weeksOf } from './grid.ts'
import { weekdayWords, calendarWords as words } from './words/calendars.ts'

type Props = {
  year: number
  days: readonly PublishedDay[]
  /** Absent while the year is only looked at. */
  onPress?: (day: Day) => void
}

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** A whole year, month by month: weekends, days off and make-up workdays told apart by sign and colour. */
export function YearGrid({ year, days, onPress }: Props) {
  const { t } = useTongue()
  const frame = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<Day>(`${year}-01-01` as Day)
  const special = new Map(days.map((one) => [one.day, one]))
  const move = (event: KeyboardEvent, day: Day) => {
    const by = steps[event.key]
    if (by === undefined) return
    event.preventDefault()
    const next = movedDay(day, by)
    setAt(next)
    frame.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus()
  }
  const saidOf = (day: Day) => {
    const found = special.get(day)
    const kind = found ? ` ${found.name} ${t(found.kind === 'holiday' ? words.off : words.makeup)}` : ''
    return `${t(formatDay(day))}${kind}`
  }
  const cell = (day: Day) => {
    const found = special.get(day)
    const look = { 'data-kind': found?.kind ?? (isWeekendDay(day) ? 'weekend' : 'plain'), title: saidOf(day) }
    const number = Number(day.slice(8))
    if (!onPress)
      return (
        <span className="year-day" {...look}>
          {number}
        </span>
      )
    return (
      <button
        type="button"
        className="year-day"
        {...look}
        data-day={day}
        aria-label={saidOf(day)}
        tabIndex={day === at ? 0 : -1}
        onKeyDown={(event) => move(event, day)}
        onClick={() => {
          setAt(day)
          onPress(day)
        }}
      >
        {number}
      </button>
    )
  }
  return (
    <>
      <p className="year-legend">
        <span className="year-day" data-kind="holiday">
          1
        </span>{' '}
        {t(words.off)}{' '}
        <span className="year-day" data-kind="makeup">
          1
        </span>{' '}
        {t(words.makeup)}
      </p>
      <div className="year-grid" ref={frame}>
        {months.map((month) => (
          <table key={month} className="year-month">
            <caption>{`${year}-${String(month).padStart(2, '0')}`}</caption>
            <thead>
              <tr>
                {weekdayWords.map((weekday) => (
                  <th key={weekday.en} scope="col">
                    {t(weekday)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(year, month).map((week) => (
                <tr key={week.find((day) => day !== null) ?? ''}>
                  {week.map((day, place) => (
                    <td key={day ?? `${month} ${weekdayWords[place]?.en}`}>{day ? cell(day) : null}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  )
}
