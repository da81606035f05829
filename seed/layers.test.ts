import { afterAll, beforeAll, expect, test } from 'vitest'
import { placesLike } from '../src/kernel/places/handle/addresses.ts'
import { atlasOf } from '../src/kernel/places/handle/atlas.ts'
import { checkTopology, finished } from '../src/kernel/places/rules/topology/check.ts'
import { bordersOf } from '../src/kernel/places/store/layers.ts'
import { freshDatabase, type TestDatabase } from '../tests/database.ts'
import { plantAddresses } from './addresses.ts'
import { plantComponents } from './components.ts'
import { plantLayers } from './layers.ts'
import { plantPlaces } from './places.ts'

let town: TestDatabase
beforeAll(async () => {
  town = await freshDatabase()
  await plantPlaces(town.db, '349901')
})
afterAll(() => town.close())

test('the layers of the town fit together, and its components stand in its grids', async () => {
  const at = '2026-03-02T02:00:00.000Z'
  for (const _ of [1, 2]) {
    await plantLayers(town.db, '349901', at)
    await plantComponents(town.db, '349901', at)
    await plantAddresses(town.db, '349901', at)
  }
  const atlas = await atlasOf(town.db, '349901', '2026-03-02')
  expect(atlas.editions.map(({ layer, version }) => [layer, version])).toEqual(
    ['community', 'district', 'duty-grid', 'social-grid', 'street', 'unit-grid'].map((layer) => [layer, 1]),
  )
  for (const [layer, above] of [
    ['unit-grid', 'community'],
    ['social-grid', 'community'],
    ['duty-grid', 'street'],
    ['community', 'street'],
  ] as const) {
    const key = { district: '349901', version: 1 } as const
    const [features, parents] = [
      await bordersOf(town.db, { ...key, layer }),
      await bordersOf(town.db, { ...key, layer: above }),
    ]
    expect([layer, finished(checkTopology({ features, parents, tolerance: 0.1 })).faults]).toEqual([layer, []])
  }
  const { rows } = await town.db.pool.query(
    'select count(*)::int as all, count(unit_grid)::int as placed, count(*) filter (where seq > 1)::int as changed from places.component',
  )
  expect(rows[0].all).toBeGreaterThan(200)
  expect(rows[0].placed).toBe(rows[0].all)
  expect(rows[0].changed).toBeGreaterThan(3)
  const [house] = await placesLike(town.db, '349901', '石桥小区３幢', 5)
  expect(house).toMatchObject({ path: '石桥小区3栋', community: '349901001001' })
})
