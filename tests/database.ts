import pg from 'pg'
import { inject } from 'vitest'
import { connect, type OpenDb } from '../src/platform/db/connect.ts'

export type TestDatabase = { readonly db: OpenDb; close(): Promise<void> }

let count = 0

/** A migrated, empty database of one's own, in about 60 ms. Close it in `afterAll`. */
export async function freshDatabase(): Promise<TestDatabase> {
  const { template } = inject('testDatabase')
  return databaseFrom(template)
}

/** A database without any table, for those who test migrations themselves. */
export const bareDatabase = (): Promise<TestDatabase> => databaseFrom('template0')

async function databaseFrom(template: string): Promise<TestDatabase> {
  const { url, prefix } = inject('testDatabase')
  const name = `${prefix}${process.pid}_${count++}`
  await onServer(url, `create database ${name} template ${template}`)
  const db = await connect({ url }, { database: name, poolSize: 8 })
  return {
    db,
    async close() {
      await db[Symbol.asyncDispose]()
      await onServer(url, `drop database if exists ${name} with (force)`)
    },
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
