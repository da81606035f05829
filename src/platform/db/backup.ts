/** The whole database in one file, as it stood at one moment, while the city goes on working. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import type { Clock } from '../time.ts'
import {
  BATCH,
  FORMAT,
  type Head,
  type Manifest,
  type OnProgress,
  type Row,
  type TableEnd,
  type Tail,
} from './backup-format.ts'
import { readTables, type TableFacts } from './catalogue.ts'
import type { OpenDb } from './connect.ts'
import { troubleOfFile } from './trouble.ts'

export type BackupParts = { readonly clock: Clock; readonly onProgress?: OnProgress }

/**
 * Writes every table into `file` and says what it holds. The file appears under its name only when it is whole.
 * Throws DatabaseTrouble when there is no space or no permission.
 */
export async function writeBackup(db: OpenDb, file: string, parts: BackupParts): Promise<Manifest> {
  const part = `${file}.part`
  const client = await db.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    const tables = (await readTables(db)).filter(({ partition, schema }) => !partition && schema !== 'platform')
    const head = await readHead(client, parts.clock)
    const ends: TableEnd[] = []
    const lines = Readable.from(linesOf(client, head, tables, { ends, onProgress: parts.onProgress ?? (() => {}) }))
    await pipeline(lines, createGzip({ level: 6 }), createWriteStream(part, { mode: 0o600 }))
    await onDisk(part)
    await rename(part, file)
    return { ...head, tables: ends }
  } catch (error) {
    await rm(part, { force: true }).catch(() => {})
    throw troubleOfFile(error, file)
  } finally {
    await client.query('rollback').catch(() => {})
    client.release()
  }
}

async function readHead(client: pg.PoolClient, clock: Clock): Promise<Head> {
  const migrations = await client.query('select name, checksum from platform.migration order by name collate "C"')
  const server = await client.query(`select current_setting('server_version') as version`)
  return { format: FORMAT, madeAt: clock.now(), server: server.rows[0].version, migrations: migrations.rows }
}

type Writing = { readonly ends: TableEnd[]; readonly onProgress: OnProgress }

async function* linesOf(client: pg.PoolClient, head: Head, tables: readonly TableFacts[], writing: Writing) {
  yield line(head)
  let rows = 0
  for (const [at, table] of tables.entries()) {
    const place = { nth: at + 1, ofTables: tables.length }
    const end: TableEnd = yield* tableLines(client, table, (count) =>
      writing.onProgress({ ...place, table: nameOf(table), rows: count }),
    )
    writing.ends.push(end)
    rows += end.rows
  }
  yield line({ whole: true, tables: tables.length, rows } satisfies Tail)
}

async function* tableLines(
  client: pg.PoolClient,
  table: TableFacts,
  onRows: (count: number) => void,
): AsyncGenerator<string, TableEnd> {
  const columns = table.columns.filter(({ generated }) => !generated).map(({ name }) => name)
  yield line({ table: nameOf(table), columns })
  const hash = createHash('sha256')
  let rows = 0
  for await (const batch of batches(client, table, columns)) {
    const text = batch.map(line).join('')
    hash.update(text)
    rows += batch.length
    yield text
    onRows(rows)
  }
  const end: TableEnd = { end: nameOf(table), rows, sha256: hash.digest('hex') }
  yield line(end)
  return end
}

/** In the order of the key, so that two backups of one state are the same. */
async function* batches(client: pg.PoolClient, table: TableFacts, columns: readonly string[]): AsyncGenerator<Row[]> {
  const values = columns.map((name) => `${quoted(name)}::text`).join(', ')
  const order = table.key ? `order by ${table.key.map(quoted).join(', ')}` : ''
  await client.query(`declare backup no scroll cursor for select ${values} from ${nameOf(table)} ${order}`)
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({ text: `fetch ${BATCH} from backup`, rowMode: 'array' })
    if (rows.length === 0) break
    yield rows
  }
  await client.query('close backup')
}

async function onDisk(file: string): Promise<void> {
  const handle = await open(file)
  await handle.sync()
  await handle.close()
}

/** `"ledger"."event"`, as SQL and the backup both write it. */
export const nameOf = ({ schema, name }: Pick<TableFacts, 'schema' | 'name'>): string =>
  `${quoted(schema)}.${quoted(name)}`

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

const line = (value: object): string => `${JSON.stringify(value)}\n`
