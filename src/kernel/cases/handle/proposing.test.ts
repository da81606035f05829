import { expect, test } from 'vitest'
import type { Duty, UnitId, UnitVersion } from '../../organisations/model.ts'
import type { PrecedentsOf, Reading } from '../model/reading.ts'
import { routesFor } from './proposing.ts'

const duty = (category: string, unit: string, area: string | null = null): Duty => ({
  id: `duty_${category}${area}`,
  category,
  unit: `unit_${unit}` as UnitId,
  area,
  part: 'lead',
  basis: 'the list',
  from: '2026-01-01' as Duty['from'],
  to: null,
})
const duties = [duty('', 'hall'), duty('streets', 'works'), duty('schools', 'schools'), duty('stalls', 'bridge', '01')]
const unit = (name: string, level: UnitVersion['level']) =>
  [`unit_${name}` as UnitId, { id: `unit_${name}`, name, level }] as const
const tree = new Map([unit('hall', 'department'), unit('works', 'department'), unit('bridge', 'street')])
const directory = { duties: async () => duties, tree: async () => tree } as unknown as Parameters<
  typeof routesFor
>[0]['directory']

const state = (area: string | null = null) =>
  ({ marks: {}, filing: { category: 'streets', area } }) as unknown as Parameters<typeof routesFor>[2]
const told = { title: 'a title', text: 'a text' }

test('without anybody who reads, the category it stands under is the only guess, and none has measured it', async () => {
  const found = await routesFor({ directory }, '349901', state(), told)
  expect(found).toMatchObject({ category: 'streets', unit: 'unit_works', because: 'category', confidence: null })
  expect(found).toMatchObject({ sure: false, marks: [], best: [{ category: 'streets' }] })
})

test('each of the best goes where the duty list says, with its own confidence and its own no', async () => {
  const reading: Reading = {
    best: [
      { category: 'streets/lamps', label: 'class', confidence: 0.9 },
      { category: 'schools', label: 'class', confidence: 0.08 },
      { category: 'unheard-of', label: 'class', confidence: 0.02 },
    ],
    sure: true,
    marks: [{ field: 'text', from: 0, to: 1, weight: 1 }],
  }
  const asked: unknown[] = []
  const readWords = async (...all: unknown[]) => {
    asked.push(all)
    return reading
  }
  const found = await routesFor({ directory, readWords }, '349901', state(), told)
  expect(asked).toEqual([['349901', { ...told, category: 'streets' }]])
  expect(found).toMatchObject({
    unit: 'unit_works',
    confidence: 0.9,
    sure: true,
    mayReceive: true,
    marks: reading.marks,
  })
  expect(found?.best.map(({ unit, because }) => [unit, because])).toEqual([
    ['unit_works', 'category'],
    ['unit_schools', 'category'],
    ['unit_hall', 'fallback'],
  ])
  expect(found?.best[1]).toMatchObject({ mayReceive: false, refusal: { code: 'no-such-unit' } })
})

test('the place decides where the duty list asks for it', async () => {
  const readWords = async (): Promise<Reading> => ({
    best: [{ category: 'stalls', label: 'class', confidence: 0.7 }],
    sure: false,
    marks: [],
  })
  const there = await routesFor({ directory, readWords }, '349901', state('01'), told)
  expect(there).toMatchObject({ unit: 'unit_bridge', because: 'category-and-area', mayReceive: true })
  const elsewhere = await routesFor({ directory, readWords }, '349901', state('02'), told)
  expect(elsewhere).toMatchObject({ unit: 'unit_hall', because: 'fallback' })
})

test('a ruling goes before the duty list, if the unit it names is still there', async () => {
  const here = { unit: 'unit_hall', number: '20260301000007' }
  const gone = { unit: 'unit_gone', number: '20260301000008' }
  const precedentsOf: PrecedentsOf = async (_district, { categories, area }) =>
    new Map(categories.map((category) => [category, area === '01' ? here : gone]))
  const ruled = await routesFor({ directory, precedentsOf }, '349901', state('01'), told)
  expect(ruled).toMatchObject({ unit: 'unit_hall', because: 'precedent', basis: '20260301000007', mayReceive: true })
  const closed = await routesFor({ directory, precedentsOf }, '349901', state('02'), told)
  expect(closed).toMatchObject({ unit: 'unit_works', because: 'category', basis: 'the list' })
})
