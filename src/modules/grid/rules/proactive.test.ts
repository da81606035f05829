import { expect, test } from 'vitest'
import type { Repeating } from '../model/proactive.ts'
import { isWorthIt, toPropose } from './proactive.ts'

const litter: Repeating = {
  kind: 'place',
  place: '349901001001-01',
  area: null,
  category: '城市事件/市容环境/暴露垃圾',
  cases: 6,
  people: 3,
  weeks: 5,
  places: 1,
  firstDay: '2026-01-05',
  lastDay: '2026-03-01',
  caseIds: [],
}

test('what comes four times in three weeks at one place repeats; four times in one week is one accident', () => {
  expect(isWorthIt(litter)).toBe(true)
  expect(isWorthIt({ ...litter, cases: 3 })).toBe(false)
  expect(isWorthIt({ ...litter, weeks: 1 })).toBe(false)
})

test('a theme repeats all over: often, for weeks, at several places', () => {
  const theme: Repeating = { ...litter, kind: 'theme', place: '', cases: 20, weeks: 8, places: 6 }
  expect(isWorthIt(theme)).toBe(true)
  expect(isWorthIt({ ...theme, places: 2 })).toBe(false)
})

test('what is proposed or accepted already is not proposed again; what was dismissed only when it has grown by half', () => {
  const before = (state: 'open' | 'accepted' | 'dismissed', cases = 6) => [{ ...litter, cases, state }]
  expect(toPropose([litter], [])).toEqual([litter])
  expect(toPropose([litter], before('open'))).toEqual([])
  expect(toPropose([litter], before('accepted'))).toEqual([])
  expect(toPropose([litter], before('dismissed'))).toEqual([])
  expect(toPropose([litter], before('dismissed', 4))).toEqual([litter])
})

test('the most frequent stands first', () => {
  const often = { ...litter, place: 'x', cases: 9 }
  expect(toPropose([litter, often], []).map(({ cases }) => cases)).toEqual([9, 6])
})
