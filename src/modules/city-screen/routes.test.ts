import { afterAll, beforeAll, expect, test } from 'vitest'
import { liFang, liFangWrites, someone } from '../../../tests/journeys/cast.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../tests/town-doors.ts'
import type { CaseId } from '../../kernel/cases/model/case.ts'
import type { Json } from '../../platform/canonical.ts'
import type { BehindPage, Board, FigureView } from './model.ts'

const CHENGGUAN = 'unit_chengguan'
const ZHUJIAN = 'unit_zhujian'

let here: TownWithDoors
let supervisor: Asker
let head: Asker
const ids: Record<'done' | 'late' | 'fresh' | 'other', CaseId> = {
  done: 'case_0_0',
  late: 'case_0_0',
  fresh: 'case_0_0',
  other: 'case_0_0',
}

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  ids.late = await inHand(CHENGGUAN)
  here.turnTo('2026-03-30T09:30:00+08:00')
  await here.letJobsRun()
  ids.done = await inHand(CHENGGUAN)
  await answered(ids.done)
  here.turnTo('2026-03-30T09:31:00+08:00')
  ids.other = await inHand(ZHUJIAN)
  here.turnTo('2026-03-30T14:30:00+08:00')
  ids.fresh = (await liFangWrites(here)).state.id
  supervisor = await here.by(await here.who('supervisor'))
  head = await here.by(await here.who('section-head', CHENGGUAN))
})
afterAll(() => here.close())

async function inHand(unit: string): Promise<CaseId> {
  const { state } = await liFangWrites(here)
  await move(await someone(here, 'intake'), state.id, 'accept')
  await move(await someone(here, 'dispatcher'), state.id, 'dispatch', { unit })
  await move(await someone(here, 'handler', unit), state.id, 'sign', { triage: 'can' })
  return state.id
}

async function answered(id: CaseId): Promise<void> {
  const handler = await someone(here, 'handler', CHENGGUAN)
  await move(handler, id, 'contact', { how: 'phone', reached: 'yes', said: '已与李女士通话' })
  await move(handler, id, 'reply', { answer: '已更换灯头，当晚恢复照明。', outcome: 'solved', evidence: [] })
  await move(await someone(here, 'section-head', CHENGGUAN, handler), id, 'approveReply')
  await move(await someone(here, 'verifier'), id, 'verify', { how: 'on-site', finding: '现场亮灯' })
  const visit = { reached: true, solved: 'yes', satisfied: 'basically' }
  await move(await someone(here, 'visit-steward'), id, 'recordVisit', visit)
  expect(await liFang(here, id, 'rate', { stars: 5 })).toMatchObject({ ok: true })
  await move(await someone(here, 'visit-steward'), id, 'close')
}

const move = async (who: Parameters<typeof here.as>[0], id: CaseId, name: string, fields: Record<string, Json> = {}) =>
  expect(await here.as(who, id, name, fields), name).toMatchObject({ ok: true })

async function boardOf(who: Asker): Promise<Board> {
  const answer = await who.get('/api/city-screen/board')
  expect(answer.statusCode).toBe(200)
  return answer.json()
}

const plain = (figures: readonly FigureView[]) =>
  Object.fromEntries(
    figures.map(({ key, numerator, denominator }) => [
      key,
      denominator === null ? numerator : [numerator, denominator],
    ]),
  )

const listed = async (who: Asker, url: string): Promise<string[]> => {
  const answer = await who.get(url)
  expect(answer.statusCode, answer.body).toBe(200)
  return (answer.json() as BehindPage).rows.map((row) => ('case' in row ? row.case.id : (row as { id: string }).id))
}

test('the whole screen comes in one answer: the flow of today, lights, four facts kept apart, the audit', async () => {
  const board = await boardOf(supervisor)
  expect(board.units).toBeNull()
  expect(plain(board.today.figures)).toEqual({ filed: 3, accepted: 2, answered: 1, closed: 1 })
  expect(
    board.today.hours
      .find(({ key }) => key === 'filed')
      ?.n.map(String)
      .join(''),
  ).toBe('000000000200001000000000')
  expect(plain(board.facts)).toEqual({
    'closed-rate': [1, 4],
    'solved-rate': [1, 1],
    'verified-rate': [1, 1],
    'satisfied-rate': [0.8, 1],
  })
  expect(plain(board.standing)).toEqual({ open: 3, 'on-hold': 0, overdue: 1, 'joint-open': 0 })
  expect(plain(board.ladder)).toEqual({ 'no-at-1': 0, 'no-at-2': 0, 'no-at-3': 0, 'no-at-4': 0 })
  expect(board.lights.whole).toMatchObject({ red: 1, held: 0, none: 0 })
  expect(board.lost.every(({ count }) => count === 0)).toBe(true)
  expect(board.lost.length).toBeGreaterThan(5)
})

test('the lights together are the open cases, by unit and by area', async () => {
  const { lights, standing } = await boardOf(supervisor)
  const all = ({ green, yellow, red, held, none }: typeof lights.whole) => green + yellow + red + held + none
  expect(all(lights.whole)).toBe(plain(standing).open)
  for (const part of [lights.units, lights.areas])
    expect(part.reduce((sum, row) => sum + all(row), 0)).toBe(all(lights.whole))
  expect(lights.units[0]).toMatchObject({ key: CHENGGUAN, red: 1 })
})

test('behind every figure stands its list, as long as the figure says', async () => {
  const { standing, today } = await boardOf(supervisor)
  for (const { key, numerator } of [...standing, ...today.figures.filter(({ key }) => key === 'filed')]) {
    const span = key === 'filed' ? '?from=2026-03-30' : ''
    expect(await listed(supervisor, `/api/city-screen/figures/${key}/list${span}`), key).toHaveLength(numerator)
  }
  expect(await listed(supervisor, '/api/city-screen/figures/overdue/list')).toEqual([ids.late])
  expect(await listed(supervisor, '/api/city-screen/figures/satisfied-rate/list?part=denominator')).toEqual([ids.done])
  expect(await listed(supervisor, '/api/city-screen/lights/red/list')).toEqual([ids.late])
})

test('a list is paged, and a cursor that is none is refused', async () => {
  const url = '/api/city-screen/figures/filed/list?from=2026-03-01&limit=3'
  const first = (await supervisor.get(url)).json()
  const second = (await supervisor.get(`${url}&after=${first.next}`)).json()
  expect([...first.rows, ...second.rows].map((row: { case: { id: string } }) => row.case.id)).toEqual([
    ids.fresh,
    ids.other,
    ids.done,
    ids.late,
  ])
  expect(second.next).toBeNull()
  for (const after of ['xx', Buffer.from('["2026",7]').toString('base64url')])
    expect((await supervisor.get(`${url}&after=${after}`)).statusCode).toBe(400)
})

test('the head of a section sees the figures of his unit and no others', async () => {
  const board = await boardOf(head)
  expect(board.units).toEqual([CHENGGUAN])
  expect(plain(board.standing)).toMatchObject({ open: 1, overdue: 1 })
  expect(board.table.rows.map(({ unit }) => unit)).toEqual([CHENGGUAN])
  expect(board.table.rows[0]?.cells.slice(0, 3).map(({ numerator }) => numerator)).toEqual([2, 1, 1])
  expect(await listed(head, '/api/city-screen/figures/open/list')).toEqual([ids.late])
  const other = await head.get(`/api/city-screen/figures/open?unit=${ZHUJIAN}`)
  expect([other.statusCode, other.json().refusal]).toEqual([403, 'outside-your-scope'])
  expect((await head.get('/api/city-screen/nothing-lost/no-owner/list')).statusCode).toBe(403)
})

test('a figure can be asked over days, a unit, a category, and as of a past instant', async () => {
  const numerator = async (query: string) => {
    const answer = await supervisor.get(`/api/city-screen/figures/${query}`)
    expect(answer.statusCode, answer.body).toBe(200)
    return answer.json().figure.numerator
  }
  expect(await numerator('filed?from=2026-03-01&to=2026-03-29')).toBe(1)
  expect(await numerator(`open?unit=${ZHUJIAN}`)).toBe(1)
  expect(await numerator('open?category=%E9%81%93%E8%B7%AF%E4%B8%8E%E8%AE%BE%E6%96%BD')).toBe(3)
  expect(await numerator('open?asOf=2026-03-15T00:00:00.000Z')).toBe(1)
  expect(await numerator('overdue?asOf=2026-03-03T00:00:00.000Z')).toBe(0)
})

test('a figure over time and told apart adds up to the whole', async () => {
  const series = (await supervisor.get('/api/city-screen/figures/open/series?from=2026-03-01&grain=week')).json()
  expect(series.points.map(({ numerator }: { numerator: number }) => numerator)).toEqual([0, 1, 1, 1, 1, 3])
  const parts = (await supervisor.get('/api/city-screen/figures/assigned/parts?by=unit')).json()
  expect(parts.whole.numerator).toBe(3)
  expect(parts.parts).toMatchObject([
    { key: CHENGGUAN, numerator: 2 },
    { key: ZHUJIAN, numerator: 1 },
  ])
})

const replayed = async (who: Asker, minute: number, day = '2026-03-30'): Promise<Board> => {
  const answer = await who.get(`/api/city-screen/replay/board?day=${day}&minute=${minute}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

test('the board of this minute, told from the books of the day, is the board as it stands', async () => {
  for (const who of [supervisor, head]) {
    const { lost: _, lostAsOf: __, asOf, ...now } = await boardOf(who)
    const { lost: none, lostAsOf: ___, ...then } = await replayed(who, 14 * 60 + 30)
    expect(then).toEqual({ asOf, ...now })
    expect(none).toEqual([])
  }
})

test('gone back to, a day shows what had happened by then, in the lights of then, and lists it', async () => {
  const morning = await replayed(supervisor, 9 * 60)
  expect(plain(morning.today.figures)).toEqual({ filed: 0, accepted: 0, answered: 0, closed: 0 })
  expect(plain(morning.standing)).toMatchObject({ open: 1 })
  const noon = await replayed(supervisor, 12 * 60)
  expect(plain(noon.today.figures)).toEqual({ filed: 2, accepted: 2, answered: 1, closed: 1 })
  expect(plain(noon.standing)).toMatchObject({ open: 2, overdue: 1 })

  const first = await replayed(supervisor, 24 * 60, '2026-03-02')
  expect(plain(first.standing)).toMatchObject({ open: 1, overdue: 0 })
  expect(first.lights.whole).toMatchObject({ red: 0, yellow: 1 })
  expect(first.asOf).toBe('2026-03-02T16:00:00.000Z')
  const lit = '/api/city-screen/replay/lights/yellow/list?day=2026-03-02&minute=1440'
  expect(await listed(supervisor, lit)).toEqual([ids.late])
  expect(await listed(supervisor, `${lit}&unit=${ZHUJIAN}`)).toEqual([])
  expect(plain((await replayed(supervisor, 600, '2026-03-01')).standing)).toMatchObject({ open: 0 })
  const spots = await supervisor.get('/api/city-screen/replay/spots?day=2026-03-02&minute=1440')
  expect(spots.json()).toMatchObject({ asOf: '2026-03-02T16:00:00.000Z', cut: false })
})

test('a day tells how far it can be shown: the whole of it, or up to now', async () => {
  const range = { first: '2026-03-02', last: '2026-03-30', step: 5 }
  const today = (await supervisor.get('/api/city-screen/replay?day=2026-03-30')).json()
  expect(today).toMatchObject({ ...range, lastMinute: 14 * 60 + 30 })
  expect(today.filed.map(String).join('')).toBe('000000000200001000000000')
  const before = (await supervisor.get('/api/city-screen/replay?day=2026-03-29')).json()
  expect(before).toMatchObject({ ...range, lastMinute: 24 * 60 })
})

test('every indicator says what it divides by what, what it leaves out and where it comes from', async () => {
  const { rows } = (await supervisor.get('/api/city-screen/indicators')).json()
  expect(rows.length).toBeGreaterThan(30)
  const satisfied = rows.find(({ key }: { key: string }) => key === 'satisfied-rate')
  expect(satisfied).toMatchObject({
    cohort: 'answered',
    numerator: [
      { measure: 'visit-satisfied', weight: 1, standing: false },
      { measure: 'visit-basically', weight: 0.8, standing: false },
      { measure: 'visit-fair', weight: 0.6, standing: false },
    ],
    exclusions: [{ zh: '回访未评价的不计入，不视为满意' }],
  })
})

test.each([
  ['/api/city-screen/figures/smiles', 404, 'no-such-indicator'],
  ['/api/city-screen/figures/filed?from=2026-03-02&to=2026-03-01', 409, 'days-upside-down'],
  ['/api/city-screen/figures/filed?from=2011-01-01', 409, 'span-too-long'],
  ['/api/city-screen/figures/filed/list?part=denominator', 409, 'no-denominator'],
  ['/api/city-screen/replay?day=2026-03-31', 409, 'day-ahead'],
])('%s is refused with %i', async (url, status, refusal) => {
  const answer = await supervisor.get(url)
  expect([answer.statusCode, answer.json().refusal]).toEqual([status, refusal])
  expect(answer.json().said.zh).toMatch(/\p{Script=Han}/u)
})

test('what is no day, no light and no part is malformed', async () => {
  for (const url of [
    'figures/filed?from=2026-13-01',
    'lights/purple/list',
    'figures/filed/list?part=both',
    'board?days=0',
    'replay/board?day=2026-03-30&minute=1441',
  ])
    expect((await supervisor.get(`/api/city-screen/${url}`)).statusCode, url).toBe(400)
})

test('the lights of streets are those of the board, now and then; borders come apart, and none are drawn here', async () => {
  const at = (path: string) => supervisor.get(`/api/city-screen/${path}`)
  const told = ({ lights }: Board) =>
    expect.arrayContaining(
      lights.areas.filter(({ key }) => key).map(({ key: area, name: _, ...lit }) => ({ area, ...lit })),
    )
  expect((await at('lights/areas?level=street')).json().rows).toEqual(told(await boardOf(supervisor)))
  const then = await at('replay/lights/areas?level=street&day=2026-03-30&minute=720')
  expect(then.json().rows).toEqual(told(await replayed(supervisor, 12 * 60)))
  expect((await at('ground?level=grid')).json()).toEqual({ level: null, levels: [], areas: [] })
  expect((await at('lights/areas')).statusCode).toBe(400)
}, 30_000)

test('a handler without the right, a resident and a visitor see nothing of the screen', async () => {
  const handler = await here.by(await here.who('handler', CHENGGUAN))
  const resident = await here.by(await here.resident('13900000009'))
  const visitor = await here.by(null)
  for (const path of [
    'board',
    'indicators',
    'figures/open',
    'figures/open/list',
    'figures/open/series',
    'figures/open/parts?by=unit',
    'lights/red/list',
    'nothing-lost/no-clock/list',
    'replay?day=2026-03-02',
    'replay/board?day=2026-03-02&minute=0',
    'replay/spots?day=2026-03-02&minute=0',
    'replay/lights/areas?day=2026-03-02&minute=0&level=street',
    'lights/areas?level=street',
    'ground',
    'replay/lights/red/list?day=2026-03-02&minute=0',
  ]) {
    const url = `/api/city-screen/${path}`
    expect((await handler.get(url)).statusCode, url).toBe(403)
    expect((await resident.get(url)).statusCode, url).toBe(403)
    expect((await visitor.get(url)).statusCode, url).toBe(401)
  }
})
