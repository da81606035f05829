import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT } from '../../../../tests/town.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { keepPhoto } from '../../../kernel/cases/store/photos.ts'
import { mattersInForce } from '../../../kernel/matters/store/versions.ts'
import type { StaffId } from '../../../kernel/people/model.ts'
import { DAY, later } from '../../../platform/time.ts'

let here: TownWithDoors
const collector: StaffId = 'staff_wangge-xuncha1'
const grid = `${DISTRICT}001001-01`
const photo = 'ab'.repeat(32)
const spot = { lng: 118.31, lat: 32.29, accuracy: 6 }
const cover = `${DISTRICT}0102000001`
const lamp = `${DISTRICT}0109000001`

const as = (who: StaffId): Promise<Asker> => here.by(who)
const move = async (who: StaffId, id: CaseId, name: string, fields: object = {}) => {
  const made = (await (await as(who)).post(`/api/cases/${id}/moves/${name}`, { fields })).json()
  return made.stage ?? made.refusal ?? made.fields?.[0]?.pointer
}
const report = async (more: object) =>
  (await as(collector)).post('/api/grid/reports', { photos: [photo], spot, grid, ...more })
const filed = async (more: object): Promise<CaseId> => (await report(more)).json().id

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  const picture = { hash: photo, kind: 'jpg', thumb: null, width: 8, height: 8 } as const
  await keepPhoto(here.db, DISTRICT, picture, { by: 'visitor', at: here.clock.now() })
  const admin = await as(await here.who('administrator'))
  const said = { keeper: '', state: 'in-use', place: '石桥路', note: '' }
  for (const component of [
    { code: cover, name: '污水井盖', owner: '水务局', lng: spot.lng + 0.0001, lat: spot.lat, ...said },
    { code: lamp, name: '路灯', owner: '城管局', lng: spot.lng, lat: spot.lat, ...said },
  ])
    expect((await admin.post('/api/places/components', component)).statusCode).toBe(201)
})
afterAll(() => here.close())

test('a component goes to its owner first: the nearest of its type says whose it is, and silence sends it there', async () => {
  const id = await filed({ matter: 'matter_grid-manhole' })
  expect((await here.stateOf(id)).filing).toMatchObject({ component: cover, owner: 'unit_shuiwu' })
  const dispatcher = await as(await here.who('dispatcher'))
  const { proposal } = (await dispatcher.get(`/api/cases/${id}`)).json()
  expect(proposal).toMatchObject({ unit: 'unit_shuiwu', because: 'owner', basis: cover, mayReceive: true })
  expect(proposal.reason.zh).toContain('先属主后属地')
  here.turnTo(later(here.clock.now(), DAY))
  await here.letJobsRun()
  expect(await here.stateOf(id)).toMatchObject({ unit: 'unit_shuiwu' })
})

test('what happens on the ground asks for no thing and goes by its ground; far from any thing the duty list answers', async () => {
  const litter = await here.stateOf(await filed({ matter: 'matter_grid-litter' }))
  expect([litter.filing.component, litter.filing.owner]).toEqual([undefined, undefined])
  const far = { ...spot, lng: spot.lng + 0.01 }
  const alone = await here.stateOf(await filed({ matter: 'matter_grid-manhole', spot: far }))
  expect(alone.filing.owner).toBeUndefined()
})

test('the one that was named counts; one of another type, or of none, is refused', async () => {
  const named = await here.stateOf(await filed({ matter: 'matter_grid-lamp', component: lamp }))
  expect(named.filing).toMatchObject({ component: lamp, owner: 'unit_chengguan' })
  expect((await report({ matter: 'matter_grid-lamp', component: cover })).json().refusal).toBe('no-such-component')
  expect((await report({ matter: 'matter_grid-litter', component: lamp })).json().refusal).toBe('no-such-component')
})

test('reclassified, a case goes to whom a new one of that type would go, and its clock is that of the type', async () => {
  const dispatcher = await here.who('dispatcher')
  const lampCase = await here.stateOf(await filed({ matter: 'matter_grid-lamp' }))
  expect(lampCase.filing.owner).toBe('unit_chengguan')
  const matters = await mattersInForce(here.db, DISTRICT, '2026-03-03')
  const typed = (type: string) => matters.find(({ id }) => id === `matter_grid-${type}`)
  const to = async (type: string) => {
    const category = typed(type)?.category.join('/')
    expect(await move(dispatcher, lampCase.id, 'reclassify', { category })).toBe('dispatching')
    return here.stateOf(lampCase.id)
  }
  const asCover = await to('manhole')
  expect(asCover.under).toMatchObject({ matter: 'matter_grid-manhole', component: cover, owner: 'unit_shuiwu' })
  expect(asCover.clocks.stage).toEqual(lampCase.clocks.stage)
  const { proposal } = (await (await as(dispatcher)).get(`/api/cases/${lampCase.id}`)).json()
  expect(proposal).toMatchObject({ unit: 'unit_shuiwu', because: 'owner', basis: cover })
  const asLitter = await to('litter')
  expect([asLitter.under?.component, asLitter.under?.owner]).toEqual([undefined, undefined])
  await to('manhole')
  here.turnTo(later(here.clock.now(), DAY))
  await here.letJobsRun()
  const sent = await here.stateOf(lampCase.id)
  expect(sent).toMatchObject({ unit: 'unit_shuiwu' })
  const terms = typed('manhole')?.promises.map(({ term }) => term)
  expect(terms).toContainEqual(sent.clocks.main?.account.term)
})

async function referred(told: object): Promise<CaseId> {
  const li = await here.by(await here.resident('13900000001'))
  const sent = await li.post('/api/orders', told)
  expect(sent.statusCode, sent.body).toBe(201)
  const order: CaseId = sent.json().id
  const [intake, dispatcher] = [await here.who('intake'), await here.who('dispatcher')]
  await move(intake, order, 'accept')
  const type = '城市事件/市容环境/暴露垃圾'
  expect(await move(dispatcher, order, 'refer', { type, task: '请到现场核实垃圾堆放情况。' })).toBe('dispatching')
  await here.letJobsRun()
  const [child] = Object.keys((await here.stateOf(order)).children) as [CaseId]
  expect(await move(intake, child, 'orderCheck')).toBe('site-check')
  return child
}
const tasks = async (who: StaffId): Promise<string[]> =>
  (await (await as(who)).get('/api/grid/patrol')).json().tasks.map((task: { line: { id: string } }) => task.line.id)

test('what is referred without a grid is looked at by the centre of its street, and without a place by the district', async () => {
  const street = await referred({ title: '垃圾没人清', text: '垃圾堆了三天没有人清，很臭。', area: '349901001' })
  expect((await here.stateOf(street)).filing).toMatchObject({ area: '349901001', grid: '349901001' })
  expect(await tasks('staff_yunxi-wangge')).toContain(street)
  const nowhere = await referred({ title: '垃圾没人清', text: '垃圾堆了三天没有人清，很臭。' })
  expect((await here.stateOf(nowhere)).filing).toMatchObject({ area: null, grid: DISTRICT })
  expect(await tasks('staff_wangge-zhiban')).toContain(nowhere)
  for (const who of ['staff_yunxi-wangge', collector] as const) expect(await tasks(who)).not.toContain(nowhere)
  const there = { finding: '现场已看过，确有垃圾。', evidence: [photo], spot }
  expect(await move(collector, nowhere, 'confirmOnSite', there)).toBe('no-such-case')
  expect(await move('staff_wangge-zhiban', nowhere, 'confirmOnSite', there)).toBe('reported')
})
