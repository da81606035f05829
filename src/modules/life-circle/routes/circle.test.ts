import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT } from '../../../../tests/town.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { cellText } from '../../../platform/tables/cell.ts'
import { readTable } from '../../../platform/tables/read.ts'
import { keepNetwork } from '../store/networks.ts'
import { crossing, gridTown, placeAt } from './grid-town.spec.ts'

let here: TownWithDoors
const as = async (account: string): Promise<Asker> => {
  const { rows } = await here.db.pool.query<{ id: `staff_${string}` }>(
    'select id from people.staff where account = $1',
    [account],
  )
  return here.by(rows[0]?.id ?? null)
}
const planner = () => as('shenghuoquan')
const get = async (path: string) => (await (await planner()).get(`/api/life-circle${path}`)).json()
const post = async (path: string, body: object) =>
  (await (await planner()).post(`/api/life-circle${path}`, body)).json()
const kindIn = (view: { kinds: { kind: string }[] }, kind: string) => view.kinds.find((one) => one.kind === kind)
const spot = (east: number, north: number) => {
  const [lng, lat] = crossing(east, north)
  return { lng, lat }
}

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  const none = await get('/coverage')
  expect(none.refusal).toBe('no-network')
  const town = await gridTown(DISTRICT, [placeAt('node/1', 'market', 0, 0), placeAt('node/2', 'kindergarten', 5, 5)])
  await keepNetwork(here.db, here.app.city.dataDir, town, { at: here.clock.now(), by: 'test' })
})
afterAll(() => here.close())

test('coverage counts people and buildings of everybody, by the walk and not as the crow flies', async () => {
  const view = await get('/coverage?profile=gb-50180-2018')
  // Within 500 m of walking from the corner of a grid lie 21 crossings; as the crow flies 26 do.
  expect(kindIn(view, 'market')).toMatchObject({
    people: { covered: 210, of: 1_210 },
    buildings: { covered: 21, of: 121 },
    facilities: 1,
  })
  // 300 m around the middle: 25 crossings.
  expect(kindIn(view, 'kindergarten')).toMatchObject({ people: { covered: 250, of: 1_210 } })
  expect(view.all).toEqual({ covered: 0, of: 1_210 })
  expect(view.reckoned).toMatchObject({ network: 1, profile: 'gb-50180-2018', profileVersion: 0, walker: 'adult' })
  const slow = await get('/coverage?profile=gb-50180-2018&walker=elder')
  expect(kindIn(slow, 'market')).toMatchObject({ people: { covered: 100 } })
  expect((await get('/coverage?area=nowhere')).refusal).toBe('no-such-area')
})

test('who is left out is a list of buildings, page by page, and a file', async () => {
  const query = '/left-out?profile=gb-50180-2018&kind=market'
  const first = await get(`${query}&limit=60`)
  const second = await get(`${query}&limit=60&after=${first.next}`)
  expect(first.rows.length + second.rows.length).toBe(100)
  expect(first.rows[0]).toMatchObject({ id: 'home/10-10', people: 10, minutes: 33, nearest: 'node/1' })
  expect((await get(`${query}&after=x`)).refusal).toBe('bad-cursor')
  const file = await (await planner()).get(
    '/api/life-circle/left-out/export?profile=gb-50180-2018&kind=market&format=csv',
  )
  expect(file.body.trim().split('\r\n')).toHaveLength(101)
})

test('what the ledger says counts: a facility added covers, one closed no longer does', async () => {
  const body = {
    ...{ kind: 'market', name: '新菜市', status: 'planned', ...spot(10, 10), area: null, address: '', hours: '' },
    ...{ openToAll: true, capacity: null, capacityUnit: null, floorArea: null, evidence: '' },
  }
  const { facility } = await post('/facilities', body)
  const covered = async () => kindIn(await get('/coverage?profile=gb-50180-2018'), 'market')
  expect(await covered()).toMatchObject({ people: { covered: 210 } })
  const put = async (seen: number, status: string) =>
    (await planner()).put(`/api/life-circle/facilities/${facility.code}`, { seen, body: { ...body, status } })
  await put(1, 'open')
  expect(await covered()).toMatchObject({ people: { covered: 420 }, facilities: 2 })
  await put(2, 'closed')
  expect(await covered()).toMatchObject({ people: { covered: 210 }, facilities: 1 })
})

test('edits are tried on the whole city, kept with what they bring, and compared side by side', async () => {
  const add = (east: number, north: number) => ({ edit: 'add', kind: 'market', name: '', at: spot(east, north) })
  const profile = 'gb-50180-2018'
  const { outcome } = await post('/what-if', { profile, edits: [add(10, 10)] })
  expect(outcome.kinds).toEqual([
    { kind: 'market', before: { covered: 210, of: 1_210 }, after: { covered: 420, of: 1_210 } },
  ])
  expect(outcome).toMatchObject({ gained: 210, lost: 0 })
  const closed = await post('/what-if', { profile, edits: [{ edit: 'close', place: 'node/1' }] })
  expect(closed.outcome).toMatchObject({ gained: 0, lost: 210 })
  expect((await post('/what-if', { profile, edits: [{ edit: 'close', place: 'none' }] })).refusal).toBe('no-such-place')
  const far = { edit: 'add', kind: 'market', name: '', at: { lng: 100, lat: 30 } }
  expect((await post('/what-if', { profile, edits: [far] })).refusal).toBe('far-from-network')

  const one = await post('/plans', { profile, name: '甲', note: '', edits: [add(10, 10)] })
  here.turnTo('2026-03-02T10:05:00+08:00')
  const two = await post('/plans', { profile, name: '乙', note: '', edits: [add(5, 5)] })
  const ids = `${one.plan.id},${two.plan.id}`
  expect((await get(`/plans/compare?ids=${ids}`)).rows.at(1)).toEqual({
    what: 'market',
    before: 210,
    of: 1_210,
    after: [420, 760],
  })
  expect((await get('/plans?limit=1')).rows).toMatchObject([{ name: '乙' }])
  const file = await (await planner()).get(`/api/life-circle/plans/export?ids=${ids}&format=csv`)
  expect(file.body).toContain('甲')
  const book = await (await planner()).get(`/api/life-circle/plans/export?ids=${ids}&format=xlsx`)
  const read = await readTable(book.rawPayload, 'xlsx')
  const [, edits] = read.ok ? read.sheets : []
  expect(edits?.rows.slice(1).map((row) => row.slice(0, 4).map(cellText))).toEqual([
    ['甲', '1', '新增设施', '菜市场、生鲜超市'],
    ['乙', '1', '新增设施', '菜市场、生鲜超市'],
  ])
  const elder = await post('/plans', { profile, walker: 'elder', name: '丙', note: '', edits: [add(5, 5)] })
  expect((await get(`/plans/compare?ids=${one.plan.id},${elder.plan.id}`)).refusal).toBe('plans-differ')
  expect((await get(`/plans/compare?ids=plan_${'0'.repeat(26)}`)).statusCode).toBe(undefined)
})

test('the best place for the next one of a kind is where most people have none', async () => {
  const found = await post('/siting', { profile: 'gb-50180-2018', kind: 'market', count: 2, equity: 'none' })
  expect(found.uncovered).toBe(1_000)
  expect(found.sites).toHaveLength(2)
  expect(found.sites[0].people).toBeGreaterThanOrEqual(570)
  const given = {
    sites: [spot(0, 0), spot(10, 10)],
    profile: 'gb-50180-2018',
    kind: 'market',
    count: 1,
    equity: 'none',
  }
  expect((await post('/siting', given)).sites).toMatchObject([{ people: 210, total: 210 }])
  // A site that nobody gains by is none.
  expect((await post('/siting', { ...given, sites: [spot(0, 0)] })).sites).toEqual([])
  expect((await post('/siting', { kind: 'museum', profile: 'gb-50180-2018', count: 1, equity: 'none' })).refusal).toBe(
    'kind-not-in-profile',
  )
})

test('a kind is looked at closely: how many there are to choose from, and whether what is there is large enough', async () => {
  const look = async (query: string) => get(`/look?profile=gb-50180-2018&${query}`)
  const market = await look('kind=market')
  // 5, 10 and 15 minutes are 300, 600 and 900 m: 10, 28 and 55 crossings of the corner reach the one market.
  expect(market).toMatchObject({ kind: 'market', people: 1_210, capacity: null })
  expect(market.choice).toEqual([
    { minutes: 5, none: 1_110, one: 100, two: 0, more: 0 },
    { minutes: 10, none: 930, one: 280, two: 0, more: 0 },
    { minutes: 15, none: 660, one: 550, two: 0, more: 0 },
  ])
  const before = await look('kind=park')
  expect(before.capacity).toMatchObject({ enough: { covered: 0, of: 1_210 }, asked: 1_000, known: 0, unknown: 0 })
  const park = {
    ...{ kind: 'park', name: '河滨公园', status: 'open', ...spot(5, 5), area: null, address: '', hours: '' },
    ...{ openToAll: true, capacity: 100_000, capacityUnit: 'm2', floorArea: null, evidence: '' },
  }
  const { facility } = await post('/facilities', park)
  const after = (await look('kind=park')).capacity
  expect([after.known, after.unknown, after.enough.of]).toEqual([1, 0, 1_210])
  // Within the 500 m of the park lie 61 crossings; whoever lives farther has no share in it, however large it is.
  expect(after.enough.covered).toBe(610)
  await (await planner()).put(`/api/life-circle/facilities/${facility.code}`, {
    seen: 1,
    body: { ...park, status: 'closed' },
  })
  expect((await look('kind=museum')).refusal).toBe('kind-not-in-profile')
})

test('from a door anybody sees what is near, what is missing, and the surfaces he reaches', async () => {
  const { lng, lat } = spot(1, 1)
  const visitor = await here.by(null)
  const seen = (await visitor.get(`/api/life-circle/from-door?lng=${lng}&lat=${lat}&profile=gb-50180-2018`)).json()
  expect(kindIn(seen, 'market')).toMatchObject({ minutes: 3.3, enough: true, name: 'node/1', counts: [1, 1, 1] })
  expect(kindIn(seen, 'kindergarten')).toMatchObject({ minutes: 13.2, enough: false, counts: [0, 0, 1] })
  expect(kindIn(seen, 'park')).toMatchObject({ minutes: null, enough: false, name: null, counts: [0, 0, 0] })
  expect((await visitor.get('/api/life-circle/from-door?lng=0&lat=0')).json().refusal).toBe('far-from-network')
  expect((await visitor.get('/api/life-circle/where?q=node/1')).json().rows).toMatchObject([{ name: 'node/1' }])
})

test('a gap becomes a task with its figure; when it is completed the figure is measured again', async () => {
  const gap = {
    kind: 'market',
    walker: 'adult',
    area: null,
    unit: 'unit_shichang',
    instruction: '在东北角设一处菜市场',
  }
  const opened = await post('/gaps', gap)
  expect(opened.ok, JSON.stringify(opened)).toBe(true)
  expect((await post('/gaps', gap)).refusal).toBe('gap-is-task')
  const [before] = (await get('/gaps')).rows
  expect(before).toMatchObject({ number: opened.number, stage: 'assigned', ended: false, after: null })
  expect(before.before.of - before.before.covered).toBeGreaterThan(0)

  const id: CaseId = opened.case
  const handler = await here.who('handler', 'unit_shichang')
  const verifier = await here.who('verifier')
  expect((await here.as(handler, id, 'sign')).ok).toBe(true)
  expect((await here.as(handler, id, 'deliver', { done: '东北角菜市场已开业。' })).ok).toBe(true)
  expect((await here.as(handler, id, 'confirm', { finding: '属实' })).ok).toBe(false)
  const market = {
    ...{ kind: 'market', name: '东北菜市', status: 'open', ...spot(9, 9), area: null, address: '', hours: '' },
    ...{ openToAll: true, capacity: null, capacityUnit: null, floorArea: null, evidence: '' },
  }
  await post('/facilities', market)
  expect((await here.as(verifier, id, 'confirm', { finding: '到现场看过，已经开业。' })).ok).toBe(true)
  here.turnTo('2026-03-02T11:00:00+08:00')
  await here.letJobsRun()
  const [after] = (await get('/gaps?ended=yes')).rows
  expect(after).toMatchObject({ stage: 'completed', ended: true })
  expect(after.after.covered).toBeGreaterThan(after.before.covered)
  expect((await get('/gaps?ended=no')).rows).toEqual([])
})

test('the report counts every group of walkers, draws borders and gaps, and names the mark of its profile', async () => {
  const report = await get('/report?profile=gb-50180-2018&kind=kindergarten')
  expect(report).toMatchObject({ day: '2026-03-02', profile: { source: 'GB 50180-2018', mark: '○' } })
  expect(report.walkers.map(({ walker }: { walker: string }) => walker)).toEqual([
    'adult',
    'elder',
    'child',
    'wheelchair',
  ])
  const [adult, elder] = report.walkers
  const of = 1_210
  expect(kindIn(adult, 'kindergarten')).toMatchObject({ people: { covered: 250, of } })
  expect(kindIn(elder, 'kindergarten')).toMatchObject({ people: { covered: 130, of } })
  expect(report.maps).toMatchObject([{ kind: 'kindergarten', facilities: [spot(5, 5)], buildings: 96 }])
  expect(report.maps[0].gaps).toHaveLength(96)
  expect((await get('/report?profile=gb-50180-2018')).maps).toHaveLength(4)
  expect((await get('/report?profile=gb-50180-2018&kind=museum')).refusal).toBe('kind-not-in-profile')
  expect((await get('/report?area=nowhere')).refusal).toBe('no-such-area')
})

test('only planners plan; residents see no lists of who is left out', async () => {
  const handler = await here.by(await here.who('handler', 'unit_zhujian'))
  const li = await here.by(await here.resident('13900000001'))
  const edits = [{ edit: 'close', place: 'node/1' }]
  for (const asker of [handler, li]) {
    expect((await asker.post('/api/life-circle/what-if', { edits })).statusCode).toBe(403)
    expect((await asker.post('/api/life-circle/plans', { name: '丁', note: '', edits })).statusCode).toBe(403)
    const gap = { kind: 'market', walker: 'adult', area: null, unit: 'unit_shichang', instruction: '设一处菜市场' }
    expect((await asker.post('/api/life-circle/gaps', gap)).statusCode).toBe(403)
    const siting = { kind: 'market', count: 1, equity: 'none' }
    expect((await asker.post('/api/life-circle/siting', siting)).statusCode).toBe(403)
    expect((await asker.post('/api/life-circle/networks', {})).statusCode).toBe(403)
  }
  for (const path of ['coverage', 'report', 'left-out?kind=market', 'gaps', 'plans', 'networks'])
    expect((await li.get(`/api/life-circle/${path}`)).statusCode).toBe(403)
})
