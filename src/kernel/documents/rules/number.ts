import { type DocumentKind, documentKinds, type FormatFault, type NumberFormat } from '../model.ts'

/** Letters of the printed check: so much of the hash is printed and compared. */
export const CHECK_LETTERS = 12

/** Blanks of a number format. Source: GB/T 9704-2012 7.2.5 (发文机关代字、年份、发文顺序号; year in 〔〕, no leading zeros). */
export const numberBlanks = ['word', 'kind', 'year', 'seq'] as const

export type Counted = {
  readonly word: string
  readonly kind: DocumentKind
  readonly year: number
  readonly seq: number
}

/** Pure: the number as it stands on paper, 云住建延〔2026〕12号. */
export const numberOf = ({ pattern, kinds }: NumberFormat, { word, kind, year, seq }: Counted): string =>
  pattern.replace(/\{(word|kind|year|seq)\}/g, (_, blank: string) =>
    blank === 'word' ? word : blank === 'kind' ? kinds[kind] : String(blank === 'year' ? year : seq),
  )

/**
 * What is wrong with a format; empty when every number would be told from every other. Each blank must stand in it,
 * because numbers are counted by unit, kind and year.
 */
export function formatFaults({ pattern, kinds }: NumberFormat): readonly FormatFault[] {
  const found = [...pattern.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name)
  const letters = documentKinds.map((kind) => kinds[kind]?.trim() ?? '')
  return [
    ...(numberBlanks.every((blank) => found.includes(blank)) ? [] : ['blank-missing' as const]),
    ...(found.every((blank) => (numberBlanks as readonly string[]).includes(blank)) ? [] : ['blank-unknown' as const]),
    ...(letters.includes('') ? ['kind-letters-missing' as const] : []),
    ...(new Set(letters).size === letters.length ? [] : ['kind-letters-shared' as const]),
  ]
}

/** What is printed beside the code, and what a reader types: the first letters of the hash. */
export const checkOf = (hash: string): string => hash.slice(0, CHECK_LETTERS)

/** Where the printed square leads. */
export const verifyUrl = (
  publicUrl: string,
  { code, hash }: { readonly code: string; readonly hash: string },
): string => `${publicUrl.replace(/\/+$/, '')}/verify?of=${code}&check=${checkOf(hash)}`
