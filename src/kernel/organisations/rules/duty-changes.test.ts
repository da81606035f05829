import { expect, test } from 'vitest'
import type { Duty } from '../model.ts'
import { dutiesAfter, dutyShifts, FALLBACK_ID, questionsOf } from './duty-changes.ts'

const line = (id: string, more: Partial<Duty>): Duty => ({
  id: `duty_${id}`,
  category: '',
  unit: 'unit_hotline',
  area: null,
  part: 'lead',
  basis: '职责清单',
  from: '2020-01-01',
  to: null,
  ...more,
})
const list = [
  line('fallback', {}),
  line('1', { category: '市容环卫', unit: 'unit_clean' }),
  line('2', { category: '市容环卫', unit: 'unit_qiaotou', area: '349901001', part: 'assist' }),
]
const categories = ['市容环卫', '市容环卫/占道摊点', '养蜂']
const waiting = [{ category: '市容环卫/占道摊点', area: '349901001/349901001001', cases: 3 }]
const asked = questionsOf(categories, list, waiting)
const moved = (change: Parameters<typeof dutiesAfter>[1]) =>
  dutyShifts(asked, list, dutiesAfter(list, change)).map(({ category, area, after, cases }) => [
    category,
    area,
    after,
    cases,
  ])

test('a deeper line moves its category alone, open cases first', () => {
  const fresh = line('9', { category: '市容环卫/占道摊点', unit: 'unit_street' })
  expect(moved({ type: 'Add', line: fresh, replaces: null })).toEqual([
    ['市容环卫/占道摊点', '349901001/349901001001', 'unit_street', 3],
    ['市容环卫/占道摊点', null, 'unit_street', 0],
    ['市容环卫/占道摊点', '349901001', 'unit_street', 0],
  ])
})

test('a line that only assists moves nothing', () => {
  expect(moved({ type: 'Add', line: line('9', { unit: 'unit_x', part: 'assist' }), replaces: null })).toEqual([])
})

test('a line that ends leaves its category to the next wider line, at last to the fallback desk', () => {
  expect(moved({ type: 'End', id: 'duty_1', day: '2026-03-02' })).toHaveLength(5)
  expect(moved({ type: 'End', id: 'duty_1', day: '2026-03-02' })[0]?.[2]).toBe('unit_hotline')
})

test('the fallback desk moves with what no line names, and nothing else', () => {
  expect(list[0]?.id).toBe(FALLBACK_ID)
  expect(moved({ type: 'Fallback', unit: 'unit_new' })).toEqual([
    ['养蜂', null, 'unit_new', 0],
    ['养蜂', '349901001', 'unit_new', 0],
  ])
})
