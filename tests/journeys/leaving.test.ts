import { afterAll, beforeAll, expect, test } from 'vitest'
import { heldCases } from '../../src/kernel/cases/handle/held.ts'
import { DISTRICT, type Town, town } from '../town.ts'
import { liFangWrites, someone } from './cast.ts'

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

test('when an officer leaves, every case he holds goes to his successor, and nothing stays behind', async () => {
  const { state } = await liFangWrites(here)
  const unit = 'unit_chengguan'
  const leaver = await someone(here, 'handler', unit)
  const heir = await someone(here, 'handler', unit, leaver)
  await here.as(await someone(here, 'intake'), state.id, 'accept')
  await here.as(await someone(here, 'dispatcher'), state.id, 'dispatch', { unit })
  await here.as(leaver, state.id, 'sign', { triage: 'can' })
  const held = heldCases(here.cases, here.clock)
  expect(await held.casesHeldBy(here.db, DISTRICT, leaver)).toEqual([state.id])
  expect(await here.db.transaction((tx) => held.moveCase(tx, DISTRICT, state.id, heir))).toBe(true)
  expect(await held.casesHeldBy(here.db, DISTRICT, leaver)).toEqual([])
  expect((await here.stateOf(state.id)).holder).toBe(heir)
})

test('when a unit closes, its open cases go to the unit that takes over, each by a recorded move', async () => {
  const held = heldCases(here.cases, here.clock)
  expect(await held.openCasesAt(here.db, DISTRICT, 'unit_chengguan')).toBe(1)
  await here.db.transaction((tx) => held.moveUnitCases(tx, DISTRICT, 'unit_chengguan', 'unit_zhujian'))
  expect(await held.openCasesAt(here.db, DISTRICT, 'unit_chengguan')).toBe(0)
  expect(await held.openCasesAt(here.db, DISTRICT, 'unit_zhujian')).toBe(1)
})
