import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'

let here: TownWithDoors
let keeper: Asker
let reader: Asker

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  keeper = await here.by(await here.who('administrator'))
  reader = await here.by(await here.who('handler', undefined, await here.who('administrator')))
})
afterAll(() => here.close())

const lamp = {
  code: '3499010109000901',
  name: '石桥路 9 号灯杆',
  owner: '城管局',
  keeper: '亮化养护队',
  state: 'in-use',
  place: '石桥路与桥东街交叉口',
  lng: 117.2051,
  lat: 31.8031,
  note: '',
}

test('a lamp is entered, belongs to its owner, and everything that was ever said of it stays', async () => {
  const entered = await keeper.post('/api/places/components', lamp)
  expect(entered.statusCode, entered.body).toBe(201)
  expect(entered.json()).toMatchObject({ typeName: '路灯', ownerUnit: 'unit_chengguan', seq: 1 })
  expect(entered.json().bearer).toEqual({ kind: 'owner', name: '城管局', unit: 'unit_chengguan' })
  const url = `/api/places/components/${lamp.code}`
  const changed = await keeper.put(url, { seq: 1, state: 'damaged', reason: '灯罩破损' })
  expect(changed.json()).toMatchObject({ state: 'damaged', seq: 2 })
  const { history, can } = (await reader.get(url)).json()
  expect(history).toMatchObject([
    { seq: 2, kind: 'changed', reason: '灯罩破损', change: { state: ['in-use', 'damaged'] } },
    { seq: 1, kind: 'entered' },
  ])
  expect(can).toEqual([])
  expect((await keeper.put(url, { seq: 1, state: 'removed', reason: '拆除' })).json().refusal).toBe(
    'somebody-was-first',
  )
  expect((await keeper.put(url, { seq: 2, state: 'damaged', reason: '再报' })).json().refusal).toBe('nothing-changed')
})

test('nobody enters a component without the right, and a wrong code says what is wrong', async () => {
  expect((await reader.post('/api/places/components', lamp)).statusCode).toBe(403)
  expect((await (await here.by(null)).get('/api/places/components')).statusCode).toBe(401)
  const told = async (more: object) =>
    (await keeper.post('/api/places/components', { ...lamp, ...more })).json().refusal
  expect(await told({})).toBe('component-there-already')
  expect(await told({ code: '349901010900090' })).toBe('component-code-wrong')
  expect(await told({ code: '3499020109000902' })).toBe('component-code-wrong')
  expect(await told({ code: '3499019999000902' })).toBe('component-type-unknown')
})

test('a table comes out and goes in again unchanged; a faulty one says each row, and with all-or-nothing takes none', async () => {
  const csv = (await reader.get('/api/places/components/export?format=csv')).body
  const send = async (text: string, query = '') =>
    (
      await keeper.post(
        `/api/places/components/import${query}`,
        `--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${text}\r\n--x--`,
        { 'content-type': 'multipart/form-data; boundary=x' },
      )
    ).json()
  expect(await send(csv)).toEqual({ taken: 0, unchanged: 1, faults: [] })
  const rows =
    '部件编码,名称,经度,纬度,状态\r\n3499010302000001,果皮箱,117.2,31.8,完好\r\n3499010302000001,果皮箱,x,31.8,很旧\r\n'
  const faulty = await send(rows, '?atomic=true')
  expect(faulty.taken).toBe(0)
  expect(faulty.faults.map(({ row, field }: { row: number; field: string }) => [row, field])).toEqual([
    [3, '状态'],
    [3, '经度'],
    [3, '部件编码'],
  ])
  expect(await send(rows)).toMatchObject({ taken: 1 })
  const list = (await reader.get('/api/places/components?owner=none')).json()
  expect(list.rows.map(({ code }: { code: string }) => code)).toEqual(['3499010302000001'])
})

test('the list goes on page by page in either order, and finds by code, by words and by distance', async () => {
  for (const sort of ['code', 'changed']) {
    const first = (await reader.get(`/api/places/components?limit=1&sort=${sort}`)).json()
    const second = (await reader.get(`/api/places/components?limit=1&sort=${sort}&after=${first.next}`)).json()
    expect([...first.rows, ...second.rows].map(({ code }: { code: string }) => code).sort()).toEqual([
      lamp.code,
      '3499010302000001',
    ])
    expect(second.next).toBeNull()
  }
  const found = async (query: string) => (await reader.get(`/api/places/components?${query}`)).json().rows.length
  expect([
    await found('q=349901010'),
    await found(`q=${encodeURIComponent('石桥路')}`),
    await found('q=%25'),
    await found('type=03'),
  ]).toEqual([1, 1, 0, 1])
  const near = (await reader.get('/api/places/components/near?lng=117.2052&lat=31.8031&metres=50')).json()
  expect(near.rows).toMatchObject([{ code: lamp.code }])
  expect(near.rows[0].metres).toBeCloseTo(9.5, 0)
})

test('the table of types is the city’s own: a type is added and then taken', async () => {
  const type = { class: 'extension', name: '智能井盖', active: true, mark: '△' }
  expect((await reader.put('/api/places/component-types/2101', type)).statusCode).toBe(403)
  expect((await keeper.put('/api/places/component-types/2101', type)).statusCode).toBe(200)
  expect((await keeper.post('/api/places/components', { ...lamp, code: '3499012101000001' })).statusCode).toBe(201)
})
