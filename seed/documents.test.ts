import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseId } from '../src/kernel/cases/model/case.ts'
import { plantDocumentSettings } from '../src/kernel/documents/seed.ts'
import { HOUR, later } from '../src/platform/time.ts'
import { DISTRICT } from '../tests/town.ts'
import { type TownWithDoors, townWithDoors } from '../tests/town-doors.ts'
import { issueDemoDocuments } from './documents.ts'

let here: TownWithDoors
const cases: CaseId[] = []
const WANTED = 8

/** Ten calls, each taken on and worked on: every one of them gives occasion for a notice of acceptance. */
beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  await plantDocumentSettings(here.db, DISTRICT, here.clock.now())
  const intake = await here.by(await here.who('intake'))
  const dispatcher = await here.by(await here.who('dispatcher'))
  const handler = await here.by(await here.who('handler', 'unit_chengguan'))
  for (let call = 0; call < 10; call += 1) {
    const caller = { name: '周海棠', phone: `1390000010${call}` }
    const text = `青松路 ${call + 1} 号门前的路灯三天不亮。`
    const { id } = (await intake.post('/api/cases', { channel: 'hotline', caller, title: '路灯不亮', text })).json()
    await intake.post(`/api/cases/${id}/moves/accept`, {})
    await dispatcher.post(`/api/cases/${id}/moves/dispatch`, { fields: { unit: 'unit_chengguan' } })
    await handler.post(`/api/cases/${id}/moves/sign`, { fields: { triage: 'can' } })
    const working = await handler.post(`/api/cases/${id}/moves/report`, { fields: { text: '已派人去看' } })
    expect(working.statusCode, working.body).toBe(200)
    cases.push(id)
  }
}, 120_000)
afterAll(() => here.close())

const issued = async () => {
  const { rows } = await here.db.pool.query(
    'select number, case_id as "caseId", issued_at as at from documents.document order by number',
  )
  return rows
}
const afterwards = () => later(here.clock.now(), HOUR)

test('a telling that was broken off goes on: what was issued is counted in, and no case gets the same paper twice', async () => {
  expect(await issueDemoDocuments(here.app.city, cases.slice(-3), afterwards())).toBe(3)
  expect(await issueDemoDocuments(here.app.city, cases, afterwards())).toBe(WANTED - 3)
  expect(await issueDemoDocuments(here.app.city, cases, afterwards())).toBe(0)
  const papers = await issued()
  expect(papers).toHaveLength(WANTED)
  expect(new Set(papers.map(({ caseId }) => caseId)).size).toBe(WANTED)
})

test('no paper is dated before what it tells of, nor after the day of the telling', async () => {
  for (const { at } of await issued()) {
    expect(new Date(at) > new Date(here.clock.now())).toBe(true)
    expect(new Date(at) <= new Date(afterwards())).toBe(true)
  }
})
