import { canonical, type Json } from '../../../platform/canonical.ts'
import { type Said, said } from '../../../platform/words.ts'
import type { Matter } from '../model.ts'
import { partWords } from '../words.ts'

/** One difference between two versions. A value that is not there is absent, not null. */
export type Change = {
  readonly at: string
  /** The part of the matter it belongs to, as a person calls it. */
  readonly part: Said
  readonly kind: 'added' | 'removed' | 'changed'
  readonly before?: Json
  readonly after?: Json
}

/** What a version is apart from its contents: never a change worth showing. */
const apart = new Set(['version', 'status', 'district', 'id'])

/**
 * What publishing `next` would change against `now` (null: the matter is new). Promises are matched by key and first
 * day, papers by key, so that moving a line is no change of its neighbours. Empty when nothing would change.
 */
export function whatWouldChange(now: Matter | null, next: Matter): readonly Change[] {
  const [before, after] = [partsOf(now), partsOf(next)]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((part) => !apart.has(part))
    .flatMap((part) =>
      compare(before[part], after[part], `/${part}`).map((change) => ({
        ...change,
        part: partWords[part] ?? said(part, part),
      })),
    )
}

type Plain = { readonly [key: string]: Json | undefined }
type Bare = Omit<Change, 'part'>

/** Lists with keys of their own become tables, so that lines are compared with their like. */
function partsOf(matter: Matter | null): Plain {
  if (matter === null) return {}
  const plain = JSON.parse(JSON.stringify(matter)) as Plain
  return {
    ...plain,
    promises: keyed(plain.promises, (line) => `${line.key}@${line.from}`),
    papers: keyed(plain.papers, (line) => String(line.key)),
  }
}

function keyed(list: Json | undefined, keyOf: (line: Plain) => string): Plain {
  if (!Array.isArray(list)) return {}
  return Object.fromEntries(list.filter(isPlain).map((line) => [keyOf(line), line]))
}

const isPlain = (value: Json | undefined): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function compare(before: Json | undefined, after: Json | undefined, at: string): Bare[] {
  if (before === undefined && after === undefined) return []
  if (before === undefined) return isEmptyTable(after) ? [] : [{ at, kind: 'added', after: after ?? null }]
  if (after === undefined) return isEmptyTable(before) ? [] : [{ at, kind: 'removed', before }]
  if (canonical(before) === canonical(after)) return []
  if (!isPlain(before) || !isPlain(after)) return [{ at, kind: 'changed', before, after }]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => compare(before[key], after[key], `${at}/${key.replaceAll('/', '~1')}`))
}

const isEmptyTable = (value: Json | undefined): boolean => isPlain(value) && Object.keys(value).length === 0
