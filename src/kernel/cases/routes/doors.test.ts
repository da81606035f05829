import { afterAll, beforeAll, expect, test } from 'vitest'
import { liFangWrites } from '../../../../tests/journeys/cast.ts'
import { DISTRICT } from '../../../../tests/town.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import { recordsOf } from '../../../platform/tables/cell.ts'
import { readTable } from '../../../platform/tables/read.ts'
import { auditLedger } from '../../ledger/handle/audit.ts'
import { saveAreas } from '../../places/store.ts'
import type { CaseId } from '../model/case.ts'

let here: TownWithDoors
let intake: Asker
let head: Asker
let admin: Asker
let auditor: Asker

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  intake = await here.by(await here.who('intake'))
  head = await here.by(await here.who('section-head', 'unit_chengguan'))
  admin = await here.by(await here.who('administrator'))
  auditor = await here.by(await here.who('auditor'))
})
afterAll(() => here.close())

const call = {
  channel: 'hotline',
  caller: { name: '张建国', phone: '13900000055' },
  title: '小区停水',
  text: '渡口社区三号楼从早上起停水，来电人家有病人，电话13900000055。',
}

test('a clerk files what a caller says: the case is the caller’s own when he signs in, and the entry is recorded', async () => {
  const entered = await intake.post('/api/cases', call)
  expect(entered.statusCode).toBe(201)
  const { id, number, code } = entered.json()
  const caller = await here.by(await here.resident('13900000055'))
  expect((await caller.get('/api/orders/mine')).json().rows[0].number).toBe(number)
  const followed = await (await here.by(null)).get(`/api/orders/follow?number=${number}`, {
    'x-follow-code': code,
  })
  expect(followed.json().id).toBe(id)
  const seen = (await intake.get(`/api/cases/${id}`)).json()
  expect(seen).toMatchObject({
    card: { channel: 'hotline' },
    told: { contact: { name: '张**', phone: '139****0055' } },
  })
  expect(seen.told.text).toContain('139****0055')
  const log = (await admin.get('/api/people/operation-log?what=cases.enter')).json().rows
  expect(log[0]).toMatchObject({ target: id, outcome: 'done' })
})

test('a caller on a fixed line leaves its number, and nobody is written down who could sign in with it', async () => {
  const caller = { name: '许晴', phone: '0551-62345678' }
  const { id } = (await intake.post('/api/cases', { ...call, caller })).json()
  const seen = (await intake.get(`/api/cases/${id}`)).json()
  expect(seen).toMatchObject({
    applicant: null,
    told: { contact: { name: '许*', phone: expect.stringMatching(/78$/) } },
  })
})

test('a case is opened by its number as by its id, and what is neither is not there', async () => {
  const { id, number } = (await intake.post('/api/cases', call)).json()
  expect((await intake.get(`/api/cases/${number}`)).json().card.id).toBe(id)
  for (const address of ['20260302999999', 'case_349901_none', encodeURIComponent('路灯')]) {
    const answer = await intake.get(`/api/cases/${address}`)
    expect([answer.statusCode, answer.json().refusal]).toEqual([404, 'no-such-case'])
  }
})

test('who holds no post at a counter may not file for others, and a wrong number is said', async () => {
  expect((await head.post('/api/cases', call)).json().refusal).toBe('may-not-enter')
  expect((await auditor.post('/api/cases', call)).json().refusal).toBe('not-yours')
  expect((await intake.post('/api/cases', { ...call, caller: { phone: '1' } })).json().refusal).toBe(
    'call-number-wrong',
  )
})

test('the contact is shown in full only with a reason, every look is recorded, and nobody outside gets it', async () => {
  const { id } = (await intake.post('/api/cases', call)).json()
  const ask = (asker: Asker) => asker.post(`/api/cases/${id}/unmask`, { what: 'contact', reason: '回电核实地址' })
  expect((await ask(intake)).json()).toEqual({ ok: true, name: '张建国', phone: '13900000055' })
  expect((await ask(auditor)).json().refusal).toBe('not-yours')
  expect((await ask(head)).json().refusal).toBe('no-such-case')
  // Who keeps the system gives the right away and does not use it.
  expect((await ask(admin)).json().refusal).toBe('not-yours')
  expect((await admin.get('/api/cases/export.xlsx')).json().refusal).toBe('keepers-do-not-export')
  const short = await intake.post(`/api/cases/${id}/unmask`, { what: 'contact', reason: '看' })
  expect(short.statusCode).toBe(400)
  const log = (await admin.get('/api/people/operation-log?what=cases.unmask')).json().rows
  expect(log.map(({ outcome }: { outcome: string }) => outcome).sort()).toEqual(['done', 'not-yours', 'not-yours'])
})

test('who asked to stay hidden stays hidden from the unit that deals with the case', async () => {
  const hidden = { ...call, form: { anonymous: true } }
  const { id } = (await intake.post('/api/cases', hidden)).json()
  await intake.post(`/api/cases/${id}/moves/accept`, {})
  const dispatcher = await here.by(await here.who('dispatcher'))
  await dispatcher.post(`/api/cases/${id}/moves/dispatch`, { fields: { unit: 'unit_chengguan' } })
  const handler = await here.by(await here.who('handler', 'unit_chengguan'))
  const ask = (asker: Asker) => asker.post(`/api/cases/${id}/unmask`, { what: 'contact', reason: '先行联系' })
  expect((await ask(handler)).json().refusal).toBe('caller-stays-hidden')
  expect((await ask(intake)).json().ok).toBe(true)
})

test('the export is the list of the screen within one’s own scope, opened again in a workbook, and recorded', async () => {
  const mine = (await liFangWrites(here)).state
  await intake.post(`/api/cases/${mine.id}/moves/accept`, {})
  const dispatcher = await here.by(await here.who('dispatcher'))
  await dispatcher.post(`/api/cases/${mine.id}/moves/dispatch`, { fields: { unit: 'unit_chengguan' } })
  const file = await head.get('/api/cases/export.xlsx?view=all')
  expect(file.headers['content-type']).toContain('spreadsheetml')
  const table = await readTable(file.rawPayload, 'xlsx')
  const [sheet] = table.ok ? table.sheets : []
  const { columns, records } = recordsOf(sheet ?? { name: '', rows: [] })
  expect(columns.slice(0, 3)).toEqual(['编号', '标题', '事项'])
  const listed = (await head.get('/api/cases?view=all&limit=200')).json().rows
  expect(records.map(({ cells }) => cells.编号)).toEqual(listed.map(({ number }: { number: string }) => number))
  expect(records.some(({ cells }) => cells.登记日期 === '2026-03-02')).toBe(true)
  expect((await (await here.by(await here.who('verifier'))).get('/api/cases/export.xlsx')).json().refusal).toBe(
    'not-yours',
  )
  const log = (await admin.get('/api/people/operation-log?what=cases.export')).json().rows
  expect(log[0]).toMatchObject({ outcome: 'done', target: `all ${records.length}` })
})

test('an auditor reads the ledger of a case as it lies there, and his reading is recorded', async () => {
  const { id } = (await liFangWrites(here)).state
  const { rows } = (await auditor.get(`/api/cases/${id}/history`)).json()
  expect(rows).toMatchObject([{ seq: 1, type: 'Filed', hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expect(JSON.stringify(rows)).not.toContain('老人')
  expect((await intake.get(`/api/cases/${id}/history`)).json().refusal).toBe('not-yours')
})

test('what was tried too often is seen and tried again by administrators alone', async () => {
  await here.db.pool.query(
    `insert into jobs.outbox (district, id, topic, payload, at, due, dead_at, attempts, error)
     values ($1, 'message_dead', 'case.child-ended', '{}', now(), now(), '2026-03-02T01:00:00Z', 8, 'no answer')`,
    [DISTRICT],
  )
  expect((await intake.get('/api/cases/dead-letters')).json().refusal).toBe('not-yours')
  const [letter] = (await admin.get('/api/cases/dead-letters')).json().rows
  expect(letter).toMatchObject({ id: 'outbox/message_dead', attempts: 8 })
  expect((await admin.post('/api/cases/dead-letters/retry', { id: letter.id })).json()).toEqual({ ok: true })
  expect((await admin.post('/api/cases/dead-letters/retry', { id: letter.id })).json().refusal).toBe('no-such-letter')
  await here.db.pool.query(`delete from jobs.outbox where id = 'message_dead'`)
})

test('a person’s data is destroyed: texts, titles, telephone and sessions are gone, the list and the chain stand', async () => {
  const person = await here.resident('13900000066')
  const zhao = await here.by(person)
  const lamp = { title: '梧桐树枯枝危险', text: '凤凰路口的梧桐树枯枝摇晃，怕砸到孩子。' }
  const { id } = (await zhao.post('/api/orders', lamp)).json() as { id: CaseId }
  const words = `words=${encodeURIComponent('梧桐树 枯枝')}`
  expect((await intake.get(`/api/cases?${words}`)).json().rows).toHaveLength(1)
  const forget = (asker: Asker, body: object = { ground: 'asked-by-person', document: '云数〔2026〕3号' }) =>
    asker.post(`/api/cases/persons/${person}/forget`, body)
  expect((await forget(intake)).json().refusal).toBe('not-yours')
  expect((await forget(admin, { ground: 'asked-by-person' })).statusCode).toBe(400)
  expect((await forget(admin)).json()).toEqual({ ok: true, cases: 1 })
  expect((await forget(admin)).json().refusal).toBe('nothing-to-forget')

  expect((await zhao.get('/api/orders/mine')).statusCode).toBe(401)
  expect((await intake.get(`/api/cases?${words}`)).json().rows).toEqual([])
  expect((await intake.get('/api/cases?phone=13900000066')).json().rows).toEqual([])
  const seen = (await intake.get(`/api/cases/${id}`)).json()
  expect(seen).toMatchObject({ card: { title: null }, told: { state: 'destroyed', text: '' } })
  expect((await intake.post(`/api/cases/${id}/moves/accept`, {})).statusCode).toBe(200)
  expect((await intake.get('/api/cases?limit=200')).json().rows.map((row: { id: string }) => row.id)).toContain(id)
  expect(await here.resident('13900000066')).not.toBe(person)
  expect((await auditLedger(here.db)).broken).toBeNull()
})

test('who files for callers is told the areas of the district; nobody else is', async () => {
  const street = { code: 'street_yunxi', name: '云溪街道', parent: null }
  await saveAreas(here.db, DISTRICT, [{ ...street, level: 'street', aliases: [] }])
  expect((await intake.get('/api/cases/areas')).json()).toEqual({ rows: [street] })
  expect((await auditor.get('/api/cases/areas')).json().refusal).toBe('not-yours')
  expect((await (await here.by(null)).get('/api/cases/areas')).statusCode).toBe(401)
})
