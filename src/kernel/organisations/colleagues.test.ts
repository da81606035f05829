import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from './town.spec.ts'

let town: Town
const tokens = { handler: '', resident: '' }
beforeAll(async () => {
  town = await aTown()
  tokens.handler = await town.tokenOf('zhujian.chengban')
  tokens.resident = await town.residentToken('13800001111')
})
afterAll(() => town.close())

test('the handlers of a unit are named to the staff, and to nobody else', async () => {
  const url = '/api/organisations/units/unit_zhujian/people'
  expect((await town.ask('GET', url)).status).toBe(401)
  expect((await town.ask('GET', url, { as: tokens.resident })).body).toMatchObject({ refusal: 'staff-only' })
  expect((await town.ask('GET', url, { as: tokens.handler })).status).toBe(200)
})

test('who hands work over sees the handlers of a unit by name and role, and nothing else of them', async () => {
  const at = async (id: string) =>
    (await town.ask('GET', `/api/organisations/units/${id}/people`, { as: tokens.handler })).body
  const { rows } = await at('unit_zhujian')
  expect(rows.map(({ id }: { id: string }) => id)).toContain('staff_zhujian-chengban')
  expect(rows.map(({ id }: { id: string }) => id)).not.toContain('staff_jiaoyu-chengban')
  for (const row of rows) expect(Object.keys(row).sort()).toEqual(['id', 'name', 'roleName'])
  expect(await at('unit_nobody-knows')).toEqual({ rows: [] })
})
