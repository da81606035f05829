import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { planeAt } from '../../../platform/geo/measure.ts'
import { tileUnits } from '../../../platform/tiles/tile-grid.ts'

let here: TownWithDoors
let admin: Asker

const plane = planeAt([117.2, 31.8])
const box = (west: number, east: number, north = 100) =>
  [
    [west, 0],
    [east, 0],
    [east, north],
    [west, north],
    [west, 0],
  ].map(([x = 0, y = 0]) => [...plane.toLngLat([x, y])])
const area = (code: string, ring: number[][]) => ({
  type: 'Feature',
  properties: { code, name: `${code}名` },
  geometry: { type: 'Polygon', coordinates: [ring] },
})

async function send(layer: string, features: object[], scope = 'whole') {
  const content = JSON.stringify({ type: 'FeatureCollection', features })
  const body = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.geojson"\r\n\r\n${content}\r\n--x--`
  const sent = await admin.post(`/api/places/imports?layer=${layer}&system=WGS84&scope=${scope}`, body, {
    'content-type': 'multipart/form-data; boundary=x',
  })
  expect(sent.statusCode, sent.body).toBe(202)
  await here.app.city.runner.runDueJobs()
  return (await admin.get(`/api/places/imports/${sent.json().id}`)).json()
}
const publish = (layer: string, version: number) =>
  admin.post(`/api/places/layers/${layer}/versions/${version}/publish`, { from: '2026-03-02' })
const codes = async (version: number) =>
  (await admin.get(`/api/places/layers/unit-grid/versions/${version}/areas`))
    .json()
    .rows.map(({ code }: { code: string }) => code.slice(9))

const [west, east] = ['349901001001', '349901001002']

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  admin = await here.by(await here.who('administrator'))
  const whole: readonly [string, object[]][] = [
    ['street', [area('349901001', box(0, 400))]],
    ['community', [area(west, box(0, 200)), area(east, box(200, 400))]],
    [
      'unit-grid',
      [area(`${west}001`, box(0, 100)), area(`${west}002`, box(100, 200)), area(`${east}001`, box(200, 400))],
    ],
  ]
  for (const [layer, features] of whole) {
    const run = await send(layer, features)
    expect(run).toMatchObject({ state: 'ready', isPart: false })
    expect((await publish(layer, run.version)).statusCode).toBe(200)
  }
})
afterAll(() => here.close())

const halves = [area(`${east}002`, box(200, 300)), area(`${east}003`, box(300, 400))]

test('a file of one community redraws that one, and the grids of the others stay', async () => {
  const run = await send('unit-grid', halves, 'part')
  expect(run).toMatchObject({ state: 'ready', isPart: true, version: 2, features: 2 })
  expect(await codes(2)).toEqual(['001001', '001002', '002002', '002003'])
  const { counts } = (await admin.get('/api/places/layers/unit-grid/versions/2/changes')).json()
  expect(counts).toEqual({ added: 2, removed: 1, moved: 0, renamed: 0 })
})

test('a part is checked as strictly as a whole: what it leaves bare is a gap, what juts out is named', async () => {
  const bare = await send('unit-grid', halves.slice(0, 1), 'part')
  expect(bare).toMatchObject({ state: 'faulty', version: null, grave: 1 })
  const jutting = await send('unit-grid', [area(`${east}002`, box(150, 400))], 'part')
  const { counts } = (await admin.get(`/api/places/imports/${jutting.id}/report`)).json()
  expect(counts).toEqual({ 'outside-parent': 1 })
})

test('an edition is drawn as tiles, near enough to tell its areas apart, to whoever may read it', async () => {
  const [x, y] = tileUnits(plane.toLngLat([50, 50]), 16).map(Math.floor)
  const url = `/api/places/layers/unit-grid/versions/1/tiles/16/${x}/${y}`
  const tile = await admin.get(url)
  expect(tile.headers['content-type']).toBe('application/vnd.mapbox-vector-tile')
  const said = tile.rawPayload.toString('utf8')
  for (const code of [`${west}001`, `${west}002`]) expect(said).toContain(code)
  const whole = await admin.get('/api/places/layers/unit-grid/versions/1/tiles/0/0/0')
  expect(whole.rawPayload).toHaveLength(0)
  expect((await admin.get('/api/places/layers/unit-grid/versions/1/tiles/1/5/0')).statusCode).toBe(404)
  expect((await admin.get('/api/places/layers/unit-grid/versions/99/tiles/0/0/0')).statusCode).toBe(404)
  const visitor = await here.by(null)
  expect((await visitor.get(url)).statusCode).toBe(401)
})

test('a part of an edition that is no longer the last cannot be published over the newer one', async () => {
  const other = await send('unit-grid', [area(`${west}005`, box(0, 200))], 'part')
  expect((await publish('unit-grid', other.version)).statusCode).toBe(200)
  expect((await publish('unit-grid', 2)).json().refusal).toBe('base-no-longer-last')
  const anew = await send('unit-grid', halves, 'part')
  expect((await publish('unit-grid', anew.version)).statusCode).toBe(200)
  expect(await codes(anew.version)).toEqual(['001005', '002002', '002003'])
})
