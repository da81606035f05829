import { useEffect, useState } from 'react'
import type { Day } from '../../../../../platform/time.ts'
import { Button } from '../../../../../ui/parts/Button.tsx'
import { Row } from '../../../../../ui/parts/layout.tsx'
import { Select } from '../../../../../ui/parts/Select.tsx'
import { Slider } from '../../../../../ui/parts/Slider.tsx'
import { usePlace } from '../../../../../ui/routing/place.ts'
import { useTongue } from '../../../../../ui/tongue.tsx'
import { dayOf, serialOf } from '../../../../worktime/rules/days.ts'
import { formatDay } from '../../../../worktime/rules.ts'
import { mapWords as words } from '../words/map.ts'

const spans = { all: words.allDays, 7: words.week, 30: words.month, 90: words.quarter } as const
type Span = keyof typeof spans
/** How long one picture of a moving map stands, in milliseconds. */
const STANDS = 900
/** How long a handle must rest before the map is asked. */
const RESTS = 250

type Props = { firstDay: Day; lastDay: Day }

/** Which days the map shows: a span, and the day it ends; may run by itself from the first day to the last. */
export function TimeBar({ firstDay, lastDay }: Props) {
  const { t } = useTongue()
  const { search, setSearch } = usePlace()
  const [first, last] = [serialOf(firstDay), serialOf(lastDay)]
  const asked = search.to === undefined ? last : serialOf(search.to as Day)
  const span = spanIn(search.from, asked)
  const [at, setAt] = useState(asked)
  const [plays, setPlays] = useState(false)
  const show = (end: number, length: Span) =>
    setSearch(
      length === 'all' ? { from: undefined, to: undefined } : { from: dayOf(end - Number(length) + 1), to: dayOf(end) },
    )

  // The address follows the handle when it rests: every step in between would ask for tiles nobody sees.
  useEffect(() => {
    if (at === asked || span === 'all') return
    const rest = setTimeout(() => show(at, span), RESTS)
    return () => clearTimeout(rest)
  })
  // A running map moves on by a quarter of its span, and stops at the last day.
  useEffect(() => {
    if (!plays || span === 'all') return
    const next = setTimeout(() => {
      const step = Math.max(1, Math.round(Number(span) / 4))
      if (at >= last) setPlays(false)
      else setAt(Math.min(last, at + step))
    }, STANDS)
    return () => clearTimeout(next)
  })

  const options = Object.entries(spans).map(([value, label]) => ({ value, label: t(label) }))
  const choose = (length: string) => {
    setPlays(false)
    show(at, length as Span)
  }
  return (
    <Row>
      <Select label={t(words.span)} value={String(span)} options={options} onChange={choose} />
      {span === 'all' ? null : (
        <>
          <Slider
            label={t(words.until)}
            from={Math.min(first, at)}
            to={last}
            value={at}
            said={t(formatDay(dayOf(at)))}
            onChange={(day) => setAt(day)}
          />
          <Button
            pressed={plays}
            onPress={() => {
              if (!plays && at >= last) setAt(Math.min(last, first + Number(span) - 1))
              setPlays(!plays)
            }}
          >
            {t(plays ? words.stop : words.play)}
          </Button>
        </>
      )}
    </Row>
  )
}

function spanIn(from: string | undefined, end: number): Span {
  if (from === undefined) return 'all'
  const days = end - serialOf(from as Day) + 1
  return days <= 7 ? 7 : days <= 30 ? 30 : 90
}
