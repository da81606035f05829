import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { assertYoungEnough, connect } from './connect.ts'
import { type EmbeddedServer, startEmbedded } from './embedded.ts'
import { DatabaseTrouble, exitCodes, type TroubleKind, troubleOfConnection, troubleOfLog } from './trouble.ts'
import { troubleWords } from './words.ts'

const portOf = (server: Server): number => (server.address() as AddressInfo).port
const refusal = (kind: TroubleKind) => ({ name: 'DatabaseTrouble', kind, exitCode: exitCodes[kind] })

test('every trouble has an exit code of its own and words in both tongues', () => {
  const codes = Object.values(exitCodes)
  expect(new Set(codes).size).toBe(codes.length)
  for (const words of Object.values(troubleWords)) {
    expect(words('此处').zh).toContain('此处')
    expect(words('here').en).toContain('here')
  }
})

test('a port where nobody listens is unreachable', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server)
  await new Promise((resolve) => server.close(resolve))
  const opening = connect({ url: `postgres://clerk:secret@127.0.0.1:${port}/town` })
  await expect(opening).rejects.toMatchObject(refusal('unreachable'))
  await expect(opening).rejects.toThrow(`127.0.0.1:${port}/town`)
  await expect(opening).rejects.not.toThrow('secret')
})

test('a web server is not taken for a database', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await expect(connect({ url: `postgres://127.0.0.1:${portOf(server)}/town` })).rejects.toMatchObject(
    refusal('not-postgres'),
  )
  await new Promise((resolve) => server.close(resolve))
})

test('a database that nobody has made is missing', async () => {
  const { url } = inject('testDatabase')
  await expect(connect({ url }, { database: 'no_such_town' })).rejects.toMatchObject(refusal('database-missing'))
})

test('a server older than PostgreSQL 15 is refused', () => {
  expect(() => assertYoungEnough(140_012, 'db:5432/town')).toThrow('db:5432/town (14)')
  expect(() => assertYoungEnough(150_000, 'db:5432/town')).not.toThrow()
})

test('what PostgreSQL says in its own log is put in the operator’s terms', () => {
  const said: Record<string, TroubleKind> = {
    'FATAL: could not write lock file "postmaster.pid": No space left on device': 'no-space',
    'FATAL: database files are incompatible with server': 'wrong-data-version',
    'FATAL: lock file "postmaster.pid" already exists': 'data-in-use',
    'FATAL: lock file "/tmp/x/.s.PGSQL.5432.lock" already exists': 'data-in-use',
    'FATAL: pre-existing shared memory block (key 1, ID 2) is still in use': 'data-in-use',
    'LOG: could not bind Unix address "/tmp/x": Address already in use': 'socket-taken',
    'FATAL: data directory "/data" has wrong ownership': 'no-permission',
    'postgres: error while loading shared libraries: libicuuc.so.60': 'no-binaries',
    'FATAL: something new': 'start-failed',
  }
  for (const [log, kind] of Object.entries(said)) expect(troubleOfLog(log, '/data').kind, log).toBe(kind)
  expect(troubleOfLog('a\nb\nc\nd\ne\nf\ng', '/data').message).toContain('/data\nb\nc')
})

test('an error that means nothing known is passed on as it came', () => {
  const strange = new Error('the moon is full')
  expect(troubleOfConnection(strange, 'db')).toBe(strange)
  const known = new DatabaseTrouble('no-space', '/data')
  expect(troubleOfConnection(known, 'db')).toBe(known)
})

let home: string
let guarded: EmbeddedServer
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'trouble-test-'))
  guarded = await startEmbedded(home, { disposable: true })
  const rules = join(home, 'postgres', 'pg_hba.conf')
  const before = readFileSync(rules, 'utf8')
  writeFileSync(rules, 'local all clerk scram-sha-256\nlocal all stranger reject\n')
  appendFileSync(rules, before)
  const client = new pg.Client(guarded.connection)
  await client.connect()
  await client.query(`create role clerk login password 'right'`)
  await client.query('create role stranger login')
  await client.query('revoke connect on database postgres from public')
  await client.query('create role guest login')
  await client.query('select pg_reload_conf()')
  await client.end()
})
afterAll(async () => {
  await guarded[Symbol.asyncDispose]()
  rmSync(home, { recursive: true, force: true })
})

const guardedUrl = (user: string) =>
  `postgres://${user}@${encodeURIComponent(guarded.connection.host)}:${guarded.connection.port}/postgres`

test('a wrong password, no password and an account that is not let in are said apart from a missing right', async () => {
  await expect(connect({ url: guardedUrl('clerk:wrong') })).rejects.toMatchObject(refusal('wrong-password'))
  await expect(connect({ url: guardedUrl('clerk') })).rejects.toMatchObject(refusal('wrong-password'))
  await expect(connect({ url: guardedUrl('stranger') })).rejects.toMatchObject(refusal('wrong-password'))
  await expect(connect({ url: guardedUrl('guest') })).rejects.toMatchObject(refusal('no-permission'))
})

test('a directory of one’s own is opened twice in one process and closed once', async () => {
  const one = await connect({ dataDir: home })
  const two = await connect({ dataDir: home })
  await one[Symbol.asyncDispose]()
  await one[Symbol.asyncDispose]()
  expect((await two.pool.query('select 1 as n')).rows).toEqual([{ n: 1 }])
  await two[Symbol.asyncDispose]()
})
