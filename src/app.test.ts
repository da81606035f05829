import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../tests/database.ts'
import { type App, buildApp } from './app.ts'
import { seedDemoTown } from './city/demo.ts'
import { modules } from './city.ts'
import { readConfig } from './platform/config/config.ts'
import { silentLog } from './platform/log/log.ts'
import { turnableClock } from './platform/time.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'city-'))
const clock = turnableClock('2026-03-02T01:00:00.000Z')
let database: TestDatabase
let app: App

beforeAll(async () => {
  database = await freshDatabase()
  app = await open()
})
afterAll(async () => {
  await app.close()
  await database.close()
  rmSync(dataDir, { recursive: true })
})

const open = (env: Record<string, string> = {}, master?: Buffer): Promise<App> => {
  const config = readConfig({ DATA_DIR: dataDir, DEMO: 'true', ...env })
  return buildApp({ db: database.db, clock, config, log: silentLog(clock), ...(master ? { master } : {}) })
}

test('the city is seeded once, and whoever holds an account of the demo can sign in', async () => {
  const accounts = await seedDemoTown(app.city)
  expect(await seedDemoTown(app.city)).toEqual(accounts)
  const [first] = accounts
  const payload = { account: first?.account, password: first?.password }
  const signedIn = await app.http.inject({ method: 'POST', url: '/api/people/staff/sign-in', payload })
  expect([signedIn.statusCode, signedIn.body]).toEqual([200, expect.any(String)])
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
  const me = await app.http.inject({ url: '/api/people/me', headers: { cookie } })
  expect(me.json()).toMatchObject({ kind: 'staff', name: first?.name })
})

test('every house opens its routes under its own name, and the API describes all of them', async () => {
  const { paths } = (await app.http.inject('/api/docs/openapi.json')).json()
  for (const { name, routes } of modules)
    if (routes) expect(Object.keys(paths).some((path) => path.startsWith(`/api/${name}/`))).toBe(true)
})

test('the database is part of being ready', async () => {
  expect((await app.http.inject('/ready')).json()).toEqual({ ok: true, parts: { database: true } })
})

test('a stranger hears of no desk, and whoever knows a case may hear that it changed', async () => {
  expect((await app.http.inject('/api/live?topics=desk/unit_1,screen')).statusCode).toBe(403)
})

test('a master key that does not open what is sealed is refused at the start, with a sentence', async () => {
  await app.city.vault.seal('349901', 'person_1', { phone: '13800001111' })
  await expect(open({}, Buffer.alloc(32, 9))).rejects.toMatchObject({ exitCode: 16, message: /主密钥/ })
})
