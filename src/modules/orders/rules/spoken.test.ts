import { describe, expect, test } from 'vitest'
import { speaksInFull } from '../../../kernel/cases/rules/table-words.spec.ts'
import { caseRefusals, doneSaid } from '../../../kernel/cases/words.ts'
import { assistProcedure } from './assist.ts'
import { orderProcedure } from './order.ts'
import { wordsOf } from './spoken.ts'

describe.each([
  ['an order', orderProcedure],
  ['a joint task', assistProcedure],
])('%s', (_, table) => {
  speaksInFull(table, wordsOf(table.name), Object.keys(caseRefusals))
})

test('the timeline says to whom a case went where that is known, and is silent where it is not', () => {
  const { dispatch } = wordsOf('orders').moves
  expect(doneSaid(dispatch, '城管局').zh).toBe('已派单至城管局')
  expect(doneSaid(dispatch, null).zh).toBe('已派单')
  expect(doneSaid(dispatch, null).en).toBe('Passed on')
})
