import type { Kysely } from 'kysely'

/** Tables are named by their house: a store narrows with `db.kysely.withTables<CaseTables>()`. */
// biome-ignore lint/complexity/noBannedTypes: a Kysely that knows no table yet
export type Queries = Kysely<{}>

/** A statement sent by name, so that the server parses it once per connection. For the hottest statements only. */
export type Prepared = { readonly name: string; readonly text: string }

/**
 * The one shape of database everything uses; a transaction has it too.
 * `transaction` is retried as a whole on 40001 and 40P01, so its work must be repeatable.
 * Inside a transaction, `transaction` joins the one that runs.
 */
export type Db = {
  readonly kysely: Queries
  prepared<Row>(statement: Prepared, values: readonly unknown[]): Promise<Row[]>
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>
}
