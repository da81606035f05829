import { afterAll, beforeAll, expect, test } from 'vitest'
import { plantEstate } from '../../../../tests/estate.ts'
import { DISTRICT } from '../../../../tests/town.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { measuring, procedures } from '../../../city/engine.ts'
import { auditCases } from '../../../kernel/cases/handle/nothing-lost.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { dispatchOutbox } from '../handle/sorting.ts'

let here: TownWithDoors
let resident: Asker
let intake: Asker
let dispatcher: Asker

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  await plantEstate(here)
  resident = await here.by(await here.resident('13900000001'))
  intake = await here.by(await here.who('intake'))
  dispatcher = await here.by(await here.who('dispatcher', undefined, await here.who('intake')))
})
afterAll(() => here.close())

const make = async (who: Asker, id: CaseId, move: string, fields: object) => {
  const made = await who.post(`/api/cases/${id}/moves/${move}`, { fields })
  expect(made.statusCode, made.body).toBe(200)
}

/** A message that waits to be dispatched. */
async function waiting(title: string, text: string, urgent = 'no'): Promise<CaseId> {
  const filed = await resident.post('/api/orders', { title, text })
  expect(filed.statusCode, filed.body).toBe(201)
  const { id } = filed.json()
  await make(intake, id, 'accept', { urgent })
  return id
}

type Row = { line: { id: CaseId; urgent: boolean }; route: { category: string; unitName: string } | null }
const queue = async (): Promise<Row[]> => (await dispatcher.get('/api/dispatch/queue')).json().rows
const proposalOf = async (id: CaseId) => (await dispatcher.get(`/api/cases/${id}`)).json().proposal
const drift = async (query = '') =>
  (await (await here.by(await here.who('supervisor'))).get(`/api/dispatch/drift${query}`)).json()
const kept = async () =>
  (
    await here.db.pool.query(
      `select case_id, kind, proposed_category, chosen_category, chosen_unit, category_corrected, unit_corrected
       from dispatch.sorting where district = $1 order by at, case_id, seq`,
      [DISTRICT],
    )
  ).rows

let lift: CaseId
let fall: CaseId

test('the board shows what waits, the urgent first, each with the route its case page proposes', async () => {
  lift = await waiting('小区电梯经常停运', '我们小区的电梯三天两头停运，老人上下楼很不方便，物业一直不修。')
  here.turnTo('2026-03-02T10:05:00+08:00')
  fall = await waiting('路面塌陷', '滨河路路面突然塌陷，车辆无法通行，请尽快处理。', 'yes')
  const rows = await queue()
  expect(rows.map(({ line }) => line.id)).toEqual([fall, lift])
  for (const { line, route } of rows) {
    const { category, label, unitName, confidence, sure } = await proposalOf(line.id)
    expect(route).toEqual({ category, label, unitName, confidence, sure })
  }
})

test('three routes at most, no category twice, the words that spoke for the first stand in the text', async () => {
  const shown = (await dispatcher.get(`/api/cases/${lift}`)).json()
  const { best, marks } = shown.proposal
  expect(best.length).toBeGreaterThan(0)
  expect(best.length).toBeLessThanOrEqual(3)
  expect(new Set(best.map(({ category }: { category: string }) => category)).size).toBe(best.length)
  for (const { field, from, to } of marks) {
    expect(from).toBeLessThan(to)
    expect(to).toBeLessThanOrEqual(shown.told[field].length)
  }
})

test('whoever is no dispatcher has no board, and nobody but who sees all reads the drift', async () => {
  const handler = await here.by(await here.who('handler', 'unit_zhujian'))
  const visitor = await here.by(null)
  for (const path of ['queue', 'pace']) {
    expect((await handler.get(`/api/dispatch/${path}`)).statusCode).toBe(403)
    expect((await resident.get(`/api/dispatch/${path}`)).statusCode).toBe(403)
    expect((await visitor.get(`/api/dispatch/${path}`)).statusCode).toBe(401)
  }
  expect((await handler.get('/api/dispatch/drift')).statusCode).toBe(403)
  expect((await resident.get('/api/dispatch/drift')).statusCode).toBe(403)
  expect((await visitor.get('/api/dispatch/drift')).statusCode).toBe(401)
})

test('what is accepted is kept as proposed, and counted in the pace of whoever did it', async () => {
  const { unit, category } = await proposalOf(lift)
  await make(dispatcher, lift, 'dispatch', { unit, category })
  await here.letJobsRun()
  expect(await kept()).toEqual([
    {
      case_id: lift,
      kind: 'dispatched',
      proposed_category: category,
      chosen_category: category,
      chosen_unit: unit,
      category_corrected: false,
      unit_corrected: false,
    },
  ])
  const pace = (await dispatcher.get('/api/dispatch/pace')).json()
  expect(pace).toEqual({ day: '2026-03-02', count: 1, hours: [{ hour: 10, count: 1 }] })
})

test('a correction keeps what was proposed and what was chosen, however often it is told', async () => {
  const proposed = await proposalOf(fall)
  await make(dispatcher, fall, 'reclassify', { category: '教育' })
  await make(dispatcher, fall, 'dispatch', { unit: 'unit_jiaoyu', category: '教育' })
  await here.letJobsRun()
  const [, reclassified] = await kept()
  expect(reclassified).toMatchObject({
    kind: 'reclassified',
    proposed_category: proposed.category,
    chosen_category: '教育',
    chosen_unit: null,
    category_corrected: true,
  })
  const before = await kept()
  expect(before).toHaveLength(3)
  const { version } = (await dispatcher.get(`/api/cases/${fall}`)).json()
  const again = dispatchOutbox({ ...here.app.city, db: here.db })
  const message = { payload: { case: fall, seq: version } } as unknown as Parameters<(typeof again)['case.sorted']>[0]
  await again['case.sorted'](message)
  expect(await kept()).toEqual(before)
})

test('a ruling that sends it to another unit is kept as one', async () => {
  const educators = await here.by(await here.who('handler', 'unit_jiaoyu'))
  await make(educators, fall, 'proposeReturn', { ground: '路面塌陷不属于教育部门职责，请改派。' })
  const court = await here.by(await here.who('ruling-office'))
  await make(court, fall, 'reassign', { unit: 'unit_chengguan', ground: '道路设施由城管部门负责，改派。' })
  await here.letJobsRun()
  expect((await kept()).at(-1)).toMatchObject({ case_id: fall, kind: 'ruled', chosen_unit: 'unit_chengguan' })
})

test('what was ruled once is proposed the next time, with the number of the ruling', async () => {
  const { number } = (await dispatcher.get(`/api/cases/${fall}`)).json().card
  const next = await waiting('路面塌陷', '滨河路路面又塌陷了，车辆无法通行，请尽快处理。')
  await make(dispatcher, next, 'reclassify', { category: '教育' })
  const { best } = await proposalOf(next)
  const schools = best.find(({ category }: { category: string }) => category === '教育')
  expect(schools).toMatchObject({ unit: 'unit_chengguan', because: 'precedent', basis: number, mayReceive: true })
  await here.letJobsRun()
})

test('the drift counts decisions, low confidence and corrections, per theme and over all', async () => {
  const { all, rows, from, to } = await drift()
  expect({ from, to }).toEqual({ from: '2026-02-01', to: '2026-03-02' })
  const lines = await kept()
  const corrected = lines.filter((line) => line.category_corrected || line.unit_corrected).length
  expect(corrected).toBeGreaterThan(0)
  expect(all).toMatchObject({ decisions: lines.length, corrected, correctedShare: corrected / lines.length })
  expect(all.low).toBeLessThanOrEqual(all.measured)
  const sum = rows.reduce((total: number, row: { decisions: number }) => total + row.decisions, 0)
  expect(sum).toBe(all.decisions)
  const empty = await drift('?from=2025-01-01&to=2025-01-31')
  expect(empty).toMatchObject({ all: { decisions: 0, lowShare: null, correctedShare: null }, rows: [] })
})

test('the drift is published: figure, definition and the list behind it come from one source', async () => {
  const chief = await here.by(await here.who('supervisor'))
  const read = async (path: string) => (await chief.get(`/api/city-screen/${path}`)).json()
  const { rows: definitions } = await read('indicators')
  const { all, rows } = await drift()
  const expected = {
    'sorting-low-rate': [all.low, all.measured],
    'sorting-corrected-rate': [all.corrected, all.decisions],
  }
  for (const [key, [numerator, denominator]] of Object.entries(expected)) {
    expect(definitions.find((one: { key: string }) => one.key === key)).toMatchObject({ cohort: 'sorted', unit: '%' })
    const { figure } = await read(`figures/${key}`)
    expect(figure).toMatchObject({ numerator, denominator })
    for (const [part, sum] of [
      ['numerator', numerator],
      ['denominator', denominator],
    ]) {
      const { rows: behind } = await read(`figures/${key}/list?part=${part}&limit=100`)
      expect(behind.reduce((total: number, { n }: { n: number }) => total + n, 0)).toBe(sum)
    }
  }
  const [{ category, corrected, decisions }] = rows
  const themed = await read(`figures/sorting-corrected-rate?category=${encodeURIComponent(category)}`)
  expect(themed.figure).toMatchObject({ numerator: corrected, denominator: decisions })
})

test('what is told after the fact does not disagree with the snapshots', async () => {
  const { figures } = await auditCases(
    { db: here.db, procedures },
    { district: DISTRICT, at: here.clock.now(), measuring },
  )
  expect(figures).toEqual([])
})

test('days that are none, or the wrong way round, are refused', async () => {
  expect(await drift('?from=2026-02-30')).toMatchObject({ refusal: 'no-such-day' })
  expect(await drift('?from=2026-03-02&to=2026-03-01')).toMatchObject({ refusal: 'days-reversed' })
})

test('a dispatcher splits off a part, which lives by itself, and the whole cannot be dispatched away from it', async () => {
  const id = await waiting('电梯和油烟', '我们小区电梯停运，楼下饭店油烟扰民，一并反映。')
  const [, other] = (await proposalOf(id)).best as { unit: string }[]
  const unit = other?.unit ?? (await proposalOf(id)).unit
  await make(dispatcher, id, 'splitOff', { unit, task: '楼下饭店油烟扰民，请查处。' })
  await here.letJobsRun()
  const whole = (await dispatcher.get(`/api/cases/${id}`)).json()
  expect(whole.children).toHaveLength(1)
  expect(whole.children[0]).toMatchObject({ stage: 'assigned', ended: false })
  expect((await queue()).map(({ line }) => line.id)).toContain(id)
})

test('a dispatcher links a case that waits to the one that tells the same', async () => {
  const id = await waiting('电梯还是停运', '小区电梯三天两头停运，老人上下楼很不方便。')
  await make(dispatcher, id, 'linkRepeat', { original: lift })
  expect((await dispatcher.get(`/api/cases/${id}`)).json().card.stage).toBe('linked')
  expect((await queue()).map(({ line }) => line.id)).not.toContain(id)
})

test.each([
  ['one character', '路', '路灯坏了'],
  ['emoji alone', '😡😡😡', '😀👍🏽🚧😡😡😡😡'],
  ['mixed scripts', 'Lift 电梯 лифт', 'The lift стоит 电梯停运 ٣ أيام よろしく'],
  ['traditional characters', '電梯經常停運', '我們小區的電梯經常停運，老人上下樓很不方便，請儘快處理。'],
  ['machine gibberish', 'asdkj qwpoe zxmcn', 'lkjsdf0934 ;;;; %%% qpwoeiruty \\u0000 {}[] <script>x</script>'],
])('%s through the door: filed, read, shown and routed, or told what is wrong with it', async (_, title, text) => {
  const filed = await resident.post('/api/orders', { title, text })
  if (filed.statusCode !== 201) {
    expect(filed.statusCode, filed.body).toBe(400)
    expect(filed.json().fields[0].pointer).toMatch(/^\/(title|text)$/)
    return
  }
  const { id } = filed.json()
  await make(intake, id, 'accept', { urgent: 'no' })
  const { best, confidence } = await proposalOf(id)
  expect(best.length).toBeGreaterThan(0)
  expect(confidence === null || (confidence >= 0 && confidence <= 1)).toBe(true)
  expect((await resident.post('/api/dispatch/similar', { title, text })).statusCode).toBe(200)
})

test.each([
  ['nothing', ''],
  ['100 kB', '电梯停运。'.repeat(20_000)],
])('%s is refused by name of the field, and nothing is filed', async (_, text) => {
  const filed = await resident.post('/api/orders', { title: '电梯停运', text })
  expect(filed.statusCode).toBe(400)
  expect(filed.json().fields[0].pointer).toBe('/text')
})

test('who names an estate gets its community and grid, and the proposal says so with the rule', async () => {
  const lamps = await waiting('锦绣花园路灯不亮', '锦绣花园门口的路灯坏了一周，请尽快维修。')
  const { filing } = await here.stateOf(lamps)
  expect(filing).toMatchObject({ area: '349901001/349901001001', grid: '349901001001-01' })
  const { reason, unitName } = await proposalOf(lamps)
  expect(unitName).not.toBe('')
  expect(reason.zh).toMatch(/^锦绣花园属于锦绣社区（锦绣社区第1网格），职责清单/)
  expect(reason.en).toMatch(/^锦绣花园 lies in 锦绣社区 .*duty list/)
  const house = await waiting('单元门坏了', '锦绣花园５幢的单元门坏了，关不上，请联系维修。')
  expect((await here.stateOf(house)).filing).toMatchObject({ grid: '349901001001-02' })
  expect((await proposalOf(house)).reason.zh).toContain('锦绣花园5号楼属于锦绣社区（锦绣社区第2网格）')
  const nowhere = await waiting('电梯经常停运', '小区电梯三天两头停运，老人上下楼很不方便。')
  expect((await proposalOf(nowhere)).reason.zh).not.toContain('属于')
})
