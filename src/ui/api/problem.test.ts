import { expect, test } from 'vitest'
import { about, keyring } from './acts.ts'
import { pause, triesAgain } from './client.ts'
import { topicsOf } from './live.ts'
import { asProblem, problem, problemOf, troubleAt } from './problem.ts'
import { withQuery } from './reads.ts'

const body = {
  type: '/problems/malformed',
  title: '内容有误',
  status: 400,
  said: { zh: '内容有误', en: 'Something is wrong' },
  id: 'req-7',
  fields: [{ in: 'body', pointer: '/phone', zh: '请填写手机号', en: 'A phone number is needed' }],
}

test('a malformed form says which field is wrong, in both tongues, with the number of the request', () => {
  const found = problemOf(400, body, null)
  expect(found.kind).toBe('malformed')
  expect(found.id).toBe('req-7')
  expect(troubleAt(found, '/phone')?.zh).toBe('请填写手机号')
  expect(troubleAt(found, '/name')).toBeUndefined()
})

test('the page of a proxy in between is still said in words, by its status', () => {
  expect(problemOf(502, undefined, null).said.zh).toContain('没有丢失')
  expect(problemOf(429, '<html>', '12')).toMatchObject({ kind: 'busy', waitSeconds: 12 })
})

test('a wrong password is a refusal; only who is not signed in is led to the sign-in page', () => {
  expect(problemOf(401, { ...body, refusal: 'sign-in-refused' }, null).kind).toBe('refused')
  expect(problemOf(401, { ...body, refusal: 'not-signed-in' }, null).kind).toBe('signed-out')
  expect(problemOf(401, undefined, null).kind).toBe('signed-out')
})

test('too many wrong passwords are not tried again by the machine; an overloaded server is', () => {
  expect(problemOf(429, { ...body, refusal: 'too-many-tries' }, '60')).toMatchObject({
    kind: 'refused',
    waitSeconds: 60,
  })
  expect(triesAgain(0, problemOf(429, body, '2'))).toBe(true)
})

test('a bug in a page is shown as a failure, not as a blank page', () => {
  expect(asProblem(new TypeError('x is undefined')).kind).toBe('failed')
})

test('a bad line is tried again three times; a refusal is a refusal at once', () => {
  const offline = problem('offline', body.said)
  expect([0, 1, 2, 3].map((tries) => triesAgain(tries, offline))).toEqual([true, true, true, false])
  expect(triesAgain(0, problemOf(409, body, null))).toBe(false)
})

test('the server that asks to be left alone for seven seconds is left alone for seven seconds', () => {
  expect(pause(0, problemOf(429, body, '7'))).toBe(7_000)
  expect(pause(2, problem('offline', body.said))).toBe(4_000)
})

test('pressing send twice is one act; changing the text makes it another', () => {
  let made = 0
  const ring = keyring(() => `key-${++made}`)
  const first = ring.for('/api/orders', { text: '路灯坏了' })
  expect(ring.for('/api/orders', { text: '路灯坏了' })).toBe(first)
  expect(ring.for('/api/orders', { text: '路灯又坏了' })).not.toBe(first)
  ring.spend()
  expect(ring.for('/api/orders', { text: '路灯又坏了' })).toBe('key-3')
})

test('news of one case refreshes that case and every list of cases, and nothing else', () => {
  expect(about(['orders'], ['orders/case_1'])).toBe(true)
  expect(about(['orders/case_1'], ['orders'])).toBe(true)
  expect(about(['orders/case_2'], ['orders/case_1'])).toBe(false)
  expect(about(['orders-late'], ['orders'])).toBe(false)
})

test('news that cannot be read is taken to be about everything', () => {
  expect(topicsOf('{"topic":"orders"}', ['orders', 'people'])).toEqual(['orders'])
  expect(topicsOf('rubbish', ['orders', 'people'])).toEqual(['orders', 'people'])
})

test('two ways of asking for the same list share one address', () => {
  expect(withQuery('/api/orders', { q: '', stage: undefined, limit: 50 })).toBe('/api/orders?limit=50')
  expect(withQuery('/api/orders', { q: '路灯' })).toBe('/api/orders?q=%E8%B7%AF%E7%81%AF')
})
