import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'

let here: TownWithDoors
let admin: Asker
let reader: Asker
let visitor: Asker
beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  admin = await here.by(await here.who('administrator'))
  reader = await here.by(await here.who('handler', undefined, await here.who('administrator')))
  visitor = await here.by(null)
})
afterAll(() => here.close())

const enter = async (body: object) => (await admin.post('/api/places/addresses', body)).json()
const listed = async (query: string) =>
  (await reader.get(`/api/places/addresses?${query}`)).json().rows.map(({ path }: { path: string }) => path)
const found = async (q: string) =>
  (await visitor.get(`/api/places/search?q=${encodeURIComponent(q)}`))
    .json()
    .rows.map(({ path }: { path: string }) => path)
const url = (id: string) => `/api/places/addresses/${id}`
const csv = async (lines: string[], atomic = false) => {
  const content = ['级别,名称,上级地址,别名,经度,纬度,状态', ...lines].join('\n')
  const body = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${content}\r\n--x--`
  const type = { 'content-type': 'multipart/form-data; boundary=x' }
  return (await admin.post(`/api/places/addresses/import?atomic=${atomic}`, body, type)).json()
}

test('what is said otherwise of an address is kept beside what it was, and what stands in it goes along', async () => {
  const estate = await enter({ level: 'estate', name: '锦绣花园', aliases: ['锦绣'] })
  const house = await enter({ level: 'building', name: '5栋', parent: estate.id })
  await enter({ level: 'entrance', name: '2单元', parent: house.id })
  const put = (body: object) => admin.put(url(estate.id), { seq: 1, reason: '更名公告', ...body })
  expect((await put({ name: '锦绣花园' })).json().refusal).toBe('nothing-changed')
  expect((await put({ name: '锦绣家园', aliases: ['锦绣', '老锦绣'] })).json()).toMatchObject({
    seq: 2,
    path: '锦绣家园',
  })
  expect((await put({ name: '锦绣名邸' })).json().refusal).toBe('somebody-was-first')
  expect(await found('老锦绣5号楼2单元')).toEqual(['锦绣家园5栋2单元'])
  expect(await found('锦绣花园5栋')).toEqual([])
  const one = (await reader.get(url(house.id))).json()
  expect(one).toMatchObject({ address: { path: '锦绣家园5栋' }, within: [{ name: '锦绣家园' }], can: [] })
  const { history, can } = (await admin.get(url(estate.id))).json()
  expect(can).toEqual(['change'])
  expect(history).toMatchObject([
    {
      kind: 'changed',
      reason: '更名公告',
      change: { name: ['锦绣花园', '锦绣家园'], aliases: ['锦绣', '锦绣、老锦绣'] },
    },
    { kind: 'entered', seq: 1 },
  ])
  const aside = { seq: 2, reason: '已拆迁', active: false }
  expect((await admin.put(url(estate.id), aside)).json().refusal).toBe('address-holds-others')
  expect((await reader.put(url(estate.id), aside)).statusCode).toBe(403)
  expect((await admin.put(url('addr_none'), aside)).statusCode).toBe(404)
  expect((await visitor.get(url(estate.id))).statusCode).toBe(401)
})

test('a table is taken in with every wrong row named, all or nothing on request, and goes out as it came in', async () => {
  const lines = [
    '道路,石桥路,,石桥大街,,,',
    '小区,石桥新村,石桥路,,,,',
    '楼栋,1栋,石桥路石桥新村,,118.3,32.3,',
    '楼栋,2栋,没有这条路,,,,',
    '楼栋,1栋,石桥路石桥新村,,,,',
    '单元,1单元,石桥路,,,,',
    '房子,3栋,石桥路石桥新村,,200,x,坏了',
    '小区,,,,,,',
  ]
  const all = await csv(lines, true)
  expect(all.taken).toBe(0)
  expect(all.faults.map(({ row, field }: { row: number; field: string }) => `${row} ${field}`)).toEqual([
    '5 上级地址',
    '6 名称',
    '7 上级地址',
    '8 级别',
    '8 状态',
    '8 经度',
    '9 名称',
  ])
  expect(await listed('q=石桥新村')).toEqual([])
  expect(await csv(lines)).toMatchObject({ taken: 3, unchanged: 0 })
  expect(await csv(lines.slice(0, 3))).toEqual({ taken: 0, unchanged: 3, faults: [] })
  expect(await csv(['道路,石桥路,,老石桥路,,,'])).toMatchObject({ taken: 1 })
  expect(await found('老石桥路石桥新村1号楼')).toEqual(['石桥路石桥新村1栋'])
  expect((await csv(['道路,石桥路,,,,,已停用'])).faults).toMatchObject([{ field: '状态' }])
  const out = await reader.get('/api/places/addresses/export?format=csv&q=石桥新村&sort=path')
  expect(out.body.split(/\r?\n/).filter(Boolean).slice(1)).toMatchObject([
    expect.stringContaining('小区、院落,石桥新村,石桥路'),
    expect.stringContaining('楼栋,1栋,石桥路石桥新村'),
  ])
  const again = out.body
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter(Boolean)
    .slice(1)
  expect(again).toHaveLength(2)
})

test('a list is narrowed by words, level and community, ordered, and paged', async () => {
  expect(await listed('level=building&sort=path')).toEqual(['石桥路石桥新村1栋', '锦绣家园5栋'])
  expect(await listed('q=锦绣5号楼&level=building')).toEqual(['锦绣家园5栋'])
  const first = (await reader.get('/api/places/addresses?sort=changed&level=building&limit=1')).json()
  expect(first.rows).toHaveLength(1)
  const next = (
    await reader.get(`/api/places/addresses?sort=changed&level=building&limit=1&after=${first.next}`)
  ).json()
  expect(next.rows).toHaveLength(1)
  expect(next.rows[0].id).not.toBe(first.rows[0].id)
  expect((await reader.get('/api/places/addresses?after=nonsense')).json().refusal).toBe('bad-cursor')
  expect((await reader.get('/api/places/addresses/import')).statusCode).toBe(404)
})
