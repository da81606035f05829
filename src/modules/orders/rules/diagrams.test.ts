import { describe } from 'vitest'
import { isDrawn } from '../../../kernel/cases/rules/table-papers.spec.ts'
import { assistProcedure } from './assist.ts'
import { orderProcedure } from './order.ts'
import { wordsOf } from './spoken.ts'

describe.each([orderProcedure, assistProcedure])('the drawing of $name', (procedure) => {
  isDrawn({ procedure, words: wordsOf(procedure.name) })
})
