import { createContext, useContext } from 'react'
import type { Day, Instant } from '../../../platform/time.ts'
import { instantOf, slotOf } from '../rules/replay.ts'

/** A minute of a past day that the wall goes back to. */
export type Moment = { readonly day: Day; readonly minute: number }

/** What the boards show: null for now. */
export const MomentContext = createContext<Moment | null>(null)
export const useMoment = (): Moment | null => useContext(MomentContext)

export const timeOf = ({ day, minute }: Moment): Instant => instantOf(day, slotOf(minute))

/** The moment that an address names; null where it names none. */
export function momentIn(search: Readonly<Record<string, string | undefined>>): Moment | null {
  const { day = '', minute = '0' } = search
  const at = Number(minute)
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day))
  return isDay && at >= 0 && at <= 24 * 60 ? { day: day as Day, minute: Math.floor(at) } : null
}

/** The same in an address. */
export const momentQuery = (moment: Moment | null): Readonly<Record<string, string>> =>
  moment ? { day: moment.day, minute: String(moment.minute) } : {}
