import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../tests/database.ts'
import type { MultiPolygon } from '../../../platform/geo/shapes.ts'
import type { Feature, Layer } from '../model/layers.ts'
import { addFeatures, closeDraft, dropDraft, editionsOn, openDraft, putInForce, versionsOf } from '../store/layers.ts'
import { atlasOf, forgetAtlas, renewed } from './atlas.ts'

let town: TestDatabase
beforeAll(async () => {
  town = await freshDatabase()
})
afterAll(() => town.close())

const box = (west: number, south: number, east: number, north: number): MultiPolygon => [
  [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
]
const feature = (code: string, parent: string | null, surface: MultiPolygon): Feature => ({
  code,
  name: `名${code}`,
  parent,
  landUse: '',
  grade: '',
  owner: '',
  ownerUnit: null,
  kind: 'basic',
  surface,
  area: 1,
  at: [0, 0],
})
const stroke = { at: '2026-03-01T00:00:00.000Z', by: 'staff_1' } as const

async function publish(layer: Layer, from: '2026-03-01' | '2026-05-01', ...features: Feature[]) {
  const district = '349901'
  const version = await openDraft(town.db, { district, layer, note: '', ...stroke })
  await addFeatures(town.db, { district, layer, version }, features)
  await closeDraft(town.db, { district, layer, version })
  expect(await putInForce(town.db, { district, layer, version }, { from, ...stroke })).toBe(true)
  forgetAtlas(town.db)
  return version
}

test('a point knows its grid, and by the grid its community and its street', async () => {
  await publish('street', '2026-03-01', feature('349901001', '349901', box(117, 31, 118, 32)))
  await publish(
    'social-grid',
    '2026-03-01',
    feature('349901001001-01', '349901001001', box(117, 31, 117.5, 32)),
    feature('349901001002-01', '349901001002', box(117.5, 31, 118, 32)),
  )
  const atlas = await atlasOf(town.db, '349901', '2026-04-01')
  expect(atlas.at([117.2, 31.5])).toEqual({
    district: { code: '349901', name: '' },
    street: { code: '349901001', name: '名349901001' },
    community: { code: '349901001001', name: '' },
    'social-grid': { code: '349901001001-01', name: '名349901001001-01' },
    'duty-grid': null,
    'unit-grid': null,
  })
  expect(atlas.at([117.5, 31.5])['social-grid']?.code).toBe('349901001002-01')
  expect(atlas.at([118, 32])['social-grid']?.code).toBe('349901001002-01')
  expect(atlas.at([119, 31.5])['social-grid']).toBeNull()
  expect((await atlasOf(town.db, '349902', '2026-04-01')).at([117.2, 31.5]).street).toBeNull()
})

test('a new edition holds from its day on, and the day before is still the old one’s', async () => {
  await publish('social-grid', '2026-05-01', feature('349901001001-09', '349901001001', box(117, 31, 118, 32)))
  const on = async (day: '2026-02-28' | '2026-04-30' | '2026-05-01') =>
    (await atlasOf(town.db, '349901', day)).at([117.2, 31.5])['social-grid']?.code
  expect([await on('2026-02-28'), await on('2026-04-30'), await on('2026-05-01')]).toEqual([
    undefined,
    '349901001001-01',
    '349901001001-09',
  ])
  expect(
    (await versionsOf(town.db, '349901', 'social-grid')).map(({ version, from, to, features }) => [
      version,
      from,
      to,
      features,
    ]),
  ).toEqual([
    [2, '2026-05-01', null, 1],
    [1, '2026-03-01', '2026-05-01', 2],
  ])
})

test('a draft is in force for nobody, and a draft that is taken back leaves nothing', async () => {
  const key = { district: '349901', layer: 'duty-grid', version: 1 } as const
  expect(await openDraft(town.db, { ...key, note: '', ...stroke })).toBe(1)
  await addFeatures(town.db, key, [feature('349901001001', '349901001', box(117, 31, 118, 32))])
  expect((await editionsOn(town.db, '349901', '2026-06-01')).map(({ layer }) => layer)).toEqual([
    'social-grid',
    'street',
  ])
  await dropDraft(town.db, key)
  expect(await versionsOf(town.db, '349901', 'duty-grid')).toEqual([])
  expect(await putInForce(town.db, key, { from: '2026-06-01', ...stroke })).toBe(false)
})

test('while a new edition is laid out the one before answers, and the process is held by no turn for long', async () => {
  const day = '2026-07-01'
  const before = await atlasOf(town.db, '349901', day)
  const district = '349901'
  const version = await openDraft(town.db, { district, layer: 'unit-grid', note: '', ...stroke })
  const grids = Array.from({ length: 8_000 }, (_, at) => {
    const [x, y] = [117 + (at % 100) / 100, 31 + Math.floor(at / 100) / 100]
    return feature(`3499010010010${String(at).padStart(5, '0')}`, '349901001001', box(x, y, x + 0.01, y + 0.01))
  })
  for (let from = 0; from < grids.length; from += 1_000)
    await addFeatures(town.db, { district, layer: 'unit-grid', version }, grids.slice(from, from + 1_000))
  await closeDraft(town.db, { district, layer: 'unit-grid', version })
  await putInForce(town.db, { district, layer: 'unit-grid', version }, { from: '2026-06-01', ...stroke })
  let turns = 0
  const ticking = setInterval(() => turns++, 1)
  const coming = renewed(town.db, district, day)
  expect(await atlasOf(town.db, district, day)).toBe(before)
  const after = await coming
  clearInterval(ticking)
  expect(turns).toBeGreaterThan(5)
  expect(await atlasOf(town.db, district, day)).toBe(after)
  expect([before, after].map((atlas) => atlas.at([117.005, 31.005])['unit-grid']?.code)).toEqual([
    undefined,
    '349901001001000000',
  ])
})
