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

test('a span of days is whole months and the days at both ends, each day once', () => {
  expect(spanned('2026-01-20', '2026-04-03', by)).toEqual({
    months: { from: '2026-02-01', to: '2026-03-01' },
    days: [
      { from: '2026-01-20', to: '2026-01-31' },
      { from: '2026-04-01', to: '2026-04-03' },
    ],
  })
  expect(spanned('2026-02-01', '2026-02-28', by)).toEqual({
    months: { from: '2026-02-01', to: '2026-02-01' },
    days: [],
  })
  expect(spanned('2026-02-03', '2026-02-20', by)).toEqual({
    months: null,
    days: [{ from: '2026-02-03', to: '2026-02-20' }],
  })
  expect(spanned('2025-12-31', '2026-01-01', by)).toEqual({
    months: null,
    days: [{ from: '2025-12-31', to: '2026-01-01' }],
  })
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
