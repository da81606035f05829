import { describe, expect, test } from 'vitest'
import { promisesNeeded } from '../../../kernel/cases/rules/needs.ts'
import { caseRefusals, doneSaid, fieldWordsOf, promiseSaid } from '../../../kernel/cases/words.ts'
import { residentTemplates } from '../../../kernel/channels/words/resident-templates.ts'
import { staffTemplates } from '../../../kernel/channels/words/staff-templates.ts'
import { assistProcedure } from './assist.ts'
import { orderProcedure } from './order.ts'
import { wordsOf } from './spoken.ts'

type Schema = {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly maxLength?: number
}

const yesNo = ['no', 'yes']

/** What a control can give must be what the schema of the field takes. */
const fits: Record<string, (schema: Schema) => boolean> = {
  text: (schema) => schema.type === 'string' && !schema.enum && !schema.pattern,
  'long-text': (schema) => schema.type === 'string' && (schema.maxLength ?? 0) >= 4000,
  unit: (schema) => schema.pattern?.startsWith('^unit_') ?? false,
  staff: (schema) => schema.pattern?.startsWith('^staff_') ?? false,
  case: (schema) => schema.pattern?.startsWith('^case_') ?? false,
  day: (schema) => schema.pattern?.startsWith('^[0-9]{4}') ?? false,
  evidence: (schema) => schema.type === 'array',
  choice: (schema) => schema.enum !== undefined,
  'yes-no': (schema) => schema.type === 'boolean' || [...(schema.enum ?? [])].sort().join() === yesNo.join(),
  stars: (schema) => schema.type === 'integer',
  category: (schema) => schema.type === 'string' && schema.maxLength === 200,
}

describe.each([
  ['an order', orderProcedure],
  ['a joint task', assistProcedure],
])('%s', (_, table) => {
  const words = wordsOf(table.name)

  test('has words for its own stages and moves, and for no others', () => {
    expect(Object.keys(words.stages).sort()).toEqual(Object.keys(table.stages).sort())
    expect(Object.keys(words.moves).sort()).toEqual(Object.keys(table.moves).sort())
  })

  test('asks for every field in words, by a control that gives what the field takes', () => {
    for (const [move, { asks }] of Object.entries(table.moves))
      for (const [field, schema] of Object.entries(
        (asks as { properties?: Record<string, Schema> } | undefined)?.properties ?? {},
      )) {
        const { label, control, choices } = fieldWordsOf(words, move, field)
        expect(label.zh, `${move}.${field}`).toMatch(/\p{Script=Han}/u)
        expect(fits[control]?.(schema), `${move}.${field} as ${control}`).toBe(true)
        if (control === 'choice')
          expect(Object.keys(choices ?? {}).sort(), `${move}.${field}`).toEqual([...(schema.enum ?? [])].sort())
      }
  })

  test('answers every refusal in words', () => {
    const codes = Object.values(table.moves).flatMap((move) => move.guards?.map((guard) => guard.refusal) ?? [])
    for (const code of codes) expect(Object.keys(caseRefusals)).toContain(code)
  })

  test('names every deadline', () => {
    for (const promise of promisesNeeded(table)) expect(promiseSaid(promise).zh, promise).not.toBe(promise)
  })

  test('sends no notice that has no wording', () => {
    const sent = Object.values(table.moves).flatMap((move) => move.notices ?? [])
    for (const { to, template } of sent)
      expect(Object.keys(to === 'applicant' ? residentTemplates : staffTemplates), template).toContain(template)
  })
})

test('the timeline says to whom a case went where that is known, and is silent where it is not', () => {
  const { dispatch } = wordsOf('orders').moves
  expect(doneSaid(dispatch, '城管局').zh).toBe('已派单至城管局')
  expect(doneSaid(dispatch, null).zh).toBe('已派单')
  expect(doneSaid(dispatch, null).en).toBe('Passed on')
})
