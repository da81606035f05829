import { createHash } from 'node:crypto'
import type pg from 'pg'
import { collectMigrations, type Migration } from './migrations.ts'
import { DatabaseTrouble } from './trouble.ts'

/** The ground under all migrations; stands before the first of them. */
const ground = `
  create schema if not exists platform;
  create table if not exists platform.migration (
    name text primary key,
    checksum text not null,
    breaking boolean not null default false,
    applied_at timestamptz not null default now()
  );
  comment on table platform.migration is 'replicated: which migrations this database has seen';
`

/** Any number will do, as long as every process uses the same. */
const LOCK = 3_499_010_001

/**
 * Brings the database to the shape this program was built for and says what it applied.
 * All or nothing; of two processes that start at once, one waits.
 * Throws DatabaseTrouble: an applied migration was edited, an unknown one is in the database, one failed.
 */
export async function migrate(
  db: { readonly pool: pg.Pool },
  migrations: readonly Migration[] = collectMigrations(),
): Promise<readonly string[]> {
  const client = await db.pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    await client.query(ground)
    const { rows } = await client.query<Applied>('select name, checksum from platform.migration')
    const missing = assertKnown(migrations, rows)
    for (const migration of missing) await apply(client, migration)
    await client.query('commit')
    return missing.map(({ name }) => name)
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.release()
  }
}

type Applied = { readonly name: string; readonly checksum: string }

/** What is still to be applied, once what has been is known and unedited. */
function assertKnown(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum } of applied) {
    const migration = known.get(name)
    if (!migration) throw new DatabaseTrouble('migration-unknown', name)
    if (checksumOf(migration) !== checksum) throw new DatabaseTrouble('migration-edited', name)
  }
  const done = new Set(applied.map(({ name }) => name))
  return migrations.filter(({ name }) => !done.has(name))
}

async function apply(client: pg.PoolClient, migration: Migration): Promise<void> {
  try {
    await client.query(migration.sql)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new DatabaseTrouble('migration-failed', `${migration.name}: ${reason}`, error)
  }
  await client.query('insert into platform.migration (name, checksum, breaking) values ($1, $2, $3)', [
    migration.name,
    checksumOf(migration),
    isBreaking(migration),
  ])
}

/** Whether the version that runs now could not live with it. */
export const isBreaking = (migration: Migration): boolean => /^--\s*breaking\b/.test(migration.sql)

/** The same on a system that writes lines its own way. */
export const checksumOf = (migration: Migration): string =>
  createHash('sha256').update(migration.sql.replaceAll('\r\n', '\n')).digest('hex')
