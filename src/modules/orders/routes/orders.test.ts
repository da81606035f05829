import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'

let here: TownWithDoors
let liFang: Asker
let visitor: Asker

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  liFang = await here.by(await here.resident('13900000001'))
  visitor = await here.by(null)
})
afterAll(() => here.close())

const lamp = {
  title: '路灯坏了三天没人修',
  text: '桥头社区东门外的路灯从周五晚上起不亮，老人晚上出门看不清台阶。',
  place: '桥头社区东门',
  contact: { name: '李芳' },
}

const upload = async (asker: Asker, content: Buffer) => {
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(content)]), 'photo.jpg')
  return asker.post('/api/orders/photos', form)
}

const photo = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#c33' } })
    .withExif({ IFD0: { Make: 'Phone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 14/1 0/1' } })
    .jpeg()
    .toBuffer()

test('Li Fang writes; the matter is found by her words, and she hears number, code and when it is due', async () => {
  const filed = await liFang.post('/api/orders', lamp)
  expect([filed.statusCode, filed.json()]).toMatchObject([
    201,
    { number: expect.stringMatching(/^20260302\d{6}$/), code: expect.stringMatching(/^\d{6}$/), stage: 'received' },
  ])
  expect(filed.json().matter.zh).toContain('路灯')
  expect(filed.json().explained.zh).toMatch(/。/)
  const mine = (await liFang.get('/api/orders/mine')).json()
  expect(mine.rows.map(({ number }: { number: string }) => number)).toContain(filed.json().number)
  expect(mine.rows[0]).toMatchObject({ title: lamp.title, light: 'green', settled: false, yourTurn: false })
})

test('what no word of any matter speaks of is taken on as anything else', async () => {
  const filed = await liFang.post('/api/orders', { title: '想问一件事', text: '不知道该找谁，请帮我看看。' })
  expect(filed.json().matter.zh).toBe('其他诉求')
})

test('the same request sent twice files one case; the same key with something else is refused', async () => {
  const key = { 'idempotency-key': 'same-key-1' }
  const other = { ...lamp, text: `${lamp.text}请尽快。` }
  for (const who of [liFang, visitor]) {
    const [one, two] = [await who.post('/api/orders', lamp, key), await who.post('/api/orders', lamp, key)]
    expect(two.statusCode).toBe(201)
    expect(two.json()).toMatchObject({ number: one.json().number, code: one.json().code })
    const refused = await who.post('/api/orders', other, key)
    expect(refused.json()).toMatchObject({ status: 422, refusal: 'key-of-another-request' })
    expect(refused.json().number).toBeUndefined()
    const fresh = await who.post('/api/orders', other, { 'idempotency-key': `same-key-2` })
    expect(fresh.json().number).not.toBe(one.json().number)
  }
})

test.each([
  [{ ...lamp, title: '' }, '/title'],
  [{ ...lamp, title: '\u200b\u200b　\u200b' }, '/title'],
  [{ ...lamp, extra: 1 }, '/extra'],
  [{ ...lamp, matter: 'matter_street-lamp', form: { unknown: 'x' } }, '/form/unknown'],
  [{ ...lamp, matter: 'matter_street-lamp', place: undefined }, '/place'],
])('a message that is not as it should be names the field: %j', async (body, pointer) => {
  const answer = await liFang.post('/api/orders', JSON.parse(JSON.stringify(body)))
  expect(answer.statusCode).toBe(400)
  expect(answer.json().fields.map((field: { pointer: string }) => field.pointer)).toContain(pointer)
})

test.each([
  [{ ...lamp, photos: ['0'.repeat(64)] }, 'no-such-photo'],
  [{ ...lamp, area: 'street_nowhere' }, 'no-such-area'],
  [{ ...lamp, matter: 'matter_assist' }, 'matter-not-offered'],
  [{ ...lamp, contact: { phone: '12345' } }, 'phone-wrong'],
])('%j is refused', async (body, refusal) => {
  expect((await liFang.post('/api/orders', body)).json()).toMatchObject({ refusal, said: { zh: expect.any(String) } })
})

test('a visitor gets number and code and no id; with both he sees his case, and with a wrong code nothing', async () => {
  const filed = (await visitor.post('/api/orders', lamp)).json()
  expect(filed.id).toBeNull()
  const follow = (code: string) => visitor.get(`/api/orders/follow?number=${filed.number}`, { 'x-follow-code': code })
  const seen = await follow(filed.code)
  expect(seen.json()).toMatchObject({ number: filed.number, title: lamp.title, stage: 'received' })
  expect(seen.body).not.toContain(filed.code)
  const unshown = await visitor.get(`/api/orders/follow?number=${filed.number}`)
  expect([unshown.statusCode, unshown.json().fields[0].pointer]).toEqual([400, '/x-follow-code'])
  const wrong = filed.code === '000000' ? '000001' : '000000'
  const [badCode, badNumber] = [
    await follow(wrong),
    await visitor.get('/api/orders/follow?number=20250101000001', { 'x-follow-code': filed.code }),
  ]
  expect(badCode.json()).toEqual({ ...badNumber.json(), id: expect.any(String) })
  const { id } = seen.json()
  expect((await visitor.get(`/api/orders/${id}`)).statusCode).toBe(401)
  expect((await visitor.get(`/api/orders/${id}`, { 'x-follow-code': filed.code })).json().id).toBe(id)
  expect((await visitor.get(`/api/orders/${id}`, { 'x-follow-code': wrong })).statusCode).toBe(404)
})

test('after ten wrong codes a number is locked for everybody, the right code included, and later open again', async () => {
  const filed = (await visitor.post('/api/orders', lamp)).json()
  const follow = (code: string) => visitor.get(`/api/orders/follow?number=${filed.number}`, { 'x-follow-code': code })
  const wrong = filed.code === '000000' ? '000001' : '000000'
  for (let tries = 0; tries < 10; tries++) expect((await follow(wrong)).statusCode).toBe(404)
  expect((await follow(filed.code)).json()).toMatchObject({ refusal: 'follow-locked', status: 429 })
  here.turnTo('2026-03-02T11:00:00+08:00')
  expect((await follow(filed.code)).statusCode).toBe(200)
})

test('who wrote while signed in and is no longer is told, and files nothing by accident', async () => {
  const gone = await here.by(await here.resident('13900000019'))
  const { id } = (await gone.get('/api/people/me')).json()
  const writer = { 'x-writer': id }
  expect((await gone.post('/api/orders', lamp, writer)).statusCode).toBe(201)
  await gone.post('/api/people/sign-out', {})
  const refused = await gone.post('/api/orders', lamp, writer)
  expect(refused.json()).toMatchObject({ status: 401, refusal: 'session-ended', said: { zh: expect.any(String) } })
  expect((await liFang.post('/api/orders', lamp, writer)).json()).toMatchObject({ refusal: 'session-ended' })
  expect((await gone.post('/api/orders', lamp)).json().id).toBeNull()
})

test('a telephone given without proof opens nothing: its owner’s cases stay his own', async () => {
  const mine = (await liFang.post('/api/orders', lamp)).json()
  const stranger = (await visitor.post('/api/orders', { ...lamp, contact: { phone: '139 0000 0001' } })).json()
  const shown = { 'x-follow-code': stranger.code }
  const id = (await visitor.get(`/api/orders/follow?number=${stranger.number}`, shown)).json().id
  expect((await visitor.get(`/api/orders/${mine.id}`, { 'x-follow-code': stranger.code })).statusCode).toBe(404)
  expect((await liFang.get(`/api/orders/${id}`)).statusCode).toBe(200)
  const facts = (await liFang.get('/api/people/me')).json()
  expect(facts.name).toBeNull()
})

test('somebody else’s case is like one that is not there', async () => {
  const { id } = (await liFang.post('/api/orders', lamp)).json()
  const wang = await here.by(await here.resident('13900000002'))
  const { number } = (await liFang.get(`/api/orders/${id}`)).json()
  expect((await liFang.get(`/api/orders/${number}`)).json().id).toBe(id)
  expect((await wang.get(`/api/orders/${number}`)).json().refusal).toBe('no-such-case')
  expect((await liFang.get('/api/orders/20260302999999')).json().refusal).toBe('no-such-case')
  expect((await wang.get(`/api/orders/${id}`)).json().refusal).toBe('no-such-case')
  expect((await wang.post(`/api/orders/${id}/moves/withdraw`, {})).statusCode).toBe(404)
  expect((await (await here.by(await here.who('intake'))).post('/api/orders', lamp)).statusCode).toBe(403)
})

test('a photograph loses where it was taken, hangs on the case, and opens only for whom the address was made', async () => {
  const sent = (await upload(liFang, await photo())).json()
  expect(sent).toMatchObject({ kind: 'image', width: 40, height: 30 })
  const file = await liFang.get(sent.url)
  expect(file.headers['content-type']).toBe('image/jpeg')
  expect((await sharp(file.rawPayload).metadata()).exif).toBeUndefined()
  expect((await liFang.get(sent.thumb)).headers['content-type']).toBe('image/webp')
  expect((await visitor.get(sent.url)).statusCode).toBe(404)
  expect((await liFang.get(sent.url.replace(/t=./, 't=z'))).statusCode).toBe(404)
  const { id } = (await liFang.post('/api/orders', { ...lamp, photos: [sent.hash] })).json()
  const seen = (await liFang.get(`/api/orders/${id}`)).json()
  expect(seen.photos).toMatchObject([{ hash: sent.hash, kind: 'image', width: 40 }])
  expect((await liFang.get(seen.photos[0].url)).statusCode).toBe(200)
  here.turnTo('2026-03-02T14:00:00+08:00')
  expect((await liFang.get(seen.photos[0].url)).statusCode).toBe(404)
  expect((await upload(liFang, Buffer.from('no picture'))).json().refusal).toBe('file-kind-not-allowed')
})

test('who knows the hash of somebody else’s picture cannot lay it to a case of his own', async () => {
  const { hash } = (await upload(liFang, await photo())).json()
  const other = await here.by(await here.resident('13900000077'))
  expect((await other.post('/api/orders', { ...lamp, photos: [hash] })).json().refusal).toBe('no-such-photo')
  expect((await visitor.post('/api/orders', { ...lamp, photos: [hash] })).json().refusal).toBe('no-such-photo')
  expect((await liFang.post('/api/orders', { ...lamp, photos: [hash] })).statusCode).toBe(201)
})

test('what happened did so on a day that has been, near the district', async () => {
  for (const happenedAt of ['2026-03-03', '2031-01-01', '2026-02-30', '<b>昨天</b>']) {
    const said = await liFang.post('/api/orders', { ...lamp, happenedAt })
    expect([said.statusCode, said.json().fields?.[0]?.pointer], happenedAt).toEqual([400, '/happenedAt'])
  }
  expect((await liFang.post('/api/orders', { ...lamp, happenedAt: '2026-03-01' })).statusCode).toBe(201)
})

test('she may urge once a day, withdraw once, and the page draws exactly the moves that are open', async () => {
  const { id } = (await liFang.post('/api/orders', lamp)).json()
  const urge = () => liFang.post(`/api/orders/${id}/moves/urge`, { fields: { words: '请快一点' } })
  expect((await liFang.get(`/api/orders/${id}`)).json().moves.map((open: { move: string }) => open.move)).toEqual([
    'withdraw',
    'urge',
  ])
  const urged = await urge()
  expect(urged.json().timeline.at(-1)).toMatchObject({ text: '请快一点' })
  expect(urged.json().moves.map((open: { move: string }) => open.move)).toEqual(['withdraw'])
  expect((await urge()).json().refusal).toBe('urged-today')
  const gone = await liFang.post(`/api/orders/${id}/moves/withdraw`, { fields: { reason: '已经修好了' } })
  expect(gone.json()).toMatchObject({ stage: 'withdrawn', ended: true, moves: [], due: null })
  expect((await liFang.post(`/api/orders/${id}/moves/withdraw`, {})).json().refusal).toBe('not-at-this-stage')
})

test('from the answer on she reads it, rates it badly, and it goes back; nothing internal is told on the way', async () => {
  const { id } = (await liFang.post('/api/orders', lamp)).json() as { id: CaseId }
  const unit = 'unit_chengguan'
  const handler = await here.who('handler', unit)
  const steps = [
    [await here.who('intake'), 'accept', {}],
    [await here.who('dispatcher'), 'dispatch', { unit, note: '请尽快办' }],
    [handler, 'sign', { triage: 'can' }],
    [handler, 'askSupplementInWork', { missing: '请补充灯杆编号' }],
  ] as const
  for (const [who, move, fields] of steps)
    expect(await here.as(who, id, move, fields), move).toMatchObject({ ok: true })
  const asked = (await liFang.get(`/api/orders/${id}`)).json()
  expect(asked).toMatchObject({ stage: 'supplement', missing: '请补充灯杆编号', yourTurn: true })
  await liFang.post(`/api/orders/${id}/moves/supply`, { fields: { text: '编号 0317' }, seen: asked.version })
  await here.as(handler, id, 'report', { text: '内部记录：已联系厂家' })
  await here.as(handler, id, 'reply', { answer: '已更换灯头，当晚恢复照明。', outcome: 'solved', evidence: [] })
  const checking = (await liFang.get(`/api/orders/${id}`)).json()
  expect([checking.answer, checking.outcome]).toEqual([null, null])
  await here.as(await here.who('section-head', unit, handler), id, 'approveReply')
  await here.as(await here.who('verifier'), id, 'verify', { how: 'on-site', finding: '现场亮灯，属实。' })
  const answered = (await liFang.get(`/api/orders/${id}`)).json()
  expect(answered).toMatchObject({ answer: { text: '已更换灯头，当晚恢复照明。' }, outcome: { value: 'solved' } })
  expect(answered.path.map((step: { state: string }) => step.state)).toEqual([
    'done',
    'done',
    'done',
    'done',
    'here',
    'ahead',
  ])
  const told = JSON.stringify(answered)
  for (const inside of ['内部记录', '请尽快办', '现场亮灯', handler]) expect(told).not.toContain(inside)
  const rating = answered.moves.find((open: { move: string }) => open.move === 'rate')
  expect(rating.fields[0].choices).toHaveLength(5)
  const rated = await liFang.post(`/api/orders/${id}/moves/rate`, { fields: { stars: 2, text: '又灭了' } })
  expect(rated.json()).toMatchObject({ stage: 'rectifying', stars: 2 })
  const twice = await liFang.post(`/api/orders/${id}/moves/rate`, { fields: { stars: 5 } })
  expect(twice.json().refusal).toBe('not-at-this-stage')
})

test('who saw an older case is told that somebody was first, and nothing unknown goes into the ledger', async () => {
  const { id } = (await liFang.post('/api/orders', lamp)).json()
  const late = await liFang.post(`/api/orders/${id}/moves/withdraw`, { seen: 9 })
  expect(late.json()).toMatchObject({ refusal: 'somebody-was-first', status: 409 })
  const more = await liFang.post(`/api/orders/${id}/moves/withdraw`, { fields: { secretName: '张三' } })
  expect([more.statusCode, more.json().fields[0].pointer]).toEqual([400, '/fields/secretName'])
})

test('her list tells the due date of the page of the case', async () => {
  const [row] = (await liFang.get('/api/orders/mine')).json().rows
  const page = (await liFang.get(`/api/orders/${row.id}`)).json()
  expect(row.due).toBe(page.due?.at ?? null)
})

test('her list goes on from page to page, open or not', async () => {
  const wu = await here.by(await here.resident('13900000009'))
  for (let count = 0; count < 5; count++) await wu.post('/api/orders', lamp)
  const [first] = (await wu.get('/api/orders/mine')).json().rows
  await wu.post(`/api/orders/${first.id}/moves/withdraw`, {})
  const one = (await wu.get('/api/orders/mine?limit=3')).json()
  const two = (await wu.get(`/api/orders/mine?limit=3&after=${one.next}`)).json()
  expect([one.rows.length, two.rows.length, two.next]).toEqual([3, 2, null])
  expect((await wu.get('/api/orders/mine?open=true')).json().rows).toHaveLength(4)
  expect((await visitor.get('/api/orders/mine')).statusCode).toBe(401)
})

test('who is not taken on is told the ground, once it is decided and not before', async () => {
  const { number, code } = (await visitor.post('/api/orders', lamp)).json()
  const followed = async () =>
    (await visitor.get(`/api/orders/follow?number=${number}`, { 'x-follow-code': code })).json()
  const { id } = await followed()
  const intakeHead = await here.who('intake-head')
  const intake = await here.who('intake', undefined, intakeHead)
  const explanation = '您与开发商的合同纠纷正在法院审理。'
  expect(await here.as(intake, id, 'proposeDecline', { ground: 'litigation', explanation })).toMatchObject({ ok: true })
  expect(await followed()).toMatchObject({ declined: null })
  expect(await here.as(intakeHead, id, 'confirmDecline', { explanation })).toMatchObject({
    ok: true,
  })
  expect(await followed()).toMatchObject({ declined: 'litigation', ended: true })
})
