import type { TValidationError } from 'typebox/error'
import { Set as registerFormat } from 'typebox/format'
import { Errors, type XSchema } from 'typebox/schema'
import { Settings } from 'typebox/system'
import { type Said, said } from '../words.ts'
import { formats } from './formats.ts'
import { resolved } from './logic.ts'
import type { JsonSchema } from './schema.ts'
import { type FieldProblemCode, fieldWords } from './words.ts'

/** One thing wrong with one field. `path` is a JSON pointer (RFC 6901) to the field, a missing one's included. */
export type FieldProblem = {
  readonly path: string
  readonly code: FieldProblemCode
  readonly field: Said
  readonly said: Said
}

for (const [name, check] of Object.entries(formats)) registerFormat(name, check)

const MOST_PROBLEMS = 200

/**
 * Checks a filled form against its schema: the same code in the browser and at the door. Interpreted, so that it runs
 * under a content security policy without `unsafe-eval`. Empty when all is well; at most one problem for each field
 * and reason, in the order of the form. Blank text in a required field is missing. Throws only on a schema that
 * `schemaProblems` refuses.
 */
export function checkForm(form: JsonSchema, value: unknown): readonly FieldProblem[] {
  const schema = resolved(form, value)
  const found = problemsAt(schema, '', value).concat(blanksIn(schema, '', value))
  const kept = new Map<string, FieldProblem>()
  for (const problem of found) {
    const missing = found.some((other) => other.path === problem.path && other.code === 'missing')
    if (missing && problem.code !== 'missing') continue
    const key = `${problem.path} ${problem.code}`
    if (!kept.has(key)) kept.set(key, problem)
  }
  return [...kept.values()]
}

function problemsAt(schema: JsonSchema, path: string, value: unknown): FieldProblem[] {
  return allErrors(schema, value).flatMap((error) => {
    const here = pointed(schema, error.schemaPath.slice(1))
    const at = path + error.instancePath
    // TypeBox says only that `then` failed; the fields it failed for are found by asking `then` alone.
    if (error.keyword === 'if') {
      const branch = asSchema(here)[error.params.failingKeyword]
      return branch
        ? problemsAt(titled(branch, fieldAt(schema, error.instancePath).schema), at, pointed(value, error.instancePath))
        : []
    }
    return problemsOf(error, asSchema(here), at, titleAt(schema, error.instancePath))
  })
}

function allErrors(schema: JsonSchema, value: unknown): readonly TValidationError[] {
  const before = Settings.Get().maxErrors
  Settings.Set({ maxErrors: MOST_PROBLEMS })
  try {
    return Errors(schema as XSchema, value)[1]
  } finally {
    Settings.Set({ maxErrors: before })
  }
}

function problemsOf(error: TValidationError, here: JsonSchema, path: string, title: Said): FieldProblem[] {
  const one = (code: FieldProblemCode, limit: unknown = '') => [problem(code, path, title, String(limit))]
  switch (error.keyword) {
    case 'required':
      return error.params.requiredProperties.map((name) => missing(here, path, name))
    case 'additionalProperties':
      return error.params.additionalProperties.map((name) =>
        problem('unknown-field', `${path}/${escaped(name)}`, said(name, name), ''),
      )
    case 'boolean':
      return [] // `additionalProperties` names the same field
    case 'type':
      return one('wrong-type', error.params.type)
    case 'format':
      return one('wrong-format', error.params.format)
    case 'enum':
      return one('not-a-choice', error.params.allowedValues.join(' / '))
    case 'const':
      return one('not-a-choice', error.params.allowedValue)
    default:
      return 'limit' in error.params
        ? one(limitCodes[error.keyword] ?? 'not-allowed', error.params.limit)
        : one(limitCodes[error.keyword] ?? 'not-allowed')
  }
}

const limitCodes: Readonly<Record<string, FieldProblemCode>> = {
  minLength: 'too-short',
  maxLength: 'too-long',
  minimum: 'too-small',
  exclusiveMinimum: 'too-small',
  maximum: 'too-large',
  exclusiveMaximum: 'too-large',
  multipleOf: 'not-a-multiple',
  pattern: 'wrong-pattern',
  minItems: 'too-few',
  maxItems: 'too-many',
  uniqueItems: 'repeated',
}

const problem = (code: FieldProblemCode, path: string, field: Said, limit: string): FieldProblem => ({
  path,
  code,
  field,
  said: fieldWords[code](field, limit),
})

const missing = (owner: JsonSchema, path: string, name: string): FieldProblem =>
  problem('missing', `${path}/${escaped(name)}`, titleOf(owner.properties?.[name], name), '')

/** Blanks are no answer: a required text of spaces alone is as missing as no text. */
function blanksIn(schema: JsonSchema, path: string, value: unknown): FieldProblem[] {
  if (Array.isArray(value)) {
    return schema.items ? value.flatMap((item, at) => blanksIn(asSchema(schema.items), `${path}/${at}`, item)) : []
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const field = schema.properties?.[name]
    const blank = typeof inner === 'string' && inner.trim() === '' && schema.required?.includes(name)
    if (blank) return [missing(schema, path, name)]
    return field ? blanksIn(field, `${path}/${escaped(name)}`, inner) : []
  })
}

/** A branch borrows the titles of the fields it speaks of from the form around it. */
function titled(branch: JsonSchema, form: JsonSchema): JsonSchema {
  const named = (branch.required ?? []).concat(Object.keys(branch.properties ?? {}))
  const properties = Object.fromEntries(
    named.map((name) => {
      const { title, 'x-title-en': english } = form.properties?.[name] ?? {}
      const words = { ...(title && { title }), ...(english && { 'x-title-en': english }) }
      return [name, { ...words, ...branch.properties?.[name] }]
    }),
  )
  return { ...branch, properties }
}

/** The field a pointer leads to, found through the form's own fields, not through its branches. */
function fieldAt(form: JsonSchema, instancePath: string): { schema: JsonSchema; name: string } {
  let here = { schema: form, name: '' }
  for (const step of steps(instancePath)) {
    const { items, properties } = here.schema
    here = items && /^\d+$/.test(step) ? { ...here, schema: items } : { schema: properties?.[step] ?? {}, name: step }
  }
  return here
}

function titleAt(form: JsonSchema, instancePath: string): Said {
  const { schema, name } = fieldAt(form, instancePath)
  return titleOf(schema, name)
}

const titleOf = (schema: JsonSchema | undefined, name: string): Said => {
  const zh = schema?.title ?? (name === '' ? '表单' : name)
  return said(zh, schema?.['x-title-en'] ?? schema?.title ?? (name === '' ? 'The form' : name))
}

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')
const steps = (path: string): string[] =>
  path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

const asSchema = (value: unknown): JsonSchema => (typeof value === 'object' && value !== null ? value : {})

function pointed(value: unknown, path: string): unknown {
  let here = value
  for (const step of steps(path)) {
    if (typeof here !== 'object' || here === null) return undefined
    here = (here as Readonly<Record<string, unknown>>)[step]
  }
  return here
}
