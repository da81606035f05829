import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { saveAreas } from '../store.ts'

let here: TownWithDoors
let admin: Asker
let visitor: Asker
beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  admin = await here.by(await here.who('administrator'))
  visitor = await here.by(null)
  await saveAreas(here.db, '349901', [
    { code: 'street_349901001', level: 'street', name: '石桥街道', parent: null, aliases: [] },
  ])
})
afterAll(() => here.close())

const enter = async (body: object) => (await admin.post('/api/places/addresses', body)).json()
const typed = async (q: string) =>
  (await visitor.get(`/api/places/search?q=${encodeURIComponent(q)}`))
    .json()
    .rows.map(({ path }: { path: string }) => path)

test('an address is found while it is typed, however it is written', async () => {
  const estate = await enter({
    level: 'estate',
    name: '石桥小区',
    aliases: ['老石桥'],
    point: { lng: 117.2, lat: 31.8 },
  })
  const house = await enter({ level: 'building', name: '5号楼', parent: estate.id })
  const entrance = await enter({ level: 'entrance', name: '2单元', parent: house.id })
  await enter({ level: 'room', name: '301室', parent: entrance.id })
  expect(house).toMatchObject({ path: '石桥小区5号楼', lng: 117.2 })
  expect(await typed('石')).toEqual([
    '石桥街道',
    '石桥小区',
    '石桥小区5号楼',
    '石桥小区5号楼2单元',
    '石桥小区5号楼2单元301室',
  ])
  expect(await typed('老石桥５幢')).toEqual(['石桥小区5号楼', '石桥小区5号楼2单元', '石桥小区5号楼2单元301室'])
  expect(await typed('石桥小区5-2-301')).toEqual(['石桥小区5号楼2单元301室'])
  expect([await typed('桥石'), await typed(' '), await typed('%')]).toEqual([[], [], []])
  const inside = (await admin.get(`/api/places/addresses?parent=${estate.id}`)).json().rows
  expect(inside.map(({ name }: { name: string }) => name)).toEqual(['5号楼'])
})

test('levels that do not fit, names that are there and askers without the right get a plain no', async () => {
  expect((await enter({ level: 'room', name: '101室' })).refusal).toBe('address-level-wrong')
  expect((await enter({ level: 'building', name: '1号楼', parent: 'addr_none' })).refusal).toBe('no-such-address')
  expect((await enter({ level: 'estate', name: '石桥 小区' })).refusal).toBe('address-there-already')
  expect((await visitor.post('/api/places/addresses', { level: 'estate', name: '新区' })).statusCode).toBe(401)
  const handler = await here.by(await here.who('handler', undefined, await here.who('administrator')))
  expect((await handler.post('/api/places/addresses', { level: 'estate', name: '新区' })).statusCode).toBe(403)
})
