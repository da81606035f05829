import type { Tongue } from '../../../platform/words.ts'
import type { ErrorLine, Format, Tree } from '../model/georeport.ts'

/** The element that one item of a list is, by the name of the list. */
const itemOf: Readonly<Record<string, string>> = {
  services: 'service',
  attributes: 'attribute',
  values: 'value',
  service_requests: 'request',
  errors: 'error',
  endpoints: 'endpoint',
  formats: 'format',
  notes: 'note',
}

/** The answer in the format asked for. JSON leaves the root out and turns lists into arrays (Spark convention). */
export const written = (format: Format, root: string, tree: Tree): string =>
  format === 'json' ? JSON.stringify(tree) : `<?xml version="1.0" encoding="utf-8"?>\n${element(root, tree)}`

export const contentTypes: Readonly<Record<Format, string>> = {
  xml: 'text/xml; charset=utf-8',
  json: 'application/json; charset=utf-8',
}

function element(name: string, value: Tree | undefined): string {
  if (value === undefined) return ''
  if (value === null || value === '') return `<${name}/>`
  if (Array.isArray(value)) {
    const item = itemOf[name] ?? 'item'
    return `<${name}>${value.map((one: Tree) => element(item, one)).join('')}</${name}>`
  }
  if (typeof value === 'object')
    return `<${name}>${Object.entries(value)
      .map(([inner, one]) => element(inner, one))
      .join('')}</${name}>`
  return `<${name}>${escapedXml(String(value))}</${name}>`
}

/** Signs of markup as references; what XML 1.0 cannot hold at all is left out. */
export const escapedXml = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones XML 1.0, 2.2 forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;')

/** The body of a no, as the specification prescribes it. */
export const errorTree = (errors: readonly ErrorLine[], tongue: Tongue): Tree =>
  errors.map(({ code, said }) => ({ code, description: said[tongue] }))
