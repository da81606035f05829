import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DAY, later } from '../../../platform/time.ts'
import { DEMO_PASSWORD } from '../../organisations/seed/organisations.ts'
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

const signIn = (account: string, password: string, more: object = {}) =>
  town.ask('POST', '/api/people/staff/sign-in', { body: { account, password, ...more } })

test('the login log keeps every try, and never a password typed into the field of the account', async () => {
  const later10 = later(START, 10 * DAY)
  town.clock.turnTo(later10)
  await town.tokenOf('paidan2')
  town.clock.turnTo(later(later10, 1))
  await signIn('my secret password', 'x')
  town.clock.turnTo(later(later10, 2))
  await signIn('Paidan1', DEMO_PASSWORD)
  town.clock.turnTo(later(later10, 3))
  const as = await town.tokenOf('shenji')
  const { body } = await town.ask('GET', '/api/people/login-log?limit=3', { as })
  expect(body.rows.map(({ account, outcome, ip }: Record<string, string>) => [account, outcome, ip])).toEqual([
    ['shenji', 'done', '127.0.0.1'],
    ['paidan1', 'done', '127.0.0.1'],
    ['?', 'sign-in-refused', '127.0.0.1'],
  ])
  const next = await town.ask('GET', `/api/people/login-log?limit=3&after=${body.next}`, { as })
  expect(next.body.rows[0].id < body.rows[2].id).toBe(true)
})

test('both logs are written once and changed never, and seen within the scope only', async () => {
  for (const table of ['login_log', 'operation_log']) {
    await sql`insert into people.operation_log (district, id, at, who, what, target, outcome, ip) values ('x', 'x', now(), 'x', 'x', 'x', 'x', 'x') on conflict do nothing`.execute(
      town.db.kysely,
    )
    await expect(
      sql`update ${sql.table(`people.${table}`)} set outcome = 'done'`.execute(town.db.kysely),
    ).rejects.toThrow('append-only')
    await expect(sql`delete from ${sql.table(`people.${table}`)}`.execute(town.db.kysely)).rejects.toThrow(
      'append-only',
    )
    await expect(sql`truncate ${sql.table(`people.${table}`)}`.execute(town.db.kysely)).rejects.toThrow('append-only')
  }
  await town.tokenOf('jiaoyu.chengban')
  const as = await town.tokenOf('jiaoyu.juzhang')
  const { body } = await town.ask('GET', '/api/people/login-log', { as })
  expect(new Set(body.rows.map(({ unit }: { unit: string }) => unit))).toEqual(new Set(['unit_jiaoyu']))
})

test('another site cannot act with the cookie of a resident', async () => {
  const token = await town.residentToken('13800006666')
  const send = (headers: Record<string, string>) =>
    town.ask('PUT', '/api/people/name', {
      body: { name: '陈先生' },
      headers: { cookie: `yw_session=${token}`, ...headers },
    })
  expect((await send({ host: 'yunxi.example', origin: 'https://yunxi.example' })).status).toBe(200)
  expect((await send({ host: 'yunxi.example', 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  expect(
    (await send({ host: 'yunxi.example', 'sec-fetch-site': 'same-site', origin: 'https://blog.yunxi.example' })).status,
  ).toBe(403)
  expect((await send({ host: 'yunxi.example' })).body).toMatchObject({ status: 403, refusal: 'other-site' })
})

test('a new account gets a password that must be changed, and the old one is worth nothing then', async () => {
  const admin = await town.tokenOf('admin')
  const made = await town.ask('POST', '/api/people/staff', {
    as: admin,
    body: { account: 'Lin.Xiao', name: '林晓', unit: 'unit_jiaoyu' },
  })
  const { password } = made.body
  expect(
    (
      await town.ask('POST', '/api/people/staff', {
        as: admin,
        body: { account: 'lin.xiao', name: '别人', unit: 'unit_jiaoyu' },
      })
    ).body.refusal,
  ).toBe('account-taken')
  expect((await signIn('lin.xiao', password)).body).toMatchObject({ status: 403, refusal: 'password-must-change' })
  expect((await signIn('lin.xiao', password, { newPassword: 'short' })).body.refusal).toBe('password-too-short')
  expect((await signIn('lin.xiao', password, { newPassword: 'lotus pond in may' })).status).toBe(200)
  expect((await signIn('lin.xiao', password)).body.refusal).toBe('sign-in-refused')
})

test('changing the password asks for the old one and ends the other sessions', async () => {
  const [here, there] = [await town.tokenOf('minzheng.chengban'), await town.tokenOf('minzheng.chengban')]
  const change = (password: string, newPassword: string) =>
    town.ask('POST', '/api/people/password', { as: here, body: { password, newPassword } })
  expect((await change('wrong', 'lotus pond in may')).body.refusal).toBe('sign-in-refused')
  expect((await change(DEMO_PASSWORD, DEMO_PASSWORD)).body.refusal).toBe('password-unchanged')
  expect((await change(DEMO_PASSWORD, 'minzheng.chengban1')).body.refusal).toBe('password-contains-account')
  expect((await change(DEMO_PASSWORD, 'lotus pond in may')).status).toBe(200)
  expect((await town.ask('GET', '/api/people/me', { as: here })).status).toBe(200)
  expect((await town.ask('GET', '/api/people/me', { as: there })).status).toBe(401)
})

test('locking or resetting an account ends its sessions, and stands in the operation log', async () => {
  const tomorrow = later(START, DAY)
  town.clock.turnTo(tomorrow)
  const admin = await town.tokenOf('admin')
  const as = await town.tokenOf('renshe.chengban')
  await town.ask('GET', '/api/people/me', { as })
  expect(
    (await town.ask('POST', '/api/people/staff/staff_renshe-chengban/state', { as: admin, body: { state: 'locked' } }))
      .status,
  ).toBe(200)
  expect((await town.ask('GET', '/api/people/me', { as })).status).toBe(401)
  town.clock.turnTo(later(tomorrow, 1))
  await town.ask('POST', '/api/people/staff/staff_renshe-chengban/state', { as: admin, body: { state: 'active' } })
  town.clock.turnTo(later(tomorrow, 2))
  const reset = await town.ask('POST', '/api/people/staff/staff_renshe-chengban/reset', { as: admin, body: {} })
  expect((await signIn('renshe.chengban', reset.body.password)).body.refusal).toBe('password-must-change')
  const { body } = await town.ask('GET', '/api/people/operation-log?what=people.staff&limit=3', { as: admin })
  expect(body.rows.map(({ what, target, outcome }: Record<string, string>) => [what, target, outcome])).toEqual([
    ['people.staff.reset', 'staff_renshe-chengban', 'done'],
    ['people.staff.unlock', 'staff_renshe-chengban', 'done'],
    ['people.staff.lock', 'staff_renshe-chengban', 'done'],
  ])
})

test('an administrator of one department sees and touches its accounts only, and nobody above himself', async () => {
  const as = await town.tokenOf('zhujian.chengban2')
  const { body } = await town.ask('GET', '/api/people/staff?limit=200', { as })
  expect(new Set(body.rows.map(({ unit }: { unit: string }) => unit))).toEqual(
    new Set(['unit_zhujian', 'unit_zhujian-wuye']),
  )
  const reset = (id: string) => town.ask('POST', `/api/people/staff/${id}/reset`, { as, body: {} })
  expect((await reset('staff_jiaoyu-chengban')).body).toMatchObject({ status: 404, refusal: 'no-such-account' })
  expect((await reset('staff_zhujian-juzhang')).body).toMatchObject({ status: 403, refusal: 'not-yours' })
  expect((await reset('staff_zhujian-chengban2')).body).toMatchObject({ status: 403, refusal: 'not-yours' })
  expect((await reset('staff_zhujian-chengban')).status).toBe(200)
  expect(
    (
      await town.ask('POST', '/api/people/staff', {
        as,
        body: { account: 'wu.wen', name: '吴文', unit: 'unit_jiaoyu' },
      })
    ).body.refusal,
  ).toBe('not-yours')
})

test('a resident says for which organisation he acts; a code that cannot be one is refused', async () => {
  const as = await town.residentToken('13800007777')
  const agency = { creditCode: '914403001922038216', organisation: '云溪面馆', relation: 'legal-representative' }
  const put = (body: object) => town.ask('PUT', '/api/people/agencies', { as, body })
  expect((await put({ ...agency, creditCode: '914403001922038217' })).body.refusal).toBe('credit-code-wrong')
  expect((await put(agency)).status).toBe(200)
  expect((await town.ask('GET', '/api/people/agencies', { as })).body.rows).toEqual([
    { ...agency, claimedAt: START, confirmedAt: null },
  ])
  expect((await town.ask('DELETE', '/api/people/agencies/914403001922038216', { as })).status).toBe(200)
})

test('staff hear who they are, what they may and where they stand', async () => {
  const as = await town.tokenOf('shouli3')
  const { body } = await town.ask('GET', '/api/people/me', { as })
  expect(body).toMatchObject({
    kind: 'staff',
    account: 'shouli3',
    unit: 'unit_rexian',
    capacities: ['intake', 'dispatcher'],
    rights: expect.arrayContaining(['orders.*', 'cases.read']),
  })
  expect(body.posts).toMatchObject([
    { roleName: '受理员', partTime: false },
    { roleName: '派单员', partTime: true },
  ])
  expect(JSON.stringify(body)).not.toContain('argon2')
})
