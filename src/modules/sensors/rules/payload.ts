import { type Instant, instant, later, MINUTE } from '../../../platform/time.ts'
import type { Raw, ReadingFault } from '../model/sensor.ts'

export type Read =
  | { readonly ok: true; readonly raw: Raw }
  | { readonly ok: false; readonly fault: ReadingFault; readonly sensor: string }

/** Clocks of devices run ahead a little; more than this is a clock that is wrong. */
const AHEAD = 5 * MINUTE

/**
 * One reading as a device sends it: `{ sensor?, at?, value }`, the sensor else from the topic. `at` is ISO 8601 with its
 * zone, or seconds or milliseconds since 1970.
 */
export function readOne(given: unknown, topicSensor: string | null, now: Instant): Read {
  const record = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : { value: given }
  const sensor = typeof record.sensor === 'string' ? record.sensor : (topicSensor ?? '')
  const no = (fault: ReadingFault): Read => ({ ok: false, fault, sensor: sensor.slice(0, 60) })
  const { value } = record
  if (typeof value !== 'number' || !Number.isFinite(value)) return no('no-number')
  const at = record.at === undefined || record.at === null ? null : timeOf(record.at)
  if (at === 'wrong') return no('at-wrong')
  if (at !== null && at > later(now, AHEAD)) return no('at-in-future')
  return { ok: true, raw: { sensor, at, value } }
}

function timeOf(given: unknown): Instant | 'wrong' {
  if (typeof given === 'number') {
    const ms = given < 1e11 ? given * 1_000 : given
    return ms > 0 && ms < 4e12 ? instant(Math.round(ms)) : 'wrong'
  }
  const isTime =
    typeof given === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(given)
  const ms = isTime ? Date.parse(given) : Number.NaN
  return Number.isNaN(ms) ? 'wrong' : instant(ms)
}

/** Every reading in one message: a bare number, one object, or a list of them. */
export function readMessage(payload: Buffer | string, topicSensor: string | null, now: Instant): readonly Read[] {
  let given: unknown
  try {
    given = JSON.parse(String(payload))
  } catch {
    return [{ ok: false, fault: 'unreadable', sensor: topicSensor ?? '' }]
  }
  const list = Array.isArray(given) ? given : [given]
  return list.map((one) => readOne(one, topicSensor, now))
}

/** The part of a topic where the filter has its `+`; null where the filter has none or the topic is another one. */
export function sensorInTopic(filter: string, topic: string): string | null {
  const place = filter.split('/').indexOf('+')
  return place < 0 ? null : (topic.split('/')[place] ?? null)
}
