import { expect, test } from 'vitest'
import { orderMeasureNames } from '../../modules/orders/model/measures.ts'
import { orderIndicators } from '../../modules/orders/rules/indicators.ts'
import type { IndicatorDefinition } from './model.ts'
import { bucketOf, bucketsBetween, definitionFaults, figureFrom } from './rules.ts'

const named = (key: string): IndicatorDefinition => {
  const found = orderIndicators.find((definition) => definition.key === key)
  if (!found) throw new Error(`no indicator ${key}`)
  return found
}

const figured = (key: string, sums: Record<string, number>) => figureFrom(named(key), new Map(Object.entries(sums)))

test('what the orders publish is sound: every measure exists, every rate has its denominator', () => {
  expect(definitionFaults(orderIndicators, orderMeasureNames)).toEqual([])
})

test('every measure that a case is counted as stands behind some published figure or beside it', () => {
  const used = new Set(
    orderIndicators.flatMap(({ numerator, denominator, exclusions }) => [
      ...[...numerator, ...(denominator ?? [])].map(({ measure }) => measure),
      ...exclusions.flatMap(({ measures }) => measures),
    ]),
  )
  expect(orderMeasureNames.filter((measure) => !used.has(measure))).toEqual([])
})

test('satisfied weighs 1, basically 0.8, fair 0.6, dissatisfied nothing, and who did not rate is not in it at all', () => {
  const found = figured('satisfied-rate', {
    'visit-satisfied': 3,
    'visit-basically': 1,
    'visit-fair': 1,
    'visit-dissatisfied': 1,
    'visit-unrated': 10,
  })
  expect(found).toEqual({ numerator: 4.4, denominator: 6, value: 4.4 / 6, excluded: [10] })
})

test('an explanation is no solution, and what cannot be solved stays in the denominator', () => {
  const sums = { solved: 6, explained: 3, unsolved: 1 }
  expect(figured('solved-rate', sums).value).toBe(0.6)
  expect(figured('explained-rate', sums).value).toBe(0.3)
  expect(figured('unsolved-rate', sums).value).toBe(0.1)
})

test('good ratings are three, four and five stars of those given; silence praises nobody', () => {
  const sums = { 'stars-5': 2, 'stars-3': 1, 'stars-1': 1, solved: 10 }
  expect(figured('praise-rate', sums).value).toBe(0.75)
  expect(figured('rated-rate', sums).value).toBe(0.4)
})

test('a check that failed once is no pass at the first look', () => {
  expect(figured('verified-first-rate', { solved: 8, explained: 2, 'check-failed': 1 }).value).toBe(0.9)
})

test('cases on hold leave both parts of a rate and are shown beside it', () => {
  expect(figured('overdue-rate', { '=overdue': 2, '=open': 8, '=on-hold': 5 })).toMatchObject({
    numerator: 2,
    denominator: 8,
    excluded: [5],
  })
})

test('a case returned and sent on was dispatched twice, and returned once', () => {
  expect(figured('returned-rate', { assigned: 3, 'returned-away': 1, returned: 1 }).value).toBe(0.25)
})

test('weeks begin on Monday, months on the first', () => {
  expect(bucketOf('2026-03-01', 'week')).toBe('2026-02-23')
  expect(bucketOf('2026-03-02', 'week')).toBe('2026-03-02')
  expect(bucketOf('2026-03-31', 'month')).toBe('2026-03-01')
  expect(bucketsBetween('2026-02-27', '2026-03-03', 'month')).toEqual(['2026-02-01', '2026-03-01'])
  expect(bucketsBetween('2026-03-01', '2026-03-03', 'day')).toEqual(['2026-03-01', '2026-03-02', '2026-03-03'])
})

test('a faulty definition is named before it can publish anything', () => {
  const open = named('open')
  const faults = definitionFaults(
    [
      open,
      open,
      { ...open, key: 'nothing', numerator: [] },
      { ...open, key: 'rate', unit: '%' },
      { ...open, key: 'odd', numerator: [{ measure: 'smiles', weight: 1 }] },
    ],
    orderMeasureNames,
  )
  expect(faults).toEqual([
    { fault: 'key-twice', key: 'open' },
    { fault: 'counts-nothing', key: 'nothing' },
    { fault: 'rate-without-denominator', key: 'rate' },
    { fault: 'unknown-measure', key: 'odd', measure: 'smiles' },
  ])
})
