import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack, unpack } from '../tables/zip.ts'
import { readGeoJson, surfaceIn } from './geojson.ts'
import { areaOf } from './measure.ts'
import { readShapefile, type ShapesToWrite, writeShapefile } from './shapefile.ts'
import type { MultiPolygon } from './shapes.ts'

const MB = 1_048_576
const box = (west: number, south: number, east: number, north: number): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const shapes = (rows: ShapesToWrite['rows']): ShapesToWrite => ({
  name: 'grids',
  columns: [
    { name: 'code', kind: 'text' },
    { name: 'name', kind: 'text' },
    { name: 'area_m2', kind: 'number' },
  ],
  rows,
  system: 'WGS84',
})
const holed: MultiPolygon = [
  [box(117, 31, 117.1, 31.1), box(117.02, 31.02, 117.04, 31.04)],
  [box(117.2, 31, 117.3, 31.1)],
]

describe('zip files', () => {
  test('what is packed comes out again, and is the same to the byte when packed twice', async () => {
    const name = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !text.includes('\\'))
    const files = fc.uniqueArray(fc.record({ name, content: fc.uint8Array().map((bytes) => Buffer.from(bytes)) }), {
      selector: (file) => file.name,
      maxLength: 5,
    })
    await fc.assert(
      fc.asyncProperty(files, async (some) => {
        const packed = pack(some)
        expect(pack(some).equals(packed)).toBe(true)
        expect(await unpack(packed, MB, () => true)).toEqual(new Map(some.map((file) => [file.name, file.content])))
      }),
      { numRuns: 40 },
    )
  })
})

describe('Shapefiles', () => {
  test('surfaces come back as they were, holes and islands and Chinese attributes too', async () => {
    const rows = [
      { surface: holed, values: ['349901001001001', '石桥小区“东”网格', 12.5] },
      { surface: [[box(118, 31, 118.5, 31.5)]], values: ['2', '', 0] },
    ]
    const read = await readShapefile(writeShapefile(shapes(rows)), MB)
    if (!read.ok) throw new Error(read.refusal)
    expect(read.features.map(({ properties }) => properties)).toEqual([
      { code: '349901001001001', name: '石桥小区“东”网格', area_m2: 12.5 },
      { code: '2', name: '', area_m2: 0 },
    ])
    const [first] = read.features.map(({ geometry }) => surfaceIn(geometry))
    if (!Array.isArray(first)) throw new Error(String(first))
    expect(first.map((polygon) => polygon.length)).toEqual([2, 1])
    expect(areaOf(first)).toBeCloseTo(areaOf(holed), 0)
  })

  test('a table in GBK without a word about it is read as GBK, and a projected layer comes in degrees', async () => {
    const whole = await unpack(writeShapefile(shapes([{ surface: holed, values: ['1', 'AAAA', 1] }])), MB, () => true)
    if (!whole || whole === 'too-large') throw new Error('no zip')
    const dbf = Buffer.from(whole.get('grids.dbf') ?? '')
    dbf.set(Buffer.from('ceefb8f1', 'hex'), dbf.indexOf('AAAA'))
    const parts = ['shp', 'dbf'].map((end) => ({
      name: `街道/GRIDS.${end.toUpperCase()}`,
      content: end === 'dbf' ? dbf : Buffer.from(whole.get('grids.shp') ?? ''),
    }))
    const mercator =
      'PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]'
    const plain = await readShapefile(pack(parts), MB)
    expect(plain.ok && plain.features[0]?.properties).toMatchObject({ name: '物格' })
    const projected = await readShapefile(
      pack([...parts, { name: '街道/GRIDS.prj', content: Buffer.from(mercator) }]),
      MB,
    )
    const [surface] = projected.ok ? projected.features.map(({ geometry }) => surfaceIn(geometry)) : []
    // 117 metres east of Greenwich, 31 north of the equator.
    expect(Array.isArray(surface) && surface[0]?.[0]?.[0]?.[0]).toBeCloseTo(117 / 111_319.49, 5)
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['no zip', Buffer.from('PK but not really')],
    ['a zip of other things', pack([{ name: 'a.txt', content: Buffer.from('x') }])],
    ['a broken .shp', pack([{ name: 'a.shp', content: Buffer.from('not a shape, by far not') }])],
    ['a cut .shp', pack([{ name: 'a.shp', content: Buffer.alloc(120, 1) }])],
  ])('%s is refused in a word', async (_, file) => {
    expect(await readShapefile(file, MB)).toEqual({ ok: false, refusal: 'file-unreadable' })
  })

  test('a table that promises more rows than it has is left unread, and a file that unpacks too large is refused', async () => {
    const whole = await unpack(writeShapefile(shapes([{ surface: holed, values: ['1', 'A', 1] }])), MB, () => true)
    if (!whole || whole === 'too-large') throw new Error('no zip')
    const dbf = Buffer.from(whole.get('grids.dbf') ?? '')
    dbf.writeUInt32LE(0xffffffff, 4)
    const parts = [...whole].map(([name, content]) => ({
      name,
      content: name.endsWith('.dbf') ? dbf : Buffer.from(content),
    }))
    expect(await readShapefile(pack(parts), MB)).toMatchObject({ ok: true, features: [{ properties: {} }] })
    expect(await readShapefile(pack(parts), 200)).toEqual({ ok: false, refusal: 'file-too-large' })
  })
})

describe('GeoJSON', () => {
  test('collections, single features and bare geometries are read, and what is none is null', () => {
    const geometry = { type: 'Polygon', coordinates: [box(117, 31, 118, 32)] }
    const read = (value: unknown) => readGeoJson(Buffer.from(JSON.stringify(value)))
    expect(
      read({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { code: '1' }, geometry }] }),
    ).toEqual([{ properties: { code: '1' }, geometry }])
    expect(read({ type: 'Feature', properties: null, geometry })).toEqual([{ properties: {}, geometry }])
    expect(read(geometry)).toEqual([{ properties: {}, geometry }])
    expect([
      read({}),
      read(null),
      read([1]),
      readGeoJson(Buffer.from('{')),
      readGeoJson(Buffer.from([0xff, 0xff, 0x80])),
    ]).toEqual([null, null, null, null, null])
  })

  test('a surface is read with its heights left off, and everything else is called what it is', () => {
    expect(surfaceIn({ type: 'Polygon', coordinates: [[[1, 2, 3]]] })).toEqual([[[[1, 2]]]])
    expect(surfaceIn(null)).toBe('no-geometry')
    expect(surfaceIn({ type: 'MultiPolygon', coordinates: [] })).toBe('no-geometry')
    expect(surfaceIn({ type: 'Point', coordinates: [1, 2] })).toBe('not-a-surface')
    expect(surfaceIn({ type: 'Polygon', coordinates: [[['1', 2]]] })).toBe('not-a-number')
    expect(surfaceIn({ type: 'Polygon', coordinates: [[[512_000, 3_520_000]]] })).toBe('not-a-number')
    fc.assert(fc.property(fc.jsonValue(), (coordinates) => void surfaceIn({ type: 'MultiPolygon', coordinates })))
  })
})
