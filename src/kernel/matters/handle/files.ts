import { setImmediate as nextTurn } from 'node:timers/promises'
import { Compile } from 'typebox/compile'
import { parseDocument, stringify } from 'yaml'
import type { Db } from '../../../platform/db/db.ts'
import { fieldsOf } from '../../../platform/http/malformed.ts'
import type { Entry, RowError } from '../model/imports.ts'
import { asCategory, asMatter, CategorySchema, MatterSchema } from '../model/schema.ts'
import type { Catalogue, Category, Matter } from '../model.ts'
import { asItStands } from '../rules/contents.ts'
import { rowError, rowFault, valueAt } from '../rules/import.ts'
import { categoriesOf } from '../store/categories.ts'
import { allHeads } from '../store/versions.ts'

export type TextFormat = 'yaml' | 'json'

/** The catalogue as a file carries it: the newest version of each matter, drafts behind, and the tree. */
export async function catalogueOf(db: Db, district: string): Promise<Catalogue> {
  const heads = await allHeads(db, district)
  const matters = heads.flatMap(({ published, draft, status, lastDay }) => [
    ...(published ? [inOrder(asItStands(published, status, lastDay))] : []),
    ...(draft ? [inOrder(draft)] : []),
  ])
  return { format: 'yiwang-catalogue/1', district, categories: await categoriesOf(db, district), matters }
}

/** The fields of a file stand in one order, so that two exports of the same catalogue are the same text. */
function inOrder(matter: Matter): Matter {
  const order = Object.keys(MatterSchema.properties)
  return Object.fromEntries(
    Object.entries(matter).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)),
  ) as unknown as Matter
}

/**
 * The text of a file, piece by piece, so that others get their turn. YAML stands in documents: the tree first, then
 * one for each matter, which a person can read and compare.
 */
export async function* catalogueText(catalogue: Catalogue, format: TextFormat): AsyncGenerator<string> {
  const { matters, ...head } = catalogue
  if (format === 'json') {
    yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "matters": [\n`
    for (const [at, matter] of matters.entries()) {
      yield `${at === 0 ? '' : ',\n'}${JSON.stringify(matter, null, 1)}`
      await nextTurn()
    }
    yield '\n ]\n}\n'
    return
  }
  yield yaml(head)
  for (const matter of matters) {
    yield `---\n${yaml(matter)}`
    await nextTurn()
  }
}

const yaml = (value: object): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })

export type ReadCatalogue =
  | {
      readonly ok: true
      readonly categories: readonly Category[]
      readonly entries: readonly Entry[]
      readonly errors: readonly RowError[]
    }
  | { readonly ok: false; readonly refusal: 'unreadable-file' | 'too-many-entries'; readonly detail: string }

const MOST_ENTRIES = 5_000
/** Letters of one YAML document. */
const LONGEST_DOCUMENT = 500_000
const matterCheck = Compile(MatterSchema)
const categoryCheck = Compile(CategorySchema)

/**
 * Reads a YAML or JSON file: what it says, entry by entry, with the faults of each. Nothing is decided yet. Besides
 * what `catalogueText` writes, it takes `{ matters: [...] }` and a bare list.
 */
export async function readCatalogue(text: string, format: TextFormat, district: string): Promise<ReadCatalogue> {
  const parsed = format === 'json' ? parseJson(text) : await parseYaml(text)
  if (!parsed.ok) return { ok: false, refusal: 'unreadable-file', detail: parsed.detail }
  const [head, ...rest] = parsed.documents
  const listed = Array.isArray(head) ? head : valueAt(head, '/matters')
  const nodes = valueAt(head, '/categories')
  if (!Array.isArray(listed) && rest.length === 0 && !Array.isArray(nodes))
    return { ok: false, refusal: 'unreadable-file', detail: 'matters' }
  const matters = [...(Array.isArray(listed) ? listed : []), ...rest]
  if (matters.length > MOST_ENTRIES) return { ok: false, refusal: 'too-many-entries', detail: String(matters.length) }
  const trees = (Array.isArray(nodes) ? nodes : []).map((node, at) => categoryOf(node, at + 1))
  const entries: Entry[] = []
  for (const matter of matters) {
    entries.push(entryOf(matter, entries.length + 1, district))
    if (entries.length % 10 === 0) await nextTurn()
  }
  return {
    ok: true,
    entries,
    categories: trees.flatMap(({ node }) => (node ? [node] : [])),
    errors: trees.flatMap(({ errors }) => errors),
  }
}

type Parsed = { ok: true; documents: readonly unknown[] } | { ok: false; detail: string }

function parseJson(text: string): Parsed {
  try {
    return { ok: true, documents: [JSON.parse(text)] }
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : '' } // JSON speaks by throwing
  }
}

/** One document after the other: YAML is slow to read, and a thousand matters at once would stop the city. */
async function parseYaml(text: string): Promise<Parsed> {
  const documents: unknown[] = []
  for (const piece of text.split(/^---[ \t]*\r?$/m)) {
    if (piece.trim() === '') continue
    if (piece.length > LONGEST_DOCUMENT) return { ok: false, detail: `more than ${LONGEST_DOCUMENT} letters` }
    const document = parseDocument(piece, { version: '1.2', uniqueKeys: true })
    const [first] = document.errors
    if (first) return { ok: false, detail: first.message.split('\n')[0] ?? '' }
    try {
      // No aliases: ten lines of them can stand for a billion values.
      documents.push(document.toJS({ maxAliasCount: 0 }))
    } catch (error) {
      return { ok: false, detail: error instanceof Error ? error.message : '' }
    }
    await nextTurn()
  }
  return { ok: true, documents }
}

function entryOf(value: unknown, row: number, district: string): Entry {
  const locate = (column: string) => ({ sheet: 'matters', row, column })
  if (!matterCheck.Check(value)) {
    const fields = fieldsOf(MatterSchema, 'body', matterCheck.Errors(value))
    const errors = fields.map(({ pointer, zh, en }) =>
      rowError(locate(pointer), 'malformed', { zh, en }, valueAt(value, pointer)),
    )
    return { matter: null, errors, locate }
  }
  const matter = asMatter(value)
  const errors = matter.district === district ? [] : [rowFault(locate('/district'), 'other-district', matter.district)]
  return { matter, errors, locate }
}

function categoryOf(value: unknown, row: number): { node: Category | null; errors: readonly RowError[] } {
  if (categoryCheck.Check(value)) return { node: asCategory(value), errors: [] }
  const errors = fieldsOf(CategorySchema, 'body', categoryCheck.Errors(value)).map(({ pointer, zh, en }) =>
    rowError({ sheet: 'categories', row, column: pointer }, 'malformed', { zh, en }, valueAt(value, pointer)),
  )
  return { node: null, errors }
}
