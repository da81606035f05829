import type { FastifyPluginAsync } from 'fastify'
import type { Db } from '../platform/db/db.ts'
import type { Clock } from '../platform/time.ts'

/** One dated SQL file of an owner's `migrations` folder: `2026-11-23-ledger.sql`. */
export type Migration = { readonly owner: string; readonly name: string; readonly sql: string }

/** What every house may be given. Parts are handed over by name; nobody passes the whole city on. */
export type Ground = { readonly db: Db; readonly clock: Clock }

/**
 * Everything a house brings to the city. If it is not listed here, it does not happen.
 * One name three times: the folder, the URL `/api/<name>`, the database schema.
 */
export type Module<City extends Ground = Ground> = {
  readonly name: string
  readonly title: string
  readonly routes?: (city: City) => FastifyPluginAsync
}
