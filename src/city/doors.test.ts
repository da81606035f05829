import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../tests/database.ts'
import { readConfig } from '../platform/config/config.ts'
import { turnableClock } from '../platform/time.ts'
import { openForeignDoors, subscribersOf } from './doors.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.close())

const clock = turnableClock('2026-03-02T01:00:00.000Z')

test('in the demo a code is written down where the town can read it, and goes nowhere else', async () => {
  const doors = openForeignDoors({ config: readConfig({}), clock })
  await doors.sendCode('13800001111', '246810', 'sign-in')
  expect(doors.recorded?.()).toMatchObject([
    { medium: 'sms', to: '13800001111', text: expect.stringContaining('246810') },
  ])
})

test('a city without an SMS gateway says so instead of pretending that a code was sent', async () => {
  const doors = openForeignDoors({ config: readConfig({ DEMO: 'false' }), clock })
  expect([doors.sendSms, doors.sendMail, doors.recorded]).toEqual([null, null, null])
  await expect(doors.sendCode('13800001111', '246810', 'sign-in')).rejects.toThrow('no SMS gateway')
})

test('until it is known whether anybody subscribed, news is kept; then it is known, and asked again', async () => {
  let now = 0
  const has = subscribersOf(
    database.db,
    () => {},
    () => now,
  )
  expect(has('349901')).toBe(true)
  while (has('349901')) await new Promise((turn) => setImmediate(turn))
  now += 6_000
  expect(has('349901')).toBe(false)
})
