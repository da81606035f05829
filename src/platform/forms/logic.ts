import { Check, type XSchema } from 'typebox/schema'
import type { JsonSchema } from './schema.ts'

type Values = Readonly<Record<string, unknown>>

/** Whether a condition, itself a schema, holds for what is filled in so far. No condition holds always. */
const holds = (condition: JsonSchema | undefined, values: Values): boolean =>
  condition === undefined || Check(condition as XSchema, values)

/**
 * The form as it stands for these answers: fields that are not shown are gone, options that cannot be chosen now are
 * left out, and what the answers make necessary is required. An answer to a question that is not shown counts for
 * nothing, and neither does what hangs on it. Pure; the browser draws by it and the door checks by it.
 */
export function resolved(form: JsonSchema, given: unknown): JsonSchema {
  const fields = Object.entries(form.properties ?? {})
  if (!fields.some(([, field]) => hasLogic(field))) return form
  const values = shownOnly(fields, isValues(given) ? given : {})
  const shown = fields.filter(([, field]) => holds(field['x-show-if'], values))
  const names = new Set(shown.map(([name]) => name))
  const wanted = shown.flatMap(([name, field]) => {
    const condition = field['x-required-if']
    return condition !== undefined && holds(condition, values) ? [name] : []
  })
  return {
    ...form,
    properties: Object.fromEntries(shown.map(([name, field]) => [name, withOptions(field, values)])),
    required: [...new Set([...(form.required ?? []).filter((name) => names.has(name)), ...wanted])],
  }
}

const hasLogic = (field: JsonSchema): boolean =>
  field['x-show-if'] !== undefined || field['x-required-if'] !== undefined || field['x-options-if'] !== undefined

/** Takes away answers to what is not shown until nothing changes; each round takes at least one, so it ends. */
function shownOnly(fields: readonly (readonly [string, JsonSchema])[], given: Values): Values {
  let values = given
  for (let round = 0; round <= fields.length; round++) {
    const hidden = fields.filter(([name, field]) => name in values && !holds(field['x-show-if'], values))
    if (hidden.length === 0) return values
    const gone = new Set(hidden.map(([name]) => name))
    values = Object.fromEntries(Object.entries(values).filter(([name]) => !gone.has(name)))
  }
  return values
}

/** The first rule that holds says which options are left; their labels go with them. */
function withOptions(field: JsonSchema, values: Values): JsonSchema {
  const rule = field['x-options-if']?.find((one) => holds(one.if, values))
  if (!rule || !field.enum) return field
  const kept = field.enum.map((value, at) => ({ value, at })).filter(({ value }) => rule.options.includes(value))
  const labels = field['x-labels']
  return {
    ...field,
    enum: kept.map(({ value }) => value),
    ...(labels && { 'x-labels': kept.flatMap(({ at }) => labels[at] ?? []) }),
  }
}

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
