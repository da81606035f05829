import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { issueKey } from '../../../kernel/channels/handle/clients.ts'
import { HOUR, later } from '../../../platform/time.ts'

let here: TownWithDoors
let there: TownWithDoors
let admin: Asker
let resident: Asker
let fake: Server
let answering: (request: IncomingMessage, response: ServerResponse, body: string) => void = () => {}
const asked: string[] = []

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  there = await townWithDoors('2026-03-02T10:00:00+08:00')
  admin = await here.by(await here.who('administrator'))
  resident = await here.by(await here.resident('13900000001'))
  fake = createServer((request, response) => {
    let body = ''
    request.on('data', (piece) => {
      body += piece
    })
    request.on('end', () => {
      asked.push(`${request.method} ${request.url}`)
      answering(request, response, body)
    })
  })
  await new Promise<void>((done) => fake.listen(0, '127.0.0.1', done))
})
afterAll(async () => {
  fake.closeAllConnections()
  fake.close()
  await here.close()
  await there.close()
})

const fakeUrl = () => `http://127.0.0.1:${(fake.address() as AddressInfo).port}/v2`

async function partner(url: string, lines: object[], key: string | null = 'their-key'): Promise<string> {
  for (const { id, ...known } of (await admin.get('/api/exchange/partners')).json().rows) {
    const { name, url: before, jurisdiction } = known
    await admin.put(`/api/exchange/partners/${id}`, { name, url: before, jurisdiction, active: false })
  }
  const body = { name: '邻市 311', url, jurisdiction: null, key, active: true }
  const made = (await admin.post('/api/exchange/partners', body)).json()
  expect(made).toMatchObject({ ok: true })
  await admin.put(`/api/exchange/partners/${made.id}/mappings`, { rows: lines })
  return made.id
}
const lamps = { matter: 'matter_street-lamp', category: null, code: 'street-lamp' }

/** A lamp told by a resident and sent to a unit, so that it may be passed on. */
async function dispatched(): Promise<{ id: CaseId; number: string }> {
  const filed = await resident.post('/api/orders', {
    matter: 'matter_street-lamp',
    title: '桥头路的路灯不亮了',
    text: '桥头路的路灯不亮，我的电话 13900005678。',
    place: '桥头路 12 号',
  })
  const { id, number } = filed.json()
  await here.as(await here.who('intake'), id, 'accept')
  await here.as(await here.who('dispatcher'), id, 'dispatch', { unit: 'unit_chengguan' })
  return { id, number }
}

const deliveryOf = async (id: string) =>
  (await admin.get('/api/exchange/deliveries?limit=200')).json().rows.find((row: { case: string }) => row.case === id)
const notesOf = async (id: string) => {
  const staff = await here.by(await here.who('dispatcher'))
  const { timeline } = (await staff.get(`/api/cases/${id}`)).json()
  return timeline
    .filter(({ event }: { event: string }) => event === 'Noted')
    .map(({ fields }: { fields: { value: string }[] }) => fields.map(({ value }) => value).join())
}
const run = () => here.app.city.runner.runDueJobs()
/** Waits out the pause between two tries, which runs in the database's time. */
const again = async () => {
  await here.db.pool.query('update jobs.outbox set locked_until = null where done_at is null')
  await run()
}

test('a case goes to another city’s server, takes its number, and hears how it ends there; nobody’s number goes along', async () => {
  await there.app.http.listen({ host: '127.0.0.1', port: 0 })
  const { port } = there.app.http.server.address() as AddressInfo
  const by = { district: '349901', who: 'staff_admin', unit: null, ip: '127.0.0.1', at: there.clock.now() }
  const { key } = await issueKey(there.app.city, by, { name: '云溪', rights: ['intake.write'], perMinute: 100 })
  const id = await partner(`http://127.0.0.1:${port}/api/exchange/open311/v2/`, [lamps], key)
  const services = (await admin.get(`/api/exchange/partners/${id}/services`)).json().rows
  expect(services).toContainEqual({ code: 'street-lamp', name: '路灯不亮或损坏' })
  const ours = await dispatched()
  await run()
  await run()
  const delivery = await deliveryOf(ours.id)
  expect(delivery).toMatchObject({ state: 'sent', status: 'open', code: 'street-lamp', error: null })
  const theirs = await there.db.pool.query<{ id: CaseId }>('select id from cases.card where channel = $1', ['api'])
  expect(theirs.rows).toHaveLength(1)
  const remote = theirs.rows[0]?.id as CaseId
  const told = await there.app.http.inject(`/api/exchange/open311/v2/requests/${delivery.remoteId}.json`)
  expect(told.json()[0]).toMatchObject({ address: '桥头路 12 号', status: 'open' })
  expect(told.json()[0].description).toContain(ours.number)
  expect(told.body).not.toContain('13900005678')
  await there.as(await there.who('intake'), remote, 'answerAtOnce', {
    answer: '灯泡已当场更换，请查看。',
    outcome: 'solved',
  })
  here.turnTo(later(here.clock.now(), HOUR))
  await run()
  expect((await deliveryOf(ours.id)).notes).toContain('灯泡已当场更换')
  const notes = await notesOf(ours.id)
  expect(notes).toHaveLength(2)
  expect(notes[0]).toContain(delivery.remoteId)
  expect(notes[1]).toContain('灯泡已当场更换')
  here.turnTo(later(here.clock.now(), HOUR))
  await run()
  expect(await notesOf(ours.id)).toHaveLength(2)
})

test('a server that takes a request and never answers is looked into before anything is sent twice', async () => {
  await partner(fakeUrl(), [lamps])
  const taken: string[] = []
  answering = (request, response, body) => {
    if (request.method === 'POST') {
      taken.push(new URLSearchParams(body).get('description') ?? '')
      response.destroy() // taken, and the line breaks
    } else response.end(JSON.stringify(taken.map((description, at) => ({ service_request_id: 700 + at, description }))))
  }
  const { id } = await dispatched()
  await run()
  expect(await deliveryOf(id)).toMatchObject({ state: 'unsure', error: 'unreachable' })
  await again()
  expect([await deliveryOf(id), taken.length]).toMatchObject([{ state: 'sent', remoteId: '700' }, 1])
})

test('a no is final until a person tries again, with what the mapping says by then; a pause that is asked for is kept', async () => {
  const id = await partner(fakeUrl(), [{ ...lamps, code: 'old' }])
  let busy = true
  answering = (_request, response, body) => {
    const code = new URLSearchParams(body).get('service_code')
    if (code === 'old') {
      response.statusCode = 404
      return response.end(
        '<?xml version="1.0"?><errors><error><code>404</code><description>no such &lt;code&gt;</description></error></errors>',
      )
    }
    response.statusCode = busy ? 429 : 200
    const answer = busy
      ? 'slow down'
      : '<service_requests><request><token>t1</token><service_notice>three days</service_notice></request></service_requests>'
    busy = false
    return response.end(answer)
  }
  const { id: caseId } = await dispatched()
  await run()
  expect(await deliveryOf(caseId)).toMatchObject({ state: 'refused', error: '404 no such <code>' })
  expect((await admin.post(`/api/exchange/deliveries/${id}/${caseId}/retry`, {})).json()).toEqual({ ok: true })
  await run()
  expect(await deliveryOf(caseId)).toMatchObject({ state: 'refused', code: 'old' })
  await admin.put(`/api/exchange/partners/${id}/mappings`, { rows: [lamps] })
  await admin.post(`/api/exchange/deliveries/${id}/${caseId}/retry`, {})
  await run()
  expect(await deliveryOf(caseId)).toMatchObject({ state: 'waiting', error: '429 slow down' })
  await again()
  expect(await deliveryOf(caseId)).toMatchObject({ state: 'sent', remoteId: null })
  expect((await notesOf(caseId)).at(-1)).toContain('three days')
})

test('nonsense for an answer does no harm: what cannot be read is tried again and in the end left to a person', async () => {
  await partner(fakeUrl(), [{ matter: null, category: '道路与设施', code: 'street-lamp' }])
  const nonsense = [
    '<html><b>',
    '{"x":',
    'null',
    '[]',
    '[1,"a",null]',
    '<!DOCTYPE x [<!ENTITY a "b">]><x/>',
    '\u0000',
    '[{"status":{}}]',
  ]
  let turn = 0
  answering = (request, response) =>
    response.end(request.method === 'GET' ? '[]' : (nonsense[turn++ % nonsense.length] ?? ''))
  const filed = await dispatched()
  await run()
  for (let tries = 0; tries < 8; tries++) await again()
  const delivery = await deliveryOf(filed.id)
  expect(['dead', 'blind']).toContain(delivery.state)
})

test('where we may not go nothing is sent: an address inside the network is refused when it is typed', async () => {
  const answer = await admin.post('/api/exchange/partners', {
    name: 'x',
    url: 'http://10.0.0.8/v2',
    jurisdiction: null,
    active: true,
  })
  expect(answer.json()).toMatchObject({ refusal: 'url-host-not-allowed', said: { zh: expect.any(String) } })
})

test('only who keeps the interfaces sees and changes them', async () => {
  const handler = await here.by(await here.who('handler'))
  for (const url of ['partners', 'deliveries', 'deliveries/export', 'services', 'uses'])
    expect((await handler.get(`/api/exchange/${url}`)).statusCode, url).toBe(403)
  expect((await handler.post('/api/exchange/poll', {})).statusCode).toBe(403)
  expect((await resident.get('/api/exchange/partners')).statusCode).toBe(403)
  const shown = await admin.get('/api/exchange/partners')
  expect(shown.body).not.toContain('their-key')
})

test('a matter can be kept from other systems', async () => {
  await admin.put('/api/exchange/services/matter_gas-leak', { type: 'realtime', offered: false })
  const services = (await resident.get('/api/exchange/open311/v2/services.json')).json()
  expect(services.some(({ service_code: code }: { service_code: string }) => code === 'gas-leak')).toBe(false)
  const rows = (await admin.get('/api/exchange/services')).json().rows
  expect(rows.find(({ code }: { code: string }) => code === 'gas-leak')).toMatchObject({ offered: false })
  expect((await admin.put('/api/exchange/services/matter_none', { type: 'batch', offered: true })).statusCode).toBe(404)
})

test('the list of deliveries is narrowed, in every order, a page at a time, and taken out as a file', async () => {
  const all = (await admin.get('/api/exchange/deliveries?limit=200')).json().rows
  expect(all.length).toBeGreaterThan(3)
  const key = (row: { partner: string; case: string }) => `${row.partner} ${row.case}`
  for (const sort of ['newest', 'oldest', 'tries']) {
    const whole = (await admin.get(`/api/exchange/deliveries?limit=200&sort=${sort}`)).json().rows
    const paged: string[] = []
    for (let after = ''; ; ) {
      const { rows, next } = (await admin.get(`/api/exchange/deliveries?limit=2&sort=${sort}${after}`)).json()
      paged.push(...rows.map(key))
      if (next === null) break
      after = `&after=${next}`
    }
    expect(paged).toEqual(whole.map(key))
    expect(new Set(paged)).toEqual(new Set(all.map(key)))
  }
  const [first] = all
  const narrowed = async (query: string) =>
    (await admin.get(`/api/exchange/deliveries?limit=200&${query}`)).json().rows.map(key)
  expect(await narrowed(`number=${first.number}`)).toEqual(
    all.filter((row: typeof first) => row.number === first.number).map(key),
  )
  expect(await narrowed(`state=${first.state}&partner=${first.partner}`)).toContain(key(first))
  expect(await narrowed('to=2026-03-01')).toEqual([])
  expect(await narrowed('from=2026-03-01')).toHaveLength(all.length)
  const refusal = async (query: string) => (await admin.get(`/api/exchange/deliveries?${query}`)).json().refusal
  expect(await refusal('from=2026-02-30')).toBe('no-such-day')
  expect(await refusal('after=x')).toBe('bad-cursor')
  const file = await admin.get('/api/exchange/deliveries/export?format=csv')
  expect(file.headers['content-type']).toContain('csv')
  expect(file.body.trim().split('\n')).toHaveLength(all.length + 1)
  expect(file.body).toContain(first.number)
})
