import { describe, expect, test } from 'vitest'
import { type Instant, instant } from '../../platform/time.ts'
import type { Term, Worktime } from './model.ts'
import {
  calendarOf,
  defaultHours,
  dueAfter,
  explain,
  extend,
  formatDuration,
  formatInstant,
  light,
  localDay,
  localTime,
  recount,
  remaining,
  resume,
  timeLeft,
  warnAt,
} from './rules.ts'
import { publishedYears } from './seed.ts'

const worktime: Worktime = { calendar: calendarOf(publishedYears), hours: defaultHours }
const at = (local: string): Instant => instant(`${local}+08:00`)
const days = (amount: number): Term => ({ amount, unit: 'workday' })
const hours = (amount: number): Term => ({ amount, unit: 'workhour' })
const local = (when: Instant) => `${localDay(when)} ${localTime(when)}`
const due = (from: string, term: Term) => local(dueAfter(worktime, at(from), term).due)

describe('days', () => {
  test('five working days from a Monday morning end with the next Monday', () => {
    expect(dueAfter(worktime, at('2026-11-16T10:00'), days(5)).due).toBe('2026-11-23T15:59:59.999Z')
  })

  test('the National Day week is skipped and the Saturday worked for it is counted', () => {
    expect(dueAfter(worktime, at('2026-09-28T10:00'), days(10))).toEqual({
      from: '2026-09-28T02:00:00.000Z',
      term: { amount: 10, unit: 'workday' },
      due: '2026-10-16T15:59:59.999Z',
      provisional: false,
      firstDay: '2026-09-29',
      lastDay: '2026-10-16',
      weekendDays: 1,
      holidays: ['国庆节×7'],
      makeUpDays: ['2026-10-10'],
      calendar: '2011-2026.1',
    })
  })

  test('a Saturday that is worked is a day like any other, and a Monday in a holiday is not', () => {
    expect(worktime.calendar.isWorkday('2026-02-14')).toBe(true)
    expect(worktime.calendar.nameOf('2026-02-14')).toBe('春节调休')
    expect(worktime.calendar.isWorkday('2026-02-16')).toBe(false)
    expect(worktime.calendar.nameOf('2026-02-16')).toBe('春节')
    expect(worktime.calendar.nameOf('2026-11-23')).toBeNull()
  })

  test('sixty days of a petition run through the Spring Festival', () => {
    const account = dueAfter(worktime, at('2026-01-20T09:00'), { amount: 60, unit: 'day' })
    expect(local(account.due)).toBe('2026-03-21 23:59')
    expect(account).toMatchObject({ weekendDays: 0, holidays: [], makeUpDays: [], provisional: false })
  })

  test('what arrives a minute before midnight here is counted from here, not from Greenwich', () => {
    expect(due('2026-11-16T23:59', days(1))).toBe('2026-11-17 23:59')
    expect(due('2026-11-17T00:00', days(1))).toBe('2026-11-18 23:59')
  })

  test('a promise may count the day itself, or begin with the next workday', () => {
    expect(due('2026-11-16T10:00', { ...days(1), start: 'at-once' })).toBe('2026-11-16 23:59')
    expect(due('2026-11-20T10:00', { amount: 2, unit: 'day', start: 'next-workday' })).toBe('2026-11-24 23:59')
    expect(due('2026-11-20T10:00', { ...days(2), start: 'next-workday' })).toBe('2026-11-24 23:59')
  })

  test('no days at all means today, also on a holiday', () => {
    expect(due('2026-10-01T10:00', days(0))).toBe('2026-10-01 23:59')
    expect(due('2026-10-01T10:00', { ...days(0), start: 'at-once' })).toBe('2026-10-01 23:59')
  })

  test('a leap day is a day', () => {
    expect(due('2024-02-28T10:00', { amount: 1, unit: 'day' })).toBe('2024-02-29 23:59')
    expect(due('2024-02-28T10:00', days(2))).toBe('2024-03-01 23:59')
  })

  test('half a working day, or less than nothing, is not a promise', () => {
    expect(() => dueAfter(worktime, at('2026-11-16T10:00'), days(1.5))).toThrow(RangeError)
    expect(() => dueAfter(worktime, at('2026-11-16T10:00'), hours(-1))).toThrow(RangeError)
  })
})

describe('hours', () => {
  test('four working hours from half past three on a Friday end on Monday morning', () => {
    expect(due('2026-11-20T15:30', hours(4))).toBe('2026-11-23 11:00')
  })

  test('the lunch break does not count', () => {
    expect(due('2026-11-20T11:30', hours(1))).toBe('2026-11-20 14:00')
  })

  test('work that fits exactly ends when the office closes, not when it next opens', () => {
    expect(due('2026-11-20T15:30', hours(2))).toBe('2026-11-20 17:30')
    expect(due('2026-11-20T19:00', hours(7))).toBe('2026-11-23 17:30')
  })

  test('a working Saturday has working hours, and a holiday has none', () => {
    expect(due('2026-10-09T16:30', hours(2))).toBe('2026-10-10 10:00')
    expect(due('2026-09-30T16:30', hours(2))).toBe('2026-10-08 10:00')
  })

  test('hours of the clock run through the night and the holiday', () => {
    expect(due('2026-10-01T23:30', { amount: 2, unit: 'hour' })).toBe('2026-10-02 01:30')
    expect(due('2026-10-01T23:30', { amount: 24, unit: 'hour', start: 'next-day' })).toBe('2026-10-03 00:00')
  })

  test('an office without hours is a mistake that says so', () => {
    expect(() => dueAfter({ ...worktime, hours: [] }, at('2026-11-20T15:30'), hours(1))).toThrow('no-windows')
  })
})

describe('a year nobody has published', () => {
  test('is counted by weekends alone, and says so', () => {
    const account = dueAfter(worktime, at('2026-12-30T10:00'), days(3))
    expect(local(account.due)).toBe('2027-01-04 23:59')
    expect(account.provisional).toBe(true)
    expect(explain(account).zh).toContain('尚未公布')
    expect(explain(account).en).toContain('Provisional')
  })

  test('also unsettles the last days of the December before it, because arrangements reach back', () => {
    expect(dueAfter(worktime, at('2026-12-21T10:00'), days(5)).provisional).toBe(false)
    expect(dueAfter(worktime, at('2026-12-28T10:00'), days(1)).provisional).toBe(true)
  })

  test('does not trouble a term that runs through holidays', () => {
    expect(dueAfter(worktime, at('2026-12-30T10:00'), { amount: 60, unit: 'day' }).provisional).toBe(false)
    expect(dueAfter(worktime, at('2026-12-30T10:00'), { amount: 90, unit: 'hour' }).provisional).toBe(false)
  })

  test('when its calendar arrives, the same term is counted again, pauses and extensions with it', () => {
    const arrived: Worktime = {
      ...worktime,
      calendar: calendarOf([
        ...publishedYears,
        { year: 2027, version: 1, source: 'test', days: [{ day: '2027-01-04', kind: 'holiday', name: '元旦' }] },
      ]),
    }
    const first = dueAfter(worktime, at('2026-12-30T10:00'), days(3))
    const paused = resume(worktime, first, at('2026-12-31T10:00'), at('2027-01-05T10:00'))
    const extended = extend(worktime, paused, days(2))
    expect(local(recount(arrived, first).due)).toBe('2027-01-05 23:59')
    expect(recount(arrived, first)).toMatchObject({ provisional: false, calendar: '2011-2027.1', holidays: ['元旦×1'] })
    expect(local(extended.due)).toBe('2027-01-11 23:59')
    expect(local(recount(arrived, extended).due)).toBe('2027-01-11 23:59')
    expect(recount(worktime, extended)).toEqual(extended)
  })
})

describe('pauses and extensions', () => {
  const account = dueAfter(worktime, at('2026-11-16T10:00'), days(5))

  test('a pause from Tuesday to Thursday moves the due date by two working days', () => {
    const moved = resume(worktime, account, at('2026-11-17T09:00'), at('2026-11-19T16:00'))
    expect(local(moved.due)).toBe('2026-11-25 23:59')
    expect(moved.moves).toHaveLength(1)
  })

  test('a pause over a weekend costs nobody a working day', () => {
    expect(resume(worktime, account, at('2026-11-20T18:00'), at('2026-11-22T18:00'))).toBe(account)
  })

  test('a pause of working hours moves the moment by just those hours', () => {
    const grid = dueAfter(worktime, at('2026-11-16T10:00'), hours(4))
    expect(local(grid.due)).toBe('2026-11-16 15:30')
    const moved = resume(worktime, grid, at('2026-11-16T11:00'), at('2026-11-17T09:30'))
    expect(local(moved.due)).toBe('2026-11-17 14:00')
  })

  test('an extension is counted from the old due date, not from the day it is granted', () => {
    const longer = extend(worktime, account, days(5))
    expect(local(longer.due)).toBe('2026-11-30 23:59')
    expect(longer).toMatchObject({ weekendDays: 4, firstDay: '2026-11-17', lastDay: '2026-11-30' })
  })
})

describe('lights', () => {
  const account = dueAfter(worktime, at('2026-11-16T10:00'), days(5))

  test('one working day before the end the light turns yellow, and after the end red', () => {
    const yellow = warnAt(worktime, account, { amount: 1, unit: 'workday' })
    expect(local(yellow)).toBe('2026-11-20 00:00')
    const clock = { due: account.due, warnAt: yellow }
    expect(light(at('2026-11-19T23:59'), clock)).toBe('green')
    expect(light(at('2026-11-20T00:00'), clock)).toBe('yellow')
    expect(light(account.due, clock)).toBe('yellow')
    expect(light(at('2026-11-24T00:00'), clock)).toBe('red')
  })

  test('a warning may be a share of the whole, and never comes before the case', () => {
    expect(local(warnAt(worktime, account, { share: 0.2 }))).toBe('2026-11-20 00:00')
    expect(warnAt(worktime, account, { amount: 30, unit: 'workday' })).toBe(account.from)
    const urgent = dueAfter(worktime, at('2026-11-16T10:00'), { amount: 2, unit: 'hour' })
    expect(local(warnAt(worktime, urgent, { share: 0.25 }))).toBe('2026-11-16 11:30')
  })

  test('what is left is said as an office says it', () => {
    const left = (now: string) => formatDuration(remaining(worktime, at(now), account.due, 'workday'), 'workday')
    expect(left('2026-11-19T12:00')).toEqual({ zh: '还剩 2 个工作日', en: '2 working days left' })
    expect(left('2026-11-23T12:00')).toEqual({ zh: '今天到期', en: 'due today' })
    expect(left('2026-11-24T12:00')).toEqual({ zh: '已超期 1 个工作日', en: '1 working day overdue' })
    expect(formatDuration(-3, 'hour')).toEqual({ zh: '已超期 3 小时', en: '3 hours overdue' })
    expect(formatDuration(1.5, 'workhour').zh).toBe('还剩 1 个工作时 30 分钟')
    expect(formatDuration(0.5, 'hour')).toEqual({ zh: '还剩 30 分钟', en: '30 minutes left' })
    expect(formatDuration(1 / 600, 'hour').zh).toBe('还剩不到 1 分钟')
    expect(formatInstant(at('2026-11-23T17:30'))).toEqual({ zh: '2026年11月23日 17:30', en: '23 November 2026, 17:30' })
  })
})

describe('a due date explains itself', () => {
  test('with the days it skipped, the days it counted, the pause and who extended it', () => {
    const account = dueAfter(worktime, at('2026-09-28T10:00'), days(10))
    const paused = resume(worktime, account, at('2026-09-29T10:00'), at('2026-09-30T10:00'))
    const extended = extend(worktime, paused, days(2))
    const words = explain(extended, {
      pauses: [{ from: at('2026-09-29T10:00'), to: at('2026-09-30T10:00'), reason: '等待鉴定' }],
      extensions: [{ by: '王科长', reason: '管线复杂', at: at('2026-10-12T09:00'), due: extended.due }],
    })
    expect(words.zh).toBe(
      '自 2026年9月28日 10:00 起，期限 10 个工作日，从 2026年9月29日 起算，至 2026年10月21日24时 届满。' +
        '期间不计双休日 3 天、国庆节 7 天。2026年10月10日 为调休上班日，计入。' +
        '2026年9月29日 10:00 至 2026年9月30日 10:00 暂停计时（等待鉴定），期限相应顺延。' +
        '2026年10月12日 09:00 经王科长批准延期至 2026年10月21日24时（管线复杂）。',
    )
    expect(words.en).toContain('Not counted: 3 weekend days, National Day (7 days).')
    expect(words.en).toContain('with the approval of 王科长')
  })

  test('in every unit', () => {
    const words = (term: Term) => explain(dueAfter(worktime, at('2026-11-20T15:30'), term)).zh
    expect(words({ amount: 60, unit: 'day' })).toContain('按自然日连续计算')
    expect(words({ amount: 2, unit: 'hour' })).toBe(
      '自 2026年11月20日 15:30 起即时计算，期限 2 小时，至 2026年11月20日 17:30 届满。昼夜连续计算。',
    )
    expect(words(hours(4))).toContain('只计工作时间。期间不计双休日 2 天。')
  })
})

describe('what is left, told in the unit of the term', () => {
  const left = (now: string, end: string, unit: 'workday' | 'day' | 'workhour' | 'hour') =>
    timeLeft(worktime.calendar, at(now), at(end), unit).zh

  test('working days leave out weekend and holiday, calendar days do not', () => {
    expect(left('2026-11-20T10:00', '2026-11-25T23:59', 'workday')).toBe('还剩 3 个工作日')
    expect(left('2026-11-20T10:00', '2026-11-25T23:59', 'day')).toBe('还剩 5 日')
    expect(left('2026-09-30T10:00', '2026-10-09T23:59', 'workday')).toBe('还剩 2 个工作日')
    expect(left('2026-11-20T10:00', '2026-11-20T23:59', 'workday')).toBe('今天到期')
  })

  test('working hours are told by the time at which they end today, or in working days', () => {
    expect(left('2026-11-20T10:00', '2026-11-20T17:30', 'workhour')).toBe('今天 17:30 到期')
    expect(left('2026-11-20T17:00', '2026-11-23T10:30', 'workhour')).toBe('还剩 1 个工作日')
    expect(left('2026-11-20T10:00', '2026-11-21T09:30', 'hour')).toBe('还剩 23 小时 30 分钟')
  })

  test('what is late says so even before a working day has passed', () => {
    expect(left('2026-11-21T10:00', '2026-11-20T23:59', 'workday')).toBe('已超期不到 1 个工作日')
    expect(left('2026-11-24T10:00', '2026-11-20T23:59', 'workday')).toBe('已超期 2 个工作日')
    expect(left('2026-11-20T12:30', '2026-11-20T10:30', 'workhour')).toBe('已超期 2 小时')
  })

  test('a last day that became a holiday after all is told in days of the calendar', () => {
    expect(left('2026-11-20T10:00', '2026-11-22T23:59', 'workday')).toBe('还剩 2 日')
  })
})
