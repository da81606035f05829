import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT } from '../../../tests/town.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../tests/town-doors.ts'
import type { CaseId } from '../../kernel/cases/model/case.ts'

let here: TownWithDoors
const askers: Record<string, Asker> = {}
let lamp: CaseId

const lampText = {
  title: '桥头社区东门路灯不亮',
  text: '桥头社区东门外的路灯坏了半个月，晚上老人摔倒，电话13900000001。',
}

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  askers.intake = await here.by(await here.who('intake'))
  askers.handler = await here.by(await here.who('handler', 'unit_zhujian'))
  askers.admin = await here.by(await here.who('administrator'))
  askers.li = await here.by(await here.resident('13900000001'))
  askers.chen = await here.by(await here.resident('13900000002'))
  askers.visitor = await here.by(null)
  lamp = await file('li', lampText)
  await file('li', { title: '滨河路烧烤摊油烟扰民', text: '滨河路夜宵烧烤摊油烟很大，凌晨还在营业。' })
  await here.app.city.likeness.filled(DISTRICT)
})
afterAll(() => here.close())

const by = (who: string): Asker => {
  const asker = askers[who]
  if (!asker) throw new Error(`nobody is called ${who}`)
  return asker
}

async function file(who: string, order: { title: string; text: string }): Promise<CaseId> {
  const filed = await by(who).post('/api/orders', order)
  expect(filed.statusCode, filed.body).toBe(201)
  await here.app.city.likeness.filled(DISTRICT)
  return filed.json().id
}
const similar = (who: string, body: object) => by(who).post('/api/dispatch/similar', body)
const again = { title: '东门的路灯坏了', text: '桥头社区东门那边晚上一片漆黑，路灯没人修。' }

test('whoever writes is shown an open case that tells the same, and nobody in it', async () => {
  const answer = await similar('visitor', again)
  expect(answer.statusCode, answer.body).toBe(200)
  const { rows, ready } = answer.json()
  expect(ready).toBe(true)
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ id: lamp, number: null, unitName: null, score: null, people: 1, stage: 'received' })
  expect(answer.body).not.toContain('13900000001')
})

test('the desk sees number and likeness, and asks by case as well', async () => {
  const { rows } = (await similar('intake', again)).json()
  expect(rows[0]).toMatchObject({ id: lamp, exact: false })
  expect(rows[0].number).toMatch(/\d/)
  expect(rows[0].score).toBeGreaterThan(0.35)
  const second = await file('chen', again)
  const byCase = (await similar('intake', { case: second })).json()
  expect(byCase.rows[0]).toMatchObject({ id: lamp })
  expect(byCase.rows.map(({ id }: { id: string }) => id)).not.toContain(second)
})

test('what was linked to another case leads to that one, told by two', async () => {
  const { rows: before } = (await similar('visitor', { title: '桥头小学放学堵车', text: '校门口没有人管。' })).json()
  expect(before).toEqual([])
  const original = await file('li', {
    title: '桥头小学门口交通混乱',
    text: '早晚高峰车辆乱停，家长和学生走在机动车道上。',
  })
  const repeat = await file('chen', { title: '桥头小学放学堵车', text: '桥头小学放学的时候堵车，校门口没有人管。' })
  const intake = await here.who('intake')
  expect(await here.as(intake, repeat, 'linkRepeat', { original })).toMatchObject({ ok: true })
  const { rows } = (await similar('visitor', { title: '桥头小学放学堵车', text: '校门口没有人管。' })).json()
  expect(rows[0]).toMatchObject({ id: original, people: 2 })
})

test('a unit is shown only what it may see, and no case of others by its id', async () => {
  expect((await similar('handler', again)).json().rows).toEqual([])
  expect((await similar('handler', { case: lamp })).statusCode).toBe(404)
})

test('a resident cannot ask by the id of a case', async () => {
  expect((await similar('chen', { case: lamp })).json()).toMatchObject({ refusal: 'nothing-to-compare' })
})

test.each([{}, { text: '' }, { title: '。' }])('%j has nothing to compare', async (body) => {
  expect((await similar('visitor', body)).statusCode).toBe(409)
})

test('emptiness of another kind finds nothing and breaks nothing', async () => {
  for (const text of ['😀😀', '的的的', 'a'.repeat(4_000), '\u0000\u0001 x', '路'.repeat(4_000)]) {
    const answer = await similar('visitor', { text })
    expect([200, 400, 409], text.slice(0, 5)).toContain(answer.statusCode)
  }
  expect((await similar('visitor', { text: '路'.repeat(4_001) })).statusCode).toBe(400)
})

test('who speaks of dying goes to the top: urgent, with two hours, and a superior judges it', async () => {
  const id = await file('chen', { title: '拆迁补偿没有下文', text: '拖了三年没人管，我真的不想活了。' })
  const state = await here.stateOf(id)
  expect(state.marks.urgent).toBe('yes')
  expect(state.clocks.alarm).toMatchObject({ status: 'running' })
  expect(state.clocks.alarm?.account.due).toBe('2026-03-02T04:00:00.000Z')
  const [first] = (await by('intake').get('/api/cases?sort=due&limit=1')).json().rows
  expect(first).toMatchObject({ id, urgent: true })
  const dispatcher = await here.who('dispatcher')
  expect(await here.as(dispatcher, id, 'judgeAlarm', { urgent: 'no' })).toMatchObject({ ok: false })
  const head = await here.who('intake-head')
  expect(await here.as(head, id, 'judgeAlarm', { urgent: 'yes' })).toMatchObject({ ok: true })
  expect((await here.stateOf(id)).clocks.alarm).toBeUndefined()
})

test('an alarm that nobody judges in two hours goes under supervision', async () => {
  const id = await file('chen', { title: '邻居持刀威胁', text: '楼上邻居昨晚持刀威胁我们全家。' })
  here.turnTo('2026-03-02T12:01:00+08:00')
  await here.letJobsRun()
  const state = await here.stateOf(id)
  expect(state.registers.supervision).toBe(1)
  expect(state.clocks.alarm).toBeUndefined()
})

test('a resident is not shown urgent cases of others', async () => {
  const { rows } = (await similar('visitor', { title: '邻居持刀威胁', text: '邻居持刀威胁。' })).json()
  expect(rows).toEqual([])
})

const line = {
  kind: 'life',
  level: 'urgent',
  phrase: '井盖+丢了/不见',
  unless: '',
  takenBackBy: 'supposed',
  reason: '坠井',
  active: true,
}

test('administrators edit what raises an alarm; the next text is read by it, and a line can be set aside', async () => {
  const url = '/api/dispatch/watch-list/manhole'
  const put = (body: object, who = 'admin') => by(who).put(url, body)
  expect((await put(line, 'intake')).statusCode).toBe(403)
  expect((await put({ ...line, phrase: '井盖+' })).json()).toMatchObject({ refusal: 'phrase-wrong' })
  expect((await put(line)).statusCode).toBe(200)
  const tried = async () =>
    (await by('intake').post('/api/dispatch/watch-list/try', { text: '路口井盖丢了，电话13900000001' })).json()
  expect(await tried()).toMatchObject({
    urgent: true,
    alarms: [{ id: 'manhole', reason: '坠井' }],
    personal: [{ kind: 'mobile' }],
  })
  await put({ ...line, active: false })
  expect(await tried()).toMatchObject({ urgent: false, alarms: [] })
  const { rows } = (await by('intake').get('/api/dispatch/watch-list')).json()
  expect(rows.find(({ id }: { id: string }) => id === 'manhole')).toMatchObject({ active: false })
})

test('residents and visitors do not see the watch list', async () => {
  expect((await by('li').get('/api/dispatch/watch-list')).statusCode).toBe(403)
  expect((await by('visitor').get('/api/dispatch/watch-list')).statusCode).toBe(401)
  expect((await by('visitor').post('/api/dispatch/watch-list/try', { text: 'x' })).statusCode).toBe(401)
})
