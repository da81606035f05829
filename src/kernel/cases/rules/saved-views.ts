import { type SavedView, type SavedViewRefusal, VIEWS_AT_MOST } from '../model/saved-views.ts'

type Named = Pick<SavedView, 'id' | 'name'>

/** Pure: why one more view cannot be kept under this name. */
export function whyNotKeep(kept: readonly Named[], name: string): SavedViewRefusal | null {
  if (kept.some((one) => one.name === name)) return 'view-named-so'
  return kept.length >= VIEWS_AT_MOST ? 'too-many-views' : null
}

/** Pure: why this view cannot bear this name. */
export function whyNotRename(kept: readonly Named[], id: string, name: string): SavedViewRefusal | null {
  if (!kept.some((one) => one.id === id)) return 'no-such-view'
  return kept.some((one) => one.name === name && one.id !== id) ? 'view-named-so' : null
}

/** Pure: why these ids are no order of what is kept: one is missing, unknown or named twice. */
export function whyNotOrder(kept: readonly Named[], ids: readonly string[]): SavedViewRefusal | null {
  const whole = kept.length === ids.length && kept.every(({ id }) => ids.includes(id))
  return whole ? null : 'no-such-view'
}
