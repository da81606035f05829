import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts'
import type { AreaDraft } from './model.ts'
import { areasIn, areasOf, areaTreeOf, findArea, saveAreas } from './store.ts'

let town: TestDatabase
beforeAll(async () => {
  town = await freshDatabase()
})
afterAll(() => town.close())

const street: AreaDraft = {
  code: 'street_xinglin',
  level: 'street',
  name: '杏林街道',
  parent: null,
  aliases: ['杏林街道办'],
}
const community: AreaDraft = {
  code: 'community_xinglin_1',
  level: 'community',
  name: '杏林社区',
  parent: 'street_xinglin',
  aliases: [],
}

test('a district’s areas are kept, found by code, and drawn as a tree', async () => {
  expect(await saveAreas(town.db, '349901', [community, street])).toEqual({ ok: true, saved: 2 })
  expect(await findArea(town.db, '349901', 'street_xinglin')).toEqual(street)
  expect(await areaTreeOf(town.db, '349901')).toEqual([{ ...street, inside: [{ ...community, inside: [] }] }])
  expect(await areasIn(town.db, '349901', null)).toEqual([street])
  expect(await areasIn(town.db, '349901', 'street_xinglin')).toEqual([community])
})

test('an area may be renamed, and the next district sees nothing of it', async () => {
  expect(await saveAreas(town.db, '349901', [{ ...community, name: '杏林苑社区' }])).toEqual({ ok: true, saved: 1 })
  expect((await findArea(town.db, '349901', 'community_xinglin_1'))?.name).toBe('杏林苑社区')
  expect(await areasOf(town.db, '349902')).toEqual([])
  expect(await findArea(town.db, '349902', 'street_xinglin')).toBeNull()
})

test('one wrong row and none is kept', async () => {
  const before = await areasOf(town.db, '349901')
  const orphan: AreaDraft = { code: 'grid_1', level: 'grid', name: '第一网格', parent: 'community_none', aliases: [] }
  expect(await saveAreas(town.db, '349901', [{ ...street, name: '改名' }, orphan])).toEqual({
    ok: false,
    refusal: 'rows-wrong',
    faults: [{ row: 2, field: 'parent', fault: 'parent-missing' }],
  })
  expect(await areasOf(town.db, '349901')).toEqual(before)
})
