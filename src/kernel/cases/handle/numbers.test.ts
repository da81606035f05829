import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../../../tests/database.ts'
import { instant } from '../../../platform/time.ts'
import { numbering } from './numbers.ts'

let here: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  here = await freshDatabase()
})
afterAll(() => here.close())

const at = instant('2026-03-02T10:00:00+08:00')

test('the first number of a city ends in 000001, and the next process goes on behind the block', async () => {
  const first = numbering(here.db)
  expect([await first('349901', at), await first('349901', at)]).toEqual(['20260302000001', '20260302000002'])
  expect(await numbering(here.db)('349901', at)).toBe('20260302000501')
  expect(await first('349901', at)).toBe('20260302000003')
})

test('the count goes round before it needs a seventh digit, and never by way of zero', async () => {
  await here.db.pool.query("insert into cases.numbering values ('349902', 999998)")
  const number = numbering(here.db)
  expect([await number('349902', at), await number('349902', at)]).toEqual(['20260302999999', '20260302000001'])
})

test('filings in transactions use the block of their process, or take one number each', async () => {
  const number = numbering(here.db)
  const inside = () => here.db.transaction((tx) => number.within(tx)('349903', at))
  expect([await inside(), await inside()]).toEqual(['20260302000001', '20260302000002'])
  expect(await number('349903', at)).toBe('20260302000003')
  expect(await inside()).toBe('20260302000004')
})
