import { expect, test } from 'vitest'
import { prove } from '../../../kernel/cases/rules/proof.ts'
import { assistProcedure } from './assist.ts'
import { orderProcedure } from './order.ts'

test('no request can be lost: every state has an owner and a clock, and every clock leads somewhere', () => {
  const proof = prove(orderProcedure)
  expect(proof.faults).toEqual([])
  expect(proof.states).toBeGreaterThan(1000)
})

test('no joint task can be lost either', () => {
  expect(prove(assistProcedure).faults).toEqual([])
})
