import { type TSchema, Type } from 'typebox'
import type { Json } from '../../../platform/canonical.ts'
import { cleanText } from '../../channels/rules/text.ts'
import { seen } from '../model/lists.ts'
import type { Move } from '../model/procedure.ts'
import { fieldWordsOf, type ProcedureWords } from '../words.ts'
import { askedBy } from './present-moves.ts'

/**
 * The body of a move: exactly the fields the table asks for and no other, because what no table knows would lie open
 * in the ledger. Titles are the words of the field, so that a message about it can be understood.
 */
export function moveBody(words: ProcedureWords, name: string, move: Move): TSchema {
  const required = (move.asks as { required?: readonly string[] } | undefined)?.required ?? []
  const properties = Object.fromEntries(
    Object.entries(askedBy(move)).map(([field, schema]) => {
      const { zh, en } = fieldWordsOf(words, name, field).label
      const titled = { ...schema, title: zh, 'x-title-en': en } as TSchema
      return [field, required.includes(field) ? titled : Type.Optional(titled)]
    }),
  )
  const fields = Type.Object(properties, { additionalProperties: false })
  return Type.Object(
    { fields: required.length > 0 ? fields : Type.Optional(fields), seen },
    { additionalProperties: false },
  )
}

/** Every text as the intake doors keep it; a field left empty is no answer. */
export function cleanFields(fields: Readonly<Record<string, unknown>>): Record<string, Json> {
  const kept = Object.entries(fields).map(([name, value]) => [name, cleaned(value)] as const)
  return Object.fromEntries(kept.filter(([, value]) => value !== '' && value !== undefined)) as Record<string, Json>
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'string') return value
  const { ok, ...done } = cleanText(value)
  return ok && 'text' in done ? done.text : ''
}
