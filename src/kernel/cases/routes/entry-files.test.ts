import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { readTable } from '../../../platform/tables/read.ts'

let here: TownWithDoors
let clerk: Asker
const path = '/api/cases/entry-files'
const heading = '姓名,电话,标题,情况说明,地点,属地,分类,渠道,发生日期'
const lamp = '李芳,13800138000,翠竹路路灯不亮,翠竹路 18 号门口的路灯从上周开始不亮,翠竹路 18 号,,,热线,2026/2/27'
const rubbish = ',,,小区门口的垃圾三天没人收，有异味,朝花社区东门,,,,'
const wrong = '王五,123,没有电话,这一行的电话是错的,,没有的街道,,电报,2026-13-01'

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  clerk = await here.by(await here.who('intake'))
})
afterAll(() => here.close())

async function send(rows: readonly string[], mode: string, asker = clerk) {
  const content = [heading, ...rows].join('\r\n')
  const body = `--x\r\ncontent-disposition: form-data; name="file"; filename="三月来件.csv"\r\n\r\n${content}\r\n--x--`
  return asker.post(`${path}?mode=${mode}`, body, { 'content-type': 'multipart/form-data; boundary=x' })
}
async function worked(rows: readonly string[], mode: string) {
  const sent = await send(rows, mode)
  expect(sent.statusCode, sent.body).toBe(202)
  await here.app.city.runner.runDueJobs()
  return (await clerk.get(`${path}/${sent.json().id}`)).json()
}
const rowsOf = async (id: string, query = '') => (await clerk.get(`${path}/${id}/rows${query}`)).json().rows
const cases = async () => {
  const { rows } = await here.db.pool.query('select count(*)::int as n from cases.card')
  return rows[0].n
}

test('the template names every column, explains it, and offers areas, categories and channels', async () => {
  const answer = await clerk.get(`${path}/template`)
  const book = await readTable(answer.rawPayload, 'xlsx')
  if (!book.ok) throw new Error(book.refusal)
  expect(book.sheets[0]?.rows[0]?.join()).toBe(heading)
  expect(book.sheets[1]?.rows).toHaveLength(10)
  expect(book.sheets[2]?.rows.map((row) => row[1]).slice(0, 3)).toEqual(['热线', '窗口', '信箱'])
  expect((await clerk.get(`${path}/template?format=csv`)).body).toContain(heading)
})

test('a check says what is wrong in which cell and files nothing; what is right is filed afterwards', async () => {
  const before = await cases()
  const file = await worked([lamp, wrong, rubbish], 'check')
  expect(file).toMatchObject({ state: 'checked', total: 3, faulty: 1, filed: 0, isKept: true })
  expect(await cases()).toBe(before)
  const [first, second] = await rowsOf(file.id)
  expect(first).toMatchObject({ row: 2, outcome: 'sound' })
  expect(second.faults.map((fault: { column: string }) => fault.column)).toEqual([
    'phone',
    'area',
    'channel',
    'happenedOn',
  ])
  expect((await clerk.post(`${path}/${file.id}/run`, { mode: 'sound' })).statusCode).toBe(200)
  await here.app.city.runner.runDueJobs()
  expect((await clerk.get(`${path}/${file.id}`)).json()).toMatchObject({ state: 'done', filed: 2, faulty: 1 })
  expect(await cases()).toBe(before + 2)
})

test('a case of a table is as one filed by itself: number, code, caller, channel, day, and a clock', async () => {
  const file = (await clerk.get(path)).json().rows[0]
  const [filed] = await rowsOf(file.id, '?outcome=filed')
  const { card } = (await clerk.get(`/api/cases/${filed.caseId}`)).json()
  expect(card).toMatchObject({ number: filed.number, title: '翠竹路路灯不亮', channel: 'hotline' })
  expect(card.due).not.toBeNull()
  const result = await clerk.get(`${path}/${file.id}/result.xlsx`)
  const book = await readTable(result.rawPayload, 'xlsx')
  const rows = book.ok ? (book.sheets[0]?.rows ?? []) : []
  expect(rows[0]?.slice(9)).toEqual(['结果', '编号', '查询码', '可能重复的在办工单', '错误'])
  const code = String(rows[1]?.[11])
  const visitor = await here.by(null)
  const followed = await visitor.get(`/api/orders/follow?number=${filed.number}`, { 'x-follow-code': code })
  expect(followed.json()).toMatchObject({ id: filed.caseId })
  expect(String(rows[2]?.[13])).toContain('电话：')
  const titled = await rowsOf(file.id, '?outcome=filed')
  const other = (await clerk.get(`/api/cases/${titled[1].caseId}`)).json().card
  expect(other).toMatchObject({ title: '小区门口的垃圾三天没人收', channel: 'counter' })
})

test('the same file sent twice files nothing twice, and says which case a row is', async () => {
  const before = await cases()
  const file = await worked([lamp, rubbish], 'sound')
  expect(file).toMatchObject({ state: 'done', filed: 0, repeated: 2 })
  expect(await rowsOf(file.id)).toMatchObject([{ outcome: 'repeated', number: expect.any(String) }, {}])
  expect(await cases()).toBe(before)
})

test('a row that stands twice in a file is filed once', async () => {
  const bench = ',,长椅坏了,滨河公园的长椅断了一条腿,,,,,'
  const file = await worked([bench, bench], 'sound')
  expect(file).toMatchObject({ filed: 1, faulty: 1 })
})

test('all or nothing: one wrong row and none is filed; without it all are', async () => {
  const [a, b] = [',,井盖响,长青路井盖松动过车就响,,,,,', ',,树枝,长青路的树枝压到电线,,,,,']
  const before = await cases()
  const refused = await worked([a, wrong, b], 'all')
  expect(refused).toMatchObject({ state: 'refused', filed: 0, faulty: 1 })
  expect((await rowsOf(refused.id)).map((row: { outcome: string }) => row.outcome)).toEqual(['left', 'faulty', 'left'])
  expect(await cases()).toBe(before)
  expect(await worked([a, b], 'all')).toMatchObject({ state: 'done', filed: 2 })
  expect(await cases()).toBe(before + 2)
})

test('what nearly tells an open case is filed with a hint to it', async () => {
  await here.app.city.likeness.filled('349901')
  const file = await worked([',,翠竹路路灯不亮,翠竹路 18 号门口路灯上周起不亮了,翠竹路 18 号,,,,'], 'check')
  const [row] = await rowsOf(file.id)
  expect(row.outcome).toBe('sound')
  expect(row.alike[0]?.number).toMatch(/^20260302/)
})

test('a category in the table brings the case under the matter it belongs to', async () => {
  const tree = await readTable((await clerk.get(`${path}/template`)).rawPayload, 'xlsx')
  const paths = tree.ok ? (tree.sheets[2]?.rows.map((row) => String(row[0] ?? '')) ?? []) : []
  const category = paths.find((one) => one.includes('/')) ?? ''
  const file = await worked([`,,请看分类,这件事请按表里的分类办,,,${category},,`], 'sound')
  const [row] = await rowsOf(file.id)
  const { card } = (await clerk.get(`/api/cases/${row.caseId}`)).json()
  expect(card.category).toBe(category)
})

test('stopped before it began, it files nothing and says so', async () => {
  const sent = await send([',,停一停,这个文件不应该登记任何工单,,,,,'], 'sound')
  const { id } = sent.json()
  expect((await clerk.post(`${path}/${id}/cancel`, {})).statusCode).toBe(200)
  await here.app.city.runner.runDueJobs()
  expect((await clerk.get(`${path}/${id}`)).json()).toMatchObject({ state: 'cancelled', filed: 0 })
  expect((await clerk.post(`${path}/${id}/cancel`, {})).json().refusal).toBe('entry-file-over')
})

test('what is no table of entries is refused at once', async () => {
  expect((await send([], 'check')).json().refusal).toBe('entry-file-empty')
  const body = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n甲,乙\r\n1,2\r\n--x--'
  const other = await clerk.post(path, body, { 'content-type': 'multipart/form-data; boundary=x' })
  expect(other.json().refusal).toBe('entry-column-missing')
})

test('the list is found by name and state, page by page, and goes out as a workbook', async () => {
  const first = (await clerk.get(`${path}?limit=2`)).json()
  expect(first.rows).toHaveLength(2)
  const next = (await clerk.get(`${path}?limit=2&after=${first.next}`)).json()
  expect(next.rows[0].at <= first.rows[1].at).toBe(true)
  expect((await clerk.get(`${path}?state=refused`)).json().rows).toHaveLength(1)
  expect((await clerk.get(`${path}?q=${encodeURIComponent('四月')}`)).json().rows).toEqual([])
  expect((await clerk.get(`${path}/export.xlsx?sort=oldest`)).statusCode).toBe(200)
})

test('who may not file for others may do nothing here, and one clerk does not see another’s file', async () => {
  const [{ id }] = (await clerk.get(path)).json().rows
  const doors = [
    path,
    `${path}/template`,
    `${path}/export.xlsx`,
    `${path}/${id}`,
    `${path}/${id}/rows`,
    `${path}/${id}/result.xlsx`,
  ]
  const acts = [`${path}/${id}/run`, `${path}/${id}/cancel`]
  const nobodies = [
    [401, await here.by(null)],
    [403, await here.by(await here.resident('13800138001'))],
    [403, await here.by(await here.who('handler', 'unit_chengguan-shirong'))],
  ] as const
  for (const [status, asker] of nobodies) {
    for (const url of doors) expect((await asker.get(url)).statusCode, url).toBe(status)
    for (const url of acts) expect((await asker.post(url, { mode: 'sound' })).statusCode, url).toBe(status)
    expect((await send([lamp], 'sound', asker)).statusCode).toBe(status)
  }
})

test('the file itself is deleted after a week; what became of its rows stays', async () => {
  const [{ id }] = (await clerk.get(path)).json().rows
  here.turnTo('2026-03-10T10:00:00+08:00')
  await here.letJobsRun()
  clerk = await here.by(await here.who('intake'))
  expect((await clerk.get(`${path}/${id}`)).json().isKept).toBe(false)
  expect((await clerk.get(`${path}/${id}/result.xlsx`)).json().refusal).toBe('entry-file-gone')
})
