import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT } from '../../../tests/town.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../tests/town-doors.ts'
import type { CaseId } from '../../kernel/cases/model/case.ts'
import { keepPhoto } from '../../kernel/cases/store/photos.ts'
import type { StaffId } from '../../kernel/people/model.ts'
import { DAY, later } from '../../platform/time.ts'

let here: TownWithDoors
const collector: StaffId = 'staff_wangge-xuncha1'
const community: StaffId = 'staff_yunxi-qiaotou-shequ'
const grid = `${DISTRICT}001001-01`
const photo = 'ab'.repeat(32)
const spot = { lng: 118.31, lat: 32.29, accuracy: 6, heading: 90 }
const report = { matter: 'matter_grid-litter', photos: [photo], spot, grid, place: '石桥路公交站旁' }
const there = { finding: '现场已看过，干净。', evidence: [photo], spot }

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  const picture = { hash: photo, kind: 'jpg', thumb: null, width: 8, height: 8 } as const
  await keepPhoto(here.db, DISTRICT, picture, { by: 'visitor', at: here.clock.now() })
})
afterAll(() => here.close())

const as = (who: StaffId): Promise<Asker> => here.by(who)
const move = async (who: StaffId, id: CaseId, name: string, fields: object = {}) => {
  const made = await (await as(who)).post(`/api/cases/${id}/moves/${name}`, { fields })
  const { stage, refusal, fields: faults } = made.json()
  return stage ?? refusal ?? faults?.[0]?.pointer
}

async function reported(key: string, more: object = {}): Promise<CaseId> {
  const sent = await (await as(collector)).post('/api/grid/reports', { ...report, ...more }, { 'idempotency-key': key })
  expect(sent.statusCode, sent.body).toBe(201)
  return sent.json().id
}

test('what a collector reports is registered at once, and sent again it is the same case', async () => {
  const first = await reported('report-1')
  expect(await reported('report-1')).toBe(first)
  const state = await here.stateOf(first)
  expect(state).toMatchObject({
    stage: 'dispatching',
    filing: { channel: 'patrol', grid, enteredBy: collector, area: `${DISTRICT}001/${DISTRICT}001001`, spot },
  })
  const other = await (await as(collector)).post(
    '/api/grid/reports',
    { ...report, place: '别处' },
    { 'idempotency-key': 'report-1' },
  )
  expect(other.json()).toMatchObject({ status: 422, refusal: 'key-of-another-request' })
})

test.each([
  [{ matter: 'matter_street-lamp' }, 'no-such-type'],
  [{ photos: ['cd'.repeat(32)] }, 'no-such-photo'],
  [{ grid: `${DISTRICT}004001-01` }, 'not-your-grid'],
  [{ spot: undefined, grid: undefined }, 'place-unknown'],
])('a report with %j is refused: %s', async (more, refusal) => {
  expect((await (await as(collector)).post('/api/grid/reports', { ...report, ...more })).json().refusal).toBe(refusal)
})

test('a report without a picture, and one that names what nobody knows, are told which field', async () => {
  const sent = await (await as(collector)).post('/api/grid/reports', { ...report, photos: [], whatever: 1 })
  expect(
    sent
      .json()
      .fields.map((one: { pointer: string }) => one.pointer)
      .sort(),
  ).toEqual(['/photos', '/whatever'])
})

test('nobody but a grid worker goes on patrol, and nobody files in the name of whoever sat there before', async () => {
  const head = await as(await here.who('section-head', 'unit_chengguan'))
  const paths = ['/api/grid/patrol', '/api/grid/patrol/track']
  for (const path of paths) expect((await head.get(path)).json().refusal, path).toBe('not-on-patrol')
  expect((await head.post('/api/grid/reports', report)).json().refusal).toBe('not-on-patrol')
  expect((await (await here.by(null)).get('/api/grid/patrol')).statusCode).toBe(401)
  expect((await (await here.by(await here.resident('13900000001'))).get('/api/grid/patrol')).statusCode).toBe(403)
  const swapped = await (await as(collector)).post('/api/grid/reports', report, { 'x-writer': community })
  expect(swapped.json()).toMatchObject({ status: 401, refusal: 'session-ended' })
})

test('from the street to its evaluation: dispatched to the ground, verified on the spot by the collector, closed by the centre', async () => {
  const id = await reported('report-life')
  const proposal = (await (await as(await here.who('dispatcher'))).get(`/api/cases/${id}`)).json().proposal
  expect(proposal).toMatchObject({ unit: 'unit_yunxi', because: 'category-and-area', mayReceive: true })
  expect(await move(await here.who('dispatcher'), id, 'dispatch', { unit: 'unit_yunxi' })).toBe('assigned')
  const worker = await here.who('handler', 'unit_yunxi')
  expect(await move(worker, id, 'sign')).toBe('handling')
  const done = { answer: '垃圾已清运，地面冲洗。', evidence: [photo], spot }
  expect(await move(worker, id, 'feedBack', { ...done, evidence: [] })).toBe('/fields/evidence')
  expect(await move(worker, id, 'feedBack', done)).toBe('verifying')
  const patrol = (await (await as(collector)).get('/api/grid/patrol')).json()
  expect(patrol.tasks.filter((task: { line: { id: string } }) => task.line.id === id)).toMatchObject([
    { kind: 'verify', grid, spot: { lng: spot.lng, lat: spot.lat } },
  ])
  const faraway = { ...spot, lat: spot.lat + 0.02 }
  expect(await move(collector, id, 'passOnSite', { ...there, spot: faraway })).toBe('too-far-from-the-spot')
  expect(await move(collector, id, 'passOnSite', there)).toBe('closing')
  const seen = (await (await as(collector)).get(`/api/cases/${id}`)).json().timeline
  const fed = seen.find((entry: { move: string }) => entry.move === 'feedBack').fields
  const field = (name: string) => fed.find((one: { name: string }) => one.name === name)
  expect(field('sameSpot')).toMatchObject({ value: 'same', said: { zh: '同一地点、同一方向' } })
  expect(field('spot').value).toContain('118.310000, 32.290000')
  expect(await move(await here.who('verifier'), id, 'closeCase')).toBe('closed')
  expect(await move(await here.who('supervisor'), id, 'evaluate', { grade: 'good' })).toBe('archived')
})

test('an order that tells of rubbish is referred to the grid, both know of each other, and the order answers when it is gone', async () => {
  const li = await here.resident('13900000001')
  const told = { title: '公交站旁有垃圾', text: '石桥路公交站旁堆了很多垃圾，没有人清。', place: '石桥路公交站旁' }
  const order: CaseId = (await (await here.by(li)).post('/api/orders', told)).json().id
  const [intake, dispatcher] = [await here.who('intake'), await here.who('dispatcher')]
  await move(intake, order, 'accept')
  const task = '请到石桥路公交站核实垃圾堆放情况。'
  expect(await move(dispatcher, order, 'refer', { type: '道路与设施/路灯照明', task })).toBe('nothing-to-refer-to')
  expect(await move(dispatcher, order, 'refer', { type: '城市事件/市容环境/暴露垃圾', task })).toBe('dispatching')
  await here.letJobsRun()
  const [child] = Object.keys((await here.stateOf(order)).children) as [CaseId]
  expect(await here.stateOf(child)).toMatchObject({
    stage: 'reported',
    registers: { seen: 0 },
    filing: { procedure: 'grid', matter: 'matter_grid-litter', parent: order, applicant: li },
  })
  const seen = async (id: CaseId) => (await (await as(dispatcher)).get(`/api/cases/${id}`)).json()
  expect((await seen(order)).children).toMatchObject([{ id: child, ended: false }])
  expect(await seen(child)).toMatchObject({ parent: { id: order }, told: { text: task, place: told.place } })

  const lead = await here.who('handler', 'unit_chengguan')
  expect(await move(dispatcher, order, 'dispatch', { unit: 'unit_chengguan' })).toBe('assigned')
  expect(await move(lead, order, 'sign', { triage: 'can' })).toBe('handling')
  const answer = { answer: '垃圾已由保洁人员清运，地面已冲洗干净。', outcome: 'solved', evidence: [] }
  expect(await move(lead, order, 'reply', answer)).toBe('children-open')

  const [worker, verifier] = [await here.who('handler', 'unit_yunxi'), await here.who('verifier')]
  expect(await move(intake, child, 'orderCheck')).toBe('site-check')
  expect(await move(verifier, child, 'confirmOnSite', there)).toBe('reported')
  expect(await move(intake, child, 'register')).toBe('dispatching')
  expect(await move(dispatcher, child, 'dispatch', { unit: 'unit_yunxi' })).toBe('assigned')
  await move(worker, child, 'sign')
  await move(worker, child, 'feedBack', { answer: '垃圾已清运。', evidence: [photo], spot })
  expect(await move(verifier, child, 'passOnSite', there)).toBe('closing')
  await move(verifier, child, 'closeCase')
  expect(await move(await here.who('supervisor'), child, 'evaluate', { grade: 'good' })).toBe('archived')
  await here.letJobsRun()
  expect((await here.stateOf(order)).children).toEqual({ [child]: 'ended' })
  expect(await move(lead, order, 'reply', answer)).toBe('reply-review')

  const { rows } = await here.db.pool.query(
    "select case_id, template from channels.notice where to_kind = 'resident' and to_id = $1",
    [li],
  )
  expect(rows.filter(({ case_id }) => case_id === child)).toEqual([])
  expect(rows.map(({ template }) => template).sort()).toEqual(['accepted', 'filed', 'referred'])
})

test('the grid worker of the place sees its tasks, one of another street does not', async () => {
  const id = await reported('report-near')
  await move(await here.who('dispatcher'), id, 'dispatch', { unit: 'unit_yunxi' })
  const worker = await here.who('handler', 'unit_yunxi')
  await move(worker, id, 'sign')
  await move(worker, id, 'feedBack', { answer: '已清理完毕。', evidence: [photo], spot })
  const tasks = async (who: StaffId) =>
    (await (await as(who)).get('/api/grid/patrol')).json().tasks.map((task: { line: { id: string } }) => task.line.id)
  expect(await tasks(collector)).toContain(id)
  expect(await tasks(community)).toContain(id)
  expect(await tasks('staff_wangge-xuncha2')).not.toContain(id)
  expect(await move('staff_wangge-xuncha2', id, 'passOnSite', there)).toBe('no-such-case')
})

test('what is urgent on the spot raises the alarm with the report', async () => {
  const id = await reported('report-manhole', { matter: 'matter_grid-manhole', urgent: true })
  expect((await here.stateOf(id)).clocks.alarm?.status).toBe('running')
})

test('the light burns at the duty desk until a person answers it, and who that was stands in the ledger', async () => {
  const id = await reported('report-alarm', { matter: 'matter_grid-manhole', urgent: true, place: '渡口路' })
  const supervisor = await here.who('supervisor')
  const burning = async () =>
    (await (await as(supervisor)).get('/api/cases/alarms')).json().rows.map((row: { id: string }) => row.id)
  expect(await burning()).toContain(id)
  expect((await (await as(collector)).get('/api/cases/alarms')).statusCode).toBe(403)
  expect((await (await here.by(null)).get('/api/cases/alarms')).statusCode).toBe(401)
  expect(await move(collector, id, 'answerAlarm')).toBe('not-your-move')
  expect(await move(supervisor, id, 'answerAlarm')).toBe('dispatching')
  expect(await move(supervisor, id, 'answerAlarm')).toBe('alarm-is-answered')
  expect(await burning()).not.toContain(id)
  const { timeline } = (await (await as(supervisor)).get(`/api/cases/${id}`)).json()
  expect(timeline.at(-1)).toMatchObject({ event: 'AlarmAnswered', by: { id: supervisor, as: 'supervisor' } })
})

test('an order judged urgent when it is taken on lights the duty desk, in the name of whoever judged', async () => {
  const li = await here.by(await here.resident('13900000001'))
  const told = { title: '路灯坏了三天没人修', text: '桥头社区东门外的路灯从周五晚上起不亮。' }
  const [calm, urgent]: CaseId[] = [
    (await li.post('/api/orders', told)).json().id,
    (await li.post('/api/orders', told)).json().id,
  ]
  const intake = await here.who('intake')
  const supervisor = await as(await here.who('supervisor'))
  expect(await move(intake, calm as CaseId, 'accept', { urgent: 'no' })).toBe('dispatching')
  expect(await move(intake, urgent as CaseId, 'accept', { urgent: 'yes' })).toBe('dispatching')
  const burning = (await supervisor.get('/api/cases/alarms')).json().rows.map((row: { id: string }) => row.id)
  expect(burning).toContain(urgent)
  expect(burning).not.toContain(calm)
  const { timeline } = (await supervisor.get(`/api/cases/${urgent}`)).json()
  expect(timeline.at(-1)).toMatchObject({ event: 'AlarmRaised', by: { id: intake } })
})

test('where one went is kept on duty only, shown to oneself only, and deleted after a week', async () => {
  const points = (times: readonly string[]) => times.map((at) => ({ at, lng: 118.31, lat: 32.29 }))
  const keep = async (who: StaffId, times: readonly string[]) =>
    (await (await as(who)).post('/api/grid/patrol/track', { points: points(times) })).json().kept
  const track = async (who: StaffId) => (await (await as(who)).get('/api/grid/patrol/track')).json().points.length
  expect(await keep(collector, ['2026-03-02T01:59:00Z'])).toBe(0)
  expect((await (await as(collector)).post('/api/grid/patrol/duty', { on: true })).json().onDutySince).not.toBeNull()
  here.turnTo('2026-03-02T10:30:00+08:00')
  const walk = ['2026-03-02T01:59:00Z', '2026-03-02T02:10:00Z', '2026-03-02T02:20:00Z', '2026-03-02T09:00:00Z']
  expect(await keep(collector, walk)).toBe(2)
  expect(await keep(collector, walk)).toBe(2)
  expect(await track(collector)).toBe(2)
  expect(await track(community)).toBe(0)
  const off = await (await as(collector)).post('/api/grid/patrol/duty', { on: false })
  expect(off.json().onDutySince).toBeNull()
  expect(await keep(collector, ['2026-03-02T02:40:00Z'])).toBe(0)
  here.turnTo(later(here.clock.now(), 8 * DAY))
  await here.letJobsRun()
  const { rows } = await here.db.pool.query('select count(*)::int as count from grid.track')
  expect(rows[0].count).toBe(0)
})
