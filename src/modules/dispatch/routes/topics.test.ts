import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT } from '../../../../tests/town.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { refreshTopics } from '../handle/topics.ts'

let here: TownWithDoors
const cases: CaseId[] = []

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  for (const count of [1, 2, 3, 4]) {
    here.turnTo(`2026-03-02T10:0${count}:00+08:00`)
    cases.push(await parking(count))
  }
  const others = ['路灯不亮了', '公交改线不便', '电梯经常停运', '夜宵摊油烟扰民', '井盖丢失']
  for (const [at, title] of others.entries())
    await file(`1390000010${at}`, { title, text: `${title}，请尽快处理一下。` })
})
afterAll(() => here.close())

async function file(
  phone: string,
  order: { title: string; text: string; point?: { lng: number; lat: number } },
): Promise<CaseId> {
  const filed = await (await here.by(await here.resident(phone))).post('/api/orders', order)
  expect(filed.statusCode, filed.body).toBe(201)
  return filed.json().id
}
const parking = (count: number) =>
  file(`1390000000${count}`, {
    title: '云溪花园捆绑销售车位',
    text: `云溪花园开发商要求第${count}栋业主买车位才能签合同，电话1390000000${count}。`,
    // The second caller did not say where he is.
    ...(count === 2 ? {} : { point: { lng: 117.25, lat: 31 + count / 8 } }),
  })
const refresh = () => refreshTopics(here, DISTRICT)
/** Signed in anew, for days go by. */
const as = async (capacity: 'supervisor' | 'intake'): Promise<Asker> => here.by(await here.who(capacity))
const list = async (query = '') => (await (await as('supervisor')).get(`/api/dispatch/topics${query}`)).json()

test('several people who speak of one thing become a topic, named by their words, with its cases', async () => {
  expect(await refresh()).toBe(1)
  const { rows, next } = await list()
  expect(next).toBeNull()
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({ people: 4, cases: 4, peak: 4, openedAt: null, firstDay: '2026-03-02' })
  expect(rows[0].name).toContain('云溪花园')
  const whole = (await (await as('supervisor')).get(`/api/dispatch/topics/${rows[0].id}`)).json()
  expect(whole.cases.map(({ id }: { id: string }) => id)).toEqual(cases)
})

test('the map tells where a topic is spoken of, by the cases that have a place and a viewer who sees them', async () => {
  const [{ id, name, heat }] = (await list()).rows
  const mentions = await list('/mentions')
  expect(mentions).toMatchObject({ more: false })
  expect(mentions.rows.map((row: { case: string }) => row.case)).toEqual([cases[0], cases[2], cases[3]])
  expect(mentions.rows[0]).toMatchObject({ topic: id, name, heat, lng: 117.25, lat: 31.125 })
  expect((await list(`/mentions?topic=${id}&opened=no`)).rows).toHaveLength(3)
  expect((await list('/mentions?opened=yes')).rows).toEqual([])
  expect((await list(`/mentions?topic=topic_${'0'.repeat(26)}`)).rows).toEqual([])
  expect((await (await as('supervisor')).get('/api/dispatch/topics/mentions?topic=x')).statusCode).toBe(400)
  const handler = await here.by(await here.who('handler', 'unit_zhujian'))
  expect((await handler.get('/api/dispatch/topics/mentions')).statusCode).toBe(403)
  // His scope is the unit and below, and his unit stands above all others.
  const head = await here.by(await here.who('top-leader', 'unit_quzhengfu'))
  expect((await head.get('/api/dispatch/topics')).statusCode).toBe(200)
  const headOfUnit = await here.by(await here.who('top-leader', 'unit_rexian'))
  expect((await headOfUnit.get('/api/dispatch/topics')).statusCode).toBe(403)
  expect((await (await here.by(null)).get('/api/dispatch/topics/mentions')).statusCode).toBe(401)
})

test('found again it is the same topic, and whoever comes later joins it', async () => {
  const [before] = (await list()).rows
  here.turnTo('2026-03-03T10:00:00+08:00')
  cases.push(await parking(5))
  await refresh()
  const [after] = (await list()).rows
  expect(after).toMatchObject({ id: before.id, people: 5, cases: 5 })
  expect(after.heat).toBeGreaterThan(before.heat)
})

test('opened as a task its oldest case is supervised; cases that come later are counted', async () => {
  const [{ id }] = (await list()).rows
  const open = (asker: Asker) =>
    asker.post(`/api/dispatch/topics/${id}/open`, { instruction: '查明是否违规捆绑，三日内反馈' })
  expect((await open(await as('intake'))).statusCode).toBe(403)
  const opened = await open(await as('supervisor'))
  expect(opened.json().topic, opened.body).toMatchObject({ leadCase: cases[0], joinedSince: 0 })
  expect((await here.stateOf(cases[0] as CaseId)).registers.supervision).toBe(1)
  expect((await open(await as('supervisor'))).json()).toMatchObject({ refusal: 'topic-is-open' })
  here.turnTo('2026-03-04T10:00:00+08:00')
  cases.push(await parking(6))
  await refresh()
  expect((await list('?opened=yes')).rows[0]).toMatchObject({ cases: 6, joinedSince: 1 })
  expect((await list('?opened=no')).rows).toEqual([])
})

test('the list is filtered, sorted and paged by its key', async () => {
  expect((await list('?least=7')).rows).toEqual([])
  for (const sort of ['heat', 'people', 'last']) {
    const { rows, next } = await list(`?sort=${sort}&limit=1`)
    expect(rows).toHaveLength(1)
    expect(next).toBeNull()
  }
  const forged = Buffer.from(JSON.stringify(['x', 'y'])).toString('base64url')
  expect((await (await as('supervisor')).get(`/api/dispatch/topics?after=${forged}`)).statusCode).toBe(400)
})

test('topics are for those who see all of the district', async () => {
  const handler = await here.by(await here.who('handler', 'unit_zhujian'))
  expect((await handler.get('/api/dispatch/topics')).statusCode).toBe(403)
  const [{ id }] = (await list()).rows
  expect((await handler.get(`/api/dispatch/topics/${id}`)).statusCode).toBe(403)
  expect((await (await here.by(null)).get('/api/dispatch/topics')).statusCode).toBe(401)
  const li = await here.by(await here.resident('13900000001'))
  expect((await li.get('/api/dispatch/topics')).statusCode).toBe(403)
  expect((await (await as('supervisor')).get(`/api/dispatch/topics/topic_${'0'.repeat(26)}`)).statusCode).toBe(404)
})

test('what nobody speaks of any more has cooled and can still be read', async () => {
  here.turnTo('2026-08-04T10:00:00+08:00')
  expect(await refresh()).toBe(0)
  expect((await list()).rows[0]).toMatchObject({ heat: 0, people: 6 })
})
