import { expect, test } from 'vitest'
import { addressOf, askedIn, isShown, moved } from './saved.ts'

const search = { light: 'red', open: 'true', q: '13800138000', case: 'case_1', filters: 'open', act: 'reply' }

test('a view keeps filters and order, and neither the case beside the list nor what was searched for', () => {
  expect(askedIn(search, 'unit')).toEqual({ view: 'unit', light: 'red', open: true })
  expect(askedIn({ sort: 'filed' }, 'all')).toEqual({ view: 'all', sort: 'filed' })
})

test('a view opened again is the list it was kept from, and is known as shown', () => {
  const saved = { asked: askedIn({ light: 'red', open: 'true', unit: 'unit_a' }, 'unit') }
  expect(addressOf(saved)).toBe('/?view=unit&unit=unit_a&light=red&open=true')
  expect(isShown({ open: 'true', unit: 'unit_a', light: 'red' }, 'unit', saved)).toBe(true)
  expect(isShown({ open: 'true', unit: 'unit_a' }, 'unit', saved)).toBe(false)
  expect(isShown({ open: 'true', unit: 'unit_a', light: 'red', q: '灯' }, 'unit', saved)).toBe(false)
})

test('a view moves one place, and stays where there is none further', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
})
