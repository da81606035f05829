import { type TSchema, Type } from 'typebox'
import { type Refused, refused } from './problem.ts'

/** The place after which the next page begins: the sort key of the last row, opaque to whoever carries it. */
export type Cursor = readonly (string | number | null)[]

export const encodeCursor = (key: Cursor): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/**
 * Reads a cursor back; a text that we did not write is refused, never thrown.
 * It is not signed: a forged cursor only names another place in a list that is the viewer's anyway.
 * @param width how many parts the key of this list has
 */
export function decodeCursor(text: string, width: number): { ok: true; key: Cursor } | Refused {
  const key = readKey(text)
  const isKey = Array.isArray(key) && key.length === width && key.every(isPart)
  return isKey ? { ok: true, key } : refused('bad-cursor')
}

function readKey(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return null // not JSON: not one of ours
  }
}

const isPart = (part: unknown) =>
  part === null || typeof part === 'number' || (typeof part === 'string' && part.length < 300 && !part.includes('\0'))

/** The paging part of a list's query: `Type.Object({ ...pageQuery, q: … })`. */
export const pageQuery = {
  after: Type.Optional(Type.String({ maxLength: 1_000, description: 'cursor: `next` of the page before' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
}

export type Page<Row> = { readonly rows: readonly Row[]; readonly next: string | null }

export const Page = <Row extends TSchema>(row: Row) =>
  Type.Object({ rows: Type.Array(row), next: Type.Union([Type.String(), Type.Null()]) })

/** Makes a page out of one row more than was asked for; `keyOf` gives the sort key of a row. */
export function pageOf<Row>(found: readonly Row[], limit: number, keyOf: (row: Row) => Cursor): Page<Row> {
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, next: found.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null }
}
