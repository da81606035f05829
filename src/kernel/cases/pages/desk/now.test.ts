import { expect, test } from 'vitest'
import { instant } from '../../../../platform/time.ts'
import { calendarOf } from '../../../worktime/rules.ts'
import { publishedYears } from '../../../worktime/seed.ts'
import { dueBeside } from './now.ts'

const today = { now: instant('2026-11-20T10:00:00+08:00'), calendar: calendarOf(publishedYears) }
const monday = instant('2026-11-23T23:59:59.999+08:00')

test('a date ahead is told in working days where the term is one of working days, and beside a red light the broken promise first', () => {
  expect(dueBeside(today, { due: monday, dueIn: 'workday', light: 'green' })?.zh).toBe('还剩 1 个工作日')
  expect(dueBeside(today, { due: monday, dueIn: 'day', light: 'green' })?.zh).toBe('还剩 3 日')
  expect(dueBeside(today, { due: monday, dueIn: 'workday', light: 'red' })?.zh).toBe(
    '办理已超期；本环节还剩 1 个工作日',
  )
  expect(dueBeside(today, { due: null, dueIn: null, light: 'none' })).toBeNull()
})

test('while the calendar is on its way the date itself is told, and no number that may be wrong', () => {
  const told = dueBeside({ ...today, calendar: null }, { due: monday, dueIn: 'workday', light: 'green' })
  expect(told?.zh).toBe('2026年11月23日 23:59')
})
