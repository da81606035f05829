import { Type } from 'typebox'
import { afterEach, expect, test } from 'vitest'
import { silentLog } from '../log/log.ts'
import { MINUTE, SECOND, systemClock, turnableClock } from '../time.ts'
import { said } from '../words.ts'
import { createHttp, type HttpParts } from './http.ts'
import { idempotencyKey } from './idempotency.ts'
import { problems, refused } from './problem.ts'
import type { Http } from './typed.ts'

const open: Http[] = []
afterEach(async () => {
  for (const http of open.splice(0)) await http.close()
})

const filing = Type.Object({
  phone: Type.String({ title: '联系电话', pattern: '^1\\d{10}$' }),
  text: Type.String({ title: '诉求内容', minLength: 5, maxLength: 20 }),
  kind: Type.Optional(Type.Union([Type.Literal('orders'), Type.Literal('grid')], { title: '类别' })),
  places: Type.Optional(Type.Array(Type.Object({ lon: Type.Number({ title: '经度' }) }))),
})

async function door(parts: Partial<HttpParts> = {}): Promise<Http> {
  const clock = turnableClock('2026-03-02T01:00:00.000Z')
  const refusalWords = (code: string) => (code === 'window-over' ? said('期限已过', 'The window is over') : undefined)
  const http = await createHttp({ clock, log: silentLog(clock), refusalWords, ...parts })
  const response = { 200: Type.Object({ kept: Type.Boolean() }), ...problems }
  http.post('/api/orders', { schema: { body: filing, response } }, async (request) =>
    request.body.text === '太晚了太晚了' ? refused('window-over') : { kept: true, leaked: 'no' },
  )
  const query = Type.Object({ limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }) })
  http.get('/api/orders', { schema: { querystring: query } }, async (request) => request.query)
  http.get('/api/orders/mine', async () => refused('not-yours', 403))
  http.get('/api/bug', async () => {
    throw new Error('password of the database is hunter2')
  })
  http.post('/api/sign-in', { config: { rate: { most: 2, within: MINUTE } } }, async () => ({ ok: true }))
  http.get('/api/key', async (request) => idempotencyKey(request))
  open.push(http)
  return http
}

const whole = { phone: '13800001111', text: '路灯不亮了' }

test('a malformed request hears of every field at once, by pointer, in Chinese and English', async () => {
  const http = await door()
  const payload = { text: '短', kind: 'boats', places: [{ lon: 'east' }] }
  const answer = await http.inject({ method: 'POST', url: '/api/orders', payload })
  expect(answer.statusCode).toBe(400)
  expect(answer.headers['content-type']).toMatch('application/problem+json')
  const { fields, title } = answer.json()
  expect(title).toBe('提交的内容有误，请按提示修改')
  expect(fields).toEqual([
    { in: 'body', pointer: '/phone', zh: '请填写「联系电话」', en: '"phone" is required' },
    { in: 'body', pointer: '/kind', zh: '「类别」只能是：orders、grid', en: '"kind" must be one of: orders, grid' },
    { in: 'body', pointer: '/places/0/lon', zh: '「经度」要填数字', en: '"lon" must be a number' },
    { in: 'body', pointer: '/text', zh: '「诉求内容」至少要 5 个字', en: '"text" needs at least 5 characters' },
  ])
})

test('whoever asks in English is answered in English', async () => {
  const http = await door()
  const headers = { 'accept-language': 'en-GB,en;q=0.9' }
  const answer = await http.inject({ method: 'POST', url: '/api/orders', payload: {}, headers })
  expect(answer.json().title).toBe('Something in the request needs correcting')
})

test('a body is taken as it is, while numbers in an address are read as numbers', async () => {
  const http = await door()
  expect(
    (await http.inject({ method: 'POST', url: '/api/orders', payload: { ...whole, phone: 13800001111 } })).statusCode,
  ).toBe(400)
  expect((await http.inject('/api/orders?limit=20')).json()).toEqual({ limit: 20 })
  expect((await http.inject('/api/orders')).json()).toEqual({ limit: 50 })
  expect((await http.inject('/api/orders?limit=900')).json().fields[0].pointer).toBe('/limit')
})

test('a refusal is an answer with its code and its words, and the schema lets nothing else out', async () => {
  const http = await door()
  const late = await http.inject({ method: 'POST', url: '/api/orders', payload: { ...whole, text: '太晚了太晚了' } })
  expect([late.statusCode, late.json().refusal, late.json().said.zh]).toEqual([409, 'window-over', '期限已过'])
  expect((await http.inject('/api/orders/mine')).statusCode).toBe(403)
  expect((await http.inject({ method: 'POST', url: '/api/orders', payload: whole })).json()).toEqual({ kept: true })
})

test('a failure of ours leaks nothing, and the log has it under the id of the answer', async () => {
  const lines: string[] = []
  const { createLog } = await import('../log/log.ts')
  const log = createLog({ level: 'info', clock: systemClock, write: (line) => lines.push(line) })
  const answer = await (await door({ log })).inject('/api/bug')
  expect(answer.statusCode).toBe(500)
  expect(answer.body).not.toContain('hunter2')
  expect(lines.find((line) => line.includes('hunter2'))).toContain(answer.json().id)
})

test('text that no database can keep is refused, also when it is written as an escape', async () => {
  const http = await door()
  const headers = { 'content-type': 'application/json' }
  for (const text of ['abcdef\\u0000', 'abcdef\\ud800']) {
    const payload = `{"phone":"13800001111","text":"${text}"}`
    const answer = await http.inject({ method: 'POST', url: '/api/orders', payload, headers })
    expect([answer.statusCode, answer.json().type]).toEqual([400, '/problems/bad-character'])
  }
  expect((await http.inject('/api/orders?limit=1%00')).statusCode).toBe(400)
  const smile = `{"phone":"13800001111","text":"谢谢你们 \\ud83d\\ude00"}`
  expect((await http.inject({ method: 'POST', url: '/api/orders', payload: smile, headers })).statusCode).toBe(200)
})

test.each([
  ['{broken', 'application/json', 400, '/problems/unreadable'],
  ['', 'application/json', 400, '/problems/unreadable'],
  ['<x/>', 'application/xml', 415, '/problems/wrong-media-type'],
  [JSON.stringify({ text: 'x'.repeat(2_000_000) }), 'application/json', 413, '/problems/too-large'],
  ['{"__proto__":{"a":1}}', 'application/json', 400, '/problems/unreadable'],
])('%.12s as %s is a problem with a type of its own', async (payload, contentType, status, type) => {
  const http = await door()
  const headers = { 'content-type': contentType }
  const answer = await http.inject({ method: 'POST', url: '/api/orders', payload, headers })
  expect([answer.statusCode, answer.json().type]).toEqual([status, type])
})

test('an address that leads nowhere, or is none, is a problem too', async () => {
  const http = await door()
  expect((await http.inject('/api/boats')).json()).toMatchObject({ status: 404, type: '/problems/no-such-address' })
  expect((await http.inject('/api/%zz')).statusCode).toBe(400)
})

test('a page of another site cannot send for the person who is signed in', async () => {
  const http = await door()
  const send = (headers: Record<string, string>) =>
    http.inject({ method: 'POST', url: '/api/orders', payload: whole, headers: { host: 'city.example', ...headers } })
  expect((await send({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403)
  expect((await send({ origin: 'https://evil.example' })).statusCode).toBe(403)
  expect((await send({ origin: 'https://city.example', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(200)
  expect((await send({})).statusCode).toBe(200)
})

test('who comes too often waits, by address and route, and may come again when the window has passed', async () => {
  const clock = turnableClock('2026-03-02T01:00:00.000Z')
  const http = await door({ clock })
  const knock = (remoteAddress: string) => http.inject({ method: 'POST', url: '/api/sign-in', remoteAddress })
  expect((await knock('10.0.0.1')).statusCode).toBe(200)
  expect((await knock('10.0.0.1')).statusCode).toBe(200)
  const third = await knock('10.0.0.1')
  expect([third.statusCode, third.headers['retry-after']]).toEqual([429, '60'])
  expect((await knock('10.0.0.2')).statusCode).toBe(200)
  clock.turnTo('2026-03-02T01:02:00.000Z')
  expect((await knock('10.0.0.1')).statusCode).toBe(200)
})

test('beyond the mark new work is refused with a time to come back, while health still answers', async () => {
  const http = await door({ marks: { inFlight: -1, delay: 30 * SECOND, few: 0 } })
  const answer = await http.inject('/api/orders')
  expect([answer.statusCode, answer.headers['retry-after'], answer.json().type]).toEqual([
    429,
    '2',
    '/problems/overloaded',
  ])
  expect((await http.inject('/health')).statusCode).toBe(200)
})

test('in a burst some are refused and told to come back, and every one that was taken is finished', async () => {
  const http = await door({ marks: { inFlight: 3, delay: 30 * SECOND, few: 3 } })
  let release = () => {}
  const held = new Promise<void>((done) => {
    release = done
  })
  let done = 0
  http.post('/api/work', async () => {
    await held
    done += 1
    return { done: true }
  })
  const url = `${await http.listen({ port: 0, host: '127.0.0.1' })}/api/work`
  const burst = Array.from({ length: 30 }, () => fetch(url, { method: 'POST' }))
  const refusals: Response[] = []
  for (const one of burst) one.then((answer) => answer.status === 429 && refusals.push(answer))
  while (refusals.length < 20) await new Promise((turn) => setImmediate(turn))
  release()
  const answers = await Promise.all(burst)
  const taken = answers.filter(({ ok }) => ok)
  expect([taken.length, taken.length + refusals.length]).toEqual([done, 30])
  expect(refusals.every(({ headers }) => Number(headers.get('retry-after')) > 0)).toBe(true)
  expect((await fetch(url, { method: 'POST' })).status).toBe(200)
})

test('closing waits for what was taken', async () => {
  const http = await door()
  let release = () => {}
  let isTaken = false
  http.get('/api/slow', async () => {
    isTaken = true
    await new Promise<void>((done) => {
      release = done
    })
    return { finished: true }
  })
  const answer = fetch(`${await http.listen({ port: 0, host: '127.0.0.1' })}/api/slow`)
  while (!isTaken) await new Promise((turn) => setImmediate(turn))
  let isClosed = false
  const closing = http.close().then(() => {
    isClosed = true
  })
  expect(isClosed).toBe(false)
  release()
  expect(await (await answer).json()).toEqual({ finished: true })
  await closing
})

test('readiness names the part that is not ready', async () => {
  const ready = { database: async () => Promise.reject(new Error('gone')), files: async () => true }
  const answer = await (await door({ ready })).inject('/ready')
  expect([answer.statusCode, answer.json()]).toEqual([503, { ok: false, parts: { database: false, files: true } }])
})

test('every answer carries the headers that keep strangers out of the page', async () => {
  const { headers } = await (await door()).inject('/api/orders')
  expect(headers['content-security-policy']).toMatch(/script-src 'self';/)
  expect(headers['content-security-policy']).not.toContain('unsafe-eval')
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
})

test('a script is told no more than it needs: what a page may do stands on the page', async () => {
  const http = await door()
  http.get('/part.js', async (_, reply) => reply.type('text/javascript; charset=utf-8').send('1'))
  const { headers } = await http.inject('/part.js')
  expect(headers['content-security-policy']).toBe("default-src 'self'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  expect(headers).not.toHaveProperty('permissions-policy')
})

test('the API describes itself to programs and to people, from this server alone', async () => {
  const http = await door()
  const { openapi, paths } = (await http.inject('/api/docs/openapi.json')).json()
  expect(openapi).toBe('3.1.0')
  expect(Object.keys(paths)).toContain('/api/orders')
  const page = (await http.inject('/api/docs')).body
  expect(page).toContain('/api/orders')
  expect(page).not.toMatch(/https?:\/\//)
})

test('an idempotency key is read with or without quotes, and a strange one is refused', async () => {
  const http = await door()
  const ask = async (key?: string) =>
    (await http.inject({ url: '/api/key', headers: key === undefined ? {} : { 'idempotency-key': key } })).json()
  expect(await ask()).toEqual({ ok: true, key: null })
  expect(await ask('"8e03978e-40d5"')).toEqual({ ok: true, key: '8e03978e-40d5' })
  expect(await ask('short')).toMatchObject({ refusal: 'bad-idempotency-key', status: 400 })
})
