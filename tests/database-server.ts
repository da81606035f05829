/**
 * One database server for the whole test run: the one of DATABASE_URL, or an embedded one of our own.
 * Every migration is run once into a template, which each test copies.
 */
import { mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connect } from '../src/platform/db/connect.ts'
import { type EmbeddedServer, startEmbedded } from '../src/platform/db/embedded.ts'
import { migrate } from '../src/platform/db/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the tests' server is, and how the databases of this run are called. */
    readonly testDatabase: { readonly url: string; readonly template: string; readonly prefix: string }
  }
}

const HOME = 'yiwang-test-'

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await clearAway()
  const own = process.env.DATABASE_URL ? null : await startOwn()
  const url = process.env.DATABASE_URL ?? urlOf(own?.server)
  const prefix = `yiwang_test_${process.pid}_`
  const template = `${prefix}template`
  await runSql(
    url,
    `drop database if exists ${template} with (force)`,
    `create database ${template} template template0`,
  )
  try {
    await using db = await connect({ url }, { database: template, poolSize: 1 })
    await migrate(db)
  } catch (error) {
    await own?.stop()
    throw error
  }
  project.provide('testDatabase', { url, template, prefix })
  return async () => {
    if (own) await own.stop()
    else await dropAll(url, prefix)
  }
}

async function startOwn() {
  const home = mkdtempSync(join(tmpdir(), `${HOME}${process.pid}-`))
  const server = await startEmbedded(home, { disposable: true })
  const stop = async () => {
    await server[Symbol.asyncDispose]()
    rmSync(home, { recursive: true, force: true })
  }
  return { server, stop }
}

/** A run that was killed leaves its server behind; the next run ends it. Of two that come at once, the renaming lets one through. */
async function clearAway(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(HOME))) {
    if (isAlive(Number(name.slice(HOME.length).split('-')[0]))) continue
    const home = join(tmpdir(), `${HOME}${process.pid}-left-${name.slice(HOME.length)}`)
    try {
      renameSync(join(tmpdir(), name), home)
    } catch {
      continue
    }
    const server = await startEmbedded(home, { disposable: true })
    await server[Symbol.asyncDispose]()
    rmSync(home, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

function urlOf(server: EmbeddedServer | undefined): string {
  const { user, host, port, database } = server?.connection ?? { user: '', host: '', port: 0, database: '' }
  return `postgres://${user}@${encodeURIComponent(host)}:${port}/${database}`
}

async function dropAll(url: string, prefix: string): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  const { rows } = await client.query('select datname from pg_database where starts_with(datname, $1)', [prefix])
  for (const { datname } of rows) await client.query(`drop database if exists ${datname} with (force)`)
  await client.end()
}

async function runSql(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client(url)
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}
