import { afterAll, beforeAll, expect, test } from 'vitest'
import { liFangWrites, someone } from '../../../../tests/journeys/cast.ts'
import { type Town, town } from '../../../../tests/town.ts'
import { procedures } from '../../../city/engine.ts'
import { orderMeasures } from '../../../modules/orders/rules/measures.ts'
import type { Matter } from '../../matters/model.ts'
import type { CaseId } from '../model/case.ts'
import { auditCases } from './nothing-lost.ts'

const GAS = '水电气热/燃气'
let here: Town
let gas: Matter

beforeAll(async () => {
  here = await town('2026-03-02T10:00:00+08:00')
  gas = here.matters.find(({ id }) => id === 'matter_gas-leak') as Matter
  expect(gas.category.join('/')).toBe(GAS)
})
afterAll(() => here.close())

const move = async (id: CaseId, name: string, who: Parameters<typeof someone>[1], fields = {}) => {
  const done = await here.as(await someone(here, who), id, name, fields)
  expect(done, name).toMatchObject({ ok: true })
  return here.stateOf(id)
}

test('reclassified, a case lives under the matter of its new category from the next clock on', async () => {
  const { state: filed } = await liFangWrites(here)
  const after = await move(filed.id, 'reclassify', 'intake', { category: GAS })
  expect(after.marks.category).toBe(GAS)
  expect(after.under).toMatchObject({ matter: gas.id, matterVersion: gas.version })
  expect(after.filing).toEqual(filed.filing)
  expect(after.clocks.stage).toEqual(filed.clocks.stage)
  expect(after.registers.refusalDemand).toBe(gas.refusalLadder.confirmAt)

  const accepted = await move(filed.id, 'accept', 'intake')
  expect(accepted.clocks.stage?.account.term).toEqual({ amount: 0.25, unit: 'hour' })
  const sent = await move(filed.id, 'dispatch', 'dispatcher', { unit: 'unit_zhujian' })
  expect(sent.clocks.main?.account.term).toEqual({ amount: 2, unit: 'hour' })
})

test('the category named at dispatch decides the main clock that starts there', async () => {
  const { state: filed } = await liFangWrites(here)
  await move(filed.id, 'accept', 'intake')
  const sent = await move(filed.id, 'dispatch', 'dispatcher', { unit: 'unit_zhujian', category: GAS })
  expect(sent.under?.matter).toBe(gas.id)
  expect(sent.clocks.main?.account.term).toEqual({ amount: 2, unit: 'hour' })
})

test('a due date that runs is not moved by another category: that needs an approver', async () => {
  const { state: filed } = await liFangWrites(here)
  await move(filed.id, 'accept', 'intake')
  const sent = await move(filed.id, 'dispatch', 'dispatcher', { unit: 'unit_zhujian' })
  const after = await move(filed.id, 'reclassify', 'dispatcher', { category: GAS })
  expect(after.under?.matter).toBe(gas.id)
  expect(after.clocks).toEqual(sent.clocks)
})

test('a category of its own matter, or the same once more, leaves the matter as it is', async () => {
  const { state: filed } = await liFangWrites(here)
  const own = here.matters.find(({ id }) => id === filed.filing.matter) as Matter
  const within = await move(filed.id, 'reclassify', 'intake', { category: own.category.join('/') })
  expect(within.under).toBeUndefined()
})

test('lists, snapshots and the ledger agree on the matter', async () => {
  const { rows } = await here.db.pool.query<{ n: number }>(
    'select count(*)::int as n from cases.card where matter = $1',
    [gas.id],
  )
  expect(rows).toEqual([{ n: 3 }])
  const audit = await auditCases(
    { ...here, procedures },
    {
      district: '349901',
      at: here.clock.now(),
      measuring: orderMeasures,
    },
  )
  expect(audit).toMatchObject({ untrue: [], behind: [], figures: [] })
})
