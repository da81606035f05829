import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import type { Matter } from '../../matters/model.ts'
import { contentsOf } from '../../matters/rules/contents.ts'
import { added, changed, conditionOf } from '../../matters/rules/designer.ts'

let here: TownWithDoors
let admin: Asker
let lamp: Matter
const matter = 'matter_street-lamp'
const draftAt = `/api/matters/catalogue/${matter}/draft`
const whole = `/api/matters/catalogue/${matter}`

const message = { matter, title: '路灯坏了三天', text: '桥头社区东门外的路灯从周五起不亮。', place: '桥头社区东门' }

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  admin = await here.by(await here.who('administrator'))
  lamp = (await admin.get(whole)).json().published
})
afterAll(() => here.close())

test('an editor is told what his draft would change, and publishes it from a day; open cases keep their version', async () => {
  const resident = await here.by(await here.resident('13900000003'))
  const filed = await resident.post('/api/orders', message)
  expect(filed.statusCode, filed.body).toBe(201)
  const promises = lamp.promises.map((one) =>
    one.key === 'handle' ? { ...one, term: { amount: 2, unit: 'workday' as const } } : one,
  )
  const duty = { rule: 'unit' as const, unit: 'unit_shuiwu' }
  const [form, name] = added(lamp.form, 'text', { zh: '灯杆号', en: 'Pole' })
  const shown = { ...form.properties?.[name], 'x-show-if': conditionOf({ field: 'contactBy', values: ['sms'] }) }
  const contents = {
    ...contentsOf(lamp),
    effectiveFrom: '2026-03-03',
    promises,
    duty,
    form: changed(form, name, shown, true),
  }
  const { draftRevision: revision } = (await admin.get(whole)).json()
  const saved = await admin.put(draftAt, { revision, contents })
  expect(saved.statusCode, saved.body).toBe(200)
  const impact = (await admin.get(`/api/cases/impact/${matter}`)).json()
  expect(impact.dues).toMatchObject([{ key: 'handle', after: '2026-03-04T15:59:59.999Z' }])
  expect(impact.unit).toMatchObject({ after: '云溪区水务局' })
  expect(impact.open).toEqual([{ version: 1, cases: 1 }])
  const note = { revision: saved.json().revision, note: '路灯两日修复' }
  const done = await admin.post(`${whole}/publish`, note)
  expect(done.json(), done.body).toMatchObject({ version: 2 })
  expect((await admin.get(`/api/cases/impact/${matter}`)).json()).toMatchObject({ dues: [], unit: null })
})

test('what was designed is asked at the door by the same rules', async () => {
  here.turnTo('2026-03-03T10:00:00+08:00')
  const resident = await here.by(await here.resident('13900000001'))
  const file = (form: object) => resident.post('/api/orders', { ...message, form })
  const without = await file({ contactBy: 'sms' })
  expect(without.json().fields).toMatchObject([{ pointer: '/form/field', zh: '请填写“灯杆号”' }])
  expect((await file({ contactBy: 'none' })).statusCode).toBe(201)
  expect((await file({ contactBy: 'none', field: 'A1' })).statusCode).toBe(400)
  expect((await file({ contactBy: 'sms', field: 'A1' })).statusCode).toBe(201)
})

test('procedures are told and drawn for the staff; who may not edit matters asks nothing of drafts', async () => {
  // Whoever signed in the day before has to do it again.
  const handler = await here.by(await here.who('handler'))
  const editor = await here.by(await here.who('administrator'))
  const { rows } = (await handler.get('/api/cases/procedures')).json()
  const orders = rows.find((one: { name: string }) => one.name === 'orders')
  expect(orders).toMatchObject({ title: { zh: expect.any(String) } })
  expect(orders.needs.map(({ key }: { key: string }) => key)).toContain('handle')
  const drawn = await handler.get('/api/cases/procedures/orders/diagram.svg')
  expect([drawn.statusCode, drawn.headers['content-type']]).toEqual([200, expect.stringContaining('svg')])
  expect((await handler.get('/api/cases/procedures/poem/diagram.svg')).statusCode).toBe(404)
  expect((await handler.get(`/api/cases/impact/${matter}`)).statusCode).toBe(403)
  expect((await editor.get('/api/cases/impact/matter_nobody')).statusCode).toBe(404)
  const resident = await here.by(await here.resident('13900000002'))
  const visitor = await here.by(null)
  for (const url of [
    '/api/cases/procedures',
    '/api/cases/procedures/orders/diagram.svg',
    `/api/cases/impact/${matter}`,
  ]) {
    expect((await resident.get(url)).statusCode, url).toBe(403)
    expect((await visitor.get(url)).statusCode, url).toBe(401)
  }
})
