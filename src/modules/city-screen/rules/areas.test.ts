import { expect, test } from 'vitest'
import { dark, keyOnLevel, liesIn, lightsOnLevel } from '../rules.ts'

const row = (area: string, grid: string | null, red: number) => ({ area, grid, ...dark, red, green: 1 })

test('a case lies in its street, its community and its grid, as far as its place is known', () => {
  expect(keyOnLevel('street', '01/11', 'g1')).toBe('01')
  expect(keyOnLevel('community', '01/11', 'g1')).toBe('01/11')
  expect(keyOnLevel('grid', '01/11', 'g1')).toBe('01/11/g1')
  expect([keyOnLevel('street', '', null), keyOnLevel('community', '01', null)]).toEqual([null, null])
  expect([keyOnLevel('grid', '01/11', null), keyOnLevel('grid', '01', 'g1')]).toEqual([null, null])
})

test('the lights of an area are those of all cases in it, and what is known only more widely shines in the wider one alone', () => {
  const rows = [row('01/11', 'g1', 2), row('01/11', null, 1), row('01', null, 4), row('', null, 8)]
  const red = (level: 'street' | 'community' | 'grid') =>
    [...lightsOnLevel(level, rows)].map(([area, counts]) => [area, counts.red, counts.green])
  expect(red('street')).toEqual([['01', 7, 3]])
  expect(red('community')).toEqual([['01/11', 3, 2]])
  expect(red('grid')).toEqual([['01/11/g1', 2, 1]])
})

test('the list of an area holds what lies in it, and nothing of a neighbour whose code begins alike', () => {
  const one = { area: '01/11', grid: 'g1' }
  expect(['01', '01/11', '01/11/g1'].map((wanted) => liesIn(wanted, one))).toEqual([true, true, true])
  expect(['0', '01/1', '01/11/g', '01/11/g2', '02'].map((wanted) => liesIn(wanted, one))).toEqual(Array(5).fill(false))
})
