import type { Said } from '../../../platform/words.ts'
import type { Entry, ImportOptions, Place, RowError } from '../model/imports.ts'
import type { CategoryPath, KnownProcedure, Matter } from '../model.ts'
import { type RowFault, rowWords } from '../words/sheets.ts'
import { asItStands, sameContents } from './contents.ts'
import { matterProblems } from './problems.ts'

const LONGEST_VALUE = 200

export const rowError = (place: Place, code: string, said: Said, value: unknown = ''): RowError => ({
  ...place,
  code,
  said,
  value: (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, LONGEST_VALUE),
})

export const rowFault = (place: Place, code: RowFault, value: unknown = ''): RowError =>
  rowError(place, code, rowWords[code], value)

/** A matter as the catalogue has it, in so far as an import asks. */
export type Standing = {
  readonly status: Matter['status']
  readonly published: Matter | null
  readonly lastDay: Matter['effectiveTo']
  readonly draft: Matter | null
  readonly changedBy: string
}

export type Step =
  | { readonly do: 'nothing' }
  | { readonly do: 'draft' | 'publish'; readonly matter: Matter }
  | { readonly do: 'refuse'; readonly errors: readonly RowError[] }

export type ImportKnowledge = {
  readonly procedures: readonly KnownProcedure[]
  readonly isCategory: (path: CategoryPath) => boolean
  readonly by: string
}

/**
 * What to do with one entry of a file. Nothing where the catalogue says the same already; a draft, or with `publish`
 * the next version. Refused: entries with faults, matters that cannot be published, drafts of other people.
 */
export function stepFor(entry: Entry, standing: Standing | null, options: ImportOptions, known: ImportKnowledge): Step {
  const { matter, errors } = entry
  if (matter === null || errors.length > 0) return { do: 'refuse', errors }
  const isDraft = matter.status === 'draft' || !options.publish
  return isDraft ? draftStep(entry, matter, standing, known) : publishStep(entry, matter, standing, known)
}

function draftStep({ locate }: Entry, matter: Matter, standing: Standing | null, { by }: ImportKnowledge): Step {
  const shown = standing?.published ? asItStands(standing.published, standing.status, standing.lastDay) : null
  if (sameContents(standing?.draft ?? shown, matter)) return { do: 'nothing' }
  if (matter.status !== 'draft' && sameContents(shown, matter)) return { do: 'nothing' }
  if (standing?.draft && standing.changedBy !== by)
    return { do: 'refuse', errors: [rowFault(locate(''), 'draft-of-somebody-else', matter.id)] }
  return { do: 'draft', matter: { ...matter, version: 0, status: 'draft' } }
}

function publishStep(entry: Entry, matter: Matter, standing: Standing | null, known: ImportKnowledge): Step {
  const shown = standing?.published ? asItStands(standing.published, standing.status, standing.lastDay) : null
  if (shown && shown.status === matter.status && sameContents(shown, matter)) return { do: 'nothing' }
  const errors = matterProblems(matter, known.procedures, known.isCategory)
    .filter(({ weight }) => weight === 'error')
    .map(({ at, code, said }) => rowError(entry.locate(at), code, said, valueAt(matter, at)))
  if (shown && matter.effectiveFrom < shown.effectiveFrom)
    errors.push(rowFault(entry.locate('/effectiveFrom'), 'starts-before-last', matter.effectiveFrom))
  return errors.length > 0 ? { do: 'refuse', errors } : { do: 'publish', matter }
}

/** What stands at a JSON pointer; '' where nothing does. */
export function valueAt(value: unknown, pointer: string): unknown {
  let here = value
  for (const step of pointer.split('/').slice(1)) {
    if (typeof here !== 'object' || here === null) return ''
    here = (here as Readonly<Record<string, unknown>>)[step.replaceAll('~1', '/').replaceAll('~0', '~')]
  }
  return here ?? ''
}
