/** A value JSON can carry and give back unchanged. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * The one text of a JSON value: keys sorted, no blanks, absent and undefined keys left out.
 * Same value, same text, same hash. Source: RFC 8785 (JSON Canonicalization Scheme).
 */
export function canonical(value: Json | undefined): string {
  if (value === undefined) throw new TypeError('undefined has no canonical text')
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`${value} has no canonical text`)
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const object = value as { readonly [key: string]: Json | undefined }
  const parts = Object.keys(object)
    .filter((key) => object[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(object[key])}`)
  return `{${parts.join(',')}}`
}
