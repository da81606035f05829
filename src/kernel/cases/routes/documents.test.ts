import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import type { PersonId } from '../../people/model.ts'

let here: TownWithDoors
let person: PersonId
let liFang: Asker
let intake: Asker
let intakeHead: Asker
let handler: Asker
let head: Asker
let stranger: Asker
let verifier: Asker
let admin: Asker
const unit = 'unit_chengguan-shirong'

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  person = await here.resident('13900000001')
  liFang = await here.by(person)
  intake = await here.by(await here.who('intake'))
  intakeHead = await here.by(await here.who('intake-head'))
  const headId = await here.who('section-head', unit)
  head = await here.by(headId)
  handler = await here.by(await here.who('handler', unit, headId))
  stranger = await here.by(await here.who('handler', 'unit_shuiwu'))
  verifier = await here.by(await here.who('verifier'))
  admin = await here.by(await here.who('administrator'))
})
afterAll(() => here.close())

const lamp = {
  title: '路灯坏了三天没人修',
  text: '桥头社区东门外的路灯从周五晚上起不亮，老人晚上出门看不清台阶。',
  contact: { name: '李芳' },
}
const law = { basis: '《某某条例》第三条。', remedy: '可以依法申请复议。' }

async function accepted(): Promise<string> {
  const { id } = (await liFang.post('/api/orders', lamp)).json()
  expect((await intake.post(`/api/cases/${id}/moves/accept`, { fields: {} })).statusCode).toBe(200)
  return id
}
async function atWork(): Promise<string> {
  const id = await accepted()
  const dispatcher = await here.by(await here.who('dispatcher'))
  await dispatcher.post(`/api/cases/${id}/moves/dispatch`, { fields: { unit } })
  expect((await handler.post(`/api/cases/${id}/moves/sign`, { fields: { triage: 'can' } })).statusCode).toBe(200)
  return id
}
const at = (id: string, rest = '') => `/api/cases/${id}/documents${rest}`

async function issue(by: Asker, id: string, kind: string, more: Record<string, string> = {}, about?: object) {
  const query = about ? `&about=${(about as { id: string }).id}` : ''
  const draft = (await by.get(at(id, `/draft?kind=${kind}${query}`))).json()
  const asked = Object.keys(draft.form?.properties ?? {})
  const values = Object.fromEntries(
    Object.entries({ ...law, ...draft.values, ...lawIn(draft.values), ...more }).filter(
      ([name, text]) => asked.includes(name) && text !== '',
    ),
  )
  return by.post(at(id), { kind, regime: 'order', values, ...(about && { about }) })
}
const lawIn = (values: Record<string, string> = {}) =>
  Object.fromEntries(Object.entries(law).filter(([name]) => !values[name]))

test('intake issues a notice of acceptance: numbered, frozen, told; the resident reads the same words for ever', async () => {
  const id = await accepted()
  expect((await intake.get(at(id))).json()).toMatchObject({ rows: [], offers: [{ kind: 'accepted' }] })
  const before = (await issue(intake, id, 'accepted', { basis: '' })).json()
  expect(before.fields).toMatchObject([{ pointer: '/values/basis' }])
  const done = await issue(intake, id, 'accepted')
  expect(done.statusCode, done.body).toBe(200)
  expect(done.json().number).toMatch(/受〔2026〕1号$/)
  const mine = (await liFang.get(`/api/orders/${id}/documents`)).json().rows
  expect(mine).toMatchObject([{ kind: 'accepted', number: done.json().number, standing: 'in-force' }])
  const paper = (await liFang.get(`/api/orders/${id}/documents/${mine[0].id}`)).json()
  expect(paper).toMatchObject({ intact: true, contents: { addressee: '李芳', name: '受理通知书' } })
  expect(paper.contents.paragraphs.join('\n')).toMatch(
    /2026年3月2日.*路灯坏了三天没人修[\s\S]*个工作日内[\s\S]*某某条例/,
  )
  here.turnTo('2026-03-02T10:20:00+08:00')
  const later = (await liFang.get(`/api/orders/${id}/documents/${mine[0].id}`)).json()
  expect(later.contents).toEqual(paper.contents)
  const inbox = (await liFang.get('/api/channels/inbox')).json().rows
  expect(inbox.some((one: { template: string }) => one.template === 'document-issued')).toBe(true)
  expect((await issue(intake, id, 'accepted')).json().refusal).toBe('issued-already')
})

test('numbers have no gaps: a refused try and two officers at once take none', async () => {
  const ids = [await accepted(), await accepted(), await accepted()]
  const [first = '', second = '', third = ''] = ids
  const numbers: string[] = [(await issue(intake, first, 'accepted')).json().number]
  const both = await Promise.all([issue(intake, second, 'accepted'), issue(intake, second, 'accepted')])
  expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([200, 409])
  numbers.push(...both.filter((one) => one.statusCode === 200).map((one) => one.json().number))
  numbers.push((await issue(intake, third, 'accepted')).json().number)
  const counted = numbers.map((number) => Number(/〕(\d+)号/.exec(number)?.[1]))
  expect(counted).toEqual([counted[0], (counted[0] ?? 0) + 1, (counted[0] ?? 0) + 2])
})

test('an extension is told with its reason and both days; its office signs, not the section', async () => {
  const id = await atWork()
  await handler.post(`/api/cases/${id}/moves/askExtension`, {
    fields: { reason: '灯杆需要定制更换。', plan: '先装临时灯。' },
  })
  const approver = await here.by(await here.who('approver'))
  await approver.post(`/api/cases/${id}/moves/approveExtension`, { fields: { reason: '同意延期。' } })
  const draft = (await handler.get(at(id, '/draft?kind=extended'))).json()
  expect(draft.values).toMatchObject({
    reason: '灯杆需要定制更换。',
    oldDue: expect.stringMatching(/^2026年/),
    newDue: expect.stringMatching(/^2026年/),
  })
  expect(draft.values.newDue).not.toBe(draft.values.oldDue)
  const shown = await handler.post(at(id, '/preview'), {
    kind: 'extended',
    regime: 'order',
    values: { ...draft.values, basis: law.basis },
  })
  expect(shown.json()).toMatchObject({ addressee: '李*', issuer: '云溪区城市管理局' })
  const done = await issue(handler, id, 'extended')
  expect(done.json().number).toBe('城管局延〔2026〕1号')
  expect((await here.db.pool.query("select 1 from ledger.event where body::text like '%李芳%'")).rows).toEqual([])
})

test('a document is corrected or revoked by a later one; both stand in the register and say so when verified', async () => {
  const id = await atWork()
  await handler.post(`/api/cases/${id}/moves/askSupplementInWork`, { fields: { missing: '请补充灯杆编号。' } })
  const first = (await issue(handler, id, 'supplement')).json()
  expect((await issue(handler, id, 'supplement', {}, { id: first.id, does: 'replaces' })).statusCode).toBe(403)
  const second = (
    await issue(head, id, 'supplement', { missing: '请补充灯杆编号和照片。' }, { id: first.id, does: 'replaces' })
  ).json()
  const third = await issue(
    head,
    id,
    'revocation',
    { reason: '补正内容已由网格员查明。' },
    { id: second.id, does: 'revokes' },
  )
  expect(third.statusCode, third.body).toBe(200)
  const { rows } = (await head.get(at(id))).json()
  expect(rows.map(({ standing }: { standing: string }) => standing).sort()).toEqual(['in-force', 'replaced', 'revoked'])
  const again = await issue(head, id, 'revocation', { reason: '再次撤销。' }, { id: second.id, does: 'revokes' })
  expect(again.json().refusal).toBe('document-ended')
  const paper = (await head.get(at(id, `/${third.json().id}`))).json()
  expect(paper.contents.paragraphs[0]).toContain(second.number)
  const old = (await head.get(at(id, `/${first.id}`))).json()
  const visitor = await here.by(null)
  const asked = new URL(old.verify)
  const genuine = (await visitor.get(`/api/documents/verify${asked.search}`)).json()
  expect(genuine).toMatchObject({
    number: first.number,
    standing: 'replaced',
    endedBy: second.number,
    kind: 'supplement',
  })
  expect(JSON.stringify(genuine)).not.toContain('李芳')
  const typed = `/api/documents/verify?of=${encodeURIComponent(first.number)}&check=${old.check}`
  expect((await visitor.get(typed)).json().number).toBe(first.number)
  expect((await visitor.get(typed.replace(/.{4}$/, '0000'))).statusCode).toBe(404)
})

test.each([
  ['stranger', 404],
  ['verifier', 403],
  ['admin', 403],
] as const)('%s may not issue: %i', async (name, status) => {
  const who = { stranger, verifier, admin }[name]
  const id = await accepted()
  expect((await who.post(at(id), { kind: 'accepted', regime: 'order', values: {} })).statusCode).toBe(status)
  expect((await who.get(at(id, '/draft?kind=accepted'))).statusCode).toBe(status)
  const body = { kind: 'accepted', regime: 'order', values: {} }
  expect((await who.post(at(id, '/preview'), body)).statusCode).toBe(status)
})

test('a handler says nothing of what intake decides, and nobody issues what has not happened', async () => {
  const id = await atWork()
  expect((await handler.get(at(id, '/draft?kind=declined'))).json().refusal).toBe('nothing-to-issue')
  expect((await handler.get(at(id, '/draft?kind=answer'))).json().refusal).toBe('nothing-to-issue')
  expect((await intakeHead.get(at(id))).json().offers).toEqual([{ kind: 'accepted' }])
})

test('residents and visitors find no desk; another resident finds nothing of a case that is not his', async () => {
  const id = await accepted()
  const { id: document } = (await issue(intake, id, 'accepted')).json()
  const other = await here.by(await here.resident('13900000002'))
  const visitor = await here.by(null)
  for (const url of [
    '/api/documents',
    '/api/documents/export.xlsx',
    '/api/documents/settings',
    at(id),
    at(id, `/${document}`),
  ]) {
    expect((await liFang.get(url)).statusCode, url).toBe(403)
    expect((await visitor.get(url)).statusCode, url).toBe(401)
  }
  for (const url of [`/api/orders/${id}/documents`, `/api/orders/${id}/documents/${document}`]) {
    expect((await other.get(url)).statusCode, url).toBe(404)
    expect((await visitor.get(url)).statusCode, url).toBe(401)
  }
  expect((await stranger.get(at(id, `/${document}`))).statusCode).toBe(404)
})

test('the register shows what the scope reaches, filtered, and goes out as a workbook', async () => {
  const all = (await admin.get('/api/documents?limit=2')).json()
  expect(all.rows).toHaveLength(2)
  const next = (await admin.get(`/api/documents?limit=2&after=${all.next}`)).json()
  expect(next.rows[0].id < all.rows[1].id).toBe(true)
  const extended = (await admin.get('/api/documents?kind=extended')).json().rows
  expect(extended).toMatchObject([{ number: '城管局延〔2026〕1号', unitName: '云溪区城市管理局' }])
  expect((await stranger.get('/api/documents')).json().rows).toEqual([])
  expect((await handler.get('/api/documents?kind=extended')).json().rows).toHaveLength(1)
  const file = await admin.get('/api/documents/export.xlsx?standing=replaced')
  expect([file.statusCode, file.headers['content-disposition']]).toEqual([200, expect.stringContaining('documents-')])
})

test('administrators alone change how documents are numbered and worded; every version stays', async () => {
  const path = '/api/documents/settings'
  for (const who of [handler, intakeHead]) {
    expect((await who.get(path)).statusCode).toBe(403)
    expect((await who.put(path, { key: 'format', seen: 0, body: {} })).statusCode).toBe(403)
    expect((await who.get(`${path}/history?key=format`)).statusCode).toBe(403)
    expect((await who.post(`${path}/faults`, { key: 'format', body: {} })).statusCode).toBe(403)
  }
  const word = { key: 'word/unit_chengguan', seen: 0, body: { text: '云城管' } }
  expect((await admin.put(path, word)).json()).toEqual({ version: 1 })
  expect((await admin.put(path, word)).json().refusal).toBe('somebody-was-first')
  const bad = { key: 'text/extended', seen: 0, body: { text: '您的【标题】延期了。' } }
  expect((await admin.put(path, bad)).json().refusal).toBe('setting-unusable')
  const { rows } = (await admin.post(`${path}/faults`, { key: bad.key, body: bad.body })).json()
  expect(rows.map((one: { said: { zh: string } }) => one.said.zh)).toContain('缺少法定内容【理由】')
  expect((await admin.put(path, { ...bad, key: 'text/poem' })).statusCode).toBe(404)
  const id = await atWork()
  await handler.post(`/api/cases/${id}/moves/askSupplementInWork`, { fields: { missing: '请补充灯杆编号。' } })
  expect((await issue(handler, id, 'supplement')).json().number).toMatch(/^云城管补〔2026〕\d+号$/)
  expect((await admin.get(`${path}/history?key=word/unit_chengguan`)).json().rows).toHaveLength(2)
})

test('once what he told is destroyed the document cannot be opened, and still verifies', async () => {
  const id = await accepted()
  const { id: document } = (await issue(intake, id, 'accepted')).json()
  const paper = (await intake.get(at(id, `/${document}`))).json()
  const { vault, clock } = here.app.city
  await here.db.transaction((tx) =>
    vault.destroy(tx, { district: '349901', id: person, by: null, reason: 'test', at: clock.now() }),
  )
  expect((await intake.get(at(id, `/${document}`))).json()).toMatchObject({ contents: null, intact: true })
  const visitor = await here.by(null)
  expect((await visitor.get(`/api/documents/verify${new URL(paper.verify).search}`)).statusCode).toBe(200)
})
