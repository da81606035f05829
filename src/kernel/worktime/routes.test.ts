import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from '../organisations/town.spec.ts'
import type { MovingDue } from './model.ts'
import { worktimeRoutes } from './routes.ts'

let town: Town
const tokens = { admin: '', handler: '', resident: '' }
const year2027 = {
  year: 2027,
  source: '演练用',
  days: [
    { day: '2027-01-01', kind: 'holiday', name: '元旦' },
    { day: '2027-01-03', kind: 'makeup', name: '元旦' },
  ],
}
const mornings = { unit: 'unit_zhujian', fromDay: '2026-04-01', windows: [{ from: '08:30', to: '12:00' }] }

const moving: MovingDue[] = [
  { case: 'case_1', number: '1', before: '2027-01-05T15:59:59.999Z', after: '2027-01-06T15:59:59.999Z' },
]

beforeAll(async () => {
  town = await aTown()
  const { db, clock, people, http } = town
  await http.register(worktimeRoutes({ db, clock, authority: people.authority, movingDues: async () => moving }))
  tokens.admin = await town.tokenOf('admin')
  tokens.handler = await town.tokenOf('zhujian.chengban')
  tokens.resident = await town.residentToken('13800001111')
})
afterAll(() => town.close())

test.each([
  ['/api/worktime/calendars', year2027],
  ['/api/worktime/hours', mornings],
])('POST %s is for whoever may edit the working time, and for nobody else', async (url, body) => {
  const by = async (as?: string) => town.ask('POST', url, { body, as })
  expect((await by()).status).toBe(401)
  expect((await by(tokens.resident)).body).toMatchObject({ status: 403, refusal: 'staff-only' })
  expect((await by(tokens.handler)).body).toMatchObject({ status: 403, refusal: 'not-yours' })
})

test.each([
  ['POST', '/api/worktime/calendars/preview', year2027],
  ['GET', '/api/worktime/calendars/2026/editions', undefined],
  ['GET', '/api/worktime/calendars/2026/export', undefined],
  ['POST', '/api/worktime/calendars/read?year=2026', {}],
  ['GET', '/api/worktime/hours/history', undefined],
] as const)('%s %s is for whoever may edit the working time, and for nobody else', async (method, url, body) => {
  const by = async (as?: string) => town.ask(method, url, { body, as })
  expect((await by()).status).toBe(401)
  expect((await by(tokens.resident)).body).toMatchObject({ status: 403, refusal: 'staff-only' })
  expect((await by(tokens.handler)).body).toMatchObject({ status: 403, refusal: 'not-yours' })
  expect([401, 403]).not.toContain((await by(tokens.admin)).status)
})

test('the calendars are open to everybody, the hours of the offices to the staff', async () => {
  const { status, body } = await town.ask('GET', '/api/worktime/calendars')
  expect([status, body.years.length]).toEqual([200, 16])
  expect((await town.ask('GET', '/api/worktime/hours')).status).toBe(401)
  expect((await town.ask('GET', '/api/worktime/hours', { as: tokens.resident })).status).toBe(403)
})

test('a year is taken in as its next edition, or not at all and every wrong row is named', async () => {
  const give = async (body: object) =>
    (await town.ask('POST', '/api/worktime/calendars', { body, as: tokens.admin })).body
  const wrong = await give({
    ...year2027,
    days: [...year2027.days, { day: '2027-02-30', kind: 'holiday', name: '春节' }],
  })
  expect(wrong).toMatchObject({ taken: false, faults: [{ row: 3, field: 'day', fault: 'no-such-day' }] })
  expect(wrong.zh).not.toBe('')
  expect(await give(year2027)).toEqual({ taken: true, year: 2027, version: 1 })
  expect(await give(year2027)).toMatchObject({ taken: false })
  const longer = { ...year2027, days: [...year2027.days, { day: '2027-01-04', kind: 'holiday', name: '元旦' }] }
  expect(await give(longer)).toMatchObject({ taken: true, version: 2 })
  const { years } = (await town.ask('GET', '/api/worktime/calendars')).body
  expect(years.at(-1)).toMatchObject({ year: 2027, version: 2 })
})

test('hours count from their day on and for their unit; windows that overlap are refused in words', async () => {
  const on = async (unit: string, day: string) =>
    (await town.ask('GET', `/api/worktime/hours?unit=${unit}&day=${day}`, { as: tokens.handler })).body.windows
  const before = await on('unit_zhujian', '2026-04-01')
  const set = async (body: object) => (await town.ask('POST', '/api/worktime/hours', { body, as: tokens.admin })).body
  expect(await set(mornings)).toMatchObject({ set: true })
  expect(await on('unit_zhujian', '2026-04-01')).toEqual(mornings.windows)
  expect(await on('unit_zhujian', '2026-03-31')).toEqual(before)
  expect(await on('unit_chengguan', '2026-04-01')).toEqual(before)
  const twice = [...mornings.windows, { from: '11:00', to: '15:00' }]
  expect(await set({ ...mornings, windows: twice })).toMatchObject({ set: false, refusal: 'windows-overlap' })
})

test('a day that no calendar has is a fault of the request, not of ours', async () => {
  const { status, body } = await town.ask('GET', '/api/worktime/hours?day=2026-13-45', { as: tokens.handler })
  expect([status, body.fields[0].zh]).toEqual([400, '「日期」要写成日期，如 2026-03-01'])
})

test('what an editor did stands in the operation log', async () => {
  const { rows } = await town.db.pool.query<{ what: string }>(
    "select what from people.operation_log where what like 'worktime.%' order by what",
  )
  expect(new Set(rows.map(({ what }) => what))).toEqual(new Set(['worktime.calendar', 'worktime.hours']))
})
