import { afterAll, beforeAll, expect, test } from 'vitest'
import { liFang, liFangWrites, someone } from '../../../tests/journeys/cast.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../tests/town-doors.ts'
import type { Json } from '../../platform/canonical.ts'
import type { CaseId } from '../cases/model/case.ts'
import type { StaffId } from '../people/model.ts'

const UNIT = 'unit_chengguan'
const TEXT = '来的人态度不好，我的电话是13900000001'

let here: TownWithDoors
let handler: StaffId
let head: Asker
let steward: Asker
let praised: CaseId
let bad: CaseId

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  handler = await someone(here, 'handler', UNIT)
  await signIn()
  praised = await answered()
  bad = await answered()
  here.turnTo('2026-03-02T11:00:00+08:00')
  expect(await liFang(here, praised, 'rate', { stars: 5, text: TEXT })).toMatchObject({ ok: true })
  expect(await liFang(here, bad, 'rateBadly', { stars: 2, text: TEXT })).toMatchObject({ ok: true })
})
afterAll(() => here.close())

async function signIn(): Promise<void> {
  head = await here.by(await here.who('section-head', UNIT, handler))
  steward = await here.by(await here.who('visit-steward'))
}

async function answered(): Promise<CaseId> {
  const { id } = (await liFangWrites(here)).state
  await move(await someone(here, 'intake'), id, 'accept')
  await move(await someone(here, 'dispatcher'), id, 'dispatch', { unit: UNIT })
  await move(handler, id, 'sign', { triage: 'can' })
  await move(handler, id, 'reply', { answer: '已更换灯头，当晚恢复照明。', outcome: 'solved', evidence: [] })
  await move(await someone(here, 'section-head', UNIT, handler), id, 'approveReply')
  await move(await someone(here, 'verifier'), id, 'verify', { how: 'on-site', finding: '现场亮灯' })
  return id
}

const move = async (who: StaffId, id: CaseId, name: string, fields: Record<string, Json> = {}) =>
  expect(await here.as(who, id, name, fields), name).toMatchObject({ ok: true })

const ratingOf = async (who: Asker, id: CaseId) => (await who.get(`/api/ratings/cases/${id}`)).json()

test('the unit does not learn of praise before the case is closed, neither here nor on the case itself', async () => {
  expect((await ratingOf(head, praised)).rating).toEqual({
    kind: 'hidden',
    level: null,
    said: null,
    text: null,
    at: null,
  })
  const screen = (await head.get(`/api/cases/${praised}`)).json()
  expect(screen.card.stars).toBeNull()
  const desk = (await head.get('/api/cases')).json().rows
  expect(desk.find(({ id }: { id: string }) => id === praised).stars).toBeNull()
  expect(screen.timeline.map(({ event }: { event: string }) => event)).not.toContain('Rated')
  const list = (await head.get('/api/ratings')).json()
  expect(list.rows.map((row: { case: { id: string } }) => row.case.id)).toEqual([bad])
})

test('a bad rating comes to the unit that must put it right, without the hour and with telephone numbers covered', async () => {
  const { rating, rectification } = await ratingOf(head, bad)
  expect(rating).toMatchObject({ kind: 'rated', level: 2, said: { zh: '不满意' }, at: null })
  expect(rating.text).toBe('来的人态度不好，我的电话是139****0001')
  expect(rectification).toMatchObject({ contactedAt: null, contactInTime: null, again: false, confirmedAt: null })
  expect(JSON.stringify(await ratingOf(head, bad))).not.toContain('person_lifang')
})

test('the steward sees all of it, at once', async () => {
  const { rating } = await ratingOf(steward, praised)
  expect(rating).toMatchObject({ kind: 'rated', level: 5, text: TEXT, at: '2026-03-02T03:00:00.000Z' })
  expect((await steward.get('/api/ratings')).json().rows).toHaveLength(2)
  expect((await steward.get('/api/ratings?level=5')).json().rows).toHaveLength(1)
})

test('the summary keeps the unrated apart, and tells a unit no levels while one of them could be guessed', async () => {
  await answered()
  const all = (await steward.get('/api/ratings/summary')).json()
  expect(all.whole).toMatchObject({ answered: 3, given: 2, unrated: 1, levels: { 5: 1, 4: 0, 3: 0, 2: 1, 1: 0 } })
  const own = (await head.get('/api/ratings/summary')).json()
  expect(own.units).toMatchObject([{ unit: UNIT, answered: 3, given: 2, unrated: 1, levels: null }])
})

test('yesterday’s answers are drawn for the call-back, the bad one always, the same whoever asks', async () => {
  here.turnTo('2026-03-03T09:00:00+08:00')
  await signIn()
  const drawn = (await steward.get('/api/ratings/call-back')).json()
  expect(drawn.day).toBe('2026-03-02')
  expect(drawn.rows.map(({ id }: { id: string }) => id)).toContain(bad)
  expect((await steward.get('/api/ratings/call-back?day=2026-03-02')).json().rows).toEqual(drawn.rows)
  expect((await steward.get('/api/ratings/call-back?day=2026-02-01')).json().rows).toEqual([])
})

test('when the case is closed the unit learns its stars, and of the words what its matter lets through', async () => {
  await move(await someone(here, 'visit-steward'), praised, 'close')
  const { rating } = await ratingOf(head, praised)
  expect(rating).toMatchObject({ kind: 'rated', level: 5, at: null })
  expect(rating.text ?? '').not.toContain('13900000001')
  const screen = (await head.get(`/api/cases/${praised}`)).json()
  const rated = screen.timeline.find(({ event }: { event: string }) => event === 'Rated')
  expect(rated.at).toBe('2026-03-03T01:00:00.000Z')
})

test('a handler has no door to ratings, a head none to signals and samples, a resident and a visitor none at all', async () => {
  const doors = ['summary', '', `cases/${bad}`, 'signals', 'call-back'].map(
    (path) => `/api/ratings${path && `/${path}`}`,
  )
  const [plain, resident, visitor] = [
    await here.by(handler),
    await here.by(await here.resident('13900000009')),
    await here.by(null),
  ]
  for (const url of doors) {
    expect((await plain.get(url)).statusCode, url).toBe(403)
    expect((await resident.get(url)).statusCode, url).toBe(403)
    expect((await visitor.get(url)).statusCode, url).toBe(401)
  }
  for (const path of ['signals', 'call-back']) expect((await head.get(`/api/ratings/${path}`)).statusCode).toBe(403)
  expect((await steward.get('/api/ratings/signals')).json()).toEqual({ rows: [] })
  const other = await here.by(await here.who('section-head', 'unit_zhujian'))
  expect((await other.get(`/api/ratings/cases/${bad}`)).statusCode).toBe(404)
})
