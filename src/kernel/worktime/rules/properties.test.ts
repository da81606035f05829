import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DAY, HOUR, type Instant, instant, later, MINUTE } from '../../../platform/time.ts'
import type { StartRule, Term, TermUnit, Worktime } from '../model.ts'
import {
  calendarOf,
  defaultHours,
  dueAfter,
  elapsed,
  endOfDay,
  explain,
  extend,
  localDay,
  localTime,
  recount,
  remaining,
  resume,
  startOfDay,
  warnAt,
} from '../rules.ts'
import { publishedYears } from '../seed.ts'
import { dayOf, isDay, serialOf } from './days.ts'

const worktime: Worktime = { calendar: calendarOf(publishedYears), hours: defaultHours }
const { calendar } = worktime

const first = serialOf('2020-01-01')
const last = serialOf('2026-12-31')
const everyDay = Array.from({ length: last - first + 1 }, (_, after) => dayOf(first + after))

const moments = fc
  .integer({ min: Date.parse('2019-12-20T00:00Z'), max: Date.parse('2027-02-20T00:00Z') })
  .map((ms) => instant(ms))
const units = fc.constantFrom<TermUnit>('workday', 'day', 'workhour', 'hour')
const starts = fc.constantFrom<StartRule>('next-day', 'next-workday', 'at-once')
const amounts = fc.integer({ min: 0, max: 90 })
const terms: fc.Arbitrary<Term> = fc.record({ amount: amounts, unit: units, start: starts })
/** Instants only name milliseconds, so fractions of an hour agree to that. */
const agree = (one: number, other: number) => Math.abs(one - other) * HOUR < 2

function countedOneByOne(from: Instant, amount: number): Instant {
  let serial = serialOf(localDay(from))
  for (let left = amount; left > 0; ) if (calendar.isWorkday(dayOf(++serial))) left -= 1
  return endOfDay(dayOf(serial))
}

const isInWindow = (at: Instant) =>
  calendar.isWorkday(localDay(at)) &&
  defaultHours.some((window) => {
    const time = localTime(at)
    const exact = (Date.parse(at) - Date.parse(startOfDay(localDay(at)))) % MINUTE === 0
    return time >= window.from && (time < window.to || (time === window.to && exact))
  })

describe('on every day of 2020 to 2026', () => {
  test('the calendar says what the published arrangement says', () => {
    for (const day of everyDay) expect([day, calendar.isWorkday(day)]).toEqual([day, chineseDays.isWorkday(day)])
  })

  test('counting days one by one gives the same end as the tables', () => {
    for (const day of everyDay)
      for (const amount of [0, 1, 2, 5, 15, 45]) {
        const from = later(startOfDay(day), 10 * HOUR)
        expect(dueAfter(worktime, from, { amount, unit: 'workday' }).due).toBe(countedOneByOne(from, amount))
      }
  })

  test('adding and then counting agrees, and the day before there is one more left', () => {
    for (const day of everyDay) {
      const from = later(startOfDay(day), 10 * HOUR)
      const { due, lastDay } = dueAfter(worktime, from, { amount: 5, unit: 'workday' })
      expect(elapsed(worktime, from, due, 'workday')).toBe(5)
      expect(calendar.isWorkday(lastDay)).toBe(true)
      expect(remaining(worktime, later(startOfDay(lastDay), -1), due, 'workday')).toBe(1)
    }
  })

  test('the days counted and the days skipped are all the days there are', () => {
    for (const day of everyDay) {
      const account = dueAfter(worktime, startOfDay(day), { amount: 20, unit: 'workday' })
      const all = serialOf(account.lastDay) - serialOf(account.firstDay) + 1
      const forHolidays = account.holidays.reduce((sum, holiday) => sum + Number(holiday.split('×')[1]), 0)
      expect(all).toBe(20 + account.weekendDays + forHolidays)
    }
  })
})

describe('whatever the moment and the term', () => {
  test('adding and then counting agrees in all four units', () => {
    fc.assert(
      fc.property(moments, amounts, units, (from, amount, unit) => {
        const { due } = dueAfter(worktime, from, { amount, unit })
        expect(agree(elapsed(worktime, from, due, unit), amount)).toBe(true)
        expect(agree(remaining(worktime, due, from, unit), -amount)).toBe(true)
      }),
    )
  })

  test('a longer term never ends earlier, and an earlier start never ends later', () => {
    fc.assert(
      fc.property(moments, fc.nat(40 * DAY), terms, fc.nat(20), (from, wait, term, more) => {
        const { due } = dueAfter(worktime, from, term)
        expect(dueAfter(worktime, from, { ...term, amount: term.amount + more }).due >= due).toBe(true)
        expect(dueAfter(worktime, later(from, wait), term).due >= due).toBe(true)
        expect(due >= from).toBe(true)
      }),
    )
  })

  test('working hours never end outside a window, however they were moved', () => {
    fc.assert(
      fc.property(
        moments,
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.nat(9 * DAY),
        starts,
        (from, amount, pause, start) => {
          const account = dueAfter(worktime, from, { amount, unit: 'workhour', start })
          expect(isInWindow(account.due)).toBe(true)
          expect(isInWindow(resume(worktime, account, from, later(from, pause)).due)).toBe(true)
          expect(isInWindow(extend(worktime, account, { amount, unit: 'workhour' }).due)).toBe(true)
        },
      ),
    )
  })

  test('a pause of no time changes nothing, and a clock that went backwards moves nothing', () => {
    fc.assert(
      fc.property(moments, terms, moments, fc.nat(9 * DAY), (from, term, at, back) => {
        const account = dueAfter(worktime, from, term)
        expect(resume(worktime, account, at, at)).toBe(account)
        expect(resume(worktime, account, at, later(at, -back))).toBe(account)
      }),
    )
  })

  test('what was left when the clock stopped is left when it runs again', () => {
    fc.assert(
      fc.property(moments, terms, moments, fc.nat(30 * DAY), (from, term, pausedAt, pause) => {
        const account = dueAfter(worktime, from, term)
        const resumedAt = later(pausedAt, pause)
        const moved = resume(worktime, account, pausedAt, resumedAt)
        const before = remaining(worktime, pausedAt, account.due, term.unit)
        expect(agree(remaining(worktime, resumedAt, moved.due, term.unit), before)).toBe(true)
      }),
    )
  })

  test('a pause of so many working days moves the due date by so many working days', () => {
    fc.assert(
      fc.property(moments, amounts, moments, fc.nat(30), (from, amount, pausedAt, paused) => {
        const account = dueAfter(worktime, from, { amount, unit: 'workday' })
        const resumedAt = dueAfter(worktime, pausedAt, { amount: paused, unit: 'workday' }).due
        const moved = resume(worktime, account, pausedAt, resumedAt)
        expect(elapsed(worktime, account.due, moved.due, 'workday')).toBe(paused)
      }),
    )
  })

  test('two extensions are one of both lengths, and one of a length that was promised at once', () => {
    fc.assert(
      fc.property(moments, units, amounts, amounts, amounts, (from, unit, amount, one, two) => {
        const account = dueAfter(worktime, from, { amount: amount + 1, unit })
        const twice = extend(worktime, extend(worktime, account, { amount: one, unit }), { amount: two, unit })
        expect(extend(worktime, account, { amount: one + two, unit }).due).toBe(twice.due)
        expect(dueAfter(worktime, from, { amount: amount + 1 + one + two, unit }).due).toBe(twice.due)
      }),
    )
  })

  test('counting again with the same calendar changes nothing', () => {
    fc.assert(
      fc.property(moments, terms, fc.nat(20 * DAY), amounts, (from, term, pause, more) => {
        const paused = resume(worktime, dueAfter(worktime, from, term), from, later(from, pause))
        const account = extend(worktime, paused, { amount: more, unit: term.unit })
        expect(recount(worktime, account)).toEqual(account)
      }),
    )
  })

  test('the warning comes between the start and the end, and not before so little is left', () => {
    fc.assert(
      fc.property(
        moments,
        terms,
        units,
        fc.nat(30),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, term, unit, amount, share) => {
          const account = dueAfter(worktime, from, term)
          const yellow = warnAt(worktime, account, { amount, unit })
          expect(yellow >= from && yellow <= account.due).toBe(true)
          expect(remaining(worktime, yellow, account.due, unit) * HOUR).toBeLessThan(amount * HOUR + 2)
          const shared = warnAt(worktime, account, { share })
          expect(shared >= from && shared <= account.due).toBe(true)
        },
      ),
    )
  })

  test('a term of working days that reaches 2027 is provisional, one that runs through holidays never', () => {
    fc.assert(
      fc.property(moments, amounts, units, (from, amount, unit) => {
        const account = dueAfter(worktime, from, { amount, unit })
        const skips = unit === 'workday' || unit === 'workhour'
        const touches = localDay(account.due) >= '2026-12-29'
        expect(account.provisional).toBe(skips && (touches || localDay(from) >= '2026-12-29'))
      }),
    )
  })

  test('the explanation is made of whole sentences in both tongues', () => {
    fc.assert(
      fc.property(moments, terms, (from, term) => {
        const { zh, en } = explain(dueAfter(worktime, from, term))
        expect(zh).toMatch(/^自.*。$/s)
        expect(en).toMatch(/^From .*\.$/s)
        expect(zh + en).not.toMatch(/undefined|NaN/)
      }),
    )
  })
})

test('a day that does not exist is not a day', () => {
  expect(['2024-02-29', '2025-02-29', '2025-13-01', '2025-1-1', 'today'].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})
