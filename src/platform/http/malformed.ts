import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { Settings } from 'typebox/system'
import type { Said } from '../words.ts'
import type { FieldTrouble } from './problem.ts'
import { fieldWords, otherField, unknownFilter, wholeRequest } from './words.ts'

// TypeBox stops at 8 by default; a long form should hear of all its gaps at once.
Settings.Set({ maxErrors: 64 })

/** What a value breaks; handed to the error page as the error of Fastify's validation. */
export type Malformed = Error & { readonly fields: readonly FieldTrouble[] }

export const malformed = (fields: readonly FieldTrouble[]): Malformed =>
  Object.assign(new Error('malformed'), { fields })

export const isMalformed = (error: unknown): error is Malformed =>
  error instanceof Error && 'fields' in error && Array.isArray(error.fields)

type Checked = { value: unknown } | { error: Malformed }
type Breach = { keyword: string; instancePath: string; params: object }

/**
 * A check for one part of a request. Bodies are taken as they are; query, params and headers arrive as text
 * and are converted to the types of the schema first. Absent values take the schema's defaults.
 */
export function checkOf(schema: TSchema, part: string): (value: unknown) => Checked {
  const validator = Compile(schema)
  const isText = part !== 'body'
  const isTaken = takenAsItIs(schema, isText)
  return (given) => {
    if (isTaken && validator.Check(given)) return { value: given }
    const value = isText ? validator.Convert(validator.Default({ ...(given as object) })) : validator.Default(given)
    if (validator.Check(value)) return { value }
    return { error: malformed(fieldsOf(schema, part, validator.Errors(value))) }
  }
}

/** Whether what passes needs no conversion and no default: most bodies, and parameters that are nothing but texts. */
const takenAsItIs = (schema: TSchema, isText: boolean): boolean =>
  !JSON.stringify(schema).includes('"default":') &&
  (!isText ||
    ('properties' in schema && Object.values(schema.properties as object).every(({ type }) => type === 'string')))

/**
 * The query or the body of a route with nothing beside what it names: a filter or a field that is misspelt, or that
 * there is none of, is said to be so instead of being passed over. A schema that speaks of `additionalProperties` itself
 * is left alone.
 */
export function closed(asked: TSchema): TSchema {
  if (!('properties' in asked) || 'additionalProperties' in asked) return asked
  // TypeBox keeps the kind of a schema where a spread does not see it.
  const own = Object.getOwnPropertyDescriptors(asked)
  return Object.defineProperties({}, { ...own, additionalProperties: { value: false, enumerable: true } }) as TSchema
}

export function fieldsOf(schema: TSchema, part: string, breaches: readonly Breach[]): FieldTrouble[] {
  const fields = new Map<string, FieldTrouble>()
  for (const { keyword, pointer, params } of breaches.flatMap(spread).toSorted(byWeight)) {
    if (fields.has(pointer)) continue
    const label = labelAt(schema, pointer)
    const isFilter = part === 'querystring' && keyword === 'additionalProperties'
    const rule = isFilter ? unknownFilter : fieldWords[keyword]
    const words = rule?.(label, params as Record<string, unknown>) ?? otherField(label)
    fields.set(pointer, { in: part, pointer, ...words })
  }
  return [...fields.values()].slice(0, 50)
}

type Spot = { keyword: string; pointer: string; params: object }

/** A missing or unknown field is a trouble of that field, not of the object round it. */
function spread({ keyword, instancePath, params }: Breach, _at: number, all: readonly Breach[]): Spot[] {
  const names =
    keyword === 'required' && 'requiredProperties' in params
      ? params.requiredProperties
      : keyword === 'additionalProperties' && 'additionalProperties' in params
        ? params.additionalProperties
        : null
  if (Array.isArray(names))
    return names.map((name) => ({ keyword, pointer: `${instancePath}/${escapePointer(String(name))}`, params }))
  if (keyword === 'anyOf' || keyword === 'const') {
    const allowed = all
      .filter((other) => other.keyword === 'const' && other.instancePath === instancePath)
      .map(({ params: one }) => ('allowedValue' in one ? one.allowedValue : null))
    if (allowed.length > 1) return [{ keyword: 'enum', pointer: instancePath, params: { allowedValues: allowed } }]
  }
  return [{ keyword, pointer: instancePath, params }]
}

/** Of several breaches at one place the most telling one is said: what is missing, then the kind, then the rest. */
const weights: Readonly<Record<string, number>> = {
  required: 0,
  additionalProperties: 0,
  enum: 1,
  type: 2,
  minLength: 3,
  anyOf: 9,
  oneOf: 9,
  if: 9,
}
const byWeight = (a: Spot, b: Spot) => (weights[a.keyword] ?? 5) - (weights[b.keyword] ?? 5)

const escapePointer = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')
const unescapePointer = (name: string) => name.replaceAll('~1', '/').replaceAll('~0', '~')

/** The title that the schema gives a field, else the field's own name, in plain words. */
function labelAt(schema: TSchema, pointer: string): Said {
  if (pointer === '') return wholeRequest
  const steps = pointer.split('/').slice(1).map(unescapePointer)
  let at: unknown = schema
  for (const step of steps) at = stepInto(at, step)
  const named = at !== null && typeof at === 'object' ? (at as Readonly<Record<string, unknown>>) : {}
  const name = steps.findLast((step) => !/^\d+$/.test(step)) ?? ''
  const { title = name, 'x-title-en': english = spoken(name) } = named
  return { zh: `「${title}」`, en: `"${english}"` }
}

/** `happenedAt` as one says it: happened at. */
const spoken = (name: string): string =>
  name.replace(/([a-z])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`)

function stepInto(schema: unknown, step: string): unknown {
  if (schema === null || typeof schema !== 'object') return null
  if ('properties' in schema && schema.properties !== null && typeof schema.properties === 'object')
    return (schema.properties as Record<string, unknown>)[step] ?? null
  return 'items' in schema ? schema.items : null
}
