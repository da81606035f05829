import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { parsed } from '../../../../tests/xml.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { issueKey } from '../../../kernel/channels/handle/clients.ts'
import { putOffer } from '../store/requests.ts'

const BASE = '/api/exchange/open311/v2'
let here: TownWithDoors
let anybody: Asker
let key: string

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  anybody = await here.by(null)
  key = await keyFor(['intake.write'], 1_000)
})
afterAll(() => here.close())

async function keyFor(rights: ('intake.write' | 'catalogue.read')[], perMinute: number): Promise<string> {
  const by = { district: '349901', who: 'staff_admin', unit: null, ip: '127.0.0.1', at: here.clock.now() }
  return (await issueKey(here.app.city, by, { name: '城市管家', rights, perMinute })).key
}

const lamp = {
  service_code: 'street-lamp',
  address_string: '桥头路 12 号东门外',
  lat: '24.5123',
  long: '118.1234',
  description: '路灯不亮 <三盏> & 老人摔倒，电话 13900001234',
}

function post(fields: Record<string, string>, format = 'json', headers: Record<string, string> = {}) {
  const form = new URLSearchParams({ api_key: key, ...fields }).toString()
  const type = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
  return anybody.post(`${BASE}/requests.${format}`, form, { ...type, ...headers })
}

async function filed(fields: Record<string, string> = {}): Promise<string> {
  const answer = await post({ ...lamp, ...fields })
  expect(answer.json(), answer.body).toMatchObject([{ service_request_id: expect.any(String) }])
  return answer.json()[0].service_request_id
}

const shown = async (id: string) => (await anybody.get(`${BASE}/requests/${id}.json`)).json()[0]

test('discovery names the endpoint in both formats and needs no key', async () => {
  const json = await anybody.get('/api/exchange/open311/discovery.json')
  expect(json.headers['content-type']).toBe('application/json; charset=utf-8')
  expect(json.json()).toMatchObject({
    changeset: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    contact: expect.any(String),
    key_service: expect.any(String),
    endpoints: [
      {
        specification: 'http://wiki.open311.org/GeoReport_v2',
        url: expect.stringMatching(/\/api\/exchange\/open311\/v2$/),
        formats: ['text/xml', 'application/json'],
      },
    ],
  })
  const xml = await anybody.get('/api/exchange/open311/discovery.xml')
  expect(xml.headers['content-type']).toBe('text/xml; charset=utf-8')
  expect(xml.body.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true)
  const elements = parsed(xml.body)
  expect(elements[0]).toMatchObject({
    name: 'discovery',
    children: ['changeset', 'contact', 'key_service', 'endpoints'],
  })
  expect(elements.filter(({ name }) => name === 'format').map(({ text }) => text)).toEqual([
    'text/xml',
    'application/json',
  ])
})

test('the services are the matters anybody may come with, the same in both formats', async () => {
  const json = (await anybody.get(`${BASE}/services.json?jurisdiction_id=349901`)).json()
  expect(json.find(({ service_code: code }: { service_code: string }) => code === 'street-lamp')).toMatchObject({
    service_name: '路灯不亮或损坏',
    metadata: true,
    type: 'realtime',
    keywords: expect.stringContaining('路灯'),
  })
  expect(json.some(({ service_code: code }: { service_code: string }) => code === 'assist')).toBe(false)
  const xml = parsed((await anybody.get(`${BASE}/services.xml`)).body)
  expect(xml[0]?.children).toEqual(json.map(() => 'service'))
  const english = await anybody.get(`${BASE}/services.json`, { 'accept-language': 'en' })
  expect(english.body).not.toContain('路灯不亮或损坏')
})

test('a definition gives the form of the matter as attributes; what is not there is 404', async () => {
  const definition = (await anybody.get(`${BASE}/services/unpaid-wages.json`)).json()
  expect(definition.service_code).toBe('unpaid-wages')
  const by = Object.fromEntries(definition.attributes.map((one: { code: string }) => [one.code, one]))
  expect(by.owedPeople).toMatchObject({ variable: true, datatype: 'number' })
  expect(by.contactBy).toMatchObject({
    datatype: 'singlevaluelist',
    values: expect.arrayContaining([{ key: 'phone', name: '电话' }]),
  })
  expect(by.happenedOn.datatype).toBe('datetime')
  expect(by.title).toBeUndefined()
  const orders = definition.attributes.map(({ order }: { order: number }) => order)
  expect(orders).toEqual(orders.map((_: number, index: number) => index + 1))
  const none = await anybody.get(`${BASE}/services/nothing.xml`)
  expect([none.statusCode, parsed(none.body).map(({ name }) => name)]).toEqual([
    404,
    ['errors', 'error', 'code', 'description'],
  ])
})

test('a key that is missing, wrong or without the right is 403, in the format that was asked for', async () => {
  for (const wrong of ['', 'yw.349901.nothing.x', await keyFor(['catalogue.read'], 10)]) {
    const answer = await post({ ...lamp, api_key: wrong })
    expect([answer.statusCode, answer.json()[0].code]).toEqual([403, 403])
    expect(answer.json()[0].description).toMatch(/api_key/)
  }
  const xml = await post({ ...lamp, api_key: '' }, 'xml')
  expect(xml.headers['content-type']).toBe('text/xml; charset=utf-8')
  expect(parsed(xml.body)[2]).toMatchObject({ name: 'code', text: '403' })
})

test('a key used up says when to come again', async () => {
  const small = await keyFor(['intake.write'], 1)
  expect((await post({ ...lamp, api_key: small })).statusCode).toBe(200)
  const over = await post({ ...lamp, api_key: small })
  expect([over.statusCode, over.json()[0].code, Number(over.headers['retry-after']) > 0]).toEqual([429, 429, true])
})

test.each([
  [{ service_code: 'nothing' }, 404, 'service_code'],
  [{ address_string: '', lat: '', long: '' }, 400, 'address_string'],
  [{ jurisdiction_id: 'elsewhere.gov' }, 404, 'jurisdiction_id'],
  [{ 'attribute[noSuch]': '1' }, 400, 'attribute[noSuch]'],
  [{ 'attribute[contactBy]': 'phone' }, 400, '联系'],
])('what is wrong with a request is named: %j', async (fields, status, named) => {
  const answer = await post({ ...lamp, ...fields })
  expect([answer.statusCode, answer.json()[0].code], answer.body).toEqual([status, status])
  expect(answer.json()[0].description).toContain(named)
})

test('several faults are told at once', async () => {
  const answer = await post({ service_code: '', lat: '95', long: '190', email: 'x' })
  expect(answer.json()).toHaveLength(4)
})

test('a request needs nothing but a service and a place, and is a case like any other', async () => {
  const bare = await post({ service_code: 'street-lamp', lat: '24.5', long: '118.1' }, 'xml')
  expect(parsed(bare.body).map(({ name }) => name)).toEqual([
    'service_requests',
    'request',
    'service_request_id',
    'service_notice',
    'account_id',
  ])
  const id = parsed(bare.body)[2]?.text ?? ''
  expect(await shown(id)).toMatchObject({ status: 'open', service_code: 'street-lamp', description: null, lat: 24.5 })
  const long = await filed({ description: '长'.repeat(4_000) })
  expect((await shown(long)).description).toHaveLength(4_000)
})

test('what everybody reads names nobody: numbers are covered, contact and inner lines are not shown', async () => {
  const id = await filed({ first_name: '芳', last_name: '李', phone: '13900005678', email: 'lifang@example.org' })
  const json = await anybody.get(`${BASE}/requests/${id}.json?extensions=true`)
  const xml = await anybody.get(`${BASE}/requests/${id}.xml?extensions=true`)
  for (const body of [json.body, xml.body])
    for (const inside of ['13900001234', '13900005678', 'lifang', '李芳', '不对外公开'])
      expect(body).not.toContain(inside)
  expect(json.json()[0]).toMatchObject({
    description: expect.stringContaining('<三盏> & 老人摔倒'),
    address: '桥头路 12 号东门外',
    requested_datetime: '2026-03-02T02:00:00Z',
    zipcode: null,
    agency_responsible: null,
    extended_attributes: { stage: 'received', stage_name: '待受理', channel: 'api' },
    notes: [{ type: 'Filed', datetime: '2026-03-02T02:00:00Z' }],
  })
  expect(xml.body).toContain('&lt;三盏&gt; &amp; 老人摔倒')
  expect(parsed(xml.body).find(({ name }) => name === 'description')?.text).toContain('<三盏> & 老人摔倒')
  const { rows } = await here.db.pool.query('select applicant, channel from cases.card where number = $1', [id])
  expect(rows[0]).toMatchObject({ applicant: expect.stringMatching(/^person_/), channel: 'api' })
})

test('the same request under one key is filed once, another one under it is refused', async () => {
  const once = { 'idempotency-key': 'lamp-4711-a' }
  const [first, again] = [await post(lamp, 'json', once), await post(lamp, 'json', once)]
  expect(again.json()[0].service_request_id).toBe(first.json()[0].service_request_id)
  expect((await post({ ...lamp, description: '别的事情，另外一件' }, 'json', once)).statusCode).toBe(400)
})

test('a matter offered in batches gives a token that leads to the number; a black box gives neither', async () => {
  const stroke = { at: here.clock.now(), by: 'staff_admin' }
  await putOffer(here.db, '349901', { matter: 'matter_noise', type: 'batch', offered: true }, stroke)
  await putOffer(here.db, '349901', { matter: 'matter_tree-trimming', type: 'blackbox', offered: true }, stroke)
  const services = (await anybody.get(`${BASE}/services.json`)).json()
  const codes = services.filter(({ type }: { type: string }) => type !== 'realtime')
  expect(codes).toHaveLength(2)
  for (const { service_code: code, type } of codes) {
    const [answer] = (await post({ ...lamp, service_code: code })).json()
    expect(answer.service_request_id).toBeUndefined()
    expect('token' in answer).toBe(type === 'batch')
    if (type !== 'batch') continue
    const [found] = (await anybody.get(`${BASE}/tokens/${answer.token}.json`)).json()
    expect(found).toEqual({ service_request_id: expect.stringMatching(/^2026/), token: answer.token })
  }
  expect((await anybody.get(`${BASE}/tokens/unknown.json`)).statusCode).toBe(404)
})

test('a list is filtered by every argument, empty ones are as if not given, and numbers override all others', async () => {
  here.turnTo('2026-03-03T10:00:00+08:00')
  const [near, far] = [await filed({ lat: '25.1', long: '119' }), await filed({ lat: '25.2', long: '119' })]
  const ids = async (query: string) =>
    (await anybody.get(`${BASE}/requests.json?${query}`))
      .json()
      .map((one: { service_request_id: string }) => one.service_request_id)
  expect(await ids(`service_request_id=${near},${far},999&status=closed`)).toEqual(expect.arrayContaining([near, far]))
  expect(await ids(`service_request_id=${near}`)).toEqual([near])
  expect(await ids('lat=25.1&long=119&radius=500')).toEqual([near])
  expect((await ids('start_date=2026-03-03T00:00:00Z&status=&service_code=')).sort()).toEqual([near, far].sort())
  expect(await ids('start_date=2026-03-03T00:00:00+08:00&service_code=unpaid-wages')).toEqual([])
  expect(await ids('end_date=2026-03-02')).not.toContain(near)
  expect(await ids('status=closed')).toEqual([])
  expect(await ids('page_size=1&page=2')).toHaveLength(1)
  expect(await ids('page_size=1&page=1')).not.toEqual(await ids('page_size=1&page=2'))
  expect((await ids('updated_after=2026-03-03T01:00:00Z')).sort()).toEqual([near, far].sort())
  expect(await ids('updated_after=2026-03-04T00:00:00Z')).toEqual([])
  here.turnTo('2026-06-20T10:00:00+08:00')
  expect(await ids('')).toEqual([])
  expect(await ids('start_date=2026-03-03')).toHaveLength(2)
  here.turnTo('2026-03-03T10:00:00+08:00')
})

test('a list that cannot be asked for says why', async () => {
  const answer = await anybody.get(`${BASE}/requests.json?status=maybe&page=0`)
  expect([answer.statusCode, answer.json()]).toMatchObject([400, [{ code: 400 }, { code: 400 }]])
})

test('closed is closed: the answer stands in the notes once others have checked it, and with it the day', async () => {
  const number = await filed()
  const { rows } = await here.db.pool.query<{ id: CaseId }>('select id from cases.card where number = $1', [number])
  const id = rows[0]?.id as CaseId
  const handler = await here.who('handler', 'unit_chengguan')
  await here.as(await here.who('intake'), id, 'accept')
  await here.as(await here.who('dispatcher'), id, 'dispatch', { unit: 'unit_chengguan' })
  const at = await shown(number)
  expect(at).toMatchObject({
    status: 'open',
    agency_responsible: expect.stringContaining('城'),
    expected_datetime: expect.any(String),
  })
  await here.as(handler, id, 'sign', { triage: 'can' })
  await here.as(handler, id, 'reply', { answer: '已更换灯头，联系人 13900009999。', outcome: 'solved', evidence: [] })
  expect((await shown(number)).status_notes).not.toContain('灯头')
  await here.as(await here.who('section-head', 'unit_chengguan', handler), id, 'approveReply')
  await here.as(await here.who('verifier'), id, 'verify', { how: 'on-site', finding: '属实' })
  expect((await shown(number)).status_notes).toContain('已更换灯头')
  here.turnTo('2026-03-05T10:00:00+08:00')
  const visit = await here.who('visit-steward')
  await here.as(visit, id, 'recordVisit', { reached: 'yes', satisfaction: 'satisfied', said: '好了' })
  await here.as(visit, id, 'close')
  const closed = await shown(number)
  expect(closed, JSON.stringify(closed)).toMatchObject({
    status: 'closed',
    expected_datetime: null,
    updated_datetime: '2026-03-05T02:00:00Z',
  })
  expect(closed.status_notes).not.toContain('13900009999')
  expect((await anybody.get(`${BASE}/requests.json?status=closed`)).json()).toHaveLength(1)
})

test('a case that came another way is nobody’s here', async () => {
  const own = (
    await (
      await here.by(await here.resident('13900000001'))
    ).post('/api/orders', {
      matter: 'matter_street-lamp',
      title: '东门外的路灯不亮了',
      text: '东门外的路灯不亮了，看不清台阶。',
      place: '桥头路 12 号',
    })
  ).json()
  const answer = await anybody.get(`${BASE}/requests/${own.number}.xml`)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([404, 'text/xml; charset=utf-8'])
})

test('what leads nowhere, or asks for another format, is told in the prescribed body', async () => {
  for (const url of [`${BASE}/nothing.json`, `${BASE}/services.yaml`, '/api/exchange/open311/v1/services.json']) {
    const answer = await anybody.get(url)
    expect([answer.statusCode, /error/.test(answer.body) || answer.json()[0].code === 404]).toEqual([404, true])
  }
  const plain = await anybody.get(`${BASE}/services`)
  expect(plain.headers['content-type']).toBe('text/xml; charset=utf-8')
  const binary = await anybody.post(`${BASE}/requests.json`, 'x', { 'content-type': 'application/octet-stream' })
  expect([binary.statusCode, binary.json()[0].code]).toEqual([400, 400])
})
