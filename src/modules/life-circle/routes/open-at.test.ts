import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT } from '../../../../tests/town.ts'
import { type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { facilityPlaces } from '../rules/facility-places.ts'
import { keepNetwork } from '../store/networks.ts'
import { crossing, gridTown, placeAt } from './grid-town.spec.ts'

let here: TownWithDoors
const planner = async () => {
  const { rows } = await here.db.pool.query<{ id: `staff_${string}` }>(
    "select id from people.staff where account = 'shenghuoquan'",
  )
  return here.by(rows[0]?.id ?? null)
}
const profile = 'profile=gb-50180-2018'
const get = async (path: string) => (await (await planner()).get(`/api/life-circle${path}`)).json()
const post = async (path: string, body: object) =>
  (await (await planner()).post(`/api/life-circle${path}`, body)).json()
const kindIn = (view: { kinds: { kind: string }[] }, kind: string) => view.kinds.find((one) => one.kind === kind)
const spot = (east: number, north: number) => {
  const [lng, lat] = crossing(east, north)
  return { lng, lat }
}

beforeAll(async () => {
  // A Monday morning.
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  const town = await gridTown(DISTRICT, [
    { ...placeAt('node/1', 'market', 0, 0), hours: 'Mo-Sa 06:00-18:00; PH off' },
    { ...placeAt('node/2', 'market', 10, 10), hours: 'Fr,Sa 18:00-02:00' },
    placeAt('node/3', 'market', 10, 0),
    placeAt('node/4', 'bus-stop', 5, 5),
  ])
  await keepNetwork(here.db, here.app.city.dataDir, town, { at: here.clock.now(), by: 'test' })
})
afterAll(() => here.close())

test('coverage at a time counts what is open for certain, and apart from it what nobody knows', async () => {
  const market = async (openAt: string) => kindIn(await get(`/coverage?${profile}&openAt=${openAt}`), 'market')
  expect(kindIn(await get(`/coverage?${profile}`), 'market')).toMatchObject({ facilities: 3, hours: null })
  // Each corner is reached by the 210 people of 21 crossings; ten of them live half way to the next corner.
  const one = { facilities: 1, people: { covered: 210, of: 1_210 }, hours: { closed: 1, unknown: 1, perhaps: 200 } }
  expect(await market('mo-10:00')).toMatchObject(one)
  expect(await market('sa-20:00')).toMatchObject(one)
  expect(await market('su-01:30')).toMatchObject(one)
  const none = { facilities: 0, people: { covered: 0, of: 1_210 }, hours: { closed: 2, unknown: 1, perhaps: 210 } }
  expect(await market('su-02:00')).toMatchObject(none)
  // The first of October 2026 is a Thursday and a statutory holiday; the eighth is a working day.
  expect(await market('2026-10-01-10:00')).toMatchObject(none)
  expect(await market('2026-10-08-10:00')).toMatchObject(one)
  const view = await get(`/coverage?${profile}&openAt=sa-20:00`)
  expect(view.reckoned.openAt).toBe('sa-20:00')
  expect(view.hours).toMatchObject({ closed: 1, unknown: 1 })
  // A bus stop cannot be shut.
  expect(kindIn(view, 'bus-stop')).toMatchObject({ facilities: 1, hours: { closed: 0, unknown: 0, perhaps: 0 } })
  const again = await get(`/coverage?${profile}&openAt=sa-20:00`)
  expect(again).toEqual(view)
})

test('a facility that no way is near to counts for nobody, and is named', async () => {
  const far = { lng: 117.55, lat: 31.1 }
  const body = {
    ...{ kind: 'market', name: '山里菜市', status: 'open', ...far, area: null, address: '', hours: '24小时' },
    ...{ openToAll: true, capacity: null, capacityUnit: null, floorArea: null, evidence: '' },
  }
  const { facility } = await post('/facilities', body)
  const { offNetwork } = await get(`/coverage?${profile}`)
  expect(offNetwork).toEqual({
    ...{ far: 0, unconnected: 1 },
    places: [{ id: facility.code, name: '山里菜市', kind: 'market', metres: null }],
  })
  const closed = { seen: 1, body: { ...body, status: 'closed' } }
  await (await planner()).put(`/api/life-circle/facilities/${facility.code}`, closed)
  expect((await get(`/coverage?${profile}`)).offNetwork).toMatchObject({ unconnected: 0, places: [] })
})

test('a time that does not exist is refused by name', async () => {
  expect((await get('/coverage?openAt=2026-02-30-10:00')).refusal).toBe('no-such-day')
  for (const wrong of ['sa-25:00', 'xx-10:00', 'now', '10:00'])
    expect((await (await planner()).get(`/api/life-circle/coverage?openAt=${wrong}`)).statusCode).toBe(400)
})

test('what is tried, who is left out and the report begin from the same moment', async () => {
  const edits = [{ edit: 'close', place: 'node/2' }]
  const body = { profile: 'gb-50180-2018', openAt: 'sa-20:00', edits }
  expect((await post('/what-if', body)).outcome).toMatchObject({ lost: 210, reckoned: { openAt: 'sa-20:00' } })
  expect((await post('/what-if', { ...body, openAt: 'mo-10:00' })).refusal).toBe('no-such-place')
  expect((await get(`/left-out?${profile}&kind=market&openAt=su-02:00&limit=200`)).rows).toHaveLength(121)
  const report = await get(`/report?${profile}&kind=market&openAt=sa-20:00`)
  expect(report.coverage.reckoned.openAt).toBe('sa-20:00')
  expect(report.maps).toMatchObject([{ facilities: [spot(10, 10)], buildings: 100 }])
  const look = await get(`/look?${profile}&kind=market&openAt=su-02:00`)
  expect(look.choice[2]).toMatchObject({ none: 1_210 })
})

test('plans of different moments do not stand side by side', async () => {
  const plan = {
    profile: 'gb-50180-2018',
    note: '',
    edits: [{ edit: 'add', kind: 'market', name: '', at: spot(5, 5) }],
  }
  const [always, evening] = [
    await post('/plans', { ...plan, name: '甲' }),
    await post('/plans', { ...plan, name: '乙', openAt: 'sa-20:00' }),
  ]
  expect((await get(`/plans/compare?ids=${always.plan.id},${evening.plan.id}`)).refusal).toBe('plans-differ')
})

test('from a door one reads what is open, what is closed, and what nobody knows', async () => {
  const visitor = await here.by(null)
  const { lng, lat } = spot(10, 9)
  const from = async (more: string) =>
    (await visitor.get(`/api/life-circle/from-door?lng=${lng}&lat=${lat}&${profile}${more}`)).json()
  const all = await from('')
  expect(all.asOf).toBe('2026-03-02-10:00')
  expect(kindIn(all, 'market')).toMatchObject({
    name: 'node/2',
    open: 'closed',
    hours: 'Fr,Sa 18:00-02:00',
    perhaps: null,
  })
  const now = await from('&openAt=now')
  expect(now.reckoned.openAt).toBe('2026-03-02-10:00')
  // The one that is open is far across the town; one of unknown hours is nearer.
  expect(kindIn(now, 'market')).toMatchObject({
    name: 'node/1',
    open: 'open',
    enough: false,
    perhaps: { name: 'node/3' },
  })
  expect(kindIn(await from('&openAt=sa-20:00'), 'market')).toMatchObject({
    name: 'node/2',
    enough: true,
    perhaps: null,
  })
})

test('what the ledger writes of hours comes before the map, and where it writes nothing the map is asked', () => {
  const map = [{ ...placeAt('node/1', 'market', 0, 0), hours: 'Mo-Sa 06:00-18:00' }]
  const facility = (hours: string) => ({
    ...{ code: 'M-1', kind: 'market' as const, name: '菜市', status: 'open' as const, ...spot(0, 0), area: null },
    ...{ address: '', hours, openToAll: true, capacity: null, capacityUnit: null, floorArea: null, evidence: '' },
    ...{ origin: 'city' as const, version: 1, changedAt: '', changedBy: '' },
  })
  const hoursOf = (hours: string) => facilityPlaces(map, [facility(hours)]).map((place) => [place.id, place.hours])
  expect(hoursOf('5:30–13:00')).toEqual([['M-1', '5:30–13:00']])
  expect(hoursOf('')).toEqual([['M-1', 'Mo-Sa 06:00-18:00']])
})
