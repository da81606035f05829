import { withQuery } from '../../../../../ui/api/reads.ts'
import type { Sort, View } from '../../../model/lists.ts'

type Texts = Readonly<Record<string, string | undefined>>

export const views = ['work', 'unit', 'watching', 'overdue', 'all'] as const satisfies readonly View[]
export const sorts = ['due', 'filed', 'changed'] as const satisfies readonly Sort[]

/** What narrows a list, as it stands in the address. */
export const narrowing = [
  'stage',
  'category',
  'unit',
  'light',
  'channel',
  'from',
  'to',
  'open',
  'within',
  'far',
] as const
export type Narrowing = (typeof narrowing)[number]

/** The view the address names, or else `other`. */
export const viewIn = (search: Texts, other: View): View => views.find((view) => view === search.view) ?? other

/** A telephone is searched exactly, digits are the beginning of a number, everything else is words. */
export function soughtBy(text: string | undefined): { phone?: string; number?: string; words?: string } {
  const sought = text?.trim() ?? ''
  if (sought === '') return {}
  const digits = sought.replace(/[\s-]/g, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return { phone: digits }
  return /^\d{3,14}$/.test(digits) ? { number: digits } : { words: sought.slice(0, 100) }
}

/** The query of a list; the export takes the same. */
export function queryOf(search: Texts, view: View): Record<string, string | undefined> {
  const narrowed = Object.fromEntries(narrowing.map((name) => [name, search[name]]))
  return { view, sort: search.sort, ...narrowed, ...soughtBy(search.q) }
}

export const listAddress = (search: Texts, view: View, after?: string): string =>
  withQuery('/api/cases', { ...queryOf(search, view), limit: 50, after })

export const exportAddress = (search: Texts, view: View): string =>
  withQuery('/api/cases/export.xlsx', queryOf(search, view))

export const isNarrowed = (search: Texts): boolean => narrowing.some((name) => search[name] !== undefined)
