/** A backup brought back into a new database: all of it, verified, or nothing. */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { nameOf, quoted } from './backup.ts'
import {
  BATCH,
  FORMAT,
  type Head,
  type Manifest,
  type OnProgress,
  type Row,
  type TableEnd,
  type TableStart,
  type Tail,
} from './backup-format.ts'
import { readTables, type TableFacts } from './catalogue.ts'
import type { OpenDb } from './connect.ts'
import { replicatedOf } from './schema.ts'
import { codeOf, DatabaseTrouble, troubleOfFile } from './trouble.ts'

/**
 * Fills an empty, migrated database from `file`. Throws DatabaseTrouble: the target is not empty, it was migrated
 * otherwise, the file is damaged or ends early. Whatever it throws, the target is as it was.
 */
export async function restoreBackup(db: OpenDb, file: string, onProgress: OnProgress = () => {}): Promise<Manifest> {
  await access(file).catch((error: unknown) => {
    throw new DatabaseTrouble('backup-damaged', file, error)
  })
  const tables = (await readTables(db)).filter(({ partition, schema }) => !partition && schema !== 'platform')
  const client = await db.pool.connect()
  try {
    await client.query('begin')
    await client.query('set local idle_in_transaction_session_timeout = 0')
    const references = await dropReferences(client)
    await makeRoom(client, tables)
    const manifest = await fill({ client, tables, file, onProgress })
    for (const { table, name, definition } of references)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`)
    await client.query('commit')
    await client.query('analyze')
    return manifest
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw damage(error, file)
  } finally {
    client.release()
  }
}

/** Small replicated tables are filled by migrations and give way; a row anywhere else means that somebody lives here. */
async function makeRoom(client: pg.PoolClient, tables: readonly TableFacts[]): Promise<void> {
  const replicated = replicatedOf(tables)
  for (const table of tables) {
    if (replicated.has(`${table.schema}.${table.name}`)) continue
    const { rows } = await client.query(`select exists (select from ${nameOf(table)}) as lived`)
    if (rows[0].lived) throw new DatabaseTrouble('not-empty', `${table.schema}.${table.name}`)
  }
  for (const table of tables)
    if (replicated.has(`${table.schema}.${table.name}`)) await client.query(`delete from ${nameOf(table)}`)
}

type Reference = { readonly table: string; readonly name: string; readonly definition: string }

/** Foreign keys go for the while, so that tables may come in any order; coming back, they check every row. */
async function dropReferences(client: pg.PoolClient): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(`
    select k.conrelid::regclass::text as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
    from pg_constraint k where k.contype = 'f' and k.conparentid = 0 order by 1, 2`)
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  return rows
}

type Filling = {
  readonly client: pg.PoolClient
  readonly tables: readonly TableFacts[]
  readonly file: string
  readonly onProgress: OnProgress
}

type Line = Partial<Head & TableStart & TableEnd & Tail> | Row

async function fill({ client, tables, file, onProgress }: Filling): Promise<Manifest> {
  let head: Head | undefined
  let whole = false
  let open: OpenTable | undefined
  const ends: TableEnd[] = []
  for await (const text of linesOf(file)) {
    const read = JSON.parse(text) as Line
    if (whole) throw new DatabaseTrouble('backup-damaged', file)
    if (isRow(read)) {
      await open?.add(read, text)
    } else if ('format' in read) {
      head = read as Head
      await assertSameMigrations(client, head)
    } else if ('table' in read) {
      const nth = ends.length + 1
      open = openTable(client, tables, read as TableStart, (table, rows) =>
        onProgress({ table, rows, nth, ofTables: null }),
      )
    } else if ('end' in read) {
      ends.push(await closed(open, read as TableEnd, file))
      open = undefined
    } else {
      whole = (read as Tail).tables === ends.length && open === undefined
    }
  }
  if (!head || !whole) throw new DatabaseTrouble('backup-damaged', file)
  return { ...head, tables: ends }
}

const isRow = (read: Line): read is Row => Array.isArray(read)

async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const unzipped = createGunzip()
  source.on('error', (error) => unzipped.destroy(error))
  let rest = ''
  for await (const chunk of source.pipe(unzipped).setEncoding('utf8')) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

async function assertSameMigrations(client: pg.PoolClient, head: Head): Promise<void> {
  if (head.format !== FORMAT) throw new DatabaseTrouble('backup-mismatch', `format ${head.format}`)
  const { rows } = await client.query<Head['migrations'][number]>('select name, checksum from platform.migration')
  const here = new Map(rows.map(({ name, checksum }) => [name, checksum]))
  const there = new Map(head.migrations.map(({ name, checksum }) => [name, checksum]))
  const differing = [...new Set([...here.keys(), ...there.keys()])].filter((name) => here.get(name) !== there.get(name))
  if (differing.length > 0) throw new DatabaseTrouble('backup-mismatch', differing.join(', '))
}

type OpenTable = { add(row: Row, text: string): Promise<void>; close(): Promise<TableEnd> }

function openTable(
  client: pg.PoolClient,
  tables: readonly TableFacts[],
  start: TableStart,
  onRows: (table: string, rows: number) => void,
): OpenTable {
  const table = tables.find((each) => nameOf(each) === start.table)
  if (!table) throw new DatabaseTrouble('backup-mismatch', start.table)
  const insert = insertInto(table, start.columns)
  const hash: Hash = createHash('sha256')
  let waiting: Row[] = []
  let rows = 0
  const flush = async () => {
    if (waiting.length === 0) return
    const batch = waiting
    waiting = []
    const columns = start.columns.map((_, at) => batch.map((row) => row[at] ?? null))
    await client.query(insert, columns)
    onRows(start.table, rows)
  }
  return {
    async add(row, text) {
      hash.update(`${text}\n`)
      rows++
      waiting.push(row)
      if (waiting.length >= BATCH) await flush()
    },
    async close() {
      await flush()
      return { end: start.table, rows, sha256: hash.digest('hex') }
    },
  }
}

function insertInto(table: TableFacts, columns: readonly string[]): string {
  const types = columns.map((name) => {
    const column = table.columns.find((each) => each.name === name)
    if (!column) throw new DatabaseTrouble('backup-mismatch', `${nameOf(table)}.${name}`)
    return column.type
  })
  const names = columns.map(quoted).join(', ')
  const values = columns.map((name, at) => `${quoted(name)}::${types[at]}`).join(', ')
  const texts = columns.map((_, at) => `$${at + 1}::text[]`).join(', ')
  return `insert into ${nameOf(table)} (${names}) overriding system value select ${values} from unnest(${texts}) as r (${names})`
}

async function closed(open: OpenTable | undefined, end: TableEnd, file: string): Promise<TableEnd> {
  const found = await open?.close()
  const same = found?.end === end.end && found.rows === end.rows && found.sha256 === end.sha256
  if (!same) throw new DatabaseTrouble('backup-damaged', `${file}: ${end.end}`)
  return end
}

/** What cannot be unzipped or read is damaged, and so is what the database's own rules do not let in. */
function damage(error: unknown, file: string): unknown {
  if (error instanceof DatabaseTrouble) return error
  const code = codeOf(error) ?? ''
  const unreadable =
    error instanceof SyntaxError || code.startsWith('Z_') || code.startsWith('22') || code.startsWith('23')
  return unreadable ? new DatabaseTrouble('backup-damaged', file, error) : troubleOfFile(error, file)
}
