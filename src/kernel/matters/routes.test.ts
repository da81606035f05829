import { afterAll, beforeAll, expect, test } from 'vitest'
import { instant } from '../../platform/time.ts'
import { aTown, DISTRICT, type Town } from '../organisations/town.spec.ts'
import { matterRoutes } from './routes/matters.ts'
import { mattersByWords } from './rules/choose.ts'
import { contentsOf } from './rules/contents.ts'
import { seedMatters } from './seed/matters.ts'
import { plantMatters } from './seed/plant.ts'

let town: Town
const tokens = { admin: '', handler: '', resident: '' }
const knownProcedures = [{ name: 'orders', needs: ['handle', 'sign'] }]
const stroke = { at: instant('2026-03-01T00:00:00Z'), by: 'seed' }

beforeAll(async () => {
  town = await aTown()
  const { db, clock, people, http } = town
  await http.register(matterRoutes({ db, clock, authority: people.authority, district: DISTRICT, knownProcedures }))
  await plantMatters(db, DISTRICT, knownProcedures, stroke)
  tokens.admin = await town.tokenOf('admin')
  tokens.handler = await town.tokenOf('zhujian.chengban')
  tokens.resident = await town.residentToken('13800001111')
})
afterAll(() => town.close())

const lamp = seedMatters(DISTRICT).find(({ id }) => id === 'matter_street-lamp')
if (!lamp) throw new Error('the seed has a street lamp')
const contents = contentsOf(lamp)
const base = '/api/matters/catalogue'
const asAdmin = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown) =>
  town.ask(method, url, { as: tokens.admin, body })

type Route = [method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, body?: unknown]
const forTheStaff: Route[] = [
  ['GET', base],
  ['GET', `${base}/matter_street-lamp`],
  ['GET', `${base}/matter_street-lamp/versions`],
  ['GET', `${base}/matter_street-lamp/versions/1`],
  ['GET', `${base}/matter_street-lamp/changes?to=1`],
  ['GET', '/api/matters/tree'],
  ['GET', '/api/matters/tree/category_streets/versions'],
]
const byRight: Route[] = [
  ['POST', base, { id: 'matter_x', contents }],
  ['PUT', `${base}/matter_street-lamp/draft`, { revision: 1, contents }],
  ['DELETE', `${base}/matter_street-lamp/draft?revision=1`],
  ['POST', `${base}/matter_street-lamp/publish`, { revision: 1, note: '' }],
  ['POST', `${base}/matter_street-lamp/retire`, { lastDay: '2026-12-31' }],
  ['PUT', '/api/matters/tree', { categories: [] }],
  ['GET', '/api/matters/export?format=json'],
  ['POST', '/api/matters/import?format=json', {}],
]

test('what might be meant is ranked as it would be filed, and in the same order by anybody', async () => {
  const message = { title: '路灯不亮', text: '施工之后就不亮了，漏气的味道也有' }
  const { status, body } = await town.ask('POST', '/api/matters/suggest', { body: message })
  expect(status).toBe(200)
  const ranked = mattersByWords(seedMatters(DISTRICT), message).map(({ id }) => id)
  expect(ranked.length).toBeGreaterThan(1)
  expect(body.rows.map(({ id }: { id: string }) => id)).toEqual(ranked.slice(0, 5))
  const nothing = await town.ask('POST', '/api/matters/suggest', { body: { text: '你好' } })
  expect(nothing.body.rows).toEqual([])
})

test.each([...forTheStaff, ...byRight])('%s %s is closed to strangers and to residents', async (method, url, body) => {
  expect((await town.ask(method, url, { body })).status).toBe(401)
  expect((await town.ask(method, url, { body, as: tokens.resident })).body).toMatchObject({
    status: 403,
    refusal: 'staff-only',
  })
})

test.each(forTheStaff)('%s %s is open to all of the staff', async (method, url) => {
  expect((await town.ask(method, url, { as: tokens.handler })).status).toBe(200)
})

test.each(byRight)('%s %s is refused to staff without the right, and changes nothing', async (method, url, body) => {
  expect((await town.ask(method, url, { body, as: tokens.handler })).body).toMatchObject({
    status: 403,
    refusal: 'not-yours',
  })
  expect((await asAdmin('GET', `${base}/matter_street-lamp`)).body).toMatchObject({ version: 1, draft: null })
})

test('anybody finds what he may ask for by his own words, and reads what is promised', async () => {
  const found = await town.ask('GET', `/api/matters?q=${encodeURIComponent('门口路灯不亮')}`)
  expect(found.body.rows[0]).toMatchObject({ id: 'matter_street-lamp', kind: 'help' })
  expect(found.body.rows[0].intakeWords).toBeUndefined()
  const { body } = await town.ask('GET', '/api/matters/matter_street-lamp')
  expect(body.promises).toContainEqual(
    expect.objectContaining({
      key: 'handle',
      said: expect.objectContaining({ zh: expect.stringContaining('5 个工作日内') }),
    }),
  )
  expect(Object.keys(body.form.properties)[0]).toBe('title')
})

test('a message suggests matters without being put into an address', async () => {
  const { body } = await town.ask('POST', '/api/matters/suggest', {
    body: { text: '楼道里有煤气味，怀疑漏气，怎么办' },
  })
  expect(body.rows[0].id).toBe('matter_gas-leak')
})

test('the public list is turned page by page, and the tree is drawn trunk first', async () => {
  const seen: string[] = []
  for (let next = ''; ; ) {
    const { body } = await town.ask('GET', `/api/matters?limit=20${next}`)
    seen.push(...body.rows.map(({ id }: { id: string }) => id))
    if (body.next === null) break
    next = `&after=${body.next}`
  }
  expect(new Set(seen).size).toBe(seedMatters(DISTRICT).length)
  const tree = await town.ask('GET', '/api/matters/categories')
  expect(tree.body.rows.slice(0, 2).map(({ path }: { path: string }) => path)).toEqual([
    '道路与设施',
    '道路与设施/路灯照明',
  ])
})

test('what is not there is not found; a cursor we did not write is refused', async () => {
  expect((await town.ask('GET', '/api/matters/matter_nothing')).status).toBe(404)
  expect((await asAdmin('GET', `${base}/matter_nothing`)).status).toBe(404)
  expect((await asAdmin('GET', `${base}/matter_street-lamp/versions/9`)).status).toBe(404)
  expect((await asAdmin('POST', `${base}/matter_nothing/retire`, { lastDay: '2026-12-31' })).status).toBe(404)
  expect((await town.ask('GET', '/api/matters?after=xyz')).status).toBe(400)
  expect((await asAdmin('GET', `${base}?sort=price`)).status).toBe(400)
})

test('a matter is drafted, previewed, published, and its history told', async () => {
  const id = 'matter_bench'
  const own = { ...contents, name: { zh: '长椅损坏', en: 'Broken bench' } }
  expect((await asAdmin('POST', base, { id, contents: own })).status).toBe(200)
  expect((await asAdmin('POST', base, { id, contents: own })).body.refusal).toBe('draft-exists')
  expect((await town.ask('GET', `/api/matters/${id}`)).status).toBe(404)
  const drafted = (await asAdmin('GET', `${base}/${id}`)).body
  expect(drafted).toMatchObject({ status: 'draft', version: 0, can: ['edit', 'drop-draft', 'publish'] })
  const first = await asAdmin('POST', `${base}/${id}/publish`, { revision: drafted.draftRevision, note: '新增' })
  expect(first.body).toEqual({ ok: true, version: 1 })
  expect((await town.ask('GET', `/api/matters/${id}`)).body.name.zh).toBe('长椅损坏')

  const stands = (await asAdmin('GET', `${base}/${id}`)).body
  const changed = { ...own, intakeWords: ['长椅'] }
  const saved = await asAdmin('PUT', `${base}/${id}/draft`, { revision: stands.draftRevision, contents: changed })
  expect(saved.body).toEqual({ ok: true, revision: stands.draftRevision + 1 })
  expect((await asAdmin('PUT', `${base}/${id}/draft`, { revision: 0, contents: changed })).body.refusal).toBe(
    'changed-meanwhile',
  )
  const preview = (await asAdmin('GET', `${base}/${id}`)).body
  expect(preview.changes).toEqual([expect.objectContaining({ at: '/intakeWords', kind: 'changed', after: ['长椅'] })])
  expect((await asAdmin('GET', `${base}/${id}/changes?from=1`)).body.rows).toHaveLength(1)
  await asAdmin('POST', `${base}/${id}/publish`, { revision: preview.draftRevision, note: '加词' })
  const past = (await asAdmin('GET', `${base}/${id}/versions`)).body.rows
  expect(past.map(({ version, note }: { version: number; note: string }) => `${version} ${note}`)).toEqual([
    '2 加词',
    '1 新增',
  ])
  expect((await town.ask('GET', `/api/matters/${id}?version=1`)).body.version).toBe(1)
})

test('a draft with problems shows them and is not published', async () => {
  const id = 'matter_unfinished'
  await asAdmin('POST', base, { id, contents: { ...contents, promises: [] } })
  const { body } = await asAdmin('GET', `${base}/${id}`)
  expect(body.problems.map(({ code }: { code: string }) => code)).toEqual(['promise-missing', 'promise-missing'])
  const answer = await asAdmin('POST', `${base}/${id}/publish`, { revision: body.draftRevision, note: '' })
  expect(answer.body).toMatchObject({ status: 409, refusal: 'matter-has-problems' })
  expect((await asAdmin('DELETE', `${base}/${id}/draft?revision=${body.draftRevision}`)).status).toBe(200)
  expect((await asAdmin('GET', `${base}/${id}`)).status).toBe(404)
})

test('a retired matter is no longer offered', async () => {
  expect((await asAdmin('POST', `${base}/matter_tutoring/retire`, { lastDay: '2026-03-01' })).status).toBe(200)
  expect((await town.ask('GET', '/api/matters/matter_tutoring')).status).toBe(404)
  expect((await asAdmin('GET', `${base}?status=retired`)).body.rows.map(({ id }: { id: string }) => id)).toEqual([
    'matter_tutoring',
  ])
})

test('a matter the city opens for itself is not offered to residents', async () => {
  const id = 'matter_inner'
  await asAdmin('POST', base, {
    id,
    contents: { ...contents, internal: true, name: { zh: '内部任务', en: 'Inner task' } },
  })
  const { body } = await asAdmin('GET', `${base}/${id}`)
  await asAdmin('POST', `${base}/${id}/publish`, { revision: body.draftRevision, note: '' })
  expect((await town.ask('GET', `/api/matters/${id}`)).status).toBe(404)
  expect(
    (await town.ask('GET', `/api/matters?q=${encodeURIComponent('内部任务')}`)).body.rows.map(
      ({ id }: { id: string }) => id,
    ),
  ).not.toContain(id)
})

test('a body that says what no matter says is malformed', async () => {
  expect((await asAdmin('POST', base, { id: 'lamp', contents })).status).toBe(400)
  expect((await asAdmin('POST', base, { id: 'matter_y', contents: { ...contents, version: 9 } })).status).toBe(400)
  expect(
    (await asAdmin('POST', base, { id: 'matter_y', contents: { ...contents, effectiveFrom: '2026-02-30' } })).status,
  ).toBe(400)
})

test('the tree is changed by those who may, and a node tells its past', async () => {
  const { body } = await asAdmin('GET', '/api/matters/tree')
  const categories = body.rows.map(({ path: _, ...node }: { path: string; id: string; name: object }) =>
    node.id === 'category_green-trees' ? { ...node, name: { zh: '行道树', en: 'Street trees' } } : node,
  )
  expect((await asAdmin('PUT', '/api/matters/tree', { categories })).body).toEqual({ ok: true, changed: 1, retired: 0 })
  const past = (await asAdmin('GET', '/api/matters/tree/category_green-trees/versions')).body.rows
  expect(past.map(({ node }: { node: { name: { zh: string } } }) => node.name.zh)).toEqual(['行道树', '树木修剪'])
  const twice = [...categories, categories[0]]
  expect((await asAdmin('PUT', '/api/matters/tree', { categories: twice })).body.refusal).toBe('tree-has-problems')
})

const send = (url: string, payload: Buffer | string, type: string) =>
  town.http.inject({
    method: 'POST',
    url,
    payload,
    headers: { authorization: `Bearer ${tokens.admin}`, 'content-type': type },
  })
const fetchFile = (format: string) =>
  town.http.inject({
    url: `/api/matters/export?format=${format}`,
    headers: { authorization: `Bearer ${tokens.admin}` },
  })

test.each([
  ['json', 'application/json'],
  ['yaml', 'application/yaml'],
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
])('the catalogue goes out as %s and comes in again unchanged', async (format, type) => {
  const file = await fetchFile(format)
  expect(file.headers['content-disposition']).toMatch(`.${format}"`)
  const answer = await send('/api/matters/import?atomic=true&publish=true', file.rawPayload, type)
  expect(answer.json()).toMatchObject({ taken: true, report: { drafts: 0, published: 0, categories: 0, errors: [] } })
})

test('a file is taken from a multipart form as well, by its name', async () => {
  const file = (await fetchFile('yaml')).rawPayload
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="matters.yaml"\r\n\r\n'
  const answer = await send(
    '/api/matters/import',
    Buffer.concat([Buffer.from(head), file, Buffer.from('\r\n--x--\r\n')]),
    'multipart/form-data; boundary=x',
  )
  expect(answer.json()).toMatchObject({ taken: true, report: { errors: [] } })
})

test('a faulty file is reported row by row, all or nothing on request', async () => {
  const text = JSON.stringify([
    { ...lamp, intakeWords: ['新词'] },
    { ...lamp, id: 'matter_z', kind: 'magic' },
  ])
  const answer = await send('/api/matters/import?atomic=true', text, 'application/json')
  expect(answer.json()).toMatchObject({
    taken: false,
    report: { drafts: 0, errors: [{ row: 2, column: '/kind', value: 'magic' }] },
  })
  const part = await send('/api/matters/import', text, 'application/json')
  expect(part.json()).toMatchObject({ taken: true, report: { drafts: 1, errors: [{ row: 2 }] } })
})

test('what is no file of ours is refused in plain words', async () => {
  const refusal = async (payload: Buffer | string, type: string, query = '') =>
    (await send(`/api/matters/import${query}`, payload, type)).json().refusal
  expect(await refusal('{', 'application/json')).toBe('unreadable-file')
  expect(await refusal('x', 'application/octet-stream')).toBe('unknown-file-format')
  expect(await refusal('x', 'application/octet-stream', '?format=xlsx')).toBe('not-a-table')
})

test('every change stands in the operation log, the refused ones too', async () => {
  const { body } = await asAdmin('GET', '/api/people/operation-log?what=matters&limit=200')
  const lines = body.rows.map(({ what, outcome }: { what: string; outcome: string }) => `${what} ${outcome}`)
  expect(lines).toEqual(
    expect.arrayContaining(['matters.publish done', 'matters.publish matter-has-problems', 'matters.export done']),
  )
})
