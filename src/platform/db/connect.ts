import pg from 'pg'
import type { Db } from './db.ts'
import { startEmbedded } from './embedded.ts'
import { dbOverPool } from './over-pool.ts'
import { DatabaseTrouble, troubleOfConnection } from './trouble.ts'
import { typeParsers } from './types.ts'

/** A server of the operator's own, or a directory in which we keep one ourselves. */
export type Target = { readonly url: string } | { readonly dataDir: string }

export type OpenDb = Db &
  AsyncDisposable & {
    readonly pool: pg.Pool
    /** For a connection outside the pool, such as one that listens. */
    readonly connectionConfig: pg.ClientConfig
  }

export type ConnectOptions = {
  /** Connections at most; an embedded server has 60 for all processes together. */
  readonly poolSize?: number
  /** A database other than the target's own, on the same server. */
  readonly database?: string
}

const OLDEST = 150_000

/**
 * Opens the database and makes sure that it answers and is young enough.
 * Throws DatabaseTrouble with words and an exit code for everything an operator can mend.
 */
export async function connect(target: Target, options: ConnectOptions = {}): Promise<OpenDb> {
  if ('url' in target) return openPool(configOfUrl(target.url, options), options, async () => {})
  const server = await startEmbedded(target.dataDir)
  const leave = () => Promise.resolve(server[Symbol.asyncDispose]())
  try {
    return await openPool({ ...server.connection, ...chosen(options) }, options, leave)
  } catch (error) {
    await leave()
    throw error
  }
}

const chosen = (options: ConnectOptions) => (options.database ? { database: options.database } : {})

function configOfUrl(url: string, options: ConnectOptions): pg.ClientConfig {
  if (!options.database) return { connectionString: url }
  try {
    const other = new URL(url)
    other.pathname = `/${encodeURIComponent(options.database)}`
    return { connectionString: other.href }
  } catch (error) {
    throw new DatabaseTrouble('unreachable', 'DATABASE_URL', error)
  }
}

async function openPool(
  address: pg.ClientConfig,
  options: ConnectOptions,
  afterwards: () => Promise<void>,
): Promise<OpenDb> {
  const connectionConfig: pg.ClientConfig = {
    ...address,
    types: typeParsers,
    application_name: 'yiwang',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // One zone for every session, and no transaction forgotten open: it would hold back the anchors.
    options: '-c timezone=UTC -c datestyle=ISO -c idle_in_transaction_session_timeout=60000',
  }
  const pool = new pg.Pool({ ...connectionConfig, max: options.poolSize ?? 16 })
  // An idle connection that the server closes is replaced by the pool; the error has no other meaning.
  pool.on('error', () => {})
  try {
    await assertServer(pool, addressOf(connectionConfig))
  } catch (error) {
    await pool.end()
    throw error
  }
  let closing: Promise<void> | undefined
  const close = async () => {
    await pool.end()
    await afterwards()
  }
  return {
    ...dbOverPool(pool),
    pool,
    connectionConfig,
    [Symbol.asyncDispose]: () => {
      closing ??= close()
      return closing
    },
  }
}

async function assertServer(pool: pg.Pool, about: string): Promise<void> {
  let version: number
  try {
    const { rows } = await pool.query(`select current_setting('server_version_num')::int as version`)
    version = rows[0].version
  } catch (error) {
    throw troubleOfConnection(error, about)
  }
  assertYoungEnough(version, about)
}

/** @param version as `server_version_num` tells it: 150004 is 15.4 */
export function assertYoungEnough(version: number, about: string): void {
  if (version < OLDEST) throw new DatabaseTrouble('server-too-old', `${about} (${Math.floor(version / 10_000)})`)
}

/** Where, without the password. */
function addressOf(config: pg.ClientConfig): string {
  const { host, port, database } = config.connectionString ? new pg.Client(config) : config
  return `${host ?? ''}:${port ?? ''}/${database ?? ''}`
}
