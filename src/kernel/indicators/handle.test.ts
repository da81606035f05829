import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts'
import { orderIndicators } from '../../modules/orders/rules/indicators.ts'
import type { Choice } from '../../modules/orders/rules/life.spec.ts'
import { DAY, type Instant, later } from '../../platform/time.ts'
import { localDay } from '../worktime/rules.ts'
import { type BookRow, DISTRICT, forgetBooks, livesOf, rowsOf, START, writeBooks, writeCards } from './books.spec.ts'
import { figure, figures, figuresBy, hours, listBehind, series } from './handle.ts'
import type { Figured, FigureQuestion, IndicatorDefinition } from './model.ts'
import { figureFrom, isStanding, measuresOf, sumKey } from './rules.ts'
import { dropCube, rollUp } from './store/roll-up.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const { standing } = measuresOf(orderIndicators)
const choice: fc.Arbitrary<Choice> = fc.record({ pick: fc.nat(60), hours: fc.nat(60), value: fc.nat(59) })
const someLives = fc.array(fc.array(choice, { minLength: 5, maxLength: 40 }), { minLength: 6, maxLength: 14 })

const wide: FigureQuestion = { district: DISTRICT, from: '2026-03-01', to: '2026-12-31', today: '2026-12-31' }
const visible = () => sql<boolean>`true`

/** The figure as anybody could count it by hand from the rows. */
function byHand(definition: IndicatorDefinition, rows: readonly BookRow[], question: FigureQuestion): Figured {
  const sums = new Map<string, number>()
  const { from, to, today, units, category, area, asOf } = question
  for (const { measure, day, unit, category: path, area: where, n, at } of rows) {
    if (units && !units.includes(unit)) continue
    if (category && path !== category && !path.startsWith(`${category}/`)) continue
    if (area && where !== area) continue
    if (asOf && at > asOf) continue
    const add = (key: string) => sums.set(key, (sums.get(key) ?? 0) + n)
    if (day >= from && day <= to) add(sumKey({ measure }))
    if (to >= today || localDay(at) <= to) add(sumKey({ measure, standing: true }))
  }
  return figureFrom(definition, sums)
}

const questions: readonly FigureQuestion[] = [
  wide,
  { ...wide, from: '2026-03-04', to: '2026-03-08' },
  { ...wide, units: ['unit_1', 'unit_hotline'] },
  { ...wide, category: '道路' },
  { ...wide, area: 'area_a' },
  { ...wide, units: ['unit_1'], category: '环境/噪声', area: 'area_b' },
  { ...wide, asOf: later(START, 5 * DAY) },
  { ...wide, from: '2026-03-04', asOf: later(START, 9 * DAY), units: ['unit_0'] },
]

test('whatever lives are lived, every figure is what the books say, rolled up or not, and its list is as long', async () => {
  const { db } = database
  await fc.assert(
    fc.asyncProperty(someLives, fc.nat(3), async (choices, cut) => {
      await forgetBooks(db)
      const lives = livesOf(choices)
      const rows = lives.flatMap(rowsOf)
      const half = Math.floor((rows.length * cut) / 3)
      await writeCards(db, lives)
      await writeBooks(db, rows.slice(0, half))
      await rollUp(db, DISTRICT, standing)
      await writeBooks(db, rows.slice(half))
      for (const question of questions)
        expect(await figures(db, orderIndicators, question)).toEqual(
          orderIndicators.map((definition) => byHand(definition, rows, question)),
        )
      for (const definition of orderIndicators) {
        const list = await listBehind(db, definition, { ...wide, part: 'numerator', visible, limit: 10_000 })
        const sum = list.reduce((all, { n }) => all + Math.round(n * 100), 0) / 100
        expect(sum, definition.key).toBe((await figure(db, definition, wide)).numerator)
        if (definition.unit === 'count') expect(list).toHaveLength(sum)
      }
    }),
    { numRuns: 12 },
  )
})

test('every case is in exactly one place: what was filed is open, on hold, closed or went another way', async () => {
  const { db } = database
  await fc.assert(
    fc.asyncProperty(someLives, async (choices) => {
      await forgetBooks(db)
      await writeBooks(db, livesOf(choices).flatMap(rowsOf))
      const keys = ['filed', 'open', 'on-hold', 'closed', 'diverted', 'linked', 'withdrawn']
      const found = await figures(db, keys.map(named), wide)
      const [filed, ...places] = found.map(({ numerator }) => numerator)
      expect(places.reduce((sum, n) => sum + n, 0)).toBe(filed)
    }),
    { numRuns: 10 },
  )
})

const named = (key: string): IndicatorDefinition => {
  const found = orderIndicators.find((definition) => definition.key === key)
  if (!found) throw new Error(`no indicator ${key}`)
  return found
}

/** Forty lives, always the same ones. */
async function fortyLives() {
  const [choices] = fc.sample(
    fc.array(fc.array(choice, { minLength: 20, maxLength: 40 }), { minLength: 40, maxLength: 40 }),
    {
      seed: 7,
      numRuns: 1,
    },
  )
  await forgetBooks(database.db)
  const lives = livesOf(choices ?? [])
  const rows = lives.flatMap(rowsOf)
  await writeCards(database.db, lives)
  await writeBooks(database.db, rows)
  return rows
}

test('a cube that was dropped and rolled up again says the same', async () => {
  const { db } = database
  await fortyLives()
  await rollUp(db, DISTRICT, standing)
  const before = await figuresBy(db, orderIndicators, { ...wide, by: 'unit' })
  await dropCube(db, DISTRICT)
  expect(await figuresBy(db, orderIndicators, { ...wide, by: 'unit' })).toEqual(before)
  await rollUp(db, DISTRICT, standing)
  expect(await figuresBy(db, orderIndicators, { ...wide, by: 'unit' })).toEqual(before)
  await rollUp(db, DISTRICT, ['open'])
  await rollUp(db, DISTRICT, standing)
  expect(await figuresBy(db, orderIndicators, { ...wide, by: 'unit' })).toEqual(before)
})

test('the units together make the district, and so do the categories and the areas', async () => {
  const { db } = database
  await fortyLives()
  await rollUp(db, DISTRICT, standing)
  const whole = await figures(db, orderIndicators, wide)
  for (const by of ['unit', 'category', 'area'] as const) {
    const parted = await figuresBy(db, orderIndicators, { ...wide, by })
    const parts = [...parted.by.values()]
    expect(parted.whole).toEqual(whole)
    const sum = orderIndicators.map((_, index) => parts.reduce((all, part) => all + (part[index]?.numerator ?? 0), 0))
    expect(sum.map((n) => Math.round(n * 100) / 100)).toEqual(whole.map(({ numerator }) => numerator))
  }
})

test('what flows adds up over the days, and what stands is told as it stood each evening', async () => {
  const { db } = database
  const rows = await fortyLives()
  await rollUp(db, DISTRICT, standing)
  const span = { ...wide, from: '2026-03-02', to: '2026-04-30' } as const
  for (const grain of ['day', 'week', 'month'] as const) {
    const filed = await series(db, named('filed'), { ...span, grain })
    expect(filed.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(
      (await figure(db, named('filed'), span)).numerator,
    )
  }
  const open = await series(db, named('open'), { ...span, grain: 'day' })
  for (const { bucket, numerator } of open) {
    const evening = rows.filter(({ measure, at }) => measure === 'open' && localDay(at) <= bucket)
    expect(numerator, bucket).toBe(evening.reduce((sum, { n }) => sum + n, 0))
  }
  expect(await series(db, named('open'), { ...span, asOf: '2027-01-01T00:00:00.000Z', grain: 'day' })).toEqual(open)
})

test('the hours of a day make the day', async () => {
  const { db } = database
  await fortyLives()
  const [filed] = await hours(db, [named('filed')], { district: DISTRICT, day: '2026-03-03' })
  const day = { ...wide, from: '2026-03-03', to: '2026-03-03' } as const
  expect(filed).toHaveLength(24)
  expect(filed?.reduce((sum, n) => sum + n, 0)).toBe((await figure(db, named('filed'), day)).numerator)
  expect(filed?.[0]).toBe(1)
})

test('a list is paged by its key without gap or repeat, newest first', async () => {
  const { db } = database
  await fortyLives()
  const question = { ...wide, part: 'numerator', visible } as const
  for (const key of ['filed', 'open', 'answered', 'closed-rate']) {
    const part = key === 'closed-rate' ? 'denominator' : 'numerator'
    const all = await listBehind(db, named(key), { ...question, part, limit: 1_000 })
    const paged = []
    for (let after: (typeof all)[number] | undefined; ; ) {
      const page = await listBehind(db, named(key), { ...question, part, after, limit: 7 })
      paged.push(...page)
      after = page.at(-1)
      if (page.length < 7) break
    }
    expect(paged).toEqual(all)
    expect(all).toEqual(all.toSorted((a, b) => (`${a.day}${a.id}` < `${b.day}${b.id}` ? 1 : -1)))
  }
})

test('a viewer sees of a list only what his rights let him see', async () => {
  const { db } = database
  await fortyLives()
  const one = await listBehind(db, named('filed'), {
    ...wide,
    part: 'numerator',
    visible: () => sql<boolean>`c.id like '%7'`,
    limit: 100,
  })
  expect(one.map(({ id }) => id.slice(-2))).toEqual(['37', '27', '17', '07'])
})

test('while many write, no figure is ever missing or counted twice', async () => {
  const { db } = database
  const rows = await fortyLives()
  await forgetBooks(db)
  const filedRows = rows.filter(({ measure, version }) => measure === 'filed' && version === 1)
  let written = 0
  const writers = [0, 1, 2, 3].map(async (writer) => {
    for (let turn = 0; turn < 12; turn++) {
      const batch = filedRows.map((row) => ({ ...row, version: 1_000 + writer * 100 + turn }))
      await writeBooks(db, batch)
      written += batch.length
    }
  })
  const reader = (async () => {
    for (let last = 0, turn = 0; turn < 30; turn++) {
      await rollUp(db, DISTRICT, standing)
      const before = written
      const { numerator } = await figure(db, named('filed'), wide)
      expect(numerator).toBeGreaterThanOrEqual(Math.max(before, last))
      last = numerator
    }
  })()
  await Promise.all([...writers, reader])
  await Promise.all([rollUp(db, DISTRICT, standing), rollUp(db, DISTRICT, standing)])
  expect((await figure(db, named('filed'), wide)).numerator).toBe(filedRows.length * 48)
})

test('a figure as of a past instant is what the events until then made of it', async () => {
  const { db } = database
  const rows = await fortyLives()
  for (const days of [0, 1, 3, 10, 40]) {
    const asOf: Instant = later(START, days * DAY)
    const until = rows.filter(({ at }) => at <= asOf)
    const found = await figures(db, orderIndicators, { ...wide, asOf })
    expect(found).toEqual(orderIndicators.map((definition) => byHand(definition, until, wide)))
  }
})

test('a share without anything to divide by is no share, neither nought nor all', () => {
  const solved = named('solved-rate')
  expect(figureFrom(solved, new Map())).toEqual({ numerator: 0, denominator: 0, value: null, excluded: [] })
  expect(isStanding(named('open'), {})).toBe(true)
})
