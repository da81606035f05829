import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { DAY, HOUR, later, MINUTE } from '../../../platform/time.ts'
import { DEMO_PASSWORD } from '../../organisations/seed/organisations.ts'
import { aTown, DISTRICT, START, type Town } from '../../organisations/town.spec.ts'
import { residentFacts } from '../handle/residents.ts'
import { totp } from '../rules/totp.ts'

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
const lastCode = () => town.sent.at(-1)?.code ?? ''

test('a resident signs in with the code sent to his telephone, and is the same person next time', async () => {
  expect((await town.ask('POST', '/api/people/request-code', { body: { phone: '138 0000 2222' } })).body).toEqual({
    ok: true,
    lasts: 300,
    code: null,
  })
  const first = await town.ask('POST', '/api/people/sign-in', { body: { phone: '13800002222', code: lastCode() } })
  expect(first.headers['set-cookie']).toMatch(/^yw_session=[^;]+;.*HttpOnly; SameSite=Lax/)
  town.clock.turnTo(later(START, MINUTE))
  await town.ask('POST', '/api/people/request-code', { body: { phone: '+8613800002222' } })
  const second = await town.ask('POST', '/api/people/sign-in', { body: { phone: '13800002222', code: lastCode() } })
  expect(second.body.id).toBe(first.body.id)
  expect((await town.ask('GET', '/api/people/me', { as: second.body.token })).body).toMatchObject({
    kind: 'resident',
    phone: '138****2222',
    name: null,
  })
})

test('a telephone number stands nowhere in the tables of people, and is read from its sealed box', async () => {
  const as = await town.residentToken('13812345678')
  const { body } = await town.ask('GET', '/api/people/me', { as })
  for (const table of ['resident', 'code', 'brake', 'session', 'login_log', 'operation_log']) {
    const { rows } = await sql<{
      all: string
    }>`select coalesce(jsonb_agg(t)::text, '') as all from ${sql.table(`people.${table}`)} t`.execute(town.db.kysely)
    expect(rows[0]?.all, table).not.toContain('13812345678')
  }
  expect(await residentFacts(town.people, DISTRICT, body.id)).toEqual({ phone: '13812345678', name: null })
})

test('when the key of a person is destroyed his account goes on without name and number', async () => {
  const as = await town.residentToken('13800003333')
  const { body } = await town.ask('GET', '/api/people/me', { as })
  await town.db.transaction((tx) =>
    town.vault.destroy(tx, { district: DISTRICT, id: body.id, by: null, reason: 'asked', at: START }),
  )
  expect((await town.ask('GET', '/api/people/me', { as })).body).toMatchObject({ phone: null, name: null })
})

test('a code is good for five minutes, five tries, one use, and one telephone', async () => {
  const phone = '13800004444'
  const attempt = (code: string, of = phone) => town.ask('POST', '/api/people/sign-in', { body: { phone: of, code } })
  await town.ask('POST', '/api/people/request-code', { body: { phone } })
  const wrong = lastCode() === '000000' ? '000001' : '000000'
  expect((await attempt(lastCode(), '13800004445')).body.refusal).toBe('code-wrong-or-over')
  for (let tries = 0; tries < 5; tries++) expect((await attempt(wrong)).body.refusal).toBe('code-wrong-or-over')
  expect((await attempt(lastCode())).body.refusal).toBe('code-wrong-or-over')

  town.clock.turnTo(later(START, MINUTE))
  await town.ask('POST', '/api/people/request-code', { body: { phone } })
  town.clock.turnTo(later(START, 6 * MINUTE))
  expect((await attempt(lastCode())).body.refusal).toBe('code-wrong-or-over')

  await town.ask('POST', '/api/people/request-code', { body: { phone } })
  const both = await Promise.all([attempt(lastCode()), attempt(lastCode())])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('a telephone is not flooded with codes', async () => {
  const ask = () => town.ask('POST', '/api/people/request-code', { body: { phone: '13800005555' } })
  expect((await ask()).status).toBe(200)
  expect((await ask()).body).toMatchObject({ status: 429, refusal: 'ask-again-later' })
  town.clock.turnTo(later(START, MINUTE))
  expect((await ask()).status).toBe(200)
})

test('a wrong account, a wrong password and a locked account answer alike', async () => {
  const admin = await town.tokenOf('admin')
  await town.ask('POST', '/api/people/staff/staff_wenlv-chengban/state', { as: admin, body: { state: 'locked' } })
  const answers = await Promise.all([
    signIn('nobody', 'a long password'),
    signIn('paidan1', 'a long password'),
    signIn('wenlv.chengban', DEMO_PASSWORD),
  ])
  const [first, ...others] = answers.map(({ status, body: { id: _, ...body } }) => ({ status, body }))
  expect(first).toMatchObject({ status: 401, body: { refusal: 'sign-in-refused' } })
  for (const other of others) expect(other).toEqual(first)
  await town.ask('POST', '/api/people/staff/staff_wenlv-chengban/state', { as: admin, body: { state: 'active' } })
})

test('an account that does not exist answers no faster than one that does', async () => {
  const shortest = async (account: string) => {
    const times: number[] = []
    for (let tries = 0; tries < 4; tries++) {
      const start = performance.now()
      await signIn(account, 'a long password')
      times.push(performance.now() - start)
    }
    return Math.min(...times)
  }
  const known = await shortest('paidan2')
  expect(await shortest('nobody-at-all')).toBeGreaterThan(known / 3)
})

test('who guesses passwords waits longer and longer, whether the account exists or not, and even a thousand at once', async () => {
  for (const account of ['jiaotong.chengban', 'not-an-account']) {
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(account, 'a long password')))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
  }
  expect((await signIn('jiaotong.chengban', DEMO_PASSWORD)).body.refusal).toBe('too-many-tries')
  town.clock.turnTo(later(START, MINUTE))
  expect((await signIn('jiaotong.chengban', DEMO_PASSWORD)).status).toBe(200)
})

test('sessions are listed and ended, one by one; the ended one is out at once', async () => {
  const [one, other] = [await town.tokenOf('paidan2'), await town.tokenOf('paidan2')]
  const { body } = await town.ask('GET', '/api/people/sessions', { as: one })
  const theOther = body.rows.find((row: { current: boolean }) => !row.current)
  expect((await town.ask('GET', '/api/people/me', { as: other })).status).toBe(200)
  expect(
    (await town.ask('DELETE', `/api/people/sessions/${theOther.id}`, { as: await town.tokenOf('paidan1') })).status,
  ).toBe(404)
  expect((await town.ask('DELETE', `/api/people/sessions/${theOther.id}`, { as: one })).status).toBe(200)
  expect((await town.ask('GET', '/api/people/me', { as: other })).status).toBe(401)
  expect((await town.ask('GET', '/api/people/me', { as: one })).status).toBe(200)
})

test('signing out ends the session; the token is worth nothing afterwards, and stands in no table', async () => {
  const as = await town.tokenOf('paidan2')
  const { rows } = await sql<{ all: string }>`select jsonb_agg(s)::text as all from people.session s`.execute(
    town.db.kysely,
  )
  expect(rows[0]?.all).not.toContain(as.split('.')[1])
  expect((await town.ask('POST', '/api/people/sign-out', { as })).headers['set-cookie']).toMatch(/^yw_session=;/)
  expect((await town.ask('GET', '/api/people/me', { as })).status).toBe(401)
})

test('a desk left alone is signed out after four hours; one at work after a day', async () => {
  const as = await town.tokenOf('paidan2')
  const status = async () => (await town.ask('GET', '/api/people/me', { as })).status
  for (let hour = 3; hour < 24; hour += 3) {
    town.clock.turnTo(later(START, hour * HOUR))
    expect(await status()).toBe(200)
  }
  town.clock.turnTo(later(START, 21 * HOUR + 4 * HOUR))
  expect(await status()).toBe(401)
  town.clock.turnTo(later(START, DAY))
  expect(await status()).toBe(401)
})

test('the second step: enrolled by QR, asked for at sign-in, good once, with recovery codes for a lost telephone', async () => {
  const as = await town.tokenOf('duban1')
  const { body: begun } = await town.ask('POST', '/api/people/totp', { as })
  const secret = decoded(begun.secret)
  expect((await town.ask('POST', '/api/people/totp/confirm', { as, body: { code: '000000' } })).body.refusal).toBe(
    'totp-code-wrong',
  )
  const { body: on } = await town.ask('POST', '/api/people/totp/confirm', { as, body: { code: totp(secret, START) } })
  expect(on.recoveryCodes).toHaveLength(8)

  expect((await signIn('duban1', DEMO_PASSWORD)).body).toMatchObject({ status: 401, refusal: 'second-step-needed' })
  expect((await signIn('duban1', DEMO_PASSWORD, { totp: totp(secret, START) })).body.refusal).toBe('totp-code-wrong')
  const soon = later(START, MINUTE)
  town.clock.turnTo(soon)
  expect((await signIn('duban1', DEMO_PASSWORD, { totp: totp(secret, soon) })).status).toBe(200)
  expect((await signIn('duban1', DEMO_PASSWORD, { totp: totp(secret, soon) })).body.refusal).toBe('totp-code-wrong')
  expect((await signIn('duban1', DEMO_PASSWORD, { totp: on.recoveryCodes[0].toUpperCase() })).status).toBe(200)
  expect((await signIn('duban1', DEMO_PASSWORD, { totp: on.recoveryCodes[0] })).body.refusal).toBe('totp-code-wrong')

  expect((await town.ask('POST', '/api/people/totp', { as })).body.refusal).toBe('totp-already-on')
  const off = (password: string) =>
    town.ask('POST', '/api/people/totp/remove', { as, body: { password, code: on.recoveryCodes[1] } })
  expect((await off('wrong password')).body.refusal).toBe('totp-code-wrong')
  expect((await off(DEMO_PASSWORD)).status).toBe(200)
  expect((await signIn('duban1', DEMO_PASSWORD)).status).toBe(200)
})

test('where the city has no identity server, single sign-on is not offered', async () => {
  expect((await town.ask('GET', '/api/people/oidc/offered')).body).toEqual({ offered: false })
  expect((await town.ask('GET', '/api/people/oidc/start')).body).toMatchObject({
    status: 404,
    refusal: 'oidc-not-offered',
  })
})

function decoded(base32: string): Buffer {
  const bits = [...base32]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
