import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { diagram } from '../../../kernel/cases/rules/diagram.ts'
import { collisions } from '../../../kernel/cases/rules/diagram-collisions.spec.ts'
import { place } from '../../../kernel/cases/rules/diagram-layout.ts'
import { partsOf } from '../../../kernel/cases/rules/diagram-parts.ts'
import { prove } from '../../../kernel/cases/rules/proof.ts'
import { taskWords } from '../words/task.ts'
import { taskProcedure } from './task.ts'

test('no task can be lost, nobody checks his own work, and every clock leads somewhere', () => {
  expect(prove(taskProcedure).faults).toEqual([])
})

test('docs/procedures shows the table as it is; UPDATE_DIAGRAMS=1 draws it anew', () => {
  const file = join(import.meta.dirname, '../../../../docs/procedures/task.svg')
  const drawn = diagram(taskProcedure, taskWords)
  if (process.env.UPDATE_DIAGRAMS) writeFileSync(file, drawn)
  expect(readFileSync(file, 'utf8')).toBe(drawn)
})

test.each(['zh', 'en'] as const)('in the drawing nothing stands on anything else (%s)', (tongue) => {
  expect(collisions(place(partsOf(taskProcedure, taskWords, tongue)))).toEqual([])
})
