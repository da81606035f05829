import type { Move } from '../model/procedure.ts'
import type { FieldView, MoveView } from '../model/views.ts'
import { fieldWordsOf, type ProcedureWords } from '../words.ts'
import type { AnyProcedure } from './procedure.ts'

/** What a schema of one asked field may say; the tables use nothing else. */
type Plain = {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly maxItems?: number
}
type Asks = { readonly properties?: Readonly<Record<string, Plain>>; readonly required?: readonly string[] }

/** The fields a move asks for, by name. */
export const askedBy = (move: Move): Readonly<Record<string, Plain>> =>
  (move.asks as Asks | undefined)?.properties ?? {}

/** Buttons with their forms, in the order given. */
export const movesView = (procedure: AnyProcedure, words: ProcedureWords, names: readonly string[]): MoveView[] =>
  names.flatMap((name) => {
    const move = procedure.moves[name]
    return move ? [moveView(words, name, move)] : []
  })

export function moveView(words: ProcedureWords, name: string, move: Move): MoveView {
  const { name: label, confirm } = words.moves[name] ?? { name: { zh: name, en: name } }
  const required = (move.asks as Asks | undefined)?.required ?? []
  return {
    move: name,
    label,
    tone: toneOf(move, confirm !== undefined),
    ...(confirm && { confirm }),
    fields: Object.entries(askedBy(move)).map(([field, schema]) =>
      fieldView(words, { move: name, field, schema, required: required.includes(field) }),
    ),
  }
}

const grave = ['proposes-no', 'decides-no', 'says-no', 'cascades'] as const

function toneOf(move: Move, asksBefore: boolean): MoveView['tone'] {
  if (asksBefore || grave.some((nature) => move.nature?.includes(nature))) return 'danger'
  return move.to === 'stay' ? 'plain' : 'primary'
}

type Field = { readonly move: string; readonly field: string; readonly schema: Plain; readonly required: boolean }

function fieldView(words: ProcedureWords, { move, field, schema, required }: Field): FieldView {
  const { label, hint, control, choices } = fieldWordsOf(words, move, field)
  const values = schema.enum ?? starsOf(schema)
  return {
    name: field,
    label,
    control,
    type: typeOf(schema),
    required,
    ...(hint && { hint }),
    ...limitsOf(schema),
    ...(values && { choices: values.map((value) => ({ value, label: choices?.[value] ?? { zh: value, en: value } })) }),
  }
}

function typeOf({ type }: Plain): FieldView['type'] {
  return type === 'integer' || type === 'boolean' || type === 'array' || type === 'object' ? type : 'string'
}

const limits = ['minLength', 'maxLength', 'minimum', 'maximum', 'maxItems'] as const

const limitsOf = (schema: Plain): Partial<Pick<FieldView, (typeof limits)[number]>> =>
  Object.fromEntries(limits.flatMap((limit) => (schema[limit] === undefined ? [] : [[limit, schema[limit]]])))

/** Five levels at most: each is a choice with its own words. */
function starsOf({ type, minimum, maximum }: Plain): string[] | undefined {
  if (type !== 'integer' || minimum === undefined || maximum === undefined || maximum - minimum > 9) return undefined
  return Array.from({ length: maximum - minimum + 1 }, (_, at) => String(minimum + at))
}
