import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { bareDatabase } from '../../../tests/database.ts'
import { migrate } from './migrate.ts'
import { collectMigrations, inOrder, type Migration } from './migrations.ts'

const first: Migration = {
  name: 'platform/jobs/2026-01-01-a.sql',
  sql: 'create table a (id int); create table b (id int);',
}
const second: Migration = { name: 'kernel/ledger/2026-01-01-a.sql', sql: '-- breaking\nalter table a add name text;' }

async function bare() {
  const { db, close } = await bareDatabase()
  onTestFinished(close)
  return db
}

test('every migration stands under its band and house, bands first, then houses, then dates', () => {
  const names = [
    'modules/orders/2',
    'kernel/cases/2',
    'modules/grid/1',
    'kernel/ledger/2',
    'kernel/ledger/1',
    'platform/jobs/9',
  ]
  expect(inOrder(names.map((name) => ({ name, sql: '' }))).map(({ name }) => name)).toEqual([
    'platform/jobs/9',
    'kernel/ledger/1',
    'kernel/ledger/2',
    'kernel/cases/2',
    'modules/grid/1',
    'modules/orders/2',
  ])
  expect(collectMigrations()[0]?.name).toBe('platform/jobs/2026-11-23-jobs.sql')
})

test('each migration is applied once, and a breaking one is marked', async () => {
  const db = await bare()
  expect(await migrate(db, [first])).toEqual([first.name])
  expect(await migrate(db, [first, second])).toEqual([second.name])
  expect(await migrate(db, [first, second])).toEqual([])
  const { rows } = await sql`select name, breaking from platform.migration order by applied_at`.execute(db.kysely)
  expect(rows).toEqual([
    { name: first.name, breaking: false },
    { name: second.name, breaking: true },
  ])
})

test('a migration that has been applied may not be edited, but its line ends may differ', async () => {
  const db = await bare()
  await migrate(db, [second, first].toReversed())
  expect(await migrate(db, [first, { ...second, sql: second.sql.replaceAll('\n', '\r\n') }])).toEqual([])
  const edited = { ...first, sql: 'create table a (id bigint);' }
  await expect(migrate(db, [edited, second])).rejects.toMatchObject({ kind: 'migration-edited', exitCode: 32 })
})

test('a database used by a newer program is refused', async () => {
  const db = await bare()
  await migrate(db, [first, second])
  await expect(migrate(db, [first])).rejects.toMatchObject({
    kind: 'migration-unknown',
    message: expect.stringContaining(second.name),
  })
})

test('a migration that fails names itself and leaves nothing behind', async () => {
  const db = await bare()
  const broken = { ...second, sql: 'alter table nowhere add x int' }
  await expect(migrate(db, [first, broken])).rejects.toMatchObject({
    kind: 'migration-failed',
    message: expect.stringContaining('nowhere'),
  })
  expect(await migrate(db, [first])).toEqual([first.name])
})

test('of two processes that start at once, one waits and finds the work done', async () => {
  const db = await bare()
  const slow = { ...first, sql: `select pg_sleep(0.1); ${first.sql}` }
  const results = await Promise.all([migrate(db, [slow]), migrate(db, [slow])])
  expect(results.flat()).toEqual([first.name])
})
