import { type DateRange, type DayName, type HoursRule, type Span, weekdays } from '../../model/hours.ts'
import { plainHours } from './plain.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Hours that were read. `more`: a fallback (`||`) follows, which is not. */
export type Hours = { readonly rules: readonly HoursRule[]; readonly more: boolean }

const DAY_LONG = 1_440
const order: readonly DayName[] = weekdays
const whole: Span = { from: 0, to: DAY_LONG, sure: true }

type Cursor = { readonly tokens: readonly Token[]; at: number }

const isSign = (token: Token | undefined, sign: string): boolean => token?.is === 'sign' && token.sign === sign

function took(cursor: Cursor, sign: string): boolean {
  if (!isSign(cursor.tokens[cursor.at], sign)) return false
  cursor.at += 1
  return true
}

/**
 * Reads opening hours as OpenStreetMap writes them (wiki: Key:opening_hours/specification) and as people do in Chinese.
 * Read are seasons by month and day, days of the week, holidays (PH), school holidays (SH), 工作日, times also over
 * midnight and with an open end, off, open, unknown, comments, and rules set apart by `;` or `,`. Not read, and null
 * as a whole, is what has anything else in it: sunrise and sunset, weeks, years, `Mo[1]`, Easter, words.
 */
export function readHours(text: string): Hours | null {
  const tokens = tokensOf(plainHours(text))
  if (tokens === null || tokens.length === 0) return null
  const cursor: Cursor = { tokens, at: 0 }
  const rules: HoursRule[] = []
  let adds = false
  while (cursor.at < tokens.length) {
    if (took(cursor, ';')) {
      adds = false
      continue
    }
    if (took(cursor, ',')) {
      adds = true
      continue
    }
    if (took(cursor, '||')) return rules.length > 0 ? { rules, more: true } : null
    const rule = readRule(cursor, adds)
    if (rule === null) return null
    rules.push(rule)
    adds = false
  }
  return rules.length > 0 ? { rules, more: false } : null
}

function readRule(cursor: Cursor, adds: boolean): HoursRule | null {
  if (cursor.tokens[cursor.at]?.is === 'always') {
    cursor.at += 1
    return { dates: null, days: null, spans: [whole], ...stateOf(cursor, true), adds }
  }
  const dates = readDates(cursor)
  const days = readDays(cursor)
  if (dates === undefined || days === undefined) return null
  if (dates !== null || days !== null) took(cursor, ':')
  const spans = readSpans(cursor)
  if (spans === null) return null
  const said = stateOf(cursor, spans.length > 0)
  // Days alone do not say whether the whole of the day is meant.
  if (said.state === null) return null
  return { dates, days, spans: spans.length > 0 ? spans : [whole], state: said.state, adds }
}

type StateSaid = { readonly state: HoursRule['state'] | null }

/** What is said to be: open where there are times, unknown where a comment says on what it depends. */
function stateOf(cursor: Cursor, timed: true): { readonly state: HoursRule['state'] }
function stateOf(cursor: Cursor, timed: boolean): StateSaid
function stateOf(cursor: Cursor, timed: boolean): StateSaid {
  const token = cursor.tokens[cursor.at]
  const state = token?.is === 'state' ? token.state : null
  if (state !== null) cursor.at += 1
  const comment = cursor.tokens[cursor.at]?.is === 'comment'
  if (comment) cursor.at += 1
  return { state: state ?? (comment ? 'unknown' : timed ? 'open' : null) }
}

/** Null: every day of the year; undefined: unreadable. */
function readDates(cursor: Cursor): DateRange[] | null | undefined {
  const found: DateRange[] = []
  while (cursor.tokens[cursor.at]?.is === 'month') {
    const from = readDate(cursor, 1)
    const isRange = took(cursor, '-')
    const to = isRange ? readDate(cursor, 31, from?.[0]) : from && ([from[0], from[2] ? from[1] : 31] as const)
    if (!from || !to) return undefined
    found.push({ from: [from[0], from[1]], to: [to[0], to[1]] })
    const next = cursor.tokens[cursor.at + 1]
    if (!isSign(cursor.tokens[cursor.at], ',') || next?.is !== 'month') break
    cursor.at += 1
  }
  return found.length > 0 ? found : null
}

/** A month, with its day where one is written; else the day given. After a dash the day may stand alone. */
function readDate(cursor: Cursor, otherwise: number, month?: number) {
  const token = cursor.tokens[cursor.at]
  const named = token?.is === 'month' ? token.month : month
  if (token?.is === 'month') cursor.at += 1
  const day = cursor.tokens[cursor.at]
  if (named === undefined || (token?.is !== 'month' && day?.is !== 'number')) return null
  if (day?.is !== 'number') return [named, otherwise, false] as const
  cursor.at += 1
  return day.value >= 1 && day.value <= 31 ? ([named, day.value, true] as const) : null
}

/** Null: every day; undefined: unreadable. */
function readDays(cursor: Cursor): DayName[] | null | undefined {
  const found: DayName[] = []
  for (;;) {
    const token = cursor.tokens[cursor.at]
    if (token?.is !== 'day') return found.length > 0 ? undefined : null
    cursor.at += 1
    const range = took(cursor, '-') ? readRange(cursor, token.name) : [token.name]
    if (range === null) return undefined
    found.push(...range)
    if (!isSign(cursor.tokens[cursor.at], ',') || cursor.tokens[cursor.at + 1]?.is !== 'day') {
      // `PH Mo`: holidays that are Mondays, which nobody here can tell.
      return cursor.tokens[cursor.at]?.is === 'day' ? undefined : found
    }
    cursor.at += 1
  }
}

function readRange(cursor: Cursor, first: DayName): DayName[] | null {
  const last = cursor.tokens[cursor.at]
  if (last?.is !== 'day') return null
  cursor.at += 1
  const from = order.indexOf(first)
  const to = order.indexOf(last.name)
  if (from < 0 || to < 0) return null
  const count = ((to - from + 7) % 7) + 1
  return Array.from({ length: count }, (_, step) => weekdays[(from + step) % 7] ?? 'mo')
}

/** Null: unreadable. */
function readSpans(cursor: Cursor): Span[] | null {
  const spans: Span[] = []
  for (;;) {
    const from = cursor.tokens[cursor.at]
    if (from?.is !== 'time') return spans
    cursor.at += 1
    const span = readSpan(cursor, from.minute)
    if (span === null) return null
    spans.push(...span)
    if (isSign(cursor.tokens[cursor.at], ',') && cursor.tokens[cursor.at + 1]?.is === 'time') cursor.at += 1
  }
}

/** `08:00+` has an end nobody wrote, which `08:00-20:00+` has after eight in the evening. */
function readSpan(cursor: Cursor, from: number): Span[] | null {
  if (took(cursor, '+')) return [{ from, to: DAY_LONG, sure: false }]
  const to = took(cursor, '-') ? cursor.tokens[cursor.at] : undefined
  if (to?.is !== 'time' || from > DAY_LONG) return null
  cursor.at += 1
  const end = to.minute > from ? to.minute : to.minute + DAY_LONG
  const span = { from, to: end, sure: true }
  return took(cursor, '+') ? [span, { from: end, to: Math.max(end, DAY_LONG), sure: false }] : [span]
}
