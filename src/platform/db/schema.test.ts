import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts'
import { keysWithoutDistrict, schemaText, unplacedTables } from './schema.ts'

const file = join(import.meta.dirname, '../../../docs/schema.sql')

let fresh: TestDatabase
beforeAll(async () => {
  fresh = await freshDatabase()
})
afterAll(() => fresh.close())

test('docs/schema.sql is the database that the migrations make; UPDATE_SCHEMA=1 writes it anew', async () => {
  const text = await schemaText(fresh.db)
  if (process.env.UPDATE_SCHEMA === '1') writeFileSync(file, text)
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text)
})

test('every table is led by its district, or says that it is replicated', async () => {
  expect(await unplacedTables(fresh.db)).toEqual([])
})

test('every unique key holds the district', async () => {
  expect(await keysWithoutDistrict(fresh.db)).toEqual([])
})
