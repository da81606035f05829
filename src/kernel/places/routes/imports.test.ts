import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { planeAt } from '../../../platform/geo/measure.ts'
import { toSystem } from '../../../platform/geo/systems.ts'

let here: TownWithDoors
let admin: Asker
let reader: Asker

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  admin = await here.by(await here.who('administrator'))
  reader = await here.by(await here.who('handler', undefined, await here.who('administrator')))
})
afterAll(() => here.close())

const plane = planeAt([117.2, 31.8])
const box = (west: number, south: number, east: number, north: number) =>
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ].map(([x = 0, y = 0]) => [...plane.toLngLat([x, y])])
type Props = Record<string, string | number>
const area = (code: string, ring: number[][], more: Props = {}) => ({
  type: 'Feature',
  properties: { code, name: `${code}名`, ...more },
  geometry: { type: 'Polygon', coordinates: [ring] },
})
const file = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })

async function send(layer: string, content: string, { system = 'WGS84', name = 'a.geojson' } = {}) {
  const body = `--x\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\n\r\n${content}\r\n--x--`
  const sent = await admin.post(`/api/places/imports?layer=${layer}&system=${system}`, body, {
    'content-type': 'multipart/form-data; boundary=x',
  })
  expect(sent.statusCode, sent.body).toBe(202)
  await here.app.city.runner.runDueJobs()
  return (await admin.get(`/api/places/imports/${sent.json().id}`)).json()
}
const reportOf = async (id: string) => (await admin.get(`/api/places/imports/${id}/report`)).json()
const publish = (layer: string, version: number, from: string) =>
  admin.post(`/api/places/layers/${layer}/versions/${version}/publish`, { from })

const streets = file(area('349901001', box(0, 0, 400, 200), { name: '云溪街道' }))
const communities = file(
  area('349901001001', box(0, 0, 200, 200), { name: '桥头社区' }),
  area('349901001002', box(200, 0, 400, 200), { name: '朝花社区' }),
)
const unit = (n: number, ring: number[][], more: Props = {}) => area(`34990100100100${n}`, ring, more)
const four = [
  unit(1, box(0, 0, 100, 100), { 责任主体: '城管局', 用地类别: '道路用地' }),
  unit(2, box(100, 0, 200, 100)),
  unit(3, box(0, 100, 100, 200)),
  unit(4, box(100, 100, 200, 200)),
]
const beyond = [area('349901001002001', box(200, 0, 400, 200))]

describe('a layer is sent, checked, published, and then every point knows it', () => {
  test('streets first, communities in them; the gazetteer learns their names', async () => {
    for (const [layer, content] of [
      ['street', streets],
      ['community', communities],
    ] as const) {
      const run = await send(layer, content)
      expect(run).toMatchObject({ state: 'ready', version: 1, grave: 0 })
      expect((await publish(layer, 1, '2026-03-02')).statusCode).toBe(200)
    }
    const at = await here.by(null).then((visitor) => visitor.get(`/api/places/at?${pointQuery(150, 50)}`))
    expect(at.json()).toMatchObject({
      street: { name: '云溪街道' },
      community: { code: '349901001001', name: '桥头社区' },
    })
    expect((await admin.get('/api/cases/areas')).json().rows).toContainEqual({
      code: 'community_349901001002',
      parent: 'street_349901001',
      name: '朝花社区',
    })
  })

  test('unit grids in the shifted coordinates of a map; who owns nothing leaves it to the territory', async () => {
    const shifted = JSON.parse(file(...four, ...beyond))
    for (const { geometry } of shifted.features)
      geometry.coordinates = geometry.coordinates.map((ring: [number, number][]) =>
        ring.map((point) => toSystem('GCJ-02', point)),
      )
    const run = await send('unit-grid', JSON.stringify(shifted), { system: 'GCJ-02' })
    expect(run).toMatchObject({ state: 'ready', version: 1, features: 5, grave: 0, remarks: 0 })
    expect((await publish('unit-grid', 1, '2026-03-02')).statusCode).toBe(200)
    const list = (await reader.get('/api/places/layers/unit-grid/versions/1/areas?parent=349901001001')).json().rows
    expect(list).toHaveLength(4)
    expect(list[0]).toMatchObject({
      landUse: '道路用地',
      parentName: '桥头社区',
      bearer: { kind: 'owner', unit: 'unit_chengguan' },
    })
    expect(list[0].area).toBeCloseTo(10_000, 0)
    expect(list[1].bearer).toMatchObject({ kind: 'territory', name: '桥头社区' })
    const at = (await reader.get(`/api/places/at?${pointQuery(150, 50)}`)).json()
    expect(at['unit-grid'].code).toBe('349901001001002')
  })

  test('a message with a point is filed in its street and community without a word about either', async () => {
    const [lng, lat] = plane.toLngLat([350, 50])
    const filed = await admin.post('/api/cases', {
      channel: 'hotline',
      caller: {},
      title: '路灯不亮了',
      text: '这里的路灯连着几晚都不亮，走路看不清。',
      point: { lng, lat },
    })
    expect(filed.statusCode, filed.body).toBe(201)
    expect((await here.stateOf(filed.json().id)).filing).toMatchObject({ area: '349901001/349901001002' })
  })
})

const pointQuery = (x: number, y: number) => {
  const [lng, lat] = plane.toLngLat([x, y])
  return `lng=${lng}&lat=${lat}`
}

describe('a new edition', () => {
  test('says what it would change, holds from its day on, and takes the place of the old one whole', async () => {
    const run = await send('unit-grid', file(...four.slice(0, 2), unit(5, box(0, 100, 200, 200)), ...beyond))
    expect(run).toMatchObject({ state: 'ready', version: 2 })
    const changes = (await reader.get('/api/places/layers/unit-grid/versions/2/changes')).json()
    expect(changes.against).toBe(1)
    expect(changes.counts).toEqual({ added: 1, removed: 2, moved: expect.any(Number), renamed: 0 })
    expect((await publish('unit-grid', 2, '2026-03-01')).json().refusal).toBe('from-before-the-last')
    expect((await publish('unit-grid', 2, '2026-04-01')).json()).toMatchObject({
      state: 'published',
      from: '2026-04-01',
    })
    expect((await publish('unit-grid', 2, '2026-04-01')).json().refusal).toBe('version-not-a-draft')
    const on = async (day: string) =>
      (await reader.get(`/api/places/at?${pointQuery(50, 150)}&day=${day}`)).json()['unit-grid'].code
    expect([await on('2026-03-31'), await on('2026-04-01')]).toEqual(['349901001001003', '349901001001005'])
    const rows = (await reader.get('/api/places/layers')).json().rows
    expect(rows.at(-1)).toMatchObject({
      layer: 'unit-grid',
      inForce: { version: 1, to: '2026-04-01' },
      editions: 2,
      drafts: 0,
    })
  })

  test('goes out as GeoJSON and as a Shapefile, and comes in again without a change', async () => {
    for (const [format, system] of [
      ['geojson', 'GCJ-02'],
      ['shp', 'CGCS2000'],
    ]) {
      const out = await reader.get(`/api/places/layers/unit-grid/versions/2/export?format=${format}&system=${system}`)
      expect(out.headers['content-disposition']).toContain(`unit-grid-2-${system}`)
      const run = await sendBytes('unit-grid', out.rawPayload, String(system))
      expect(run).toMatchObject({ state: 'ready', grave: 0, features: 4 })
      const { counts } = (await reader.get(`/api/places/layers/unit-grid/versions/${run.version}/changes`)).json()
      expect({ ...counts, moved: 0 }).toEqual({ added: 0, removed: 0, moved: 0, renamed: 0 })
      expect((await admin.post(`/api/places/layers/unit-grid/versions/${run.version}/discard`, {})).statusCode).toBe(
        200,
      )
    }
  })
})

async function sendBytes(layer: string, content: Buffer, system: string) {
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n'
  const body = Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n--x--')])
  const sent = await admin.post(`/api/places/imports?layer=${layer}&system=${system}`, body, {
    'content-type': 'multipart/form-data; boundary=x',
  })
  await here.app.city.runner.runDueJobs()
  return (await admin.get(`/api/places/imports/${sent.json().id}`)).json()
}

describe('what does not fit is reported and not taken', () => {
  test('gaps, overlaps and overhangs, as a list and as a map', async () => {
    const faulty = file(
      unit(1, box(0, 0, 110, 100)),
      unit(2, box(100, 0, 200, 100)),
      unit(4, box(100, 100, 200, 210)),
      ...beyond,
    )
    const run = await send('unit-grid', faulty)
    expect(run).toMatchObject({ state: 'faulty', version: null, grave: 3 })
    const { findings, counts } = await reportOf(run.id)
    expect(counts).toEqual({ gap: 1, overlap: 1, 'outside-parent': 1 })
    expect(
      findings.map(({ fault, rows, area: ground }: { fault: string; rows: number[]; area: number }) => [
        fault,
        rows,
        Math.round(ground / 10),
      ]),
    ).toEqual([
      ['gap', [], 1_000],
      ['overlap', [1, 2], 100],
      ['outside-parent', [3], 100],
    ])
    expect(findings[1].said.zh).toMatch(/重叠.*1000 m²/)
    const map = (await admin.get(`/api/places/imports/${run.id}/report.geojson`)).json()
    expect(map.features.map(({ geometry }: { geometry: { type: string } }) => geometry.type)).toEqual([
      'MultiPolygon',
      'MultiPolygon',
      'MultiPolygon',
    ])
    expect(await publish('unit-grid', 9, '2026-05-01').then((answer) => answer.statusCode)).toBe(404)
  })

  test('every wrong area of a file is named by its place, all at once', async () => {
    const bow = [
      [0, 0],
      [100, 100],
      [100, 0],
      [0, 100],
      [0, 0],
    ].map(([x = 0, y = 0]) => [...plane.toLngLat([x, y])])
    const run = await send(
      'unit-grid',
      file(
        unit(1, bow),
        {
          type: 'Feature',
          properties: { code: '349901001001002' },
          geometry: { type: 'Point', coordinates: [117, 31] },
        },
        area('34990100100103', box(0, 0, 10, 10)),
        area('349901001009001', box(0, 0, 10, 10)),
        unit(5, [
          [512_000, 3_520_000],
          [1, 1],
          [2, 2],
          [512_000, 3_520_000],
        ]),
        unit(6, box(0, 100, 100, 200).slice(0, -1)),
        { type: 'Feature', properties: null, geometry: null },
      ),
    )
    const { findings, gapsLooked } = await reportOf(run.id)
    expect(gapsLooked).toBe(false)
    const told = findings.map(({ fault, rows }: { fault: string; rows: number[] }) => `${rows.join()} ${fault}`)
    expect(told).toEqual(
      expect.arrayContaining([
        '1 crosses-itself',
        '2 not-a-surface',
        '3 code-shape',
        '4 parent-unknown',
        '5 not-a-number',
        '6 not-closed',
        '7 code-missing',
        '7 no-geometry',
      ]),
    )
  })

  test.each([
    ['no JSON', 'hello', 'file-unreadable'],
    ['JSON of something else', '{"a":1}', 'file-unreadable'],
    ['an empty collection', file(), 'file-without-areas'],
    ['something that begins like a zip', 'PK nothing', 'file-unreadable'],
  ])('%s is refused in a word', async (_, content, refusal) => {
    expect(await send('unit-grid', content)).toMatchObject({ state: 'unreadable', refusal })
  })

  test('a run that somebody stops writes nothing, and a stopped one cannot be stopped again', async () => {
    const body = `--x\r\ncontent-disposition: form-data; name="file"; filename="a.geojson"\r\n\r\n${file(...four)}\r\n--x--`
    const sent = await admin.post('/api/places/imports?layer=unit-grid&system=WGS84', body, {
      'content-type': 'multipart/form-data; boundary=x',
    })
    const url = `/api/places/imports/${sent.json().id}`
    expect((await admin.get(`${url}/report`)).json().refusal).toBe('import-still-running')
    expect((await admin.post(`${url}/cancel`, {})).json()).toEqual({ ok: true })
    await here.app.city.runner.runDueJobs()
    expect((await admin.get(url)).json()).toMatchObject({ state: 'cancelled', version: null })
    expect((await admin.post(`${url}/cancel`, {})).json().refusal).toBe('import-over')
  })

  test('only those who keep the layers may send, publish and change how codes are made', async () => {
    expect((await reader.get('/api/places/imports')).statusCode).toBe(403)
    expect(
      (await reader.post('/api/places/layers/unit-grid/versions/1/publish', { from: '2026-05-01' })).statusCode,
    ).toBe(403)
    const rule = { separator: '', serial: 2, source: 'CJ/T 213', mark: '△' }
    expect((await reader.put('/api/places/code-rules/unit-grid', rule)).statusCode).toBe(403)
    expect((await admin.put('/api/places/code-rules/unit-grid', rule)).statusCode).toBe(200)
    const run = await send(
      'unit-grid',
      file(area('34990100100101', box(0, 0, 200, 200)), area('34990100100201', box(200, 0, 400, 200))),
    )
    expect(run).toMatchObject({ state: 'ready' })
    expect((await here.by(null).then((visitor) => visitor.get('/api/places/layers'))).statusCode).toBe(401)
  })
})
