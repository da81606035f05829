import { type Static, Type } from 'typebox'
import type { Day, Instant } from '../../platform/time.ts'

/** 工作日, 日 (runs through holidays), 工作时 (inside the office windows), 小时 (round the clock). */
export const termUnits = ['workday', 'day', 'workhour', 'hour'] as const
export type TermUnit = (typeof termUnits)[number]

/** Where counting begins. Days normally begin the day after the event, hours at once. */
export const startRules = ['next-day', 'next-workday', 'at-once'] as const
export type StartRule = (typeof startRules)[number]

/** How long something may take. `amount` is a whole number for days; hours may be fractional. */
export type Term = { readonly amount: number; readonly unit: TermUnit; readonly start?: StartRule }

const startSchema = Type.Optional(Type.Enum(startRules))

/** A term at the door. Ten years is the longest any rule may promise. */
export const TermSchema = Type.Union([
  Type.Object({
    amount: Type.Integer({ minimum: 0, maximum: 3_660 }),
    unit: Type.Enum(['workday', 'day']),
    start: startSchema,
  }),
  Type.Object({
    amount: Type.Number({ minimum: 0, maximum: 87_840 }),
    unit: Type.Enum(['workhour', 'hour']),
    start: startSchema,
  }),
])

/** One stretch of a working day in local time, `{ from: '09:00', to: '12:00' }`; `24:00` may end the day. */
export const WorkWindow = Type.Object({
  from: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
  to: Type.String({ pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' }),
})
/** The windows of one working day, in order and apart from one another. */
export type WorkHours = readonly Readonly<Static<typeof WorkWindow>>[]

/** A day that differs from its week: closed for a holiday, or worked to make up for one (调休). */
export type DayKind = 'holiday' | 'makeup'
export type PublishedDay = { readonly day: Day; readonly kind: DayKind; readonly name: string }

/** One year's arrangement as published. Its days may begin in the last days of the year before (2022-12-31). */
export type PublishedYear = {
  readonly year: number
  /** Counts the editions of this year that the city has taken in, from 1. */
  readonly version: number
  /** The document, or the package and version it was taken from. */
  readonly source: string
  readonly publishedOn?: Day
  readonly days: readonly PublishedDay[]
}

/** Days since 1970-01-01, so that a day can be reckoned with. */
export type Serial = number

export type SpecialDay = PublishedDay & { readonly serial: Serial }

/** The working days of the city, reckoned once. A year nobody has published counts weekends only and says so. */
export type WorkCalendar = {
  isWorkday(day: Day): boolean
  isPublished(year: number): boolean
  /** '国庆节' for a holiday, '国庆节调休' for a make-up workday, null for a plain day. */
  nameOf(day: Day): string | null
  /** The years and editions it was made of, `2020-2025.1,2026.2`. */
  readonly version: string
  /** How many workdays there are from the calendar's first day through this one. */
  countThrough(serial: Serial): number
  /** The workday with this number, from 1. */
  nth(count: number): Serial
  /** The special days between two days, both included, in order. */
  specials(first: Serial, last: Serial): readonly SpecialDay[]
  /** If no later publication can still change a day of this stretch. */
  isSettled(first: Serial, last: Serial): boolean
}

export type Worktime = { readonly calendar: WorkCalendar; readonly hours: WorkHours }

/** What moved a due date after it was first computed, in order. */
export type DueMove =
  | { readonly type: 'pause'; readonly from: Instant; readonly to: Instant }
  | { readonly type: 'extend'; readonly by: Term }

/** How a due date was computed. Goes into the ledger, so it is compact and needs no calendar to be read. */
export type DueAccount = {
  readonly from: Instant
  readonly term: Term
  readonly due: Instant
  /** If the stretch touches a year whose calendar is not published: the date may still move. */
  readonly provisional: boolean
  /** The first and the last day counted; the last is the day it is due. */
  readonly firstDay: Day
  readonly lastDay: Day
  /** Plain weekend days skipped; weekend days inside a holiday count as the holiday. */
  readonly weekendDays: number
  /** Distinct holidays with the days skipped for them, `国庆节×7`. */
  readonly holidays: readonly string[]
  /** Weekend days that were worked and therefore counted. */
  readonly makeUpDays: readonly Day[]
  /** The version of the calendar it was computed with. */
  readonly calendar: string
  readonly moves?: readonly DueMove[]
}

/** When the light turns yellow: so much left, or this share (0 to 1) of the whole left. */
export type Warning = { readonly amount: number; readonly unit: TermUnit } | { readonly share: number }

export type Light = 'green' | 'yellow' | 'red'

/** A pause or an extension as a person is told of it. */
export type PauseNote = { readonly from: Instant; readonly to: Instant | null; readonly reason: string }
export type ExtensionNote = {
  readonly by: string
  readonly reason: string
  readonly at: Instant
  readonly due: Instant
}
export type ExplainExtras = {
  readonly pauses?: readonly PauseNote[]
  readonly extensions?: readonly ExtensionNote[]
}

/** A year's arrangement as somebody hands it in: the rows are looked at one by one, so that each error is named. */
export const YearDraftSchema = Type.Object({
  year: Type.Integer({ minimum: 1992, maximum: 2099 }),
  source: Type.String({ minLength: 1, maxLength: 200 }),
  publishedOn: Type.Optional(Type.String({ format: 'date' })),
  days: Type.Array(Type.Record(Type.String(), Type.Unknown()), { minItems: 1, maxItems: 366 }),
})
export type YearDraft = Static<typeof YearDraftSchema>

export type DayFault =
  | 'no-such-day'
  | 'not-of-this-year'
  | 'day-twice'
  | 'unknown-kind'
  | 'weekday-cannot-make-up'
  | 'no-name'
  | 'name-too-long'

/** What is wrong with one row, counted from 1. */
export type RowFault = { readonly row: number; readonly field: 'day' | 'kind' | 'name'; readonly fault: DayFault }

export type HoursFault = 'no-windows' | 'window-backwards' | 'windows-overlap'

/** Whose hours: one unit's own, or with unit '' those of every unit of the district that has none of its own. */
export type HoursDraft = {
  readonly district: string
  readonly unit: string
  readonly fromDay: Day
  readonly windows: WorkHours
}

export type ImportRefusal = 'rows-wrong' | 'already-known' | 'taken-in-just-now'

/** A due date that another calendar would move. */
export type MovingDue = {
  readonly case: string
  readonly number: string
  readonly before: Instant
  readonly after: Instant
}

/** The hours of a unit, or with unit '' of the district, as they were set to hold from a day on. */
export type HoursSetting = {
  readonly unit: string
  readonly from: Day
  readonly version: number
  readonly windows: WorkHours
  readonly at: Instant
  readonly byName: string
}
