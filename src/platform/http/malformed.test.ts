import { Type } from 'typebox'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { silentLog } from '../log/log.ts'
import { turnableClock } from '../time.ts'
import { createHttp } from './http.ts'
import { problems } from './problem.ts'
import type { Http } from './typed.ts'

let http: Http
beforeAll(async () => {
  const clock = turnableClock('2026-03-02T01:00:00.000Z')
  http = await createHttp({ clock, log: silentLog(clock), refusalWords: () => undefined })
  const response = { 200: Type.Object({ kept: Type.Boolean() }), ...problems }
  const filing = Type.Object({
    phone: Type.String({ title: '联系电话', pattern: '^1\\d{10}$' }),
    text: Type.String({ title: '诉求内容' }),
    places: Type.Optional(Type.Array(Type.String())),
  })
  http.post('/api/orders', { schema: { body: filing, response } }, async () => ({ kept: true }))
  const query = Type.Object({ limit: Type.Optional(Type.Integer({ minimum: 1 })) })
  http.get('/api/orders', { schema: { querystring: query } }, async (request) => request.query)
  http.get('/api/plain', { schema: { response } }, async () => ({ kept: true }))
})
afterAll(() => http.close())

const whole = { phone: '13800001111', text: '路灯不亮了' }

test('whatever is wrong is said as one says it, and English with no Chinese in it', async () => {
  const said = async (payload: object | string) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await http.inject({ method: 'POST', url: '/api/orders', payload: JSON.stringify(payload), headers })
    return answer.json().fields.map(({ zh, en }: { zh: string; en: string }) => [zh, en])
  }
  expect(await said('a word')).toEqual([
    ['提交的内容不完整，请按要求分项填写', 'The request must be given as an object with its fields'],
  ])
  expect(await said({ ...whole, places: 'here', phone: '12' })).toEqual([
    ['「places」要一项一项地列出', '"places" must be a list'],
    ['「联系电话」写得不对，请检查', '"phone" is not written as it should be'],
  ])
})

test('a query that is misspelt or that there is none of is refused by name, and asks nothing of addresses of files', async () => {
  for (const [url, zh] of [
    ['/api/orders?limt=3', '没有「limt」这个查询条件，请去掉或改正'],
    ['/api/plain?page=2', '没有「page」这个查询条件，请去掉或改正'],
  ] as const) {
    const answer = await http.inject(url)
    expect([answer.statusCode, answer.json().fields[0].zh]).toEqual([400, zh])
  }
  expect((await http.inject('/api/orders?limit=3')).json()).toEqual({ limit: 3 })
  expect((await http.inject('/api/plain')).statusCode).toBe(200)
  expect((await http.inject('/health?from=probe')).statusCode).toBe(200)
})
