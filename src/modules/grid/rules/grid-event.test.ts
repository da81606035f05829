import { expect, test } from 'vitest'
import { prove } from '../../../kernel/cases/rules/proof.ts'
import { gridProcedure } from './grid-event.ts'

test('no report can be lost: every state has an owner and a clock, and every clock leads somewhere', () => {
  const proof = prove(gridProcedure)
  expect(proof.faults).toEqual([])
  expect(proof.states).toBeGreaterThan(1000)
})
