import { afterAll, beforeAll, expect, test } from 'vitest'
import { someone } from '../../../../tests/journeys/cast.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'

let here: TownWithDoors
let lamp: CaseId
let joined: CaseId
const lampText = { title: '桥头社区东门路灯不亮', text: '桥头社区东门外的路灯坏了半个月，请尽快维修。' }

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  lamp = (await (await li()).post('/api/orders', { ...lampText, contact: { name: '李芳' } })).json().id
})
afterAll(() => here.close())

const li = async (): Promise<Asker> => here.by(await here.resident('13900000001'))
const chen = async (): Promise<Asker> => here.by(await here.resident('13900000002'))
const join = async (joins: string) => (await chen()).post('/api/orders', { ...lampText, title: '东门的灯坏了', joins })
const seen = async (asker: Asker, id: CaseId) => (await asker.get(`/api/orders/${id}`)).json()
const move = async (staff: Parameters<typeof here.as>[0], name: string, fields = {}) =>
  expect(await here.as(staff, lamp, name, fields), name).toMatchObject({ ok: true })

test('whoever joins an open case has a case of his own, linked to it; the first one knows of him', async () => {
  const filed = await join(lamp)
  expect(filed.statusCode, filed.body).toBe(201)
  expect(filed.json()).toMatchObject({ stage: 'linked' })
  joined = filed.json().id
  await here.letJobsRun()
  expect((await here.stateOf(lamp)).marks.repeated).toBe(true)
  expect(await seen(await chen(), joined)).toMatchObject({ original: { answer: null } })
  expect((await seen(await li(), lamp)).original).toBeNull()
})

test('nobody joins what is not there or is itself joined to another', async () => {
  expect((await join(`case_349901_${'0'.repeat(26)}`)).json()).toMatchObject({ refusal: 'nothing-to-join' })
  expect((await join(joined)).json()).toMatchObject({ refusal: 'nothing-to-join' })
})

test('whoever told it first cannot take it back from under those who joined', async () => {
  const answer = await (await li()).post(`/api/orders/${lamp}/moves/withdraw`, { fields: {} })
  expect(answer.json()).toMatchObject({ refusal: 'others-have-joined' })
})

test('the answer reaches everybody who joined, without the name and number of the first', async () => {
  await move(await someone(here, 'intake'), 'answerAtOnce', {
    answer: '李芳您好，路灯已修好，有问题请打13900000001核对。',
    outcome: 'solved',
  })
  await here.letJobsRun()
  const { original } = await seen(await chen(), joined)
  expect(original.answer.text).toContain('路灯已修好')
  expect(original.answer.text).not.toMatch(/李芳|13900000001/)
  const { rows } = await here.db.pool.query(
    `select template, params->>'number' as number from channels.notice where case_id = $1 order by at, template`,
    [joined],
  )
  const { number } = await seen(await chen(), joined)
  expect(rows.filter(({ template }) => template === 'answered')).toEqual([{ template: 'answered', number }])
})

test('somebody else’s case stays closed to whoever joined it', async () => {
  expect((await (await chen()).get(`/api/orders/${lamp}`)).statusCode).toBe(404)
})
