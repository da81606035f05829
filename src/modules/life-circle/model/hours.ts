import { Type } from 'typebox'

/** Whether a place is open at a moment; `unknown` where nobody wrote its hours or they cannot be read for certain. */
export const openStates = ['open', 'closed', 'unknown'] as const
export type OpenState = (typeof openStates)[number]

/** Days of the week as OpenStreetMap writes them, Monday first. */
export const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'] as const
export type Weekday = (typeof weekdays)[number]

/** What a rule of opening hours may be bound to: `ph` statutory holidays, `sh` school holidays, `wd` 工作日. */
export type DayName = Weekday | 'ph' | 'sh' | 'wd'

/** A day as opening hours ask for it; null where nobody can say. School holidays are known to nobody here. */
export type DayKind = {
  readonly weekday: Weekday
  /** Weekdays and make-up days (调休) without statutory holidays. */
  readonly workday: boolean | null
  readonly holiday: boolean | null
  /** Month and day of the month, from 1; null for any such weekday of the year. */
  readonly date: readonly [month: number, day: number] | null
}

/** A moment of local time with the day before it, whose night may not be over. `minute` counts from midnight. */
export type Moment = { readonly today: DayKind; readonly yesterday: DayKind; readonly minute: number }

/** Minutes from the midnight a day begins with; past 1,440 it is the night after. Not `sure`: an end nobody wrote. */
export type Span = { readonly from: number; readonly to: number; readonly sure: boolean }

/** Month and day twice, both included; the second may lie before the first, over New Year. */
export type DateRange = {
  readonly from: readonly [month: number, day: number]
  readonly to: readonly [month: number, day: number]
}

/** One rule of opening hours: on which days of which seasons, from when to when, and what then is. */
export type HoursRule = {
  readonly dates: readonly DateRange[] | null
  readonly days: readonly DayName[] | null
  readonly spans: readonly Span[]
  readonly state: OpenState
  /** Adds to what the rules before it say of its days; else it stands in their place. */
  readonly adds: boolean
}

/** `sa-20:00`: that time on any such day of the week; `2026-10-01-10:00`: on that day; local time. */
export const OpenAt = Type.String({
  pattern: '^(mo|tu|we|th|fr|sa|su|20\\d\\d-\\d\\d-\\d\\d)-([01]\\d|2[0-3]):[0-5]\\d$',
  title: '时间',
  description: 'only what is open then counts: sa-20:00 or 2026-10-01-10:00; else regardless of hours',
})

/** Places of a kind at a moment. `perhaps`: people who reach one in time only if a place of unknown hours is open. */
export const HoursView = Type.Object({
  closed: Type.Integer({ description: 'places closed then' }),
  unknown: Type.Integer({ description: 'places whose hours are unknown, which do not count' }),
  perhaps: Type.Number({ description: 'people who would be covered if those were open' }),
})
