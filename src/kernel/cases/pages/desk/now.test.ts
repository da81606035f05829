import { expect, test } from 'vitest'
import { instant } from '../../../../platform/time.ts'
import { dueBeside } from './now.ts'

const now = instant('2026-11-20T10:00:00+08:00')
const friday = instant('2026-11-23T23:59:59.999+08:00')

test('a date ahead is told in days of the calendar, and beside a red light the broken promise first', () => {
  expect(dueBeside(now, friday, 'green').zh).toBe('3 天后到期')
  expect(dueBeside(now, friday, 'red').zh).toBe('办理已超期；本环节 3 天后到期')
  expect(dueBeside(now, instant('2026-11-18T23:59:59.999+08:00'), 'red').zh).toBe('已超期 2 天')
  expect(dueBeside(now, instant('2026-11-20T17:30:00+08:00'), 'yellow').zh).toBe('今天到期')
})
