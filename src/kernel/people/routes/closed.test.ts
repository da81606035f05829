import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aTown, START, type Town } from '../../organisations/town.spec.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())
beforeEach(async () => {
  town.clock.turnTo(START)
  await sql`delete from people.brake`.execute(town.db.kysely)
})

type Route = [method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown]
const own: Route[] = [
  ['GET', '/api/people/me'],
  ['GET', '/api/people/sessions'],
  ['DELETE', '/api/people/sessions/session_1'],
]
const staffs: Route[] = [
  ['POST', '/api/people/password', { password: 'x', newPassword: 'y' }],
  ['POST', '/api/people/totp'],
  ['POST', '/api/people/totp/confirm', { code: '123456' }],
  ['POST', '/api/people/totp/remove', { password: 'x', code: '123456' }],
]
const residents: Route[] = [
  ['PUT', '/api/people/name', { name: '陈先生' }],
  ['GET', '/api/people/agencies'],
  ['PUT', '/api/people/agencies', { creditCode: '914403001922038216', organisation: '云溪面馆', relation: 'handler' }],
  ['DELETE', '/api/people/agencies/914403001922038216'],
]
const administrators: Route[] = [
  ['GET', '/api/people/staff'],
  ['POST', '/api/people/staff', { account: 'wu.wen', name: '吴文', unit: 'unit_jiaoyu' }],
  ['POST', '/api/people/staff/staff_jiaoyu-chengban/state', { state: 'locked' }],
  ['POST', '/api/people/staff/staff_jiaoyu-chengban/reset', {}],
  ['DELETE', '/api/people/staff/staff_jiaoyu-chengban/sessions'],
  ['GET', '/api/people/login-log'],
  ['GET', '/api/people/operation-log'],
]

test.each<Route>([...own, ...staffs, ...residents, ...administrators])(
  '%s %s is closed to who is not signed in',
  async (method, url, body) => {
    expect((await town.ask(method, url, { body })).body).toMatchObject({ status: 401, refusal: 'not-signed-in' })
  },
)

test.each<Route>([...staffs, ...administrators])('%s %s is closed to residents', async (method, url, body) => {
  const as = await town.residentToken('13900000001')
  expect((await town.ask(method, url, { body, as })).body).toMatchObject({ status: 403, refusal: 'staff-only' })
})

test.each<Route>(residents)('%s %s is closed to staff', async (method, url, body) => {
  const as = await town.tokenOf('paidan1')
  expect((await town.ask(method, url, { body, as })).body).toMatchObject({ status: 403, refusal: 'residents-only' })
})

test.each<Route>(administrators)('%s %s is closed to staff without the right', async (method, url, body) => {
  const as = await town.tokenOf('paidan1')
  expect((await town.ask(method, url, { body, as })).body).toMatchObject({ status: 403, refusal: 'not-yours' })
})

test('a page that is open to everybody is told who is signed in, and to a visitor that nobody is', async () => {
  const ask = async (as?: string) => {
    const { status, body } = await town.ask('GET', '/api/people/session', as === undefined ? {} : { as })
    return { status, me: (body as { me: { kind: string } | null }).me?.kind ?? null }
  }
  expect(await ask()).toEqual({ status: 200, me: null })
  expect(await ask('no-such-session')).toEqual({ status: 200, me: null })
  expect(await ask(await town.residentToken('13900000001'))).toEqual({ status: 200, me: 'resident' })
  expect(await ask(await town.tokenOf('paidan1'))).toEqual({ status: 200, me: 'staff' })
})
