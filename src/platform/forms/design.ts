import { Errors, type XSchema } from 'typebox/schema'
import type { Said } from '../words.ts'
import { isFormatName } from './formats.ts'
import type { JsonSchema } from './schema.ts'
import { type SchemaProblemCode, schemaWords } from './words.ts'

/** One thing wrong with a form's definition. `path` is a JSON pointer into the schema. */
export type SchemaProblem = { readonly path: string; readonly code: SchemaProblemCode; readonly said: Said }

const DEEPEST = 6
const MOST_FIELDS = 200
const LONGEST_PATTERN = 200

const types = ['object', 'array', 'string', 'number', 'integer', 'boolean']
const keywords = new Set(
  `$schema type title x-title-en description x-description-en x-widget x-order x-labels x-personal x-show-if x-required-if x-options-if properties required
   additionalProperties items minItems maxItems uniqueItems enum const format pattern minLength maxLength minimum
   maximum multipleOf default allOf if then else`.split(/\s+/),
)

/** The kinds of value our keywords take; what they say is judged afterwards. */
const text = { type: 'string' }
const count = { type: 'integer' }
const measure = { type: 'number' }
const branch = { $ref: '#' }
const list = (items: object) => ({ type: 'array', items })
const shape = {
  type: 'object',
  properties: {
    type: text,
    title: text,
    'x-title-en': text,
    description: text,
    'x-description-en': text,
    'x-widget': text,
    'x-order': list(text),
    'x-labels': list({ type: 'object', properties: { zh: text, en: text } }),
    'x-personal': { type: 'boolean' },
    properties: { type: 'object', additionalProperties: branch },
    required: list(text),
    'x-show-if': branch,
    'x-required-if': branch,
    'x-options-if': list({
      type: 'object',
      required: ['if', 'options'],
      properties: { if: branch, options: list({}) },
    }),
    additionalProperties: { type: 'boolean' },
    items: branch,
    minItems: count,
    maxItems: count,
    uniqueItems: { type: 'boolean' },
    enum: list({ type: ['string', 'number', 'boolean'] }),
    format: text,
    pattern: text,
    minLength: count,
    maxLength: count,
    minimum: measure,
    maximum: measure,
    multipleOf: measure,
    allOf: list(branch),
    if: branch,
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: branch,
    else: branch,
  },
} as const

const problem = (code: SchemaProblemCode, path: string, what = ''): SchemaProblem => ({
  path,
  code,
  said: schemaWords[code](what),
})

/**
 * What keeps a form definition from being used; empty when it can be. Run before a matter is saved, so that
 * `checkForm` never meets a schema it cannot read: unknown keywords are refused rather than silently not checked.
 */
export function schemaProblems(schema: unknown): readonly SchemaProblem[] {
  if (!isObject(schema)) return [problem('not-an-object', '')]
  const shapeless = Errors(shape as XSchema, schema)[1].filter(({ keyword }) => keyword === 'type')
  if (shapeless.length > 0)
    return shapeless.map((error) =>
      problem('wrong-shape', error.instancePath, String('type' in error.params && error.params.type)),
    )
  const root = schema.type === 'object' ? [] : [problem('root-not-object', '/type')]
  const tooBig = fieldsIn(schema) > MOST_FIELDS ? [problem('too-big', '')] : []
  return [...root, ...tooBig, ...inspect(schema, '', 1)]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function fieldsIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + fieldsIn(one), 0)
  if (!isObject(value)) return 0
  const own = isObject(value.properties) ? Object.keys(value.properties).length : 0
  return own + Object.values(value).reduce((sum: number, one) => sum + fieldsIn(one), 0)
}

function inspect(value: unknown, path: string, depth: number): SchemaProblem[] {
  if (!isObject(value)) return [problem('not-an-object', path)]
  if (depth > DEEPEST) return [problem('too-deep', path)]
  const schema = value as JsonSchema
  const unknown = Object.keys(value).filter((key) => !keywords.has(key))
  return [
    ...unknown.map((key) => problem('unknown-keyword', `${path}/${key}`, key)),
    ...(schema.type !== undefined && !types.includes(schema.type)
      ? [problem('unknown-type', `${path}/type`, String(schema.type))]
      : []),
    ...inText(schema, path),
    ...inChoices(schema, path),
    ...inLimits(schema, path),
    ...inFields(schema, path, depth),
    ...(schema.items === undefined ? [] : inspect(schema.items, `${path}/items`, depth + 1)),
    ...inBranches(schema, path, depth),
  ]
}

function inText({ format, pattern }: JsonSchema, path: string): SchemaProblem[] {
  const found: SchemaProblem[] = []
  if (format !== undefined && !isFormatName(format)) found.push(problem('unknown-format', `${path}/format`, format))
  if (pattern === undefined) return found
  if (!compiles(pattern)) found.push(problem('bad-pattern', `${path}/pattern`, pattern))
  // A repetition of a repetition — (a+)+ — can take longer than the universe lasts on a hostile text.
  else if (pattern.length > LONGEST_PATTERN || /[+*}]\)[+*{]|\([^)]*\|[^)]*\)[+*{]/.test(pattern))
    found.push(problem('slow-pattern', `${path}/pattern`, pattern))
  return found
}

function compiles(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  } catch {
    return false // a pattern is data; the engine's refusal is the answer
  }
}

function inChoices(schema: JsonSchema, path: string): SchemaProblem[] {
  if (schema.enum === undefined) return []
  if (schema.enum.length === 0) return [problem('no-choices', `${path}/enum`)]
  const labels = schema['x-labels']
  return labels && labels.length !== schema.enum.length ? [problem('labels-differ', `${path}/x-labels`)] : []
}

function inLimits(schema: JsonSchema, path: string): SchemaProblem[] {
  const pairs = [
    ['minLength', 'maxLength'],
    ['minimum', 'maximum'],
    ['minItems', 'maxItems'],
  ] as const
  return pairs.flatMap(([low, high]) => {
    const [least, most] = [schema[low], schema[high]]
    const crossed = least !== undefined && most !== undefined && least > most
    return crossed ? [problem('limits-crossed', `${path}/${low}`, `${least} > ${most}`)] : []
  })
}

function inFields(schema: JsonSchema, path: string, depth: number): SchemaProblem[] {
  const fields = schema.properties ?? {}
  const unknown = inBranch(path) ? [] : (schema.required ?? []).filter((name) => !Object.hasOwn(fields, name))
  return [
    ...unknown.map((name) => problem('required-unknown', `${path}/required`, name)),
    ...Object.entries(fields).flatMap(([name, field]) => [
      ...(/^[a-z][a-zA-Z0-9_-]{0,39}$/.test(name)
        ? []
        : [problem('bad-field-name', `${path}/properties/${name}`, name)]),
      ...(inBranch(path) || field.title ? [] : [problem('no-title', `${path}/properties/${name}`, name)]),
      ...inspect(field, `${path}/properties/${name}`, depth + 1),
      ...inLogic(fields, name, `${path}/properties/${name}`),
    ]),
  ]
}

/** Logic speaks of other fields of the same form, and of options that the field has. */
function inLogic(fields: Readonly<Record<string, JsonSchema>>, name: string, path: string): SchemaProblem[] {
  const field = fields[name] ?? {}
  const rules = field['x-options-if'] ?? []
  const conditions = [field['x-show-if'], field['x-required-if'], ...rules.map((rule) => rule.if)]
  const named = conditions.flatMap((one) => [...Object.keys(one?.properties ?? {}), ...(one?.required ?? [])])
  const strange = [...new Set(named)].filter((other) => !Object.hasOwn(fields, other) || other === name)
  const options = rules.flatMap((rule) => rule.options).filter((option) => !field.enum?.includes(option))
  const empty = rules.some((rule) => rule.options.length === 0)
  return [
    ...strange.map((other) => problem('condition-unknown', path, other)),
    ...options.map((option) => problem('option-unknown', `${path}/x-options-if`, String(option))),
    ...(empty ? [problem('no-choices', `${path}/x-options-if`)] : []),
  ]
}

/** A condition or a branch speaks of the fields of the form around it; it need not name them again in full. */
const inBranch = (path: string): boolean => /\/(if|then|else|allOf)(\/|$)/.test(path)

function inBranches(schema: JsonSchema, path: string, depth: number): SchemaProblem[] {
  const branches = (['if', 'then', 'else'] as const).flatMap((key) =>
    schema[key] === undefined ? [] : inspect(schema[key], `${path}/${key}`, depth),
  )
  const all = (schema.allOf ?? []).flatMap((one, at) => inspect(one, `${path}/allOf/${at}`, depth))
  return [...branches, ...all]
}
