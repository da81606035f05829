import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { issueKey } from '../../../kernel/channels/handle/clients.ts'
import { type Instant, instant, later, MINUTE } from '../../../platform/time.ts'

let here: TownWithDoors
let admin: Asker
let device: Asker
let key: string
const start = instant('2026-03-02T10:00:00+08:00')
const kept = { area: null, scale: 1, shift: 0, maintenanceUntil: null, keepDays: 30, active: true }

beforeAll(async () => {
  here = await townWithDoors(start)
  admin = await here.by(await here.who('administrator'))
  device = await here.by(null)
  const by = { district: '349901', who: 'staff_admin', unit: null, ip: '127.0.0.1', at: here.clock.now() }
  key = (await issueKey(here.app.city, by, { name: '网关', rights: ['sensors.write'], perMinute: 1_000 })).key
})
afterAll(() => here.close())

const send = (readings: object[]) => device.post('/api/sensors/readings', { readings }, { 'x-api-key': key })
const minutes = (from: Instant, count: number, value: number) =>
  Array.from({ length: count }, (_, at) => ({ sensor: 'mh-1', at: later(from, at * MINUTE), value }))
const run = async () => {
  await here.db.pool.query('update jobs.outbox set locked_until = null where done_at is null')
  await here.app.city.runner.runDueJobs()
}
const ofCover = async () =>
  (await here.db.pool.query("select id, stage from cases.card where matter = 'matter_grid-manhole'")).rows

test('a cover that stands open for ten minutes is one registered grid case of its type, and goes to the owner of the cover', async () => {
  const place = { lat: 32.29, long: 118.31 }
  const cover = '3499010102000001'
  const said = { keeper: '', state: 'in-use', place: '石桥路', note: '', owner: '水务局', name: '污水井盖' }
  const component = { ...said, code: cover, lng: place.long + 0.0001, lat: place.lat }
  expect((await admin.post('/api/places/components', component)).statusCode).toBe(201)
  await admin.put('/api/sensors/mh-1', {
    ...kept,
    ...place,
    name: '石桥路井盖',
    kind: 'manhole',
    unit: '',
    place: '石桥路',
  })
  const opens = {
    kind: 'manhole',
    sensor: null,
    when: 'equals',
    mark: 1,
    clear: 0,
    hold: 600,
    clearHold: 60,
    version: 0,
    matter: 'matter_grid-manhole',
    title: '井盖打开',
    urgent: false,
    active: true,
  }
  expect((await admin.post('/api/sensors/rules', opens)).json()).toMatchObject({ ok: true })
  const began = start
  here.turnTo(later(began, 30 * MINUTE))
  await send(minutes(began, 9, 1))
  await run()
  expect(await ofCover()).toEqual([])
  await send(minutes(later(began, 9 * MINUTE), 20, 1))
  await run()
  const [opened, ...more] = await ofCover()
  expect([opened, more]).toMatchObject([{ stage: 'dispatching' }, []])
  expect((await here.stateOf(opened.id)).filing).toMatchObject({
    component: cover,
    owner: 'unit_shuiwu',
    spot: { lat: place.lat, lng: place.long },
  })
  const dispatcher = await here.by(await here.who('dispatcher'))
  const { proposal } = (await dispatcher.get(`/api/cases/${opened.id}`)).json()
  expect(proposal).toMatchObject({ unit: 'unit_shuiwu', because: 'owner' })
  const measured = async () => (await dispatcher.get(`/api/sensors/cases/${opened.id}`)).json().measured
  expect(await measured()).toMatchObject({
    sensor: { id: 'mh-1' },
    mark: 1,
    times: 1,
    beganAt: began,
    recoveredAt: null,
  })
  here.turnTo(later(began, 60 * MINUTE))
  await send(minutes(later(began, 31 * MINUTE), 5, 0))
  await run()
  const after = await measured()
  expect(after.recoveredAt).not.toBeNull()
  expect(after.chart.rows.length).toBeGreaterThan(10)
  const stranger = await here.by(await here.who('handler', 'unit_weijian'))
  expect((await stranger.get(`/api/sensors/cases/${opened.id}`)).statusCode).toBe(404)
  expect((await device.get(`/api/sensors/cases/${opened.id}`)).statusCode).toBe(401)
})

test('an officer binds a sensor to the component that it watches: that one goes before a nearer one, and the log knows', async () => {
  const [nearer, meant] = ['3499010102000002', '3499010102000003']
  const at = { lat: 32.31, long: 118.33 }
  const register = (code: string, owner: string, lng: number) =>
    admin.post('/api/places/components', {
      ...{ keeper: '', state: 'in-use', place: '滨江大道', note: '', name: '雨水井盖' },
      ...{ code, owner, lng, lat: at.lat },
    })
  expect((await register(nearer, '水务局', at.long)).statusCode).toBe(201)
  expect((await register(meant, '城管局', at.long + 0.002)).statusCode).toBe(201)
  const sensor = { ...kept, ...at, name: '滨江大道井盖', kind: 'manhole', unit: '', place: '滨江大道' }
  await admin.put('/api/sensors/mh-2', sensor)
  const bind = (who: Asker, component: string | null, id = 'mh-2') =>
    who.put(`/api/sensors/${id}/component`, { component })
  const handler = await here.by(await here.who('handler', 'unit_chengguan'))
  expect((await bind(handler, meant)).statusCode).toBe(403)
  expect((await bind(device, meant)).statusCode).toBe(401)
  expect((await bind(admin, '3499010102009999')).json()).toMatchObject({ refusal: 'no-such-component' })
  expect((await bind(admin, meant, 'mh-9')).statusCode).toBe(404)
  expect((await bind(admin, meant)).statusCode).toBe(200)
  expect((await admin.get('/api/sensors/mh-2')).json()).toMatchObject({ component: meant })
  // What is registered of it may change: it stays bound.
  await admin.put('/api/sensors/mh-2', { ...sensor, name: '江边井盖' })
  const began = here.clock.now()
  here.turnTo(later(began, 30 * MINUTE))
  const readings = minutes(began, 20, 1).map((reading) => ({ ...reading, sensor: 'mh-2' }))
  await send(readings)
  await run()
  const [opened] = (await here.db.pool.query("select id from cases.card where title like '%江边井盖'")).rows
  expect((await here.stateOf(opened.id)).filing).toMatchObject({ component: meant, owner: 'unit_chengguan' })
  expect((await bind(admin, null)).statusCode).toBe(200)
  expect((await admin.get('/api/sensors/mh-2')).json()).toMatchObject({ component: null })
  const log = "select outcome, changes from people.operation_log where what = 'sensors.component' order by at, outcome"
  const lines = (await here.db.pool.query(log)).rows
  expect(lines.map(({ outcome }) => outcome).toSorted()).toEqual([
    'done',
    'done',
    'no-such-component',
    'no-such-sensor',
  ])
  expect(lines.filter(({ outcome }) => outcome === 'done')).toMatchObject([
    { changes: [{ field: 'component', before: null, after: meant }] },
    { changes: [{ field: 'component', before: meant, after: null }] },
  ])
})

test('a case that a sensor opened says so: what it read, by which rule, and nobody is said to have asked', async () => {
  const [opened] = await ofCover()
  const dispatcher = await here.by(await here.who('dispatcher'))
  const shown = (await dispatcher.get(`/api/cases/${opened.id}`)).json()
  const [filed, registered] = shown.timeline
  expect(filed.sentence.zh).toBe('传感器上报，按规则自动登记')
  expect(filed.fields.map(({ label, value }: { label: { zh: string }; value: string }) => [label.zh, value])).toEqual([
    ['传感器', '石桥路井盖（mh-1）'],
    ['读数', '1'],
    ['规则', '井盖打开（= 1）'],
  ])
  expect(registered.sentence.zh).toBe('传感器已测得，准予立案')
  const told = shown.told.form.map(({ label }: { label: { en: string } }) => label.en)
  expect(told.toSorted()).toEqual(['Reading', 'Rule', 'Sensor'])
  expect(JSON.stringify([shown.timeline, shown.moves, shown.stageSentence])).not.toMatch(/诉求|群众|applicant/)
})
