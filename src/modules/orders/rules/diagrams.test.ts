import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { diagram } from '../../../kernel/cases/rules/diagram.ts'
import { collisions } from '../../../kernel/cases/rules/diagram-collisions.spec.ts'
import { place } from '../../../kernel/cases/rules/diagram-layout.ts'
import { partsOf } from '../../../kernel/cases/rules/diagram-parts.ts'
import { assistProcedure } from './assist.ts'
import { orderProcedure } from './order.ts'
import { wordsOf } from './spoken.ts'

const docs = join(import.meta.dirname, '../../../../docs/procedures')

describe.each([orderProcedure, assistProcedure])('the drawing of $name', (procedure) => {
  const words = wordsOf(procedure.name)
  const file = join(docs, `${procedure.name}.svg`)

  test('docs/procedures shows the table as it is; UPDATE_DIAGRAMS=1 draws it anew', () => {
    const drawn = diagram(procedure, words)
    if (process.env.UPDATE_DIAGRAMS) writeFileSync(file, drawn)
    expect(readFileSync(file, 'utf8')).toBe(drawn)
  })

  test.each(['zh', 'en'] as const)('nothing stands on anything else (%s)', (tongue) => {
    expect(collisions(place(partsOf(procedure, words, tongue)))).toEqual([])
  })
})
