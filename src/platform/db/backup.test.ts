import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { bareDatabase, freshDatabase } from '../../../tests/database.ts'
import { setTimer } from '../jobs/store.ts'
import { turnableClock } from '../time.ts'
import { writeBackup } from './backup.ts'
import type { Progress } from './backup-format.ts'
import { readTables } from './catalogue.ts'
import type { OpenDb } from './connect.ts'
import { migrate } from './migrate.ts'
import type { Migration } from './migrations.ts'
import { restoreBackup } from './restore.ts'
import { schemaText } from './schema.ts'

const clock = turnableClock('2026-03-02T01:00:00.000Z')
let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'backup-test-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A house with every kind of value, a key into itself, and a trigger that forbids change, as the ledger has. */
const town: Migration = {
  name: 'kernel/ledger/2026-01-01-town.sql',
  sql: `
    create schema town;
    create table town.house (
      district text, id int, seen timestamptz, built date, price numeric(12,2), share float8, tags text[], facts jsonb,
      photo bytea, neighbour int, label text generated always as (district || '/' || id) stored,
      primary key (district, id), foreign key (district, neighbour) references town.house (district, id)
    );
    create table town.annex (district text, id int, primary key (district, id),
      foreign key (district, id) references town.house (district, id));
    create function town.no() returns trigger language plpgsql as $$ begin raise exception 'never'; end $$;
    create trigger house_stays before update or delete on town.house for each row execute function town.no();
  `,
}

async function townDatabase(): Promise<OpenDb> {
  const { db, close } = await bareDatabase()
  onTestFinished(close)
  await migrate(db, [town])
  return db
}

async function livedIn(): Promise<OpenDb> {
  const db = await townDatabase()
  await sql`
    insert into town.house (district, id, seen, built, price, share, tags, facts, photo, neighbour)
    select '349901', n, '2026-03-02 08:00:00.123456+08'::timestamptz + n * interval '1 s', '2026-03-02', n + 0.10, 1.0 / n,
      array['老', 'a,"b', null], jsonb_build_object('n', n, '字', e'行\n"引"'), '\\xdeadbeef', nullif(2501 - n, n)
    from generate_series(1, 2500) n
  `.execute(db.kysely)
  await sql`insert into town.annex values ('349901', 7)`.execute(db.kysely)
  return db
}

const everything = async (db: OpenDb) =>
  (
    await sql`select h::text, (select count(*) from town.annex) as annexes from town.house h order by id`.execute(
      db.kysely,
    )
  ).rows

test('what was backed up stands in the new database, value by value, with its rules in force', async () => {
  const db = await livedIn()
  const file = join(folder, 'town.gz')
  const seen: Progress[] = []
  const manifest = await writeBackup(db, file, { clock, onProgress: (progress) => seen.push(progress) })
  expect(manifest.tables.map(({ end, rows }) => [end, rows])).toEqual([
    ['"town"."annex"', 1],
    ['"town"."house"', 2500],
  ])
  expect(manifest.madeAt).toBe('2026-03-02T01:00:00.000Z')
  expect(seen.at(-1)).toEqual({ table: '"town"."house"', rows: 2500, nth: 2, ofTables: 2 })
  const target = await townDatabase()
  const before = await schemaText(target)
  const progress: number[] = []
  expect(await restoreBackup(target, file, ({ rows }) => progress.push(rows))).toEqual(manifest)
  expect(progress).toEqual([1, 1000, 2000, 2500])
  expect(await everything(target)).toEqual(await everything(db))
  expect(await schemaText(target)).toBe(before)
  await expect(sql`delete from town.house`.execute(target.kysely)).rejects.toThrow('never')
})

test('two backups of one state are the same, byte for byte of their rows', async () => {
  const db = await livedIn()
  const one = await writeBackup(db, join(folder, 'one.gz'), { clock })
  const two = await writeBackup(db, join(folder, 'two.gz'), { clock })
  expect(one).toEqual(two)
})

test('a backup shows one moment: what is written meanwhile is not in it', async () => {
  const db = await livedIn()
  const file = join(folder, 'moment.gz')
  const writes: Promise<unknown>[] = []
  const onProgress = () => {
    if (writes.length === 0)
      writes.push(sql`insert into town.house (district, id) values ('349901', 9999)`.execute(db.kysely))
  }
  const manifest = await writeBackup(db, file, { clock, onProgress })
  await Promise.all(writes)
  expect(manifest.tables.at(-1)?.rows).toBe(2500)
})

test('nothing is restored over somebody else’s life', async () => {
  const db = await livedIn()
  const file = join(folder, 'again.gz')
  await writeBackup(db, file, { clock })
  await expect(restoreBackup(db, file)).rejects.toMatchObject({ kind: 'not-empty', exitCode: 35 })
  expect(await everything(db)).toHaveLength(2500)
})

test('a backup made by another version of the program is refused', async () => {
  const db = await livedIn()
  const file = join(folder, 'other.gz')
  await writeBackup(db, file, { clock })
  const { db: target, close } = await bareDatabase()
  onTestFinished(close)
  await migrate(target, [{ ...town, sql: `${town.sql} -- and more` }])
  await expect(restoreBackup(target, file)).rejects.toMatchObject({ kind: 'backup-mismatch' })
})

test('one changed letter, a missing row, a missing end, half a file, no file: refused, and nothing stays behind', async () => {
  const db = await livedIn()
  const file = join(folder, 'good.gz')
  await writeBackup(db, file, { clock })
  const text = gunzipSync(readFileSync(file)).toString()
  const lines = text.trimEnd().split('\n')
  const damaged: Record<string, Buffer> = {
    letter: gzipSync(text.replace('老', '新')),
    row: gzipSync(lines.toSpliced(9, 1).join('\n')),
    end: gzipSync(lines.slice(0, -1).join('\n')),
    half: readFileSync(file).subarray(0, 9_000),
    noise: Buffer.from('not a backup'),
    empty: Buffer.from(''),
  }
  const target = await townDatabase()
  for (const [name, content] of Object.entries(damaged)) {
    const bad = join(folder, `${name}.gz`)
    writeFileSync(bad, content)
    await expect(restoreBackup(target, bad), name).rejects.toMatchObject({ kind: 'backup-damaged' })
  }
  await expect(restoreBackup(target, join(folder, 'nowhere.gz'))).rejects.toMatchObject({ kind: 'backup-damaged' })
  expect(await everything(target)).toEqual([])
  await restoreBackup(target, file)
  expect(await everything(target)).toHaveLength(2500)
})

test('a folder that does not exist gets no file', async () => {
  const db = await livedIn()
  await expect(writeBackup(db, join(folder, 'nowhere', 'town.gz'), { clock })).rejects.toThrow('ENOENT')
})

test.runIf(process.getuid?.() === 0)(
  'a disk that is full is said to be full, and keeps no half of a backup',
  async (context) => {
    const db = await livedIn()
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk], { stdio: 'ignore' })
    } catch {
      context.skip('this machine does not let us mount')
    }
    try {
      const backup = writeBackup(db, join(disk, 'town.gz'), { clock })
      await expect(backup).rejects.toMatchObject({ kind: 'no-space', exitCode: 20 })
      expect(readdirSync(disk)).toEqual([])
    } finally {
      execFileSync('umount', [disk])
    }
  },
)

test('the real city, freshly migrated, goes into a backup and comes back', async () => {
  const one = await freshDatabase()
  const two = await freshDatabase()
  onTestFinished(async () => void (await Promise.all([one.close(), two.close()])))
  const timer = { district: '349901', key: 'case_1', kind: 'remind', payload: {} } as const
  await setTimer(one.db, { ...timer, due: '2026-03-02T01:00:00.000Z' })
  await sql`update jobs.clock set offset_ms = 5`.execute(one.db.kysely)
  const file = join(folder, 'city.gz')
  const manifest = await writeBackup(one.db, file, { clock })
  await restoreBackup(two.db, file)
  const { rows } = await sql`select key, offset_ms from jobs.timer, jobs.clock`.execute(two.db.kysely)
  expect(rows).toEqual([{ key: 'case_1', offset_ms: 5 }])
  const tables = (await readTables(one.db)).filter(({ schema, partition }) => schema !== 'platform' && !partition)
  expect(manifest.tables).toHaveLength(tables.length)
})
