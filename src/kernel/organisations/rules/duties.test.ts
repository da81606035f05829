import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Duty, UnitId } from '../model.ts'
import { mayReceive, whoIsResponsible, whyNotReceive } from './duties.ts'

const duty = (id: string, category: string, unit: UnitId, more: Partial<Duty> = {}): Duty => ({
  id: `duty_${id}`,
  category,
  unit,
  area: null,
  part: 'lead',
  basis: '职责清单',
  from: '2020-01-01',
  to: null,
  ...more,
})
const list = [
  duty('fallback', '', 'unit_hotline', { from: '0001-01-01' }),
  duty('1', '住房与小区', 'unit_housing'),
  duty('2', '住房与小区/物业管理', 'unit_property'),
  duty('3', '市容环卫/占道摊点', 'unit_street-a', { area: '349901001' }),
  duty('4', '市容环卫', 'unit_clean'),
  duty('5', '市容环卫', 'unit_community-a', { area: '349901001/349901001001', part: 'assist' }),
  duty('6', '', 'unit_street-b', { area: '349901002' }),
  duty('7', '民政/社区建设', 'unit_community-a', { area: '349901001/349901001001' }),
]

test.each<[string, string[], string[], UnitId, string]>([
  ['the deepest line of the category leads', ['住房与小区', '物业管理', '收费'], [], 'unit_property', 'category'],
  ['its theme leads where no deeper line speaks', ['住房与小区', '电梯'], ['349901001'], 'unit_housing', 'category'],
  [
    'a street leads in its own area',
    ['市容环卫', '占道摊点'],
    ['349901001', '349901001001'],
    'unit_street-a',
    'category-and-area',
  ],
  ['and the department outside of it', ['市容环卫', '占道摊点'], ['349901003'], 'unit_clean', 'category'],
  ['who only assists never leads', ['市容环卫'], ['349901001', '349901001001'], 'unit_clean', 'category'],
  ['an area may have a unit for all that is unnamed', ['养蜂'], ['349901002'], 'unit_street-b', 'area'],
  ['what no line names goes to the fallback desk', ['养蜂'], ['349901001'], 'unit_hotline', 'fallback'],
])('%s', (_, category, area, unit, because) => {
  expect(whoIsResponsible({ category, area }, list)).toMatchObject({ unit, because })
})

test('a name that begins alike is another category', () => {
  expect(whoIsResponsible({ category: ['住房与小区改造'], area: [] }, list)?.unit).toBe('unit_hotline')
})

test('the order of the list does not matter: the answer is always one and the same', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (shuffled) => {
      const question = { category: ['市容环卫', '占道摊点'], area: ['349901001', '349901001001'] }
      expect(whoIsResponsible(question, shuffled)).toEqual(whoIsResponsible(question, list))
    }),
    { numRuns: 50, seed: 20261123 },
  )
})

const community = { id: 'unit_community-a', level: 'community' } as const
const street = { id: 'unit_street-a', level: 'street' } as const

test('a matter outside the duty list may not be pushed down to the community (京条例 第十七条)', () => {
  expect(whyNotReceive(community, ['住房与小区', '物业管理'], list)).toBe('not-the-communitys-duty')
  expect(mayReceive(community, ['民政', '社区建设', '选举'], list)).toBe(true)
})

test('a community that only assists may not be made the one responsible (京条例 第十七条)', () => {
  expect(whyNotReceive(community, ['市容环卫'], list)).toBe('assists-only')
  expect(mayReceive(community, ['市容环卫'], list, 'assist')).toBe(true)
  expect(mayReceive(community, ['住房与小区'], list, 'assist')).toBe(false)
})

test('a department cannot simply assign a street, and is itself never refused', () => {
  expect(whyNotReceive(street, ['住房与小区'], list)).toBe('not-the-streets-duty')
  expect(mayReceive(street, ['市容环卫', '占道摊点'], list)).toBe(true)
  expect(mayReceive({ id: 'unit_roads', level: 'department' }, ['住房与小区'], list)).toBe(true)
})
