import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { crossing, osmText } from './grid-town.spec.ts'

let here: TownWithDoors
let planner: Asker

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  const { rows } = await here.db.pool.query<{ id: `staff_${string}` }>(
    'select id from people.staff where account = $1',
    ['shenghuoquan'],
  )
  planner = await here.by(rows[0]?.id ?? null)
})
afterAll(() => here.close())

type Files = readonly (readonly [field: string, name: string, text: string])[]
const send = async (asker: Asker, files: Files, query = '') => {
  const parts = files.map(
    ([field, name, text]) =>
      `--x\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n${text}\r\n`,
  )
  const type = { 'content-type': 'multipart/form-data; boundary=x' }
  return asker.post(`/api/life-circle/networks${query}`, `${parts.join('')}--x--\r\n`, type)
}
const get = async (path: string) => (await planner.get(`/api/life-circle${path}`)).json()
const map = ['file', 'town.osm', osmText()] as const
const [lng, lat] = crossing(5, 5)
const people = (told: unknown) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { 人口: told }, geometry: { type: 'Point', coordinates: [lng, lat] } },
      { type: 'Feature', properties: { 人口: 'x' }, geometry: { type: 'Point', coordinates: [lng, lat] } },
    ],
  })

test('a map is taken in with its people, told how far it is under its name, and each version can be used again', async () => {
  const first = await send(planner, [map, ['people', 'people.geojson', people(30)]], '?run=abcdefgh12')
  expect(first.json()).toMatchObject({ ok: true, version: 1 })
  const second = await send(planner, [map, ['people', 'people.csv', `经度,纬度,人口\n${lng},${lat},50\n`]])
  expect(second.json()).toMatchObject({ ok: true, version: 2 })
  const list = await get('/networks')
  expect(list.standing).toBe(2)
  expect(list.rows).toMatchObject([
    { version: 2, people: 50, troubles: 0, populationSource: 'people.csv' },
    { version: 1, people: 30, troubles: 1, islands: 0 },
  ])
  expect((await get('/networks/1')).troubles).toMatchObject([
    { trouble: 'population-unread', count: 1, first: [{ of: 'feature 2' }] },
  ])
  expect((await planner.get('/api/life-circle/networks/1/troubles?format=csv')).body).toContain('feature 2')
  expect((await get('/coverage')).people).toBe(50)
  expect((await planner.put('/api/life-circle/standing', { network: 1 })).statusCode).toBe(200)
  expect((await get('/coverage')).people).toBe(30)
  // Nothing is left running, and what has ended cannot be called off.
  expect((await get('/runs')).rows).toEqual([])
  expect((await planner.post('/api/life-circle/runs/abcdefgh12/call-off', {})).json().refusal).toBe('no-such-run')
})

test('a file that is none is refused with a sentence and changes nothing', async () => {
  const before = (await get('/networks')).rows.length
  const refusals: [Files, string][] = [
    [[['file', 'town.osm', osmText().slice(0, 900)]], 'osm-'],
    [[['file', 'town.osm', 'hello']], 'osm-'],
    [[map, ['people', 'people.csv', 'a,b\n1,2\n']], 'population-not-a-table'],
    [[map, ['people', 'people.csv', '经度,纬度,人口\n']], 'population-empty'],
    [[map, ['people', 'people.csv', `经度,纬度,人口\n${lat},${lng},50\n`]], 'population-swapped'],
    [[map, ['people', 'people.csv', `经度,纬度,人口\n${lng + 1},${lat},50\n`]], 'population-elsewhere'],
    [[map, ['people', 'people.geojson', '{']], 'file-unreadable'],
    [[['people', 'people.csv', 'x']], 'file-missing'],
  ]
  for (const [files, refusal] of refusals) {
    const answer = (await send(planner, files)).json()
    expect(answer.refusal, JSON.stringify(answer)).toContain(refusal)
    expect(answer.title ?? answer.detail).toBeTruthy()
  }
  const now = await get('/networks')
  expect([now.rows.length, now.standing]).toEqual([before, 1])
})

test('what a next version of a profile would change is told before it is kept', async () => {
  const at = '/profiles/gb-50180-2018'
  const { profile } = await get(at)
  const { id: _, version: _v, ...body } = profile
  const preview = async (next: object) =>
    (await planner.post(`/api/life-circle${at}/preview`, { body: { ...body, ...next } })).json()
  const same = await preview({})
  expect(same.kinds).toEqual([])
  expect(same.before).toEqual(same.after)
  const market = body.demands.filter(({ kind }: { kind: string }) => kind === 'market')
  const fewer = await preview({ demands: market })
  expect(fewer.kinds.every(({ after }: { after: unknown }) => after === null)).toBe(true)
  expect(fewer.kinds.length).toBe(body.demands.length - 1)
  expect((await preview({ demands: [...market, ...market] })).fields.length).toBeGreaterThan(0)
  expect((await get(at)).profile.version).toBe(0)
})

test('what a plan may touch is named; who may not is refused', async () => {
  expect(await get('/ground?kind=market')).toMatchObject({ ok: true, places: [], gates: [] })
  const handler = await here.by(await here.who('handler', 'unit_zhujian'))
  const li = await here.by(await here.resident('13900000001'))
  for (const asker of [handler, li]) {
    expect((await asker.get('/api/life-circle/ground?kind=market')).statusCode).toBe(403)
    expect((await asker.put('/api/life-circle/standing', { network: 2 })).statusCode).toBe(403)
    expect((await asker.post('/api/life-circle/profiles/gb-50180-2018/preview', {})).statusCode).toBe(403)
    expect((await send(asker, [map])).statusCode).toBe(403)
  }
  for (const path of ['networks', 'networks/1', 'networks/1/troubles?format=csv', 'runs'])
    expect((await li.get(`/api/life-circle/${path}`)).statusCode).toBe(403)
  expect((await li.post('/api/life-circle/runs/abcdefgh12/call-off', {})).statusCode).toBe(403)
  expect((await planner.put('/api/life-circle/standing', { network: 9 })).json().refusal).toBe('no-such-network')
  expect((await planner.get('/api/life-circle/networks/9')).statusCode).toBe(404)
})
