import { withQuery } from '../../../../../ui/api/reads.ts'
import type { View } from '../../../model/lists.ts'
import type { SavedAsked, SavedView } from '../../../model/saved-views.ts'
import { narrowing } from './question.ts'

type Texts = Readonly<Record<string, string | undefined>>

export const SAVED = '/api/cases/saved-views'

/** Pure: what of the address is kept under a name: view, order and filters, never what was searched for. */
export function askedIn(search: Texts, view: View): SavedAsked {
  const named = ['sort', ...narrowing].flatMap((name) => (search[name] ? [[name, search[name]] as const] : []))
  const { open, ...texts } = Object.fromEntries(named)
  return { view, ...texts, ...(open !== undefined && { open: open === 'true' }) } as SavedAsked
}

/** Pure: where a view is shown. */
export const addressOf = ({ asked }: Pick<SavedView, 'asked'>): string => withQuery('/', asked)

/** Pure: whether the address shows exactly this view. */
export const isShown = (search: Texts, view: View, saved: Pick<SavedView, 'asked'>): boolean =>
  search.q === undefined &&
  addressOf({ asked: sorted(askedIn(search, view)) }) === addressOf({ asked: sorted(saved.asked) })

const sorted = (asked: SavedAsked): SavedAsked =>
  Object.fromEntries(Object.entries(asked).sort(([one], [other]) => (one < other ? -1 : 1)))

/** Pure: the ids with the one at `at` a step up or down; as they are at the ends. */
export function moved(ids: readonly string[], at: number, by: 1 | -1): readonly string[] {
  const [one, other] = [ids[at], ids[at + by]]
  if (one === undefined || other === undefined) return ids
  return ids.map((id) => (id === one ? other : id === other ? one : id))
}
