import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts'
import type { YearDraft } from './model.ts'
import { calendarOf, defaultHours } from './rules.ts'
import { publishedYears as seeded } from './seed.ts'
import {
  editionsOf,
  freshCalendar,
  hoursOn,
  importYear,
  loadCalendar,
  publishedYears,
  setHours,
  worktimeOn,
} from './store.ts'

let town: TestDatabase
beforeAll(async () => {
  town = await freshDatabase()
})
afterAll(() => town.close())

const hand = { at: '2026-11-23T01:00:00.000Z', by: 'staff_lin' } as const
const year2027: YearDraft = {
  year: 2027,
  source: '演练用',
  publishedOn: '2026-11-20',
  days: [
    { day: '2026-12-31', kind: 'holiday', name: '元旦' },
    { day: '2027-01-01', kind: 'holiday', name: '元旦' },
    { day: '2027-01-03', kind: 'makeup', name: '元旦' },
  ],
}

describe('the calendar', () => {
  test('a new city knows 2011 to 2026, day for day as the notices say', async () => {
    const years = await publishedYears(town.db)
    expect(years.map(({ year }) => year)).toEqual(seeded.map(({ year }) => year))
    const sorted = (days: readonly { day: string }[]) => [...days].sort((a, b) => (a.day < b.day ? -1 : 1))
    for (const [index, year] of years.entries())
      expect({ ...year, days: sorted(year.days) }).toEqual({
        ...seeded[index],
        days: sorted(seeded[index]?.days ?? []),
      })
    expect((await loadCalendar(town.db)).version).toBe(calendarOf(seeded).version)
  })

  test('one wrong row and nothing of the year is taken in, and every wrong row is named', async () => {
    const answer = await importYear(
      town.db,
      {
        ...year2027,
        days: [
          { day: '2027-01-01', kind: 'holiday', name: '元旦' },
          { day: '2027-02-30', kind: 'holiday', name: '春节' },
          { day: '2027-01-01', kind: 'free', name: '' },
          { day: '2027-01-04', kind: 'makeup', name: '元旦' },
          { day: '2026-11-30', kind: 'holiday', name: '节'.repeat(31) },
          {},
        ],
      },
      hand,
    )
    expect(answer).toEqual({
      ok: false,
      refusal: 'rows-wrong',
      faults: [
        { row: 2, field: 'day', fault: 'no-such-day' },
        { row: 3, field: 'day', fault: 'day-twice' },
        { row: 3, field: 'kind', fault: 'unknown-kind' },
        { row: 3, field: 'name', fault: 'no-name' },
        { row: 4, field: 'day', fault: 'weekday-cannot-make-up' },
        { row: 5, field: 'day', fault: 'not-of-this-year' },
        { row: 5, field: 'name', fault: 'name-too-long' },
        { row: 6, field: 'day', fault: 'no-such-day' },
        { row: 6, field: 'kind', fault: 'unknown-kind' },
        { row: 6, field: 'name', fault: 'no-name' },
      ],
    })
    expect(await editionsOf(town.db, 2027)).toEqual([])
  })

  test('a year that arrives is published from then on; a correction is a new edition beside the old one', async () => {
    const before = await loadCalendar(town.db)
    expect(await freshCalendar(town.db, before)).toBe(before)
    expect(await importYear(town.db, year2027, hand)).toEqual({ ok: true, year: 2027, version: 1 })
    const after = await freshCalendar(town.db, before)
    expect(after.version).toBe('2011-2027.1')
    expect([after.isPublished(2027), after.isWorkday('2026-12-31'), after.isWorkday('2027-01-03')]).toEqual([
      true,
      false,
      true,
    ])
    expect(await importYear(town.db, year2027, hand)).toMatchObject({ refusal: 'already-known' })

    const corrected = { ...year2027, days: year2027.days.slice(1) }
    expect(await importYear(town.db, corrected, hand)).toEqual({ ok: true, year: 2027, version: 2 })
    const latest = await freshCalendar(town.db, after)
    expect([latest.version, latest.isWorkday('2026-12-31')]).toEqual(['2011-2026.1,2027.2', true])
    expect((await editionsOf(town.db, 2027)).map(({ version, days }) => [version, days.length])).toEqual([
      [2, 2],
      [1, 3],
    ])
  })
})

describe('office hours', () => {
  const summer = [
    { from: '08:30', to: '12:00' },
    { from: '14:30', to: '18:00' },
  ]
  const late = [{ from: '10:00', to: '20:00' }]
  const set = (unit: string, fromDay: `${number}-${string}-${string}`, windows: typeof summer) =>
    setHours(town.db, { district: '349901', unit, fromDay, windows }, hand)

  test('an office that has set none keeps the assumed ones', async () => {
    expect(await hoursOn(town.db, '349901', 'unit_window', '2026-11-23')).toEqual(defaultHours)
  })

  test('a unit’s own hours go before its district’s, each from its day on', async () => {
    expect(await set('', '2026-06-01', summer)).toEqual({ ok: true, version: 1 })
    expect(await set('unit_window', '2026-09-01', late)).toEqual({ ok: true, version: 1 })
    const on = (unit: string, day: `${number}-${string}-${string}`) => hoursOn(town.db, '349901', unit, day)
    expect(await on('unit_window', '2026-05-31')).toEqual(defaultHours)
    expect(await on('unit_window', '2026-08-31')).toEqual(summer)
    expect(await on('unit_window', '2026-09-01')).toEqual(late)
    expect(await on('unit_other', '2026-09-01')).toEqual(summer)
    expect(await hoursOn(town.db, '349902', 'unit_window', '2026-09-01')).toEqual(defaultHours)
  })

  test('a correction of the same day counts, and hours that make no sense are refused', async () => {
    expect(await set('unit_window', '2026-09-01', summer)).toEqual({ ok: true, version: 2 })
    const calendar = await loadCalendar(town.db)
    const worktime = await worktimeOn(town.db, calendar, { district: '349901', unit: 'unit_window', day: '2026-09-01' })
    expect(worktime.hours).toEqual(summer)
    expect(await set('', '2026-09-01', [])).toEqual({ ok: false, refusal: 'no-windows' })
    expect(await set('', '2026-09-01', [{ from: '12:00', to: '09:00' }])).toEqual({
      ok: false,
      refusal: 'window-backwards',
    })
    expect(
      await set('', '2026-09-01', [
        { from: '09:00', to: '12:00' },
        { from: '11:00', to: '17:00' },
      ]),
    ).toEqual({ ok: false, refusal: 'windows-overlap' })
  })
})
