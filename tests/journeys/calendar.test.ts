import { afterAll, beforeAll, expect, test } from 'vitest'
import { recounting } from '../../src/kernel/cases/handle/recount.ts'
import { importYear } from '../../src/kernel/worktime/store.ts'
import { type Town, town } from '../town.ts'
import { liFangWrites, someone } from './cast.ts'

let here: Town
beforeAll(async () => {
  here = await town('2026-12-28T10:00:00+08:00')
})
afterAll(() => here.close())

test('a date in a year without calendar is provisional; when the calendar comes, it is moved by a recorded move', async () => {
  const { state } = await liFangWrites(here)
  await here.as(await someone(here, 'intake'), state.id, 'accept')
  await here.as(await someone(here, 'dispatcher'), state.id, 'dispatch', { unit: 'unit_chengguan' })
  const before = (await here.stateOf(state.id)).clocks.main?.account
  expect(before?.provisional).toBe(true)

  const recount = recounting(here)
  expect(await recount()).toBe(0)
  const days = [{ day: '2027-01-01', kind: 'holiday', name: '元旦' }]
  const source = '国务院办公厅关于2027年部分节假日安排的通知（测试用）'
  expect(
    await importYear(here.db, { year: 2027, source, days }, { at: here.clock.now(), by: 'staff_admin' }),
  ).toMatchObject({ ok: true })
  here.forget()
  expect(await recount()).toBe(1)
  expect(await recount()).toBe(0)

  const after = await here.stateOf(state.id)
  expect(after.clocks.main?.account).toMatchObject({ provisional: false })
  expect(after.clocks.main?.account.due).not.toBe(before?.due)
  expect(after.promised?.due).toBe(after.clocks.main?.account.due)
})
