import { DAY, type Instant, later } from '../../../platform/time.ts'
import type { Said } from '../../../platform/words.ts'
import { DAYS_MOST, type Faults, type Question, type RequestStatus, ROWS_MOST } from '../model/georeport.ts'
import { georeportWords as words } from '../words/georeport.ts'
import { readW3 } from './w3-time.ts'

/** Arguments as they came: one text, or several where one was given more than once. */
export type Arguments = Readonly<Record<string, unknown>>

export const faultsOf = (status: Faults['status'], ...said: readonly Said[]): Faults => ({
  ok: false,
  status,
  errors: said.map((one) => ({ code: status, said: one })),
})

/** The argument as one text; what was left empty is as if it had not been given. */
export function textOf(given: Arguments, name: string): string | null {
  const value = Object.hasOwn(given, name) ? given[name] : undefined
  const text = Array.isArray(value) ? value.map(String).join(',') : value
  return text === undefined || text === null || String(text).trim() === '' ? null : String(text).trim()
}

/** A list with commas between, or the same argument several times; null where nothing is in it. */
function listOf(given: Arguments, name: string): readonly string[] | null {
  const parts = (textOf(given, name) ?? '').split(',').map((part) => part.trim())
  const told = [...new Set(parts.filter((part) => part !== ''))]
  return told.length > 0 ? told.slice(0, ROWS_MOST) : null
}

/**
 * What is asked of the list of requests. Without dates the last 90 days; with one of them the 90 days after or before
 * it; with both no more than 90. Who asks for what changed is not held to the days of filing.
 */
export function readQuestion(given: Arguments, now: Instant): ({ readonly ok: true } & Question) | Faults {
  const said: Said[] = []
  const time = (name: string, edge: 'start' | 'end') => {
    const text = textOf(given, name)
    const at = text === null ? null : readW3(text, edge)
    if (text !== null && at === null) said.push(words.wrongTime(name))
    return at
  }
  const number = (name: string, from: number, to: number) => {
    const text = textOf(given, name)
    if (text === null) return null
    const value = Number(text)
    if (value >= from && value <= to) return value
    said.push(words.wrongNumber(name, from, to))
    return null
  }
  const whole = (name: string, most: number, otherwise: number) => {
    const text = textOf(given, name)
    if (text === null) return otherwise
    if (/^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= most) return Number(text)
    said.push(words.wrongWhole(name, 1, most))
    return otherwise
  }
  const question = {
    ids: listOf(given, 'service_request_id'),
    codes: listOf(given, 'service_code'),
    status: statusOf(listOf(given, 'status'), said),
    updatedAfter: time('updated_after', 'start'),
    updatedBefore: time('updated_before', 'end'),
    near: nearOf(number('lat', -90, 90), number('long', -180, 180), number('radius', 1, 100_000), said),
    page: whole('page', 100_000, 1),
    pageSize: whole('page_size', ROWS_MOST, ROWS_MOST),
    extensions: /^(true|1|yes)$/i.test(textOf(given, 'extensions') ?? ''),
    ...spanOf(time('start_date', 'start'), time('end_date', 'end'), now, isAboutChange(given), said),
  }
  return said.length > 0 ? faultsOf(400, ...said) : { ok: true, ...question }
}

const isAboutChange = (given: Arguments): boolean =>
  textOf(given, 'updated_after') !== null || textOf(given, 'updated_before') !== null

function statusOf(given: readonly string[] | null, said: Said[]): RequestStatus | null {
  const wrong = (given ?? []).find((one) => one !== 'open' && one !== 'closed')
  if (wrong !== undefined) said.push(words.wrongStatus(wrong))
  return given?.length === 1 && wrong === undefined ? (given[0] as RequestStatus) : null
}

const RADIUS = 1_000

function nearOf(lat: number | null, long: number | null, radius: number | null, said: Said[]): Question['near'] {
  if (lat !== null && long !== null) return { lat, long, metres: radius ?? RADIUS }
  if (lat !== null || long !== null) said.push(words.halfLocation)
  else if (radius !== null) said.push(words.radiusAlone)
  return null
}

function spanOf(from: Instant | null, to: Instant | null, now: Instant, free: boolean, said: Said[]) {
  const most = DAYS_MOST * DAY
  if (from !== null && to !== null) {
    if (from > to) said.push(words.timesReversed('start_date', 'end_date'))
    // A day is given to its last millisecond, which does not make it another one.
    else if (Date.parse(to) - Date.parse(from) >= most + DAY) said.push(words.tooManyDays(DAYS_MOST))
    else if (Date.parse(to) - Date.parse(from) > most && !endsADay(to)) said.push(words.tooManyDays(DAYS_MOST))
    return { from, to }
  }
  if (from !== null) return { from, to: later(from, most) }
  if (to !== null) return { from: later(to, -most), to }
  return free ? { from: null, to: null } : { from: later(now, -most), to: null }
}

const endsADay = (at: Instant): boolean => at.endsWith('59:59.999Z')
