import { sql } from 'kysely'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { liFangWrites } from '../../../../tests/journeys/cast.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { counted } from '../../../city/engine.ts'
import { quadOf, tileUnits } from '../../../platform/tiles/tile-grid.ts'
import { sampleOf } from '../rules/sample.ts'
import { addUpCells, dropCells } from '../store/cells.ts'
import { gradedByQuestion, gradedInTile } from '../store/samples.ts'

const bridge = { lng: 118.31, lat: 32.29 }
const market = { lng: 118.3104, lat: 32.2899 }
let here: TownWithDoors
let intake: Asker
let stranger: Asker
let ids: string[]

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  intake = await here.by(await here.who('supervisor'))
  stranger = await here.by(await here.who('handler', 'unit_shuiwu'))
  ids = []
  for (const point of [bridge, market]) ids.push((await liFangWrites(here, null, point)).state.id)
  await addUpCells(here.db, '349901', Object.values(counted).flat())
})
afterAll(() => here.close())

const tile = (z: number, query = '', at = bridge) => {
  const [x, y] = tileUnits([at.lng, at.lat], z).map(Math.floor)
  return `/api/cases/map/${z}/${x}/${y}${query}`
}

type Layer = { name: string; features: number; values: (string | number)[] }

/** Names of the layers, and the texts and whole numbers of the tags; enough to see what a tile tells. */
const toldBy = (body: Buffer): Record<string, Layer> =>
  new PbfReader(body).readFields((tag: number, layers: Record<string, Layer>, pbf: PbfReader) => {
    if (tag !== 3) return
    const layer = pbf.readMessage(readLayer, { name: '', features: 0, values: [] })
    layers[layer.name] = layer
  }, {})

function readLayer(tag: number, layer: Layer, pbf: PbfReader): void {
  if (tag === 1) layer.name = pbf.readString()
  if (tag === 2) layer.features += 1
  if (tag === 4) pbf.readMessage(readValue, layer)
}

function readValue(tag: number, layer: Layer, pbf: PbfReader): void {
  if (tag === 1) layer.values.push(pbf.readString())
  if (tag === 5) layer.values.push(pbf.readVarint())
}

test('each case stands on its tile with its number and its light', async () => {
  const answer = await intake.get(tile(16, '?open=true'))
  expect(answer.headers['content-type']).toBe('application/vnd.mapbox-vector-tile')
  const { cases } = toldBy(answer.rawPayload)
  expect(cases?.features).toBe(2)
  expect(cases?.values).toEqual(expect.arrayContaining([...ids, 'good']))
})

test('from afar the cells tell how many there are, and how many there were in a span of days', async () => {
  const now = toldBy((await intake.get(tile(10, '?as=cells&open=true'))).rawPayload)
  expect(now.cells?.values).toContain(2)
  const before = toldBy((await intake.get(tile(10, '?as=cells&open=true&to=2026-03-01'))).rawPayload)
  expect(before.cells?.features ?? 0).toBe(0)
  const few = toldBy((await intake.get(tile(10, '?open=true&from=2026-03-01'))).rawPayload)
  expect(few.cases?.values).toEqual(expect.arrayContaining(ids))
})

test('added up twice, or anew from the books, the cells are the same', async () => {
  const measures = Object.values(counted).flat()
  await addUpCells(here.db, '349901', measures)
  await dropCells(here.db, '349901')
  await addUpCells(here.db, '349901', measures)
  expect(toldBy((await intake.get(tile(10, '?as=cells&open=true'))).rawPayload).cells?.values).toContain(2)
})

test('a unit sees on the map what it sees in its list, and is not told how much lies elsewhere', async () => {
  expect(toldBy((await stranger.get(tile(16))).rawPayload).cases?.features ?? 0).toBe(0)
  expect((await stranger.get(tile(10, '?as=cells'))).statusCode).toBe(403)
  expect((await stranger.get('/api/cases/map')).json()).toMatchObject({ whole: false })
  expect((await intake.get('/api/cases/map')).json()).toMatchObject({
    whole: true,
    far: 0,
    bounds: [118.31, 32.2899, 118.3104, 32.29],
    firstDay: '2026-03-02',
  })
})

test('nobody who is not signed in is given a tile', async () => {
  expect((await (await here.by(null)).get(tile(10))).statusCode).toBe(401)
})

test('the list keeps to an area that was drawn round', async () => {
  const ring = '118.3095,32.2905;118.3102,32.2905;118.3102,32.28995;118.3095,32.28995'
  const { rows } = (await intake.get(`/api/cases?within=${ring}`)).json()
  expect(rows.map(({ id }: { id: string }) => id)).toEqual([ids[0]])
  expect((await intake.get('/api/cases?within=118.309,32.29')).statusCode).toBe(400)
})

test('an address that is no tile, and a search by words, are refused in plain words', async () => {
  expect((await intake.get('/api/cases/map/2/9/0')).statusCode).toBe(404)
  expect((await intake.get(tile(10, '?words=%E8%B7%AF%E7%81%AF'))).json()).toMatchObject({
    refusal: 'map-without-words',
  })
})

test('a sample of a tile is read by whole grades, and the unit’s own road leads to the same cases', async () => {
  const spots = Array.from({ length: 400 }, (_, at) => ({ id: `case_far_${at}`, quad: quadOf([10 + at / 1e5, 10]) }))
  await sql`insert into cases.spot (district, case_id, quad, lng, lat, filed_on)
    select '349999', s.id, s.quad, 10, 10, '2026-03-02'
    from jsonb_to_recordset(${JSON.stringify(spots)}::jsonb) as s(id text, quad bigint)`.execute(here.db.kysely)
  const asked = { district: '349999', quads: [0, 4 ** 20] as const, open: false }
  expect(await gradedInTile(here.db, asked, 1_000)).toHaveLength(400)
  const read = await gradedInTile(here.db, asked, 101)
  const { drawn, per } = sampleOf(read, 100)
  expect(drawn.length * per).toBeGreaterThan(250)
  expect(drawn.length * per).toBeLessThan(600)
  const underWay = await gradedInTile(here.db, { district: '349901', quads: [0, 4 ** 20], open: true }, 1_000)
  expect(underWay.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
  expect(underWay.map(({ id }) => id)).not.toContain('case_far_1')
  const card = await sql<{ unit: string }>`select unit from cases.card where id = ${ids[0]}`.execute(here.db.kysely)
  const units = card.rows.map(({ unit }) => unit)
  const reach = { district: '349901', all: false, units, hands: [], owners: [], grids: [], leads: [] }
  for (const open of [true, false]) {
    const found = await gradedByQuestion(here.db, { open, unit: null, reach }, 10)
    expect(found?.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
  }
  expect(await gradedByQuestion(here.db, { open: false, unit: null, reach: { ...reach, all: true } }, 10)).toBeNull()
})

test('a case far away does not decide where the map begins; it is counted and can be listed', async () => {
  const [, second] = ids
  const near = Array.from({ length: 9 }, (_, at) => [`case_349901_0${at}`, 118.31 + at / 1e4, 32.29])
  await sql`insert into cases.spot (district, case_id, quad, lng, lat, filed_on)
    select '349901', s ->> 0, ${quadOf([118.31, 32.29])}, (s ->> 1)::float8, (s ->> 2)::float8, '2026-03-02'
    from jsonb_array_elements(${JSON.stringify(near)}::jsonb) as s`.execute(here.db.kysely)
  await sql`update cases.spot set lng = 10, lat = 10, quad = ${quadOf([10, 10])} where case_id = ${second}`.execute(
    here.db.kysely,
  )
  expect((await intake.get('/api/cases/map')).json()).toMatchObject({ far: 1 })
  const [west] = (await intake.get('/api/cases/map')).json().bounds
  expect(west).toBeGreaterThan(118)
  const { rows } = (await intake.get('/api/cases?far=true')).json()
  expect(rows.map(({ id }: { id: string }) => id)).toEqual([second])
  expect((await stranger.get('/api/cases/map')).json()).toMatchObject({ far: 0 })
})
