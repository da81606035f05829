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
