import { expect, test } from 'vitest'
import { namedIn } from './category-names.ts'

const rows = [
  { path: '教育', name: { zh: '教育', en: 'Schools' } },
  { path: '教育/课后服务', name: { zh: '课后服务', en: 'After-school care' } },
  { path: '环境保护', name: { zh: '环境保护', en: '' } },
]

test('a path is told in English step by step, and what has no English name keeps its own', () => {
  expect(namedIn(rows, ['教育', '课后服务'])).toEqual(['Schools', 'After-school care'])
  expect(namedIn(rows, ['教育', '校车'])).toEqual(['Schools', '校车'])
  expect(namedIn(rows, ['环境保护'])).toEqual(['环境保护'])
  expect(namedIn([], ['教育'])).toEqual(['教育'])
})
