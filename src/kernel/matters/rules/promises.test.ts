import { expect, test } from 'vitest'
import type { ServicePromise } from '../model.ts'
import { promiseSentence } from '../words.ts'
import { inForceOn, isLonger, promiseOn, withPromises } from './promises.ts'

const handle = (amount: number, from: ServicePromise['from'], until: ServicePromise['until']): ServicePromise => ({
  key: 'handle',
  term: { amount, unit: 'workday' },
  source: '云溪区热线办理办法',
  mark: '○',
  from,
  until,
})

const promises = [handle(10, '2024-01-01', '2025-06-30'), handle(5, '2025-07-01', null)]

test('a promise holds on its first and on its last day, and the next one takes over the day after', () => {
  expect(promiseOn({ promises }, 'handle', '2024-01-01')?.term.amount).toBe(10)
  expect(promiseOn({ promises }, 'handle', '2025-06-30')?.term.amount).toBe(10)
  expect(promiseOn({ promises }, 'handle', '2025-07-01')?.term.amount).toBe(5)
  expect(promiseOn({ promises }, 'handle', '2023-12-31')).toBeNull()
  expect(promiseOn({ promises }, 'sign', '2025-07-01')).toBeNull()
})

test('a matter is in force through its last day', () => {
  const span = { effectiveFrom: '2025-01-01', effectiveTo: '2025-12-31' } as const
  expect(inForceOn(span, '2025-12-31')).toBe(true)
  expect(inForceOn(span, '2026-01-01')).toBe(false)
})

test('a matter overrides a shared promise by its key and keeps the rest', () => {
  const shared = [handle(5, '2024-01-01', null), { ...handle(1, '2024-01-01', null), key: 'sign' }]
  const own = [handle(15, '2024-01-01', null)]
  expect(withPromises(shared, own).map(({ key, term }) => `${key} ${term.amount}`)).toEqual(['sign 1', 'handle 15'])
})

test('terms are compared only where no calendar is needed', () => {
  expect(isLonger({ amount: 6, unit: 'workday' }, { amount: 5, unit: 'workday' })).toBe(true)
  expect(isLonger({ amount: 25, unit: 'hour' }, { amount: 1, unit: 'day' })).toBe(true)
  expect(isLonger({ amount: 16, unit: 'workday' }, { amount: 15, unit: 'day' })).toBe(true)
  expect(isLonger({ amount: 20, unit: 'day' }, { amount: 20, unit: 'workday' })).toBe(false)
  expect(isLonger({ amount: 10, unit: 'workday' }, { amount: 15, unit: 'day' })).toBeNull()
})

test('a promise is told to residents in one sentence of either tongue', () => {
  const extended = {
    ...handle(5, '2024-01-01', null),
    maxExtensions: 1,
    extension: { amount: 10, unit: 'workday' } as const,
  }
  expect(promiseSentence(extended)).toEqual({
    zh: '办理：5 个工作日内，经批准可延长 1 次，每次 10 个工作日',
    en: 'handling: within 5 working days; may be extended 1 time(s) by 10 working days with approval',
  })
})
