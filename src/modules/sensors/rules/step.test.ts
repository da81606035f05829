import { expect, test } from 'vitest'
import { instant, later, MINUTE, SECOND } from '../../../platform/time.ts'
import type { Reading, Rule, Sensor, SensorState } from '../model/sensor.ts'
import { live, wouldHaveOpened } from './live.ts'
import { readMessage, readOne, sensorInTopic } from './payload.ts'
import { isClearable, standingOf } from './standing.ts'
import { calm, silence } from './step.ts'

const start = instant('2026-03-02T02:00:00Z')
const level: Rule = {
  district: '349901',
  id: 'rule_level',
  version: 1,
  kind: 'water-level',
  sensor: null,
  when: 'above',
  mark: 3,
  clear: 2.5,
  hold: 600,
  clearHold: 300,
  matter: 'matter_road-flooding',
  title: '积水超过警戒水位',
  urgent: false,
  active: true,
}
const sensor: Sensor = {
  district: '349901',
  id: 'wl-1',
  name: '下穿通道水位',
  kind: 'water-level',
  unit: 'm',
  place: '桥头路下穿通道',
  area: null,
  lat: null,
  long: null,
  scale: 1,
  shift: 0,
  maintenanceUntil: null,
  keepDays: 90,
  active: true,
}
const fresh: SensorState = { sensor: 'wl-1', lastAt: null, lastValue: null, rules: {} }
/** One reading each second of these values, each for so many seconds. */
const seconds = (...spans: readonly (readonly [value: number, count: number])[]): Reading[] =>
  spans
    .flatMap(([value, count]) => Array.from({ length: count }, () => value))
    .map((value, at) => ({ at: later(start, at * SECOND), value }))
const told = (readings: readonly Reading[], rule = level, before = fresh, of = sensor) => {
  let count = 0
  const lived = live(of, [rule], before, readings, () => `episode_${++count}`)
  return { ...lived, said: lived.told.map(({ happened }) => `${happened.is} ${happened.episode}`) }
}

test('a level above the mark for ten minutes opens one case, not six hundred; an hour more opens no other', () => {
  expect(told(seconds([3.2, 600])).said).toEqual([])
  const hour = told(seconds([1, 10], [3.2, 4_200]))
  expect(hour.said).toEqual(['raised episode_1'])
  expect(hour.told[0]?.happened).toMatchObject({ at: later(start, 610 * SECOND), beganAt: later(start, 10 * SECOND) })
})

test('a wave that passes opens nothing: each time it falls below the mark the time begins anew', () => {
  expect(told(seconds([3.2, 500], [2.9, 1], [3.2, 500], [2.9, 1], [3.2, 599])).said).toEqual([])
})

test('between the marks nothing changes; it has recovered when it stays below the lower one long enough', () => {
  const flood = seconds([3.4, 700], [2.7, 1_000], [2.2, 200], [3.1, 50], [2.2, 301], [2, 10])
  const { said, told: all, state } = told(flood)
  expect(said).toEqual(['raised episode_1', 'recovered episode_1'])
  expect(all[1]?.happened).toMatchObject({ peak: 3.4 })
  expect(state.rules).toEqual({})
})

test('the same readings in two batches, cut anywhere, say the same as in one', () => {
  const flood = seconds([3.4, 700], [2.2, 400], [3.4, 700])
  const whole = told(flood).said.map((one) => one.split(' ')[0])
  for (const cut of [1, 300, 601, 700, 950, 1_200]) {
    const first = told(flood.slice(0, cut))
    const second = told(flood.slice(cut), level, first.state)
    expect(
      [...first.said, ...second.said].map((one) => one.split(' ')[0]),
      `${cut}`,
    ).toEqual(whole)
  }
})

test('what comes late is kept and judged no more; a gap of hours says nothing about the time between', () => {
  const late = told([{ at: later(start, -MINUTE), value: 9 }], level, { ...fresh, lastAt: start, lastValue: 1 })
  expect([late.said, late.state.lastAt]).toEqual([[], start])
  const gap = [0, 120, 240].map((minutes) => ({ at: later(start, minutes * MINUTE), value: 3.5 }))
  expect(told(gap).said).toEqual([])
})

test('in maintenance nothing is opened, and what rises afterwards is', () => {
  const kept = { ...sensor, maintenanceUntil: later(start, 1_000 * SECOND) }
  expect(told(seconds([3.5, 1_590]), level, fresh, kept).said).toEqual([])
  expect(told(seconds([3.5, 1_601]), level, fresh, kept).said).toEqual(['raised episode_1'])
})

test('a level may be too low, and a contact may be open: each condition has its own recovery', () => {
  const low: Rule = { ...level, when: 'below', mark: 1, clear: 1.5, hold: 0, clearHold: 0 }
  expect(told(seconds([2, 1], [0.9, 5], [1.2, 5], [1.6, 1]), low).said).toEqual([
    'raised episode_1',
    'recovered episode_1',
  ])
  const opened: Rule = { ...level, when: 'equals', mark: 1, clear: 0, hold: 2, clearHold: 0 }
  expect(told(seconds([0, 2], [1, 3], [0, 1]), opened).said).toEqual(['raised episode_1', 'recovered episode_1'])
})

test('a silent sensor is an event of its own, once, and speaking again ends it', () => {
  const rule: Rule = { ...level, id: 'rule_silent', when: 'silent', hold: 1_800 }
  const newId = () => 'episode_9' as const
  expect(silence(rule, calm, start, later(start, 1_799 * SECOND), newId).happened).toBeNull()
  const raised = silence(rule, calm, start, later(start, 1_800 * SECOND), newId)
  expect(raised.happened).toMatchObject({ is: 'raised', beganAt: start, episode: 'episode_9' })
  expect(silence(rule, raised.state, start, later(start, 9_999 * SECOND), newId).happened).toBeNull()
  const state = { ...fresh, lastAt: start, rules: { rule_silent: raised.state } }
  expect(standingOf({ ...sensor, ...state }, [rule], start)).toBe('silent')
  expect(told([{ at: later(start, 9_999 * SECOND), value: 1 }], rule, state).said).toEqual(['recovered episode_9'])
})

test('a rule can be tried on the past: what it would have opened, and how high it went', () => {
  const past = seconds([3.4, 700], [2, 400], [3.6, 700])
  expect(wouldHaveOpened(sensor, level, past)).toMatchObject([
    { recoveredAt: expect.any(String), peak: 3.4 },
    { recoveredAt: null },
  ])
  expect(wouldHaveOpened(sensor, { ...level, hold: 60, mark: 2, clear: 1 }, past)).toHaveLength(1)
  expect(isClearable(level)).toBe(true)
  expect(isClearable({ when: 'above', mark: 3, clear: 3.1 })).toBe(false)
})

test('readings come as a number, an object or a list; what is wrong is named', () => {
  const one = (given: unknown) => readOne(given, 'wl-1', start)
  expect(one(3.2)).toEqual({ ok: true, raw: { sensor: 'wl-1', at: null, value: 3.2 } })
  expect(one({ value: 1, at: '2026-03-02T10:00:00+08:00' })).toMatchObject({ raw: { at: start } })
  expect(one({ value: 1, at: Date.parse(start) / 1_000 })).toMatchObject({ raw: { at: start } })
  expect(one({ value: 1, at: Date.parse(start), sensor: 'x' })).toMatchObject({ raw: { at: start, sensor: 'x' } })
  const faults = [
    { value: '3' },
    { at: 1 },
    { value: Number.NaN },
    { value: 1, at: 'now' },
    { value: 1, at: later(start, 6 * MINUTE) },
  ]
  expect(faults.map((given) => (one(given) as { fault?: string }).fault)).toEqual([
    'no-number',
    'no-number',
    'no-number',
    'at-wrong',
    'at-in-future',
  ])
  expect(readMessage('[1,{"value":2}]', 'wl-1', start)).toHaveLength(2)
  expect(readMessage('level high', 'wl-1', start)).toEqual([{ ok: false, fault: 'unreadable', sensor: 'wl-1' }])
  expect([sensorInTopic('sensors/+/readings', 'sensors/wl-1/readings'), sensorInTopic('a/b', 'a/b')]).toEqual([
    'wl-1',
    null,
  ])
})
