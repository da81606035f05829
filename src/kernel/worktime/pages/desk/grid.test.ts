import { expect, test } from 'vitest'
import { movedDay, pressedDay, weeksOf, windowsIn } from './grid.ts'

test('a month stands in weeks from Monday', () => {
  const weeks = weeksOf(2026, 3)
  expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-03-01'])
  expect(weeks.flat().filter((day) => day !== null)).toHaveLength(31)
  expect(weeks.every((week) => week.length === 7)).toBe(true)
})

test('arrows stay within the year', () => {
  expect(movedDay('2026-12-31', 1)).toBe('2026-12-31')
  expect(movedDay('2026-03-01', -7)).toBe('2026-02-22')
})

test('a weekday pressed is off and pressed again is plain; a weekend can be worked as well', () => {
  const off = pressedDay([], '2026-10-01', '国庆节')
  expect(off).toEqual([{ day: '2026-10-01', kind: 'holiday', name: '国庆节' }])
  expect(pressedDay(off, '2026-10-01', '')).toEqual([])
  const weekend = pressedDay(pressedDay([], '2026-10-10', '国庆节'), '2026-10-10', '')
  expect(weekend).toEqual([{ day: '2026-10-10', kind: 'makeup', name: '国庆节' }])
  expect(pressedDay(weekend, '2026-10-10', '')).toEqual([])
})

test('hours are read as people write them', () => {
  expect(windowsIn('9:00-12:00，13:30—17:30')).toEqual([
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:30' },
  ])
  expect(windowsIn('九点到十二点')).toBe(null)
})
