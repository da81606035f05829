import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { liFangWrites } from '../../../../tests/journeys/cast.ts'
import { type Asker, type TownWithDoors, townWithDoors } from '../../../../tests/town-doors.ts'
import type { StaffId } from '../../people/model.ts'
import type { CaseId } from '../model/case.ts'
import { timelineOf } from '../store/timeline.ts'

/** The doors are one process and remember what they wrote; `here.cases` is another, of which they know nothing. */
let here: TownWithDoors
let handler: StaffId
let asker: Record<'intake' | 'dispatcher' | 'handler', Asker>
let id: CaseId
const unit = 'unit_chengguan'

beforeAll(async () => {
  here = await townWithDoors('2026-03-02T10:00:00+08:00')
  handler = await here.who('handler', unit)
  asker = {
    intake: await here.by(await here.who('intake')),
    dispatcher: await here.by(await here.who('dispatcher')),
    handler: await here.by(handler),
  }
})
afterAll(() => here.close())

beforeEach(async () => {
  id = (await liFangWrites(here)).state.id
  await move('intake', 'accept')
  expect(await move('dispatcher', 'dispatch', { unit })).toMatchObject({ ok: true, version: 3 })
})

const move = async (who: keyof typeof asker, name: string, fields: object = {}, headers = {}) =>
  (await asker[who].post(`/api/cases/${id}/moves/${name}`, { fields }, headers)).json()
const signings = async () =>
  (await timelineOf(here.db, id)).filter(({ body }) => 'move' in body && body.move === 'sign').length

test('what another process allowed meanwhile is allowed here too', async () => {
  expect(await here.as(handler, id, 'sign', { triage: 'can' })).toMatchObject({ ok: true })
  const contacted = await move('handler', 'contact', { how: 'phone', reached: 'yes', said: '已与李女士通话' })
  expect(contacted).toMatchObject({ ok: true, version: 5 })
})

test('what another process did already is not done twice', async () => {
  expect(await here.as(handler, id, 'sign', { triage: 'can' })).toMatchObject({ ok: true })
  expect(await move('handler', 'sign', { triage: 'can' })).toMatchObject({ status: 409 })
  expect(await signings()).toBe(1)
})

test('whoever lost the case to another unit meanwhile can neither move nor see it', async () => {
  const administration = { id: null, unit: null, roles: new Set(['administrator'] as const) }
  const command = { move: 'succeedUnit', at: here.clock.now(), by: administration, fields: { unit: 'unit_zhujian' } }
  expect(await here.cases.move(id, command)).toMatchObject({ ok: true })
  expect(await move('handler', 'sign', { triage: 'can' })).toMatchObject({ refusal: 'no-such-case', status: 404 })
  expect(await signings()).toBe(0)
})

test('the same request gets the same answer, though the case moved on elsewhere', async () => {
  const once = { 'idempotency-key': 'sign-once-0001' }
  expect(await move('handler', 'sign', { triage: 'can' }, once)).toMatchObject({ ok: true, repeated: false })
  expect(await here.as(handler, id, 'report', { text: '正在联系物业' })).toMatchObject({ ok: true })
  expect(await move('handler', 'sign', { triage: 'can' }, once)).toMatchObject({ ok: true, repeated: true })
  expect(await signings()).toBe(1)
})
