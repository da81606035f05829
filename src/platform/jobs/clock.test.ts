import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts'
import { settledBefore } from '../db/settled.ts'
import { DAY, type Instant, turnableClock } from '../time.ts'
import { demoClock } from './clock.ts'

let fresh: TestDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

test('the demo clock is turned ahead for every process, and never back', async () => {
  const real = turnableClock('2026-03-02T01:00:00.000Z')
  const here = await demoClock(fresh.db, real)
  const there = await demoClock(fresh.db, real)
  expect(await here.turnBy(3 * DAY)).toBe('2026-03-05T01:00:00.000Z')
  expect(there.now()).toBe('2026-03-02T01:00:00.000Z')
  await there.refresh()
  expect(there.now()).toBe('2026-03-05T01:00:00.000Z')
  expect((await demoClock(fresh.db, real)).now()).toBe('2026-03-05T01:00:00.000Z')
  await expect(here.turnBy(-1)).rejects.toThrow(RangeError)
})

test('time is settled only up to the oldest transaction that can still write', async () => {
  const client = await fresh.db.pool.connect()
  await client.query('begin')
  const begun = (await client.query('select now() as at')).rows[0].at as Instant
  const during = await settledBefore(fresh.db)
  await client.query('commit')
  client.release()
  const after = await settledBefore(fresh.db)
  expect(during).toBe(begun)
  expect(after > begun).toBe(true)
  const { rows } = await sql<{ at: Instant }>`select clock_timestamp() as at`.execute(fresh.db.kysely)
  expect(after <= (rows[0]?.at ?? '')).toBe(true)
})
