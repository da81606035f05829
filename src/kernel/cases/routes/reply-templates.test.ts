import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'

let here: TownWithDoors
let head: Asker
let handler: Asker
let stranger: Asker
const path = '/api/cases/reply-templates'
const unit = 'unit_chengguan-shirong'
const body = '您反映的【标题】，我科于【今天】按照规定办理完毕。'

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  head = await here.by(await here.who('section-head', unit))
  handler = await here.by(await here.who('handler', unit, await here.who('section-head', unit)))
  stranger = await here.by(await here.who('handler', 'unit_chengguan-shizheng').catch(() => here.who('verifier')))
})
afterAll(() => here.close())

test('a head keeps the templates of his unit in versions; its people use them', async () => {
  const written = await head.post(path, { unit, name: '清运答复', body })
  expect(written.statusCode, written.body).toBe(200)
  const { id } = written.json().template
  const changed = await head.put(`${path}/${id}`, { seen: 1, live: true, name: '清运答复', body: `${body}谢谢。` })
  expect(changed.json().template.version).toBe(2)
  expect((await handler.get(path)).json().rows).toMatchObject([{ id, version: 2, mayKeep: false }])
  const { rows } = (await handler.get(`${path}/${id}/history`)).json()
  expect(rows.map((one: { body: string }) => one.body)).toEqual([`${body}谢谢。`, body])
  const late = await head.put(`${path}/${id}`, { seen: 1, live: true, name: '晚到', body })
  expect(late.json().refusal).toBe('somebody-was-first')
})

test('who is neither head nor administrator writes none, and another unit sees none', async () => {
  expect((await handler.post(path, { unit, name: '我的', body })).statusCode).toBe(403)
  expect((await head.post(path, { unit: null, name: '全区', body })).statusCode).toBe(403)
  const [one] = (await head.get(path)).json().rows
  const change = { seen: 2, live: false, name: '撤', body }
  expect((await handler.put(`${path}/${one.id}`, change)).statusCode).toBe(403)
  expect((await stranger.get(path)).json().rows).toEqual([])
  expect((await stranger.get(`${path}/${one.id}/history`)).statusCode).toBe(404)
  expect((await stranger.put(`${path}/${one.id}`, change)).statusCode).toBe(404)
  expect((await (await here.by(null)).get(path)).statusCode).toBe(401)
  expect((await (await here.by(await here.resident('13800138000'))).get(path)).statusCode).toBe(403)
})

test('what is withdrawn is offered to nobody, and its keeper can bring it back', async () => {
  const [one] = (await head.get(path)).json().rows
  await head.put(`${path}/${one.id}`, { seen: 2, live: false, name: one.name, body })
  expect((await handler.get(path)).json().rows).toEqual([])
  expect((await head.get(path)).json().rows).toMatchObject([{ live: false, mayKeep: true }])
})

test('templates are found by word, unit and state, a page at a time, and go out as a workbook', async () => {
  for (const name of ['甲', '乙', '丙']) await head.post(path, { unit, name: `${name}类答复`, body })
  const first = (await head.get(`${path}/page?limit=2&live=true`)).json()
  expect(first.rows).toHaveLength(2)
  const next = (await head.get(`${path}/page?limit=2&live=true&after=${first.next}`)).json()
  expect(next).toMatchObject({ rows: [{ unitName: expect.any(String), mayKeep: true }], next: null })
  expect((await head.get(`${path}/page?q=${encodeURIComponent('乙类')}`)).json().rows).toHaveLength(1)
  expect((await head.get(`${path}/page?live=false`)).json().rows).toMatchObject([{ live: false }])
  expect((await handler.get(`${path}/page?live=false`)).json().rows).toEqual([])
  expect((await head.get(`${path}/page?unit=district`)).json().rows).toEqual([])
  expect((await stranger.get(`${path}/page`)).json().rows).toEqual([])
  expect((await handler.get(`${path}/export.xlsx?q=${encodeURIComponent('乙类')}`)).statusCode).toBe(200)
  for (const url of [`${path}/page`, `${path}/export.xlsx`]) {
    expect((await (await here.by(null)).get(url)).statusCode, url).toBe(401)
    expect((await (await here.by(await here.resident('13800138000'))).get(url)).statusCode, url).toBe(403)
  }
})
