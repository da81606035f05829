import { latLngToCell } from 'h3-js'
import { expect, test } from 'vitest'
import { tileUnits } from '../../../platform/tiles/tile-grid.ts'
import type { Day } from '../../../platform/time.ts'
import { dayOf, serialOf } from '../../worktime/rules/days.ts'
import { addedUp, cellsOver, showsOn, spanned } from './cells.ts'
import { countedBy } from './map-tile.ts'
import { ringAsked, ringText } from './ring.ts'
import { resolutionAt } from './zooms.ts'

const by = (day: Day, days: number) => dayOf(serialOf(day) + days)
const bridge = { lng: 118.31, lat: 32.29 }

test('one case is one in every resolution, in all, in its month and on its day', () => {
  const rows = addedUp([{ measure: 'filed', day: '2026-03-09', ...bridge, n: 1 }])
  expect(rows).toHaveLength(15)
  expect(new Set(rows.map(({ grain, day }) => `${grain} ${day}`))).toEqual(
    new Set(['all 1970-01-01', 'month 2026-03-01', 'day 2026-03-09']),
  )
  expect(new Set(rows.map(({ n }) => n))).toEqual(new Set([1]))
})

test('what was taken back leaves nothing behind', () => {
  const line = { measure: 'open', day: '2026-03-09' as Day, ...bridge }
  expect(
    addedUp([
      { ...line, n: 1 },
      { ...line, n: -1 },
    ]),
  ).toEqual([])
})

test('a span of days is whole months, with the days at both ends added or taken away, whichever are fewer', () => {
  expect(spanned('2026-01-20', '2026-04-03', by)).toEqual({
    months: { from: '2026-02-01', to: '2026-03-01' },
    added: [
      { from: '2026-01-20', to: '2026-01-31' },
      { from: '2026-04-01', to: '2026-04-03' },
    ],
    taken: [],
  })
  expect(spanned('2026-07-03', '2026-09-28', by)).toEqual({
    months: { from: '2026-07-01', to: '2026-09-01' },
    added: [],
    taken: [
      { from: '2026-07-01', to: '2026-07-02' },
      { from: '2026-09-29', to: '2026-09-30' },
    ],
  })
})

test('however a span is made up, every day in it counts once and every other day not at all', () => {
  const monthDays = (month: Day) => {
    const days: Day[] = []
    for (let day = month; day.slice(0, 7) === month.slice(0, 7); day = by(day, 1)) days.push(day)
    return days
  }
  const between = (from: Day, to: Day) => {
    const days: Day[] = []
    for (let day = from; day <= to; day = by(day, 1)) days.push(day)
    return days
  }
  for (let start = 0; start < 70; start += 3)
    for (let long = 1; long < 130; long += 4) {
      const [from, to] = [by('2025-12-01', start), by('2025-12-01', start + long - 1)]
      const { months, added, taken } = spanned(from, to, by)
      const counts = new Map<Day, number>()
      const count = (days: readonly Day[], n: number) => {
        for (const day of days) counts.set(day, (counts.get(day) ?? 0) + n)
      }
      if (months) for (const day of between(months.from, months.to)) if (day.endsWith('-01')) count(monthDays(day), 1)
      for (const days of added) count(between(days.from, days.to), 1)
      for (const days of taken) count(between(days.from, days.to), -1)
      const counted = [...counts].filter(([, n]) => n !== 0)
      expect(counted.every(([, n]) => n === 1)).toBe(true)
      expect(counted.map(([day]) => day).sort()).toEqual(between(from, to))
    }
})

test('the cell of a point shows on the tile of that point, at every zoom, and as a point on one tile only', () => {
  for (let z = 4; z <= 13; z++) {
    const [x = 0, y = 0] = tileUnits([bridge.lng, bridge.lat], z).map(Math.floor)
    const cell = latLngToCell(bridge.lat, bridge.lng, resolutionAt(z))
    const cells = cellsOver({ z, x, y })
    if (cells !== null) expect(cells).toContain(cell)
    expect(cells?.length ?? 0).toBeLessThan(1_500)
    expect(showsOn({ z, x, y }, cell, 'cells')).toBe(true)
    const around = [-1, 0, 1].flatMap((across) => [-1, 0, 1].map((down) => ({ z, x: x + across, y: y + down })))
    expect(around.filter((tile) => showsOn(tile, cell, 'points'))).toHaveLength(1)
  }
})

test('cells know days only; a list narrowed by anything else is told case by case', () => {
  expect(countedBy({ open: true, from: '2026-03-01' })).toBe('open')
  expect(countedBy({})).toBe('filed')
  expect(countedBy({ view: 'overdue' })).toBe('overdue')
  expect(countedBy({ view: 'unit' })).toBeNull()
  expect(countedBy({ open: true, category: '市政' })).toBeNull()
})

test('an area that was drawn is written into an address and read back', () => {
  const text = ringText([
    [118.3, 32.3],
    [118.4, 32.3],
    [118.4, 32.2],
    [118.3, 32.3],
  ])
  expect(text).toBe('118.3,32.3;118.4,32.3;118.4,32.2')
  const { ring, quads } = ringAsked(text)
  expect(ring).toBe('((118.3,32.3),(118.4,32.3),(118.4,32.2))')
  expect(quads.from).toBeLessThan(quads.to)
})
