import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DAY, later } from '../../platform/time.ts'
import { createDirectory } from '../organisations/handle/directory.ts'
import { DEMO_PASSWORD } from '../organisations/seed/organisations.ts'
import { aTown, DISTRICT, dayOf, START, type Town } from '../organisations/town.spec.ts'
import { residentWith } from './handle/residents.ts'
import { createSessions } from './handle/sessions.ts'
import { sweep } from './jobs.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const from = { ip: '10.0.0.1', agent: 'test' }
const tables = ['session', 'code', 'brake', 'oidc_flow'] as const
const count = async (table: (typeof tables)[number]) =>
  (await sql<{ n: number }>`select count(*)::int as n from ${sql.table(`people.${table}`)}`.execute(town.db.kysely))
    .rows[0]?.n

test('a session ended by another process is believed two seconds longer, and no more', async () => {
  let ticks = 0
  const here = createSessions(town, () => ticks)
  const there = createSessions(town, () => ticks)
  const { token, session } = await here.begin(town.db, DISTRICT, 'staff_paidan1', 'password', from)
  expect(await here.identify(token)).toMatchObject({ id: 'staff_paidan1' })
  await there.end(DISTRICT, 'staff_paidan1', session.id)
  ticks = 1_999
  expect(await here.identify(token)).not.toBeNull()
  ticks = 2_000
  expect(await here.identify(token)).toBeNull()
})

test('a session ended while it is being read does not come back', async () => {
  const sessions = createSessions(town, () => 0)
  const { token, session } = await sessions.begin(town.db, DISTRICT, 'staff_paidan1', 'password', from)
  const reading = sessions.identify(token)
  await sessions.end(DISTRICT, 'staff_paidan1', session.id)
  await reading
  expect(await sessions.identify(token)).toBeNull()
})

test('posts given in another process count within two seconds', async () => {
  let ticks = 0
  const directory = createDirectory({ db: town.db, clock: town.clock, dayOf, ticks: () => ticks })
  const posts = async () => (await directory.staff(DISTRICT, 'staff_duban2'))?.posts.length
  expect(await posts()).toBe(1)
  await sql`update organisations.post set to_day = '2026-03-02' where staff = 'staff_duban2'`.execute(town.db.kysely)
  expect(await posts()).toBe(1)
  ticks = 2_000
  expect(await posts()).toBe(0)
})

test('a token of another make is nobody, without a question to the database', async () => {
  for (const token of ['', 'x', `${DISTRICT}.short`, `${DISTRICT}.${'!'.repeat(32)}`, `'; drop--.${'a'.repeat(32)}`])
    expect(await town.sessions.identify(token)).toBeNull()
})

test('two windows that write down one caller at once write down one person', async () => {
  const caller = { district: DISTRICT, phone: '13800008888', name: '陈先生', at: START }
  const ids = await Promise.all(Array.from({ length: 6 }, () => residentWith(town.people, caller)))
  expect(new Set(ids).size).toBe(1)
})

test('a busy office behind one address is not slowed by its own people', async () => {
  for (let person = 0; person < 70; person++) {
    await town.ask('POST', '/api/people/staff/sign-in', { body: { account: 'paidan1', password: DEMO_PASSWORD } })
  }
  const { body } = await town.ask('POST', '/api/people/staff/sign-in', {
    body: { account: 'paidan2', password: DEMO_PASSWORD },
  })
  expect(body.ok).toBe(true)
})

test('what is over is swept away, and what is not stays', async () => {
  await town.residentToken('13800009999')
  await town.ask('POST', '/api/people/request-code', { body: { phone: '13800009998' } })
  const job = sweep(town)
  await job.run(later(START, 60_000))
  expect(await count('code')).toBe(1)
  expect(await count('session')).toBeGreaterThan(0)
  await job.run(later(START, 400 * DAY))
  for (const table of tables) expect(await count(table), table).toBe(0)
})
