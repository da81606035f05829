import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { Said } from '../platform/words.ts'

/** Fields that letters are written into; a box that is only ticked leaves them to the page. */
const written = 'input:not([type="radio"], [type="checkbox"])'

/** Whether a key was meant for a field, a menu or the browser, and not for the page. */
export function isTaken(
  event: Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'target'>,
): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || target.closest(`${written}, textarea, select, dialog, [role="menu"]`) !== null
}

/** Enter on a link or a button is for that. */
const pressesSomething = ({ key, target }: KeyboardEvent): boolean =>
  key === 'Enter' && target instanceof HTMLElement && target.closest('a, button, summary') !== null

/** One key for one thing on the page, as long as nobody is typing. With `label` it stands in the list of keys. */
export function useShortcut(key: string, act: () => void, label?: Said): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || isTaken(event) || pressesSomething(event)) return
    event.preventDefault()
    act()
  })
  // The keyboard belongs to the document, which stands outside React.
  useEffect(() => {
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  useKeyLabel(key, label)
}

/** A key that does something here, and what. */
export type KeyLabel = { readonly key: string; readonly label: Said }

let labels: readonly KeyLabel[] = []
const watchers = new Set<() => void>()

function tell(next: readonly KeyLabel[]): void {
  labels = next
  for (const watcher of watchers) watcher()
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Names a key that the browser itself answers, such as Enter on a link, for as long as the part is shown. */
export function useKeyLabel(key: string, label: Said | undefined): void {
  // The list of keys is read by a dialog far from the part that answers them.
  useEffect(() => {
    if (label === undefined) return
    const mine = { key, label }
    tell([...labels, mine])
    return () => tell(labels.filter((one) => one !== mine))
  }, [key, label])
}

/** The named keys that are alive on the page now, each once. */
export function useKeyLabels(): readonly KeyLabel[] {
  const alive = useSyncExternalStore(watch, () => labels)
  return alive.filter(({ key }, at) => alive.findIndex((one) => one.key === key) === at)
}
