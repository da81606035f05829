import fc from 'fast-check'
import { expect, test } from 'vitest'
import { solvedNear } from './near.ts'
import type { Cell } from './suppress.ts'

const cell = (area: string, solved: number, explained = 0): Cell => ({
  area,
  theme: '路灯',
  counts: { solved, explained, unsolved: 0, inTime: 0, late: 0, rated: 0, satisfied: 0 },
})
const told = (cells: readonly Cell[], least = 5) =>
  solvedNear(cells, least).map(({ area, level, solved }) => [area, level, solved.from, solved.to])

test('a place tells in which class the number of its solved cases lies, a street with all of its communities', () => {
  expect(told([cell('01/11', 7, 30), cell('01/12', 9), cell('01/12/a', 6)])).toEqual([
    ['01', 'street', 20, 49],
    ['01/11', 'community', 5, 9],
    ['01/12', 'community', 10, 19],
    ['01/12/a', 'grid', 5, 9],
  ])
})

test('of a place in which fewer were solved nothing is told, nor of what lies nowhere', () => {
  expect(told([cell('01/11', 4, 50), cell('', 90)])).toEqual([])
})

test('the classes begin with what the district publishes at least, and the last is open', () => {
  expect(told([cell('01', 8)], 7)).toEqual([['01', 'street', 7, 9]])
  expect(told([cell('01', 3)], 3)).toEqual([['01', 'street', 3, 4]])
  expect(told([cell('01', 90_000)])).toEqual([['01', 'street', 5_000, null]])
})

test('whatever a neighbour knows exactly, no place is told so narrowly that fewer than two numbers remain', () => {
  const area = fc.constantFrom('01', '01/11', '01/11/a', '01/12', '02/21')
  const cells = fc.array(fc.tuple(area, fc.integer({ min: 0, max: 300 })))
  fc.assert(
    fc.property(cells, fc.integer({ min: 3, max: 12 }), (drawn, least) => {
      const town = drawn.map(([where, n]) => cell(where, n))
      for (const { area: where, solved } of solvedNear(town, least)) {
        const real = drawn
          .filter(([one]) => one === where || one.startsWith(`${where}/`))
          .reduce((sum, [, n]) => sum + n, 0)
        expect(real).toBeGreaterThanOrEqual(Math.max(least, solved.from))
        expect(real).toBeLessThanOrEqual(solved.to ?? Number.POSITIVE_INFINITY)
        expect((solved.to ?? Number.POSITIVE_INFINITY) - solved.from).toBeGreaterThanOrEqual(1)
      }
    }),
    { seed: 34, numRuns: 200 },
  )
})
