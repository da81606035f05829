import { checkForm, type FieldProblem } from '../../platform/forms/check.ts'
import { resolved } from '../../platform/forms/logic.ts'
import type { JsonSchema } from '../../platform/forms/schema.ts'
import { type Said, said } from '../../platform/words.ts'

export type Values = Readonly<Record<string, unknown>>

/** One field to draw now, with what its branch adds to it. */
export type FormField = { readonly name: string; readonly schema: JsonSchema; readonly required: boolean }

/**
 * The fields of a form as it is filled so far: its own in the order of `x-order`, then those of the branches
 * (`allOf`, `if`/`then`/`else`) that hold for the present values.
 */
export function fieldsOf(given: JsonSchema, values: Values): readonly FormField[] {
  const form = resolved(given, values)
  const parts = partsOf(form, values)
  const schemas = new Map<string, JsonSchema>()
  for (const part of parts)
    for (const [name, schema] of Object.entries(part.properties ?? {}))
      schemas.set(name, { ...schemas.get(name), ...schema })
  const required = new Set(parts.flatMap((part) => part.required ?? []))
  const ordered = [...(form['x-order'] ?? []).filter((name) => schemas.has(name)), ...schemas.keys()]
  return [...new Set(ordered)].map((name) => ({ name, schema: schemas.get(name) ?? {}, required: required.has(name) }))
}

function partsOf(form: JsonSchema, values: Values): readonly JsonSchema[] {
  const chosen = form.if === undefined ? undefined : checkForm(form.if, values).length === 0 ? form.then : form.else
  const inner = [...(form.allOf ?? []), ...(chosen ? [chosen] : [])]
  return [form, ...inner.flatMap((part) => partsOf(part, values))]
}

/** Only what the form asks for now: an answer to a question that has gone away is not sent. */
export function asked(form: JsonSchema, values: Values): Values {
  const names = new Set(fieldsOf(form, values).map(({ name }) => name))
  const kept = Object.entries(values).filter(([name, value]) => names.has(name) && value !== '' && value !== undefined)
  return Object.fromEntries(kept)
}

export const titleOf = (schema: JsonSchema, name: string): Said =>
  said(schema.title ?? name, schema['x-title-en'] ?? schema.title ?? name)

export const hintOf = (schema: JsonSchema): Said | undefined =>
  schema.description === undefined
    ? undefined
    : said(schema.description, schema['x-description-en'] ?? schema.description)

export const optionsOf = (schema: JsonSchema): readonly { value: string; label: Said }[] =>
  (schema.enum ?? []).map((value, at) => {
    const label = schema['x-labels']?.[at]
    return { value: String(value), label: said(label?.zh ?? String(value), label?.en ?? String(value)) }
  })

/** The value of the schema's own type that an option stands for. */
export const chosenValue = (schema: JsonSchema, option: string): unknown =>
  (schema.enum ?? []).find((value) => String(value) === option)

/** What is wrong at one place, in words; the first of several. */
export const problemAt = (problems: readonly Pick<FieldProblem, 'path' | 'said'>[], path: string): Said | undefined =>
  problems.find((problem) => problem.path === path)?.said
