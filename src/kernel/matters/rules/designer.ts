import type { JsonSchema } from '../../../platform/forms/schema.ts'

/** How a designer speaks of a form: fields in their order, and logic as "this field is one of these". Pure. */

export const fieldKinds = [
  'text',
  'long-text',
  'choice',
  'choices',
  'yes-no',
  'integer',
  'number',
  'day',
  'phone',
  'id-number',
  'credit-code',
  'place',
  'photos',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** Logic as a designer makes it: the answers to other fields that must all be among those named. */
export type Wanted = { readonly field: string; readonly values: readonly (string | number | boolean)[] }

export type Option = { readonly value: string; readonly zh: string; readonly en: string }

/** The fields a matter cannot do without: what every message has. */
export const fixedFields: readonly string[] = ['title', 'text', 'place', 'photos']

/** Names of the fields in the order in which they are drawn. */
export function orderOf(form: JsonSchema): readonly string[] {
  const names = Object.keys(form.properties ?? {})
  const first = (form['x-order'] ?? []).filter((name) => names.includes(name))
  return [...first, ...names.filter((name) => !first.includes(name))]
}

/** The form with one field moved to another place in the order. */
export function moved(form: JsonSchema, name: string, to: number): JsonSchema {
  const rest = orderOf(form).filter((one) => one !== name)
  const at = Math.max(0, Math.min(to, rest.length))
  return { ...form, 'x-order': [...rest.slice(0, at), name, ...rest.slice(at)] }
}

const kindOfFormat: Readonly<Record<string, FieldKind>> = {
  day: 'day',
  date: 'day',
  mobile: 'phone',
  phone: 'phone',
  'id-number': 'id-number',
  'credit-code': 'credit-code',
}

/** What a field is, in a designer's words. */
export function kindOf(field: JsonSchema): FieldKind {
  if (field['x-widget'] === 'place' || field.type === 'object') return 'place'
  if (field['x-widget'] === 'photos') return 'photos'
  if (field.type === 'array') return 'choices'
  if (field.enum) return 'choice'
  if (field.type === 'boolean') return 'yes-no'
  if (field.type === 'integer' || field.type === 'number') return field.type
  const named = kindOfFormat[field.format ?? '']
  return named ?? (field['x-widget'] === 'textarea' ? 'long-text' : 'text')
}

/** The field made over into another kind: its words and logic stay, what the old kind alone had goes. */
export function asKind(field: JsonSchema, kind: FieldKind): JsonSchema {
  const words = (({ title, 'x-title-en': english, description, 'x-description-en': hint, ...logic }: JsonSchema) => ({
    ...(title !== undefined && { title }),
    ...(english !== undefined && { 'x-title-en': english }),
    ...(description !== undefined && { description }),
    ...(hint !== undefined && { 'x-description-en': hint }),
    ...(logic['x-personal'] && { 'x-personal': true }),
    ...(logic['x-show-if'] && { 'x-show-if': logic['x-show-if'] }),
    ...(logic['x-required-if'] && { 'x-required-if': logic['x-required-if'] }),
  }))(field)
  return { ...shapes[kind], ...words }
}

const text: JsonSchema = { type: 'string', maxLength: 100 }
const options: JsonSchema = {
  enum: ['yes', 'no'],
  'x-labels': [
    { zh: '', en: '' },
    { zh: '', en: '' },
  ],
}
const shapes: Readonly<Record<FieldKind, JsonSchema>> = {
  text,
  'long-text': { type: 'string', maxLength: 1_000, 'x-widget': 'textarea' },
  choice: { type: 'string', ...options },
  choices: { type: 'array', uniqueItems: true, items: { type: 'string', ...options } },
  'yes-no': { type: 'boolean' },
  integer: { type: 'integer', minimum: 0 },
  number: { type: 'number', minimum: 0 },
  day: { type: 'string', format: 'day', maxLength: 10, 'x-widget': 'day' },
  phone: { type: 'string', format: 'phone', maxLength: 20, 'x-personal': true },
  'id-number': { type: 'string', format: 'id-number', maxLength: 18, 'x-personal': true },
  'credit-code': { type: 'string', format: 'credit-code', maxLength: 18 },
  place: { type: 'object', 'x-widget': 'place', properties: { address: { ...text, title: '-' } } },
  photos: { type: 'array', 'x-widget': 'photos', maxItems: 9, items: { type: 'string', pattern: '^[0-9a-f]{64}$' } },
}

/** The form with a new field at its end. The name is free: `field`, `field2` … */
export function added(form: JsonSchema, kind: FieldKind, title: { zh: string; en: string }): [JsonSchema, string] {
  const taken = Object.keys(form.properties ?? {})
  const names = ['field', ...Array.from({ length: taken.length + 1 }, (_, at) => `field${at + 2}`)]
  const name = names.find((one) => !taken.includes(one)) ?? 'field'
  const field = { ...shapes[kind], title: title.zh, 'x-title-en': title.en }
  return [{ ...form, properties: { ...form.properties, [name]: field }, 'x-order': [...orderOf(form), name] }, name]
}

/** The form with a field changed, and required or not. */
export function changed(form: JsonSchema, name: string, field: JsonSchema, required: boolean): JsonSchema {
  const rest = (form.required ?? []).filter((one) => one !== name)
  return {
    ...form,
    properties: { ...form.properties, [name]: field },
    required: required ? [...rest, name] : rest,
  }
}

/** The form without a field, and without the logic that spoke of it. */
export function removed(form: JsonSchema, name: string): JsonSchema {
  const fields = Object.entries(form.properties ?? {}).filter(([one]) => one !== name)
  return {
    ...form,
    properties: Object.fromEntries(fields.map(([one, field]) => [one, withoutLogicOn(field, name)])),
    required: (form.required ?? []).filter((one) => one !== name),
    'x-order': orderOf(form).filter((one) => one !== name),
  }
}

function withoutLogicOn(field: JsonSchema, name: string): JsonSchema {
  const speaks = (condition: JsonSchema | undefined) => condition !== undefined && wantedOf(condition)?.field === name
  const { 'x-show-if': show, 'x-required-if': need, 'x-options-if': rules, ...rest } = field
  const left = rules?.filter((rule) => !speaks(rule.if))
  return {
    ...rest,
    ...(show && !speaks(show) && { 'x-show-if': show }),
    ...(need && !speaks(need) && { 'x-required-if': need }),
    ...(left && left.length > 0 && { 'x-options-if': left }),
  }
}

/** The form with a field called otherwise; whatever spoke of it speaks of the new name. */
export function renamed(form: JsonSchema, from: string, to: string): JsonSchema {
  const name = (one: string) => (one === from ? to : one)
  const order = orderOf(form).map(name)
  const fields = Object.entries(form.properties ?? {}).map(([one, field]) => [name(one), speaking(field, from, to)])
  return {
    ...form,
    properties: Object.fromEntries(fields),
    required: (form.required ?? []).map(name),
    'x-order': order,
  }
}

function speaking(field: JsonSchema, from: string, to: string): JsonSchema {
  const again = (condition: JsonSchema): JsonSchema => {
    const wanted = wantedOf(condition)
    return wanted?.field === from ? conditionOf({ ...wanted, field: to }) : condition
  }
  const { 'x-show-if': show, 'x-required-if': need, 'x-options-if': rules } = field
  return {
    ...field,
    ...(show && { 'x-show-if': again(show) }),
    ...(need && { 'x-required-if': again(need) }),
    ...(rules && { 'x-options-if': rules.map((rule) => ({ ...rule, if: again(rule.if) })) }),
  }
}

/** "This field is one of these" as a schema of the whole form. */
export const conditionOf = ({ field, values }: Wanted): JsonSchema => ({
  properties: { [field]: { enum: values } },
  required: [field],
})

/** The same read back; null for a condition that somebody wrote by hand and a designer cannot show. */
export function wantedOf(condition: JsonSchema | undefined): Wanted | null {
  const [entry, ...more] = Object.entries(condition?.properties ?? {})
  if (!entry || more.length > 0) return null
  const [field, { enum: values, const: only }] = entry
  const all = values ?? (only === undefined ? undefined : [only])
  return all ? { field, values: all } : null
}

/** The options of a choice, one line each: value, Chinese, English. */
export const optionsOf = (field: JsonSchema): readonly Option[] => {
  const owner = field.type === 'array' ? (field.items ?? {}) : field
  return (owner.enum ?? []).map((value, at) => {
    const { zh = '', en = '' } = owner['x-labels']?.[at] ?? {}
    return { value: String(value), zh, en }
  })
}

export function withOptions(field: JsonSchema, list: readonly Option[]): JsonSchema {
  const parts = { enum: list.map(({ value }) => value), 'x-labels': list.map(({ zh, en }) => ({ zh, en })) }
  return field.type === 'array' ? { ...field, items: { ...field.items, ...parts } } : { ...field, ...parts }
}

/** What a field can be compared with in a condition; empty for one whose answers are free text. */
export const answersOf = (field: JsonSchema): readonly (string | number | boolean)[] =>
  field.type === 'boolean' ? [true, false] : (field.enum ?? [])
