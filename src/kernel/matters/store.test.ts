import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../tests/database.ts'
import type { Db } from '../../platform/db/db.ts'
import { instant } from '../../platform/time.ts'
import { saveTree } from './handle/categories.ts'
import { createDraft, dropDraft, publish, retire, saveDraft } from './handle/matters.ts'
import type { MatterContents } from './model/schema.ts'
import type { Category, Matter, MatterId } from './model.ts'
import { contentsOf } from './rules/contents.ts'
import { seedCategories } from './seed/categories.ts'
import { seedMatters } from './seed/matters.ts'
import { plantMatters } from './seed/plant.ts'
import { categoriesOf, categoryHistory } from './store/categories.ts'
import { type ListQuestion, matterLines, publicMatters, sortKeyOf } from './store/lists.ts'
import { findHead, historyOf, matterInForce, mattersInForce, matterVersion } from './store/versions.ts'

let database: TestDatabase
let db: Db
beforeAll(async () => {
  database = await freshDatabase()
  db = database.db
})
afterAll(() => database.close())

const at = instant('2026-11-23T02:00:00Z')
const stroke = { at, by: 'staff_wang' }
const known = { procedures: [{ name: 'orders', needs: ['handle'] }] }
const lamp = seedMatters('349901').find(({ id }) => id === 'matter_street-lamp') as Matter
const lampContents = contentsOf(lamp)

/** Each test has a district of its own. */
let count = 0
const newDistrict = () => `3499${String(10 + count++)}`
const lampIn = (district: string) => ({ district, id: 'matter_street-lamp' }) as const

async function published(
  district: string,
  contents: MatterContents = lampContents,
  id: MatterId = lampIn(district).id,
) {
  await createDraft(db, { district, id }, contents, stroke)
  return publish(db, known, { district, id }, { ...stroke, note: '首版' })
}

test('a published version never changes, though the matter goes on', async () => {
  const district = newDistrict()
  expect(await published(district)).toMatchObject({ ok: true, matter: { version: 1, status: 'published' } })
  await saveDraft(db, lampIn(district), { ...lampContents, intakeWords: ['路灯', '灯杆'] }, stroke)
  const second = await publish(db, known, lampIn(district), { ...stroke, note: '加识别词' })
  expect(second).toMatchObject({ ok: true, matter: { version: 2 } })
  expect((await matterVersion(db, district, 'matter_street-lamp', 1))?.intakeWords).toEqual(lamp.intakeWords)
  expect((await matterVersion(db, district, 'matter_street-lamp', 2))?.intakeWords).toEqual(['路灯', '灯杆'])
  expect(await matterVersion(db, district, 'matter_street-lamp', 3)).toBeNull()
  expect((await historyOf(db, district, 'matter_street-lamp')).map(({ version, note }) => [version, note])).toEqual([
    [2, '加识别词'],
    [1, '首版'],
  ])
})

test('the database itself refuses to change or remove a published version', async () => {
  const { sql } = await import('kysely')
  await expect(sql`update matters.version set note = 'x'`.execute(db.kysely)).rejects.toThrow('never changes')
  await expect(sql`delete from matters.version`.execute(db.kysely)).rejects.toThrow('never changes')
})

test('the fields of a form keep the order in which they were drawn', async () => {
  const district = newDistrict()
  const form = {
    type: 'object',
    properties: { zz: { type: 'string', title: '一' }, a: { type: 'string', title: '二' } },
  } as const
  await published(district, { ...lampContents, form })
  const version = await matterVersion(db, district, 'matter_street-lamp', 1)
  expect(Object.keys(version?.form.properties ?? {})).toEqual(['zz', 'a'])
})

test('a case is opened under the newest version that has begun and not ended', async () => {
  const district = newDistrict()
  await published(district, { ...lampContents, effectiveFrom: '2026-01-01' })
  await saveDraft(db, lampIn(district), { ...lampContents, effectiveFrom: '2026-12-01' }, stroke)
  await publish(db, known, lampIn(district), { ...stroke, note: '' })
  const on = async (day: '2025-12-31' | '2026-11-30' | '2026-12-01') =>
    (await matterInForce(db, district, 'matter_street-lamp', day))?.version ?? null
  expect([await on('2025-12-31'), await on('2026-11-30'), await on('2026-12-01')]).toEqual([null, 1, 2])
})

test('a retired matter takes cases through its last day and none after', async () => {
  const district = newDistrict()
  await published(district)
  expect(await retire(db, lampIn(district), '2026-11-30', stroke)).toEqual({ ok: true })
  expect(await matterInForce(db, district, 'matter_street-lamp', '2026-11-30')).not.toBeNull()
  expect(await matterInForce(db, district, 'matter_street-lamp', '2026-12-01')).toBeNull()
  expect(await mattersInForce(db, district, '2026-12-01')).toEqual([])
  expect(await retire(db, lampIn(district), '2026-11-30', stroke)).toEqual({ ok: false, refusal: 'already-retired' })
})

test('a matter with problems is not published, and the problems are named', async () => {
  const district = newDistrict()
  const answer = await published(district, { ...lampContents, promises: [] })
  expect(answer).toMatchObject({ ok: false, refusal: 'matter-has-problems', problems: [{ code: 'promise-missing' }] })
  expect(await publish(db, known, { district, id: 'matter_none' }, { ...stroke, note: '' })).toEqual({
    ok: false,
    refusal: 'no-draft',
  })
})

test('a new version may not begin before the last', async () => {
  const district = newDistrict()
  await published(district, { ...lampContents, effectiveFrom: '2026-01-01', promises: lamp.promises })
  await saveDraft(db, lampIn(district), { ...lampContents, effectiveFrom: '2025-12-31' }, stroke)
  expect(await publish(db, known, lampIn(district), { ...stroke, note: '' })).toEqual({
    ok: false,
    refusal: 'starts-before-last',
  })
})

test('two people edit one draft: the second is told before he overwrites the first', async () => {
  const district = newDistrict()
  await createDraft(db, lampIn(district), lampContents, stroke)
  const head = await findHead(db, district, 'matter_street-lamp')
  const which = { ...lampIn(district), revision: head?.draftRevision ?? -1 }
  expect(await saveDraft(db, which, lampContents, stroke)).toEqual({ ok: true, revision: which.revision + 1 })
  expect(await saveDraft(db, which, lampContents, stroke)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  expect(await createDraft(db, lampIn(district), lampContents, stroke)).toEqual({ ok: false, refusal: 'draft-exists' })
})

test('a draft thrown away leaves the published version, or nothing where there was none', async () => {
  const district = newDistrict()
  await published(district)
  await saveDraft(db, lampIn(district), { ...lampContents, name: { zh: '改名', en: 'Renamed' } }, stroke)
  expect(await dropDraft(db, lampIn(district), stroke)).toEqual({ ok: true })
  expect(await findHead(db, district, 'matter_street-lamp')).toMatchObject({
    draft: null,
    status: 'published',
    version: 1,
  })
  const other = { district, id: 'matter_other' } as const
  await createDraft(db, other, lampContents, stroke)
  await dropDraft(db, other, stroke)
  expect(await findHead(db, district, 'matter_other')).toBeNull()
})

test('the seed may be planted twice and speaks to residents', async () => {
  const district = newDistrict()
  await plantMatters(db, district, known.procedures, stroke)
  await plantMatters(db, district, known.procedures, stroke)
  const all = await mattersInForce(db, district, '2026-11-23')
  expect(all).toHaveLength(seedMatters(district).length)
  const ask = {
    district,
    day: '2026-11-23',
    category: null,
    kind: null,
    audience: null,
    after: null,
    limit: 3,
  } as const
  const found = await publicMatters(db, { ...ask, words: '小区门口的路灯坏了三天，晚上摸黑走路' })
  expect(found[0]).toMatchObject({
    id: 'matter_street-lamp',
    name: { zh: '路灯不亮或损坏' },
    category: ['道路与设施', '路灯照明'],
  })
  expect((await publicMatters(db, { ...ask, words: '量子纠缠' })).length).toBe(0)
  const parks = await publicMatters(db, { ...ask, words: null, category: '绿地与水岸', limit: 10 })
  expect(parks.map(({ id }) => id).toSorted()).toEqual([
    'matter_park-care',
    'matter_river-care',
    'matter_tree-trimming',
  ])
  expect((await publicMatters(db, { ...ask, words: null, audience: 'enterprise', limit: 200 })).length).toBe(all.length)
})

test('the list of administrators is turned page by page without a gap or a repeat, in every order', async () => {
  const district = newDistrict()
  await plantMatters(db, district, known.procedures, stroke)
  const total = seedMatters(district).length
  for (const sort of ['category', 'name', 'changed'] as const)
    for (const descending of [false, true]) {
      const seen: string[] = []
      for (let after: ListQuestion['after'] = null; ; ) {
        const lines = await matterLines(db, { ...everything(district), sort, descending, after, limit: 20 })
        seen.push(...lines.slice(0, 20).map(({ id }) => id))
        const last = lines[19]
        if (lines.length <= 20 || !last) break
        after = sortKeyOf(last, sort)
      }
      expect(new Set(seen).size, `${sort} ${descending}`).toBe(total)
      expect(seen).toHaveLength(total)
    }
})

const everything = (district: string): ListQuestion => ({
  district,
  words: null,
  category: null,
  kind: null,
  status: null,
  procedure: null,
  hasDraft: null,
  sort: 'category',
  descending: false,
  after: null,
  limit: 200,
})

test('the list is narrowed by what somebody types and chooses', async () => {
  const district = newDistrict()
  await plantMatters(db, district, known.procedures, stroke)
  const ids = async (asked: Partial<ListQuestion>) =>
    (await matterLines(db, { ...everything(district), ...asked })).map(({ id }) => id)
  expect(await ids({ words: '路灯' })).toEqual(['matter_street-lamp'])
  expect(await ids({ words: 'street lamp' })).toEqual(['matter_street-lamp'])
  expect(await ids({ kind: 'praise' })).toEqual(['matter_praise'])
  expect(await ids({ category: '水电气热/燃气' })).toEqual(['matter_gas-leak', 'matter_gas-supply'])
  expect(await ids({ hasDraft: true })).toEqual([])
  expect(await ids({ status: 'retired' })).toEqual([])
})

test('a renamed category still answers to its former name, and one left out is retired', async () => {
  const district = newDistrict()
  await saveTree(db, district, seedCategories, stroke)
  const renamed: Category[] = seedCategories
    .filter(({ id }) => id !== 'category_streets-bridges')
    .map((node) => (node.id === 'category_streets-lamps' ? { ...node, name: { ...node.name, zh: '照明' } } : node))
  expect(await saveTree(db, district, renamed, stroke)).toEqual({ ok: true, changed: 1, retired: 1 })
  expect(await saveTree(db, district, renamed, stroke)).toMatchObject({ changed: 0, retired: 0 })
  const now = await categoriesOf(db, district)
  expect(now.find(({ id }) => id === 'category_streets-lamps')).toMatchObject({ version: 2, aliases: ['路灯照明'] })
  expect(now.find(({ id }) => id === 'category_streets-bridges')).toMatchObject({ retired: true, version: 2 })
  const history = await categoryHistory(db, district, 'category_streets-lamps')
  expect(history.map(({ node }) => node.name.zh)).toEqual(['照明', '路灯照明'])
})
