import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts'

let fresh: TestDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

test('numbers, instants, days and JSON come back as the house writes them', async () => {
  const { rows } = await sql`
    select count(*) as whole, 9007199254740993::bigint as huge, '2026-11-23 08:00:00.123456+08'::timestamptz as at,
      '2026-11-23'::date as day, '{"a":[1]}'::jsonb as json, array['2026-11-23 08:00+08'::timestamptz, null] as many
  `.execute(fresh.db.kysely)
  expect(rows).toEqual([
    {
      whole: 1,
      huge: '9007199254740993',
      at: '2026-11-23T00:00:00.123Z',
      day: '2026-11-23',
      json: { a: [1] },
      many: ['2026-11-23T00:00:00.000Z', null],
    },
  ])
})
