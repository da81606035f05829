import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../tests/town-doors.ts'
import { readTable } from '../../platform/tables/read.ts'

let here: TownWithDoors
let admin: Asker
const path = '/api/organisations/duties'
const line = { category: '市容环卫', unit: 'unit_shuiwu', part: 'lead', basis: '区职责清单 2026', from: '2026-03-05' }

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  admin = await here.by(await here.who('administrator'))
})
afterAll(() => here.close())

const shifts = async (url: string, body: object) => (await admin.post(url, body)).json()

test('before a line is saved, it says which categories would go to another unit, and nothing is written', async () => {
  const seen = await shifts(`${path}/preview`, line)
  expect(seen.refusal).toBeNull()
  const narrower = seen.shifts.find((one: { category: string }) => one.category === '市容环卫')
  expect(narrower).toMatchObject({
    area: null,
    before: expect.stringContaining('市容'),
    after: expect.stringContaining('水'),
  })
  expect((await admin.get(`${path}?unit=unit_shuiwu&when=standing&category=市容环卫`)).json().rows).toEqual([])
})

test('a case that waits to be sent is counted among what would change', async () => {
  const clerk = await here.by(await here.who('intake'))
  const filed = await clerk.post('/api/cases', {
    channel: 'counter',
    caller: {},
    title: '垃圾没人收',
    text: '三天没人收垃圾',
    category: '市容环卫',
  })
  expect(filed.statusCode, filed.body).toBe(201)
  expect((await shifts(`${path}/preview`, line)).cases).toBeGreaterThan(0)
})

test('a line given to another unit ends on the day the other begins, and the history tells both', async () => {
  const [old] = (await admin.get(`${path}?category=市容环卫&unit=unit_chengguan-shirong`)).json().rows
  const answer = await admin.post(path, { ...line, replaces: old.id })
  expect(answer.statusCode, answer.body).toBe(200)
  const on = async (day: string) =>
    (await admin.get(`${path}?category=市容环卫&part=lead&day=${day}`))
      .json()
      .rows.filter((one: { area: string | null }) => one.area === null)
      .map((one: { unit: string }) => one.unit)
  expect(await on('2026-03-04')).toContain('unit_chengguan-shirong')
  expect(await on('2026-03-05')).toEqual(['unit_shuiwu'])
  const { rows } = (await admin.get('/api/organisations/history?of=duties:list')).json()
  expect(rows[0].changes).toContainEqual({ field: 'unit', before: expect.any(String), after: expect.any(String) })
})

test('what the catalogue or the map does not know, and what stands already, is refused', async () => {
  const refusal = async (body: object) => (await admin.post(path, body)).json().refusal
  expect(await refusal({ ...line, category: '没有的类别' })).toBe('no-duty-category')
  expect(await refusal({ ...line, from: '2026-03-06' })).toBe('duty-stands')
  expect(await refusal({ ...line, unit: 'unit_nowhere' })).not.toBeUndefined()
  expect(await refusal({ ...line, to: '2026-03-05' })).toBe('days-upside-down')
  expect((await shifts(`${path}/preview`, { ...line, category: '没有的类别' })).refusal).toBe('no-duty-category')
})

test('a line that ends says before what becomes of its matters; ended twice it refuses', async () => {
  const [mine] = (await admin.get(`${path}?category=市容环卫&unit=unit_shuiwu&when=ahead`)).json().rows
  const seen = await shifts(`${path}/${mine.id}/end/preview`, { day: '2026-04-01' })
  expect(seen.total).toBeGreaterThan(0)
  expect((await admin.post(`${path}/${mine.id}/end`, { day: '2026-04-01' })).statusCode).toBe(200)
  expect((await admin.post(`${path}/${mine.id}/end`, { day: '2026-04-02' })).json().refusal).toBe('duty-over')
})

test('another fallback desk is looked at first; it takes what no line names', async () => {
  const body = { unit: 'unit_shuiwu', basis: '区政府会议纪要' }
  const seen = await shifts('/api/organisations/fallback-desk/preview', body)
  expect(seen).toMatchObject({ ok: true, refusal: null })
  expect((await shifts('/api/organisations/fallback-desk/preview', { ...body, unit: 'unit_gone' })).refusal).toBe(
    'no-such-unit',
  )
})

test('the list goes out as a workbook, comes back unchanged, and a changed row is taken or named wrong', async () => {
  const file = await admin.get(`${path}/export?when=standing`)
  const table = await readTable(file.rawPayload, 'xlsx')
  const rows = table.ok ? (table.sheets[0]?.rows ?? []) : []
  const csv = (lines: readonly (readonly unknown[])[]) =>
    lines.map((cells) => cells.map((cell) => cell ?? '').join(',')).join('\r\n')
  const send = (content: string, query: string) =>
    admin.post(
      `${path}/import?${query}`,
      `--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n${content}\r\n--x--`,
      {
        'content-type': 'multipart/form-data; boundary=x',
      },
    )
  const same = await send(csv(rows), 'dryRun=true&atomic=true')
  expect(same.json()).toMatchObject({ taken: 0, unchanged: rows.length - 1, faults: [] })
  const heading = rows[0] ?? []
  const wrong = ['', '没有的类别', '没有的街道', 'XX', '', '牵头', '', '2026-13-01', '']
  const faulty = await send(csv([heading, wrong]), 'dryRun=true')
  expect(faulty.json().faults.map(({ column }: { column: string }) => column)).toEqual([
    '事项类别',
    '属地',
    '单位编码',
    '主责或协助',
    '依据',
    '生效日期',
  ])
  const [first = []] = rows.slice(1)
  const changed = [...first]
  changed[6] = '新的依据'
  changed[7] = '2026-05-01'
  const taken = await send(csv([heading, changed]), 'atomic=true')
  expect(taken.json()).toMatchObject({ taken: 1, faults: [] })
  const [replaced] = (await admin.get(`${path}?when=ahead&q=${encodeURIComponent('新的依据')}`)).json().rows
  expect(replaced.from).toBe('2026-05-01')
})

test('every order of the list joins its pages without gap or repeat', async () => {
  for (const sort of ['category', 'unit', 'newest']) {
    const seen: string[] = []
    let after = ''
    do {
      const page = (await admin.get(`${path}?sort=${sort}&limit=15${after}`)).json()
      seen.push(...page.rows.map(({ id }: { id: string }) => id))
      after = page.next === null ? '' : `&after=${page.next}`
    } while (after !== '')
    const whole = (await admin.get(`${path}?sort=${sort}&limit=200`)).json().rows
    expect(seen).toEqual(whole.map(({ id }: { id: string }) => id))
  }
})

test('all staff read the list; who may not keep it changes nothing and sees no preview or history', async () => {
  const handler = await here.by(await here.who('handler', 'unit_chengguan-shirong'))
  expect((await handler.get(path)).statusCode).toBe(200)
  expect((await handler.get('/api/organisations/history?of=duties:list')).statusCode).toBe(403)
  const [any] = (await admin.get(path)).json().rows
  const deeds = [
    ['post', path, line],
    ['post', `${path}/preview`, line],
    ['post', `${path}/${any.id}/end`, { day: '2026-03-09' }],
    ['post', `${path}/${any.id}/end/preview`, { day: '2026-03-09' }],
    ['post', `${path}/import`, {}],
    ['put', '/api/organisations/fallback-desk', { unit: 'unit_shuiwu', basis: '甲' }],
    ['post', '/api/organisations/fallback-desk/preview', { unit: 'unit_shuiwu', basis: '甲' }],
  ] as const
  const resident = await here.by(await here.resident('13800138000'))
  for (const [method, url, body] of deeds) {
    expect((await handler[method](url, body)).statusCode, url).toBe(403)
    expect((await resident[method](url, body)).statusCode, url).toBe(403)
    expect((await (await here.by(null))[method](url, body)).statusCode, url).toBe(401)
  }
  for (const url of [path, `${path}/export`, `${path}/areas`])
    expect((await resident.get(url)).statusCode, url).toBe(403)
})
