import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT } from '../../../../tests/town.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'

let here: TownWithDoors
let planner: Asker
let handler: Asker

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  const { rows } = await here.db.pool.query<{ id: `staff_${string}` }>(
    `select id from people.staff where account = 'shenghuoquan'`,
  )
  planner = await here.by(rows[0]?.id ?? null)
  handler = await here.by(await here.who('handler', 'unit_zhujian'))
})
afterAll(() => here.close())

const market = {
  ...{
    kind: 'market',
    name: '幸福菜市',
    status: 'open',
    lng: 117.2,
    lat: 31.8,
    area: null,
    address: '',
    hours: '6:00–20:00',
  },
  ...{ openToAll: true, capacity: 800, capacityUnit: 'm2', floorArea: 800, evidence: '现场核实' },
}
const fileOf = (name: string, text: string) => {
  const form = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${text}\r\n--x--\r\n`
  return [form, { 'content-type': 'multipart/form-data; boundary=x' }] as const
}
const csv = (...lines: string[]) => fileOf('a.csv', ['编号,设施类别,名称,经度,纬度', ...lines].join('\n'))
const names = async (query: string) =>
  (await handler.get(`/api/life-circle/facilities${query}`)).json().rows.map(({ name }: { name: string }) => name)

test('a facility is added, changed by whoever has read it, and keeps its past', async () => {
  const { facility } = (await planner.post('/api/life-circle/facilities', market)).json()
  expect(facility).toMatchObject({ name: '幸福菜市', version: 1, origin: 'city' })
  const at = `/api/life-circle/facilities/${facility.code}`
  const closed = { seen: 1, body: { ...market, status: 'closed' } }
  expect((await planner.put(at, closed)).json().facility).toMatchObject({ status: 'closed', version: 2 })
  expect((await planner.put(at, closed)).json()).toMatchObject({ refusal: 'changed-meanwhile' })
  expect((await handler.get(at)).json().past.map(({ body }: { body: typeof market }) => body.status)).toEqual([
    'closed',
    'open',
  ])
  expect((await handler.get('/api/life-circle/facilities/nowhere')).statusCode).toBe(404)
})

test('a field that is wrong is named', async () => {
  const wrong = await planner.post('/api/life-circle/facilities', { ...market, kind: 'palace', lng: 999 })
  expect(wrong.statusCode).toBe(400)
  expect(
    wrong
      .json()
      .fields.map(({ pointer }: { pointer: string }) => pointer)
      .sort(),
  ).toEqual(['/kind', '/lng'])
})

test('a file is taken in row by row, or not at all where everything or nothing is asked for', async () => {
  const lines = ['P-1,公园,东湖公园,117.21,31.81', 'P-2,公园,,117.22,31.82', 'P-3,小学,第一小学,117.23,31.83']
  const [form, headers] = csv(...lines)
  const at = '/api/life-circle/facilities/import'
  const none = (await planner.post(`${at}?atomic=true`, form, headers)).json()
  expect(none).toMatchObject({ taken: false, added: 0, faults: [{ row: 3, column: '名称', code: 'missing' }] })
  expect(await names('?kind=park')).toEqual([])
  expect((await planner.post(`${at}?dryRun=true`, form, headers)).json()).toMatchObject({ taken: false, added: 2 })
  expect(await names('?kind=park')).toEqual([])
  expect((await planner.post(at, form, headers)).json()).toMatchObject({ taken: true, added: 2 })
  const again = csv('P-1,公园,东湖公园,117.21,31.81', 'P-3,小学,第一实验小学,117.23,31.83')
  expect((await planner.post(at, ...again)).json()).toMatchObject({ added: 0, changed: 1, unchanged: 1 })
  expect((await planner.post(at, ...fileOf('a.pdf', 'x'))).json()).toMatchObject({ refusal: 'file-format-unknown' })
  expect((await planner.post(at, ...fileOf('a.geojson', 'x'))).json()).toMatchObject({ refusal: 'file-unreadable' })
})

test('the ledger is filtered, sorted, paged by its key and exported to be taken in again', async () => {
  expect(await names('?aspect=leisure&sort=name')).toEqual(['东湖公园'])
  expect(await names('?q=实验')).toEqual(['第一实验小学'])
  for (const sort of ['changed', 'name', 'kind']) {
    const seen: string[] = []
    for (let next: string | null = ''; next !== null; ) {
      const after: string = next === '' ? '' : `&after=${next}`
      const page = (await handler.get(`/api/life-circle/facilities?sort=${sort}&limit=1${after}`)).json()
      seen.push(...page.rows.map(({ code }: { code: string }) => code))
      next = page.next
    }
    expect(new Set(seen).size).toBe(3)
  }
  expect((await handler.get('/api/life-circle/facilities?after=x')).statusCode).toBe(400)
  const file = (await handler.get('/api/life-circle/facilities/export?format=geojson')).body
  const [form, headers] = fileOf('b.geojson', file)
  expect((await planner.post('/api/life-circle/facilities/import', form, headers)).json()).toMatchObject({
    added: 0,
    changed: 0,
    unchanged: 3,
    faults: [],
  })
  const table = (await handler.get('/api/life-circle/facilities/export?format=csv&kind=park')).body
  expect(table).toContain('P-1,公园,东湖公园,开放中,117.21,31.81')
})

test('a profile is edited by few; each version is kept, and lines that contradict each other are named', async () => {
  const at = '/api/life-circle/profiles/gb-50180-2018'
  const { id: _id, version, ...body } = (await handler.get(at)).json().profile
  expect(version).toBe(0)
  const edit = { seen: 0, note: '本区步速', body: { ...body, active: false } }
  expect((await planner.put(at, edit)).json()).toMatchObject({ profile: { version: 1, active: false } })
  expect((await planner.put(at, edit)).json()).toMatchObject({ refusal: 'changed-meanwhile' })
  const { profile, versions } = (await handler.get(`${at}?version=0`)).json()
  expect([profile.active, versions.map((one: { version: number }) => one.version)]).toEqual([true, [1, 0]])
  const twice = { seen: 1, note: '', body: { ...body, demands: [body.demands[0], body.demands[0]] } }
  const wrong = await planner.put(at, twice)
  expect(wrong.statusCode).toBe(400)
  expect(wrong.json().fields[0]).toMatchObject({ pointer: '/body/demands/1/kind' })
  expect((await planner.put('/api/life-circle/profiles/ours', { ...edit, seen: null })).statusCode).toBe(200)
  const list = (await handler.get('/api/life-circle/profiles')).json()
  expect([list.standing, list.rows.length]).toEqual(['tdt-1062-2021', 5])
  expect((await planner.put('/api/life-circle/standing', { profile: 'shanghai-2016' })).statusCode).toBe(200)
  expect((await handler.get('/api/life-circle/profiles')).json().standing).toBe('shanghai-2016')
  expect((await planner.put('/api/life-circle/standing', { profile: 'none' })).statusCode).toBe(404)
})

test('whoever may only look changes nothing, and a resident sees none of it', async () => {
  const li = await here.by(await here.resident('13900000001'))
  const nobody = await here.by(null)
  for (const [asker, status] of [
    [handler, 403],
    [li, 403],
    [nobody, 401],
  ] as const) {
    expect((await asker.post('/api/life-circle/facilities', market)).statusCode).toBe(status)
    expect((await asker.post('/api/life-circle/facilities/import', ...csv())).statusCode).toBe(status)
    expect((await asker.put('/api/life-circle/standing', { profile: 'shanghai-2016' })).statusCode).toBe(status)
  }
  for (const path of ['facilities', 'profiles', 'facilities/export?format=csv'])
    expect((await li.get(`/api/life-circle/${path}`)).statusCode).toBe(403)
  const { rows } = await here.db.pool.query('select what from people.operation_log where district = $1', [DISTRICT])
  expect(new Set(rows.map(({ what }) => what))).toContain('life-circle.facilities.import')
})
