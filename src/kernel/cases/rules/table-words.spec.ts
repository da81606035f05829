/** What every table of the city must have besides its proof: words for all it says, and controls that fit its fields. */
import { expect, test } from 'vitest'
import { residentTemplates } from '../../channels/words/resident-templates.ts'
import { staffTemplates } from '../../channels/words/staff-templates.ts'
import { fieldWordsOf, type ProcedureWords, promiseSaid } from '../words.ts'
import { milestonesOf, promisesNeeded } from './needs.ts'
import type { AnyProcedure } from './procedure.ts'

type Schema = {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly maxLength?: number
  readonly properties?: Readonly<Record<string, unknown>>
}

const yesNo = ['no', 'yes']

/** What a control can give must be what the schema of the field takes. */
const fits: Record<string, (schema: Schema) => boolean> = {
  text: (schema) => schema.type === 'string' && !schema.enum && !schema.pattern,
  'long-text': (schema) => schema.type === 'string' && (schema.maxLength ?? 0) >= 4000,
  unit: (schema) => schema.pattern?.startsWith('^unit_') ?? false,
  staff: (schema) => schema.pattern?.startsWith('^staff_') ?? false,
  case: (schema) => schema.pattern?.startsWith('^case_') ?? false,
  matter: (schema) => schema.pattern?.startsWith('^matter_') ?? false,
  day: (schema) => schema.pattern?.startsWith('^[0-9]{4}') ?? false,
  evidence: (schema) => schema.type === 'array',
  choice: (schema) => schema.enum !== undefined,
  'yes-no': (schema) => schema.type === 'boolean' || [...(schema.enum ?? [])].sort().join() === yesNo.join(),
  stars: (schema) => schema.type === 'integer',
  category: (schema) => schema.type === 'string' && schema.maxLength === 200,
  spot: (schema) => schema.type === 'object' && 'lng' in (schema.properties ?? {}),
}

/** The tests of one table and its words; call it inside a `describe`. */
export function speaksInFull(table: AnyProcedure, words: ProcedureWords, refusals: readonly string[]): void {
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
        if (schema.type === 'boolean') expect(Object.keys(choices ?? {}), `${move}.${field}`).toEqual(['yes', 'no'])
        if (control === 'choice')
          expect(Object.keys(choices ?? {}).sort(), `${move}.${field}`).toEqual([...(schema.enum ?? [])].sort())
      }
  })

  test('answers every refusal in words', () => {
    const codes = Object.values(table.moves).flatMap((move) => move.guards?.map((guard) => guard.refusal) ?? [])
    for (const code of codes) expect(refusals).toContain(code)
  })

  test('names every deadline', () => {
    for (const promise of [...promisesNeeded(table), ...milestonesOf(table)])
      expect(promiseSaid(promise).zh, promise).not.toBe(promise)
  })

  test('sends no notice that has no wording', () => {
    const sent = Object.values(table.moves).flatMap((move) => move.notices ?? [])
    for (const { to, template } of sent)
      expect(Object.keys(to === 'applicant' ? residentTemplates : staffTemplates), template).toContain(template)
  })
}
