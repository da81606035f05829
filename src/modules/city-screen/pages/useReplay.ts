import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { localDay, localTime } from '../../../kernel/worktime/rules.ts'
import { DAY, type Day, instant } from '../../../platform/time.ts'
import { usePlace } from '../../../ui/routing/place.ts'
import { STEP } from '../rules/replay.ts'
import { type Moment, momentIn } from './moment.ts'
import { useReplayDay, useScreenNow } from './reads.ts'

/** Minutes of the day for each second of the viewer's. */
export const speeds = [5, 15, 60] as const
export type Speed = (typeof speeds)[number]

const TICK = 1_000

/** The wall gone back to a moment, or not: where it is, whether it runs, and how to move it. */
export function useReplay() {
  const { search, setSearch } = usePlace()
  const named = momentIn(search)
  const [running, setRunning] = useState<Moment | null>(null)
  const [speed, setSpeed] = useState<Speed>(15)
  const now = useScreenNow(60_000)
  const day = useReplayDay(named?.day ?? null)
  const moment = named && running?.day === named.day ? running : named
  const last = day.data?.day === named?.day ? (day.data?.lastMinute ?? 0) : 0
  const [playing, setPlaying] = useState(false)
  const runs = playing && moment !== null && last > 0
  const asking = useIsFetching({ predicate: ({ queryKey: [url] }) => String(url).includes('/replay/') }) > 0
  const show = (next: Moment) => {
    setRunning(null)
    setSearch({ day: next.day, minute: String(next.minute) })
  }
  // Time goes on by itself, but never faster than its figures come.
  useEffect(() => {
    if (!runs || asking || moment === null) return
    const timer = setTimeout(() => {
      const minute = Math.min(last, moment.minute + Math.max(speed, STEP))
      if (minute < last) return setRunning({ ...moment, minute })
      setPlaying(false)
      setRunning(null)
      setSearch({ minute: String(last) })
    }, TICK)
    return () => clearTimeout(timer)
  }, [runs, asking, moment, last, speed, setSearch])
  return {
    moment,
    day,
    last,
    today: localDay(now),
    playing: runs,
    speed,
    setSpeed,
    /** Yesterday from its first working hour, or the morning of the first day where there is no yesterday. */
    begin: () => {
      show({ day: dayBefore(localDay(now)), minute: 8 * 60 })
      setPlaying(true)
    },
    play: () => {
      if (moment && moment.minute >= last) show({ ...moment, minute: 0 })
      setPlaying(true)
    },
    pause: () => {
      setPlaying(false)
      if (moment) show(moment)
    },
    goTo: (minute: number) => {
      if (moment) show({ ...moment, minute })
    },
    goToDay: (next: Day) => show({ day: next, minute: moment?.minute ?? 0 }),
    end: () => {
      setPlaying(false)
      setRunning(null)
      setSearch({ day: undefined, minute: undefined })
    },
  }
}

export type Replay = ReturnType<typeof useReplay>

const moved = (day: Day, days: number): Day => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10) as Day
export const dayBefore = (day: Day): Day => moved(day, -1)
export const dayAfter = (day: Day): Day => moved(day, 1)
/** `09:35`, and `24:00` for the end of the day. */
export const clockOf = (minute: number): string =>
  minute >= 24 * 60 ? '24:00' : localTime(instant(Date.parse('2026-01-01T00:00:00+08:00') + minute * 60_000))
