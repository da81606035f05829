import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCreditCode } from '../../platform/forms/formats.ts'
import { type Instant, instant, later, MINUTE, SECOND } from '../../platform/time.ts'
import { type Brake, type BrakeRule, brakeRules, press } from './rules/brake.ts'
import { comesFromHere, type Provenance } from './rules/origin.ts'
import { whyNotPassword } from './rules/password.ts'
import { callNumberOf, maskPhone, phoneOf } from './rules/phone.ts'
import { isAlive, sessionLives } from './rules/session-life.ts'
import { acceptedStep, base32, hotp, stepOf, totp, totpAddress } from './rules/totp.ts'

const NOON: Instant = '2026-03-02T04:00:00.000Z'

test('a telephone number is the same with blanks, dashes and the code of the country', () => {
  for (const text of ['13800001111', '138 0000 1111', '138-0000-1111', '+8613800001111', '008613800001111'])
    expect(phoneOf(text)).toBe('13800001111')
  for (const text of [
    '',
    '12800001111',
    '1380000111',
    '138000011112',
    '0551-65001234',
    '+11380000111',
    'one three eight',
  ])
    expect(phoneOf(text)).toBeNull()
  expect(maskPhone('13800001111')).toBe('138****1111')
})

test('a caller may ring from a fixed line, which is kept with its area code', () => {
  for (const text of ['0551-62345678', '055162345678', '0551 62345678', '(0551)62345678', '（0551）62345678'])
    expect(callNumberOf(text)).toBe('0551-62345678')
  expect(callNumberOf('010-6234567')).toBe('010-6234567')
  expect(callNumberOf('0551-62345678转802')).toBe('0551-62345678-802')
  expect(callNumberOf('138 0000 1111')).toBe('13800001111')
  for (const text of ['62345678', '0551-1234567', '055-62345678', '123']) expect(callNumberOf(text)).toBeNull()
})

test('a credit code of a real company is right, and wrong as soon as one sign of it is (GB 32100)', () => {
  for (const code of ['91350100M000100Y43', '914403001922038216', '9144030071526726XG', '91330100799655058B']) {
    expect(isCreditCode(code)).toBe(true)
    expect(isCreditCode(code.toLowerCase())).toBe(/^\d+$/.test(code))
    expect(isCreditCode(code.slice(0, 17))).toBe(false)
  }
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 17 }),
      fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
      (place, sign) => {
        const right = '914403001922038216'
        const changed = right.slice(0, place) + sign + right.slice(place + 1)
        expect(isCreditCode(changed)).toBe(changed === right)
      },
    ),
    { seed: 20261123 },
  )
})

test.each([
  ['short', 'zhang.wei', 'password-too-short'],
  ['a'.repeat(129), 'zhang.wei', 'password-too-long'],
  ['Zhang.Wei-2026', 'zhang.wei', 'password-contains-account'],
  ['password1234', 'zhang.wei', 'password-too-common'],
  ['Qwertyuiop1!', 'zhang.wei', 'password-too-common'],
  ['1234567890', 'zhang.wei', 'password-too-common'],
  ['aaaaaaaaaaaa', 'zhang.wei', 'password-too-common'],
  ['abcdefghijkl', 'zhang.wei', 'password-too-common'],
  ['adminadmin88', 'zhang.wei', 'password-too-common'],
])('%j is no password', (password, account, refusal) => {
  expect(whyNotPassword(password, account)).toBe(refusal)
})

test('ten signs nobody guesses first are enough, in any script, without a sign of every kind', () => {
  for (const password of ['yunxi-2026-town', 'lotus pond in may', '桥头社区的老槐树下一只猫'])
    expect(whyNotPassword(password, 'zhang.wei')).toBeNull()
})

const secret = Buffer.from('12345678901234567890')

test('one-time codes are those of RFC 4226, appendix D', () => {
  const codes = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489']
  expect(codes.map((_, counter) => hotp(secret, counter))).toEqual(codes)
})

test.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('at second %i the code is that of RFC 6238, appendix B', (second, code) => {
  expect(totp(secret, instant(second * 1000), 8)).toBe(code)
})

test('a code is good one step early and one step late, and only once', () => {
  const now = stepOf(NOON)
  for (const step of [now - 1, now, now + 1]) expect(acceptedStep(secret, hotp(secret, step), NOON, null)).toBe(step)
  for (const step of [now - 2, now + 2]) expect(acceptedStep(secret, hotp(secret, step), NOON, null)).toBeNull()
  expect(acceptedStep(secret, hotp(secret, now), NOON, now)).toBeNull()
  expect(acceptedStep(secret, hotp(secret, now - 1), NOON, now)).toBeNull()
  expect(acceptedStep(secret, hotp(secret, now + 1), NOON, now)).toBe(now + 1)
})

test('the secret is written as authenticator apps read it (RFC 4648)', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI')
  expect(totpAddress('云溪区', 'li.fang', Buffer.from('foobar'))).toBe(
    'otpauth://totp/%E4%BA%91%E6%BA%AA%E5%8C%BA:li.fang?secret=MZXW6YTBOI&issuer=%E4%BA%91%E6%BA%AA%E5%8C%BA',
  )
})

const accountRule: BrakeRule = brakeRules['sign-in-account']

/** Presses the brake at each moment (milliseconds after noon) and says which tries were let through. */
function pressAt(rule: BrakeRule, ...moments: number[]): boolean[] {
  let brake: Brake | null = null
  return moments.map((ms) => {
    const pressed = press(brake, later(NOON, ms), rule)
    if (pressed.ok) brake = pressed.brake
    return pressed.ok
  })
}

test('five tries are free; after that each waits twice as long as the one before', () => {
  const s = SECOND
  expect(pressAt(accountRule, 0, 1, 2, 3, 4, 5, 29 * s, 30 * s + 4, 30 * s + 5, 89 * s, 90 * s + 4, 91 * s)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
    true,
    false,
    false,
    true,
    false,
  ])
})

test('a stranger may hold an account up for a quarter of an hour, never longer, and a day later all is forgotten', () => {
  let brake: Brake | null = null
  let at = NOON
  for (let tries = 0; tries < 60; tries++) {
    const pressed = press(brake, at, accountRule)
    if (!pressed.ok) throw new Error('the test waits as told')
    brake = pressed.brake
    expect(Date.parse(brake.until) - Date.parse(at)).toBeLessThanOrEqual(15 * MINUTE)
    at = brake.until
  }
  const next = press(brake, later(at, 86_400_000), accountRule)
  expect(next.ok && next.brake.count).toBe(1)
})

test('a telephone gets one code a minute and ten a day', () => {
  const moments = Array.from({ length: 12 }, (_, at) => at * MINUTE)
  expect(pressAt(brakeRules['code-phone'], 0, 59_999, 60_000)).toEqual([true, false, true])
  expect(pressAt(brakeRules['code-phone'], ...moments)).toEqual([...Array(10).fill(true), false, false])
  expect(pressAt(brakeRules['code-phone'], ...moments, 24 * 60 * MINUTE)).toEqual([
    ...Array(10).fill(true),
    false,
    false,
    true,
  ])
})

const page: Provenance = {
  method: 'POST',
  host: 'yunxi.example',
  origin: 'https://yunxi.example',
  fetchSite: 'same-origin',
  known: 'cookie',
}

test.each<[string, Partial<Provenance>, boolean]>([
  ['our own page', {}, true],
  ['our own page in a browser that does not say where it is', { fetchSite: undefined }, true],
  ['our own page in a browser that says only that', { origin: undefined }, true],
  ['another site', { origin: 'https://evil.example', fetchSite: 'cross-site' }, false],
  ['another site in an old browser', { origin: 'https://evil.example', fetchSite: undefined }, false],
  ['a sister site on the same domain', { origin: 'https://blog.yunxi.example', fetchSite: 'same-site' }, false],
  ['a page that hides where it is', { origin: 'null', fetchSite: 'cross-site' }, false],
  ['a cookie with no word of where from', { origin: undefined, fetchSite: undefined }, false],
  ['a program with a bearer token', { origin: undefined, fetchSite: undefined, known: 'bearer' }, true],
  ['a program that is not signed in', { origin: undefined, fetchSite: undefined, known: 'not' }, true],
  [
    'another site that would sign somebody in',
    { origin: 'https://evil.example', fetchSite: 'cross-site', known: 'not' },
    false,
  ],
  ['a reading request from anywhere', { method: 'GET', origin: undefined, fetchSite: 'cross-site' }, true],
])('%s may change something: %#', (_, more, may) => {
  expect(comesFromHere({ ...page, ...more })).toBe(may)
})

test('a session ends when it was idle too long, and in any case at its end', () => {
  const session = { seenAt: NOON, endsAt: later(NOON, sessionLives.staff.atMost) }
  expect(isAlive(session, sessionLives.staff, later(NOON, sessionLives.staff.idle - 1))).toBe(true)
  expect(isAlive(session, sessionLives.staff, later(NOON, sessionLives.staff.idle))).toBe(false)
  expect(isAlive({ ...session, seenAt: session.endsAt }, sessionLives.staff, session.endsAt)).toBe(false)
})
