import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'

let here: TownWithDoors
let mine: Asker
let other: Asker
const path = '/api/cases/saved-views'

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  const handler = await here.who('handler')
  mine = await here.by(handler)
  other = await here.by(await here.who('handler', undefined, handler))
})
afterAll(() => here.close())

type Row = { id: string; name: string; asked: object }
const rowsOf = async (asker: Asker): Promise<Row[]> => (await asker.get(path)).json().rows
const idOf = async (name: string) => (await rowsOf(mine)).find((row) => row.name === name)?.id ?? ''

test('filters are kept under a name, renamed, put in order and let go', async () => {
  const red = { view: 'unit', light: 'red', open: true }
  const kept = await mine.post(path, { name: '红灯', asked: red })
  expect(kept.statusCode, kept.body).toBe(200)
  await mine.post(path, { name: '热线', asked: { channel: 'hotline' } })
  expect(await rowsOf(mine)).toMatchObject([{ name: '红灯', asked: red }, { name: '热线' }])
  const ids = [await idOf('热线'), await idOf('红灯')]
  expect((await mine.put(`${path}/order`, { ids })).json().rows.map(({ id }: Row) => id)).toEqual(ids)
  expect((await mine.put(`${path}/${ids[1]}`, { name: '本科红灯', asked: red })).statusCode).toBe(200)
  expect((await mine.delete(`${path}/${ids[0]}`)).json().rows).toMatchObject([{ name: '本科红灯' }])
})

test('nobody sees, renames, orders or deletes what another keeps', async () => {
  const id = await idOf('本科红灯')
  expect(await rowsOf(other)).toEqual([])
  expect((await other.put(`${path}/${id}`, { name: '抢来', asked: {} })).statusCode).toBe(404)
  expect((await other.put(`${path}/order`, { ids: [id] })).statusCode).toBe(404)
  expect((await other.delete(`${path}/${id}`)).statusCode).toBe(404)
  expect(await rowsOf(mine)).toMatchObject([{ name: '本科红灯' }])
  expect((await (await here.by(null)).get(path)).statusCode).toBe(401)
  const resident = await here.by(await here.resident('13800138000'))
  expect((await resident.get(path)).statusCode).toBe(403)
})

test('a name used twice, an empty one and an unknown filter are refused; what was searched for is never kept', async () => {
  expect((await mine.post(path, { name: '本科红灯', asked: {} })).json().refusal).toBe('view-named-so')
  expect((await mine.post(path, { name: ' ', asked: {} })).statusCode).toBe(400)
  expect((await mine.post(path, { name: '电话', asked: { phone: '13800138000' } })).statusCode).toBe(400)
  expect(await rowsOf(mine)).toHaveLength(1)
})
