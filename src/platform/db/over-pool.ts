/** The `Db` of a connection pool: Kysely, named statements, and transactions that start over when they must. */

import { setTimeout as pause } from 'node:timers/promises'
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import type pg from 'pg'
import type { Db, Prepared, Queries } from './db.ts'
import { codeOf } from './trouble.ts'

/** Serialization failure and deadlock: the server asks us to begin again. */
const startOver = new Set(['40001', '40P01'])
const ATTEMPTS = 8

/** `pause` stands between two attempts; tests hand in one that does not wait. */
export function dbOverPool(pool: pg.Pool, rest: (ms: number) => Promise<unknown> = pause): Db {
  return {
    kysely: new Kysely({ dialect: new PostgresDialect({ pool }) }),
    prepared: (statement, values) => runPrepared(pool, statement, values),
    async transaction(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await transactionOnce(pool, work)
        } catch (error) {
          if (!startOver.has(codeOf(error) ?? '') || attempt === ATTEMPTS) throw error
          await rest(Math.random() * 5 * 2 ** attempt)
        }
      }
    },
  }
}

async function transactionOnce<T>(pool: pg.Pool, work: (tx: Db) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(inside(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

const knownClients = new WeakMap<pg.PoolClient, Db>()

/** One Kysely per connection, kept as long as the connection: making one costs more than a query. */
function inside(client: pg.PoolClient): Db {
  const known = knownClients.get(client)
  if (known) return known
  const queue = oneAtATime(client)
  const pool = { connect: async () => queue, end: async () => {} }
  const kysely: Queries = new Kysely({ dialect: new PostgresDialect({ pool }) })
  const tx: Db = {
    kysely,
    prepared: (statement, values) => runPrepared(queue, statement, values),
    transaction: (work) => work(tx),
  }
  knownClients.set(client, tx)
  return tx
}

type Runs = { query(text: unknown, values?: readonly unknown[]): Promise<{ rows: unknown[] }> }

/** Inside a transaction `Promise.all` is allowed; the connection sees one query after the other. */
function oneAtATime(client: pg.PoolClient): PostgresPoolClient & Runs {
  let last: Promise<unknown> = Promise.resolve()
  const query = (...call: unknown[]) => {
    const next = last.then(() => Reflect.apply(client.query, client, call))
    last = next.catch(() => {})
    return next
  }
  return { query, release: () => {} } as PostgresPoolClient & Runs
}

async function runPrepared<Row>(on: Runs | pg.Pool, statement: Prepared, values: readonly unknown[]): Promise<Row[]> {
  const { rows } = await (on as Runs).query({ name: statement.name, text: statement.text, values })
  return rows as Row[]
}
