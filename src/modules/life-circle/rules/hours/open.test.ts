import { expect, test } from 'vitest'
import type { DayKind, Moment, OpenState, Weekday } from '../../model/hours.ts'
import { weekdays } from '../../model/hours.ts'
import { hoursSaid } from '../../words/hours.ts'
import { openState } from './open.ts'
import { readHours } from './read.ts'

const kindOfDay = (weekday: Weekday, told: Partial<DayKind> = {}): DayKind => ({
  weekday,
  workday: weekday !== 'sa' && weekday !== 'su',
  holiday: false,
  date: null,
  ...told,
})

/** `sa 20:00`; what else is told is told of that day, and the day before is a plain one. */
function at(when: string, told: Partial<DayKind> = {}): Moment {
  const [day = '', time = ''] = when.split(' ')
  const weekday = weekdays.find((one) => one === day) ?? 'mo'
  const before = weekdays.at(weekdays.indexOf(weekday) - 1) ?? 'su'
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return { today: kindOfDay(weekday, told), yesterday: kindOfDay(before), minute: hours * 60 + minutes }
}

const week = (hours: string, moments: Readonly<Record<string, OpenState>>) => {
  for (const [when, state] of Object.entries(moments))
    expect([hours, when, openState(hours, at(when))]).toEqual([hours, when, state])
}

test('days and times of a week, with their first minute and without their last', () => {
  week('Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00', {
    ...{ 'mo 08:00': 'open', 'mo 07:59': 'closed', 'mo 12:00': 'closed', 'fr 17:59': 'open' },
    ...{ 'sa 11:00': 'open', 'sa 15:00': 'closed', 'su 10:00': 'closed' },
  })
  week('24/7', { 'su 03:00': 'open' })
  week('Fr-Mo 10:00-11:00', { 'su 10:30': 'open', 'tu 10:30': 'closed' })
  week('Mo-Su 08:00-20:00; We off', { 'we 10:00': 'closed', 'th 10:00': 'open' })
  week('Mo-Fr 08:00-12:00, We 14:00-16:00', { 'we 09:00': 'open', 'we 15:00': 'open', 'we 13:00': 'closed' })
  week('off', { 'mo 10:00': 'closed' })
})

test('a night goes on after midnight, into a day that is closed as well', () => {
  week('Fr,Sa 18:00-02:00; Su off', {
    ...{ 'fr 17:59': 'closed', 'fr 23:59': 'open', 'sa 00:00': 'open', 'sa 01:59': 'open', 'sa 02:00': 'closed' },
    ...{ 'su 01:00': 'open', 'su 02:00': 'closed', 'su 19:00': 'closed', 'mo 01:00': 'closed', 'fr 01:00': 'closed' },
  })
  week('22:00-26:00', { 'we 01:59': 'open', 'we 02:00': 'closed', 'we 22:00': 'open' })
  week('00:00-24:00', { 'we 00:00': 'open', 'we 23:59': 'open' })
})

test('holidays are what the calendar says; where it is not published nobody knows', () => {
  const hours = 'Mo-Fr 08:00-17:00; PH off'
  const on = (holiday: boolean | null) => openState(hours, at('we 10:00', { holiday }))
  expect([on(false), on(true), on(null)]).toEqual(['open', 'closed', 'unknown'])
  expect(openState('Mo-Fr 08:00-17:00; PH off', at('sa 10:00', { holiday: null }))).toBe('closed')
  expect(openState('PH 10:00-12:00', at('mo 11:00', { holiday: true }))).toBe('open')
  expect(openState('Mo-Fr 08:00-17:00; SH off', at('mo 11:00'))).toBe('unknown')
  expect(openState('工作日 8:30-17:00', at('sa 10:00', { workday: true }))).toBe('open')
  expect(openState('工作日 8:30-17:00', at('mo 10:00', { workday: false }))).toBe('closed')
})

test('seasons: certain on a day, and on a weekday only where all seasons agree', () => {
  const hours = 'Apr-Sep 08:00-20:00; Oct-Mar 09:00-17:00'
  expect(openState(hours, at('sa 18:00', { date: [7, 4] }))).toBe('open')
  expect(openState(hours, at('sa 18:00', { date: [12, 5] }))).toBe('closed')
  week(hours, { 'sa 18:00': 'unknown', 'sa 10:00': 'open', 'sa 21:00': 'closed' })
  expect(openState('Dec 15-Jan 15 off; 08:00-10:00', at('sa 09:00', { date: [1, 2] }))).toBe('open')
  expect(openState('08:00-10:00; Dec 15-Jan 15 off', at('sa 09:00', { date: [1, 2] }))).toBe('closed')
  expect(openState('5月1日-9月30日 8:00-20:00', at('mo 09:00', { date: [9, 30] }))).toBe('open')
  expect(openState('5月-9月 8:00-20:00', at('mo 09:00', { date: [10, 1] }))).toBe('closed')
})

test('as people write it in Chinese', () => {
  week('8:30–17:30', { 'su 17:29': 'open', 'su 17:30': 'closed' })
  week('周一至周五 8:30-11:30，14:00-17:30；周六、周日 休息', {
    'mo 14:00': 'open',
    'mo 12:00': 'closed',
    'sa 09:00': 'closed',
  })
  week('每天9:00—17:00（周一闭馆）', { 'mo 10:00': 'closed', 'tu 10:00': 'open' })
  week('星期二～星期日：9点-16点半', { 'tu 16:29': 'open', 'tu 16:30': 'closed', 'mo 10:00': 'closed' })
  week('全天开放', { 'mo 03:00': 'open' })
  week('24小时', { 'mo 03:00': 'open' })
  week('上午8:00-11:00，下午2:00-5:00', { 'mo 10:00': 'open', 'mo 13:59': 'closed', 'mo 16:59': 'open' })
  week('晚上6:00-次日2:00', { 'mo 19:00': 'open', 'tu 01:00': 'open', 'tu 03:00': 'closed' })
  week('每天 9:00-17:00，周六 10:00-12:00', { 'sa 14:00': 'closed', 'fr 14:00': 'open' })
  week('周末 10:00-12:00', { 'su 11:00': 'open', 'mo 11:00': 'closed' })
  week('Monday - Friday: 08:00 to 17:00', { 'mo 09:00': 'unknown' })
  week('Mon-Thurs 08:00-17:00', { 'th 09:00': 'open', 'fr 09:00': 'closed' })
})

test('what the map writes is told in plain words, what a person wrote as he wrote it', () => {
  expect(hoursSaid('Mo-Fr 08:30-17:30; PH off')).toEqual({
    zh: '周一至周五 08:30-17:30；节假日 休息',
    en: 'Mo-Fr 08:30-17:30; public holidays closed',
  })
  expect(hoursSaid('24/7').zh).toBe('全天开放')
  expect(hoursSaid('每天 8:00-9:00').en).toBe('每天 8:00-9:00')
})

test('what cannot be read for certain is unknown, never open and never closed', () => {
  for (const text of [
    '',
    '见公告',
    'sunrise-sunset',
    'Mo[1] 08:00-10:00',
    'week 1-20 Mo 08:00-10:00',
    '2026 Mo 08:00-10:00',
  ])
    expect([text, openState(text, at('mo 09:00'))]).toEqual([text, 'unknown'])
  for (const text of [
    'Mo-Fr',
    '周一至周五',
    'PH Mo 08:00-10:00',
    '夏季 8:00-20:00',
    '08:00-25:99',
    'Mo 08:00-',
    '8-17',
    'Apr 32 off',
  ])
    expect([text, readHours(text)]).toEqual([text, null])
  week('08:00+', { 'mo 07:00': 'closed', 'mo 09:00': 'unknown' })
  week('08:00-12:00+', { 'mo 09:00': 'open', 'mo 12:00': 'unknown' })
  week('"按预约"', { 'mo 09:00': 'unknown' })
  week('Mo-Fr 08:00-12:00 "电话预约"', { 'mo 09:00': 'unknown', 'sa 09:00': 'closed' })
  week('Mo-Fr 08:00-12:00 || "电话预约"', { 'mo 09:00': 'open', 'sa 09:00': 'unknown' })
})
