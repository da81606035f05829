import { useEffect, useEffectEvent } from 'react'

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

/** One key for one thing on the page, as long as nobody is typing: `useShortcut('/', focusSearch)`. */
export function useShortcut(key: string, act: () => void): void {
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
}
