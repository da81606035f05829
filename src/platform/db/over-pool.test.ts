import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bareDatabase, type TestDatabase } from '../../../tests/database.ts'
import type { Db } from './db.ts'
import { dbOverPool } from './over-pool.ts'

let bare: TestDatabase
let db: Db
const waits: number[] = []

beforeAll(async () => {
  bare = await bareDatabase()
  db = dbOverPool(bare.db.pool, async (ms) => void waits.push(ms))
  await sql`create table tally (name text primary key, count int not null)`.execute(db.kysely)
  await sql`insert into tally values ('a', 0), ('b', 0)`.execute(db.kysely)
})
afterAll(() => bare.close())

const add = (tx: Db, name: string) => sql`update tally set count = count + 1 where name = ${name}`.execute(tx.kysely)
const counts = async () =>
  (await sql<{ name: string; count: number }>`select * from tally order by name`.execute(db.kysely)).rows.map(
    (row) => row.count,
  )

test('what fails halfway leaves nothing, and the connection is good for the next', async () => {
  const failing = db.transaction(async (tx) => {
    await add(tx, 'a')
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await counts()).toEqual([0, 0])
})

test('a transaction inside a transaction is the same one', async () => {
  const failing = db.transaction(async (tx) => {
    await tx.transaction((inner) => add(inner, 'a'))
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await counts()).toEqual([0, 0])
})

test('two that lock each other out are both done in the end, and nobody tries again who was not sent back', async () => {
  let tries = 0
  let arrived = 0
  let open = () => {}
  const bothHoldOne = new Promise<void>((resolve) => {
    open = resolve
  })
  const both = (one: string, other: string) =>
    db.transaction(async (tx) => {
      tries++
      await add(tx, one)
      if (++arrived === 2) open()
      await bothHoldOne
      await add(tx, other)
    })
  await Promise.all([both('a', 'b'), both('b', 'a')])
  expect(await counts()).toEqual([2, 2])
  // The server may send back one of them or, where both look at the same moment, either.
  expect(tries).toBeGreaterThanOrEqual(3)
  expect(waits).toHaveLength(tries - 2)
})

test('a transaction that can never be serialized is given up after eight tries, with growing waits', async () => {
  waits.length = 0
  const hopeless = db.transaction((tx) =>
    sql`do $$ begin raise exception 'again' using errcode = '40001'; end $$`.execute(tx.kysely),
  )
  await expect(hopeless).rejects.toMatchObject({ code: '40001' })
  expect(waits).toHaveLength(7)
})

test('inside a transaction several questions may be asked at once', async () => {
  const answers = await db.transaction((tx) =>
    Promise.all([1, 2, 3].map((n) => tx.prepared<{ n: number }>({ name: 'same', text: 'select $1::int as n' }, [n]))),
  )
  expect(answers.flat()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
})

test('a statement sent by name is parsed once per connection', async () => {
  const statement = { name: 'counts', text: 'select sum(count)::int as all from tally where name <> $1' }
  expect(await db.prepared(statement, ['a'])).toEqual([{ all: 2 }])
  const client = await bare.db.pool.connect()
  const { rows } = await client.query(
    `select count(*) as n from pg_prepared_statements where name in ('counts', 'same')`,
  )
  client.release()
  expect(rows[0].n).toBeGreaterThan(0)
})
