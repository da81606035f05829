import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../../../platform/time.ts'
import type { Counts } from '../model.ts'
import { periodBefore } from './period.ts'
import { answeredOf, type Cell, suppress } from './suppress.ts'

const answered = (solved: number): Counts => ({
  solved,
  explained: 0,
  unsolved: 0,
  inTime: solved,
  late: 0,
  rated: 0,
  satisfied: 0,
})
const cell = (area: string, solved: number, theme = '路灯'): Cell => ({ area, theme, counts: answered(solved) })
const shown = (cells: readonly Cell[]) =>
  suppress(cells, 5).map(({ area, theme, level, rest, counts }) => [level, area, theme, rest, answeredOf(counts)])

test('a grid in which enough was answered stands by itself; its small neighbours stand together', () => {
  expect(shown([cell('01/11/a', 8), cell('01/11/b', 3), cell('01/11/c', 2)])).toEqual([
    ['grid', '01/11/a', '路灯', false, 8],
    ['community', '01/11', '路灯', true, 5],
  ])
})

test('what is too small in its community is counted with the street, then with the district', () => {
  expect(shown([cell('01/11/a', 3), cell('01/12/b', 3)])).toEqual([['street', '01', '路灯', false, 6]])
  expect(shown([cell('01/11/a', 3), cell('02/21/b', 2)])).toEqual([['district', '', '路灯', false, 5]])
})

test('a theme that is too small in the whole district goes among the others, and alone it is not published at all', () => {
  expect(shown([cell('01/11/a', 3, '路灯'), cell('02', 4, '噪声')])).toEqual([['district', '', '', true, 7]])
  expect(shown([cell('01/11/a', 4)])).toEqual([])
})

test('in any town no row is below the threshold, none is counted twice, and what is missing altogether is below it too', () => {
  const area = fc.constantFrom('', '01', '01/11', '01/11/a', '01/11/b', '01/12/a', '02', '02/21', '02/21/a')
  const cells = fc.array(fc.tuple(area, fc.integer({ min: 1, max: 9 }), fc.constantFrom('路灯', '噪声', '供水')))
  fc.assert(
    fc.property(cells, fc.integer({ min: 3, max: 12 }), (drawn, least) => {
      const town = drawn.map(([where, n, theme]) => cell(where, n, theme))
      const rows = suppress(town, least)
      const sum = (list: readonly { readonly counts: Counts }[]) =>
        list.reduce((total, { counts }) => total + answeredOf(counts), 0)
      expect(rows.every(({ counts }) => answeredOf(counts) >= least)).toBe(true)
      expect(new Set(rows.map((row) => `${row.area} ${row.theme}`)).size).toBe(rows.length)
      expect(sum(town) - sum(rows)).toBeLessThan(least)
      expect(sum(town) - sum(rows)).toBeGreaterThanOrEqual(0)
    }),
    { seed: 34, numRuns: 200 },
  )
})

test('an edition tells twelve whole weeks that are over, and on Sunday still those up to the Sunday before', () => {
  expect(periodBefore('2026-11-27' as Day)).toEqual({ from: '2026-08-31', until: '2026-11-22' })
  expect(periodBefore('2026-11-29' as Day).until).toBe('2026-11-22')
  expect(periodBefore('2026-11-30' as Day).until).toBe('2026-11-29')
})
