import type { JsonSchema } from '../../platform/forms/schema.ts'

/** The part of a form with these fields, its branches included; null where it has none of them. */
export function partWith(form: JsonSchema, isHere: (name: string) => boolean): JsonSchema | null {
  const properties = Object.entries(form.properties ?? {}).filter(([name]) => isHere(name))
  if (properties.length === 0) return null
  return { ...form, properties: Object.fromEntries(properties), required: (form.required ?? []).filter(isHere) }
}
