import { type RefObject, useEffect } from 'react'

/** So long one part of a board is shown before the next, in milliseconds. */
const READ = 12_000

/** Where to scroll next: a part further, and from the end to the beginning. All in pixels. */
export function nextPart({ scrollTop, clientHeight, scrollHeight }: Pick<Element, Scrolled>): number {
  const end = scrollHeight - clientHeight
  if (scrollTop >= end - 1) return 0
  return Math.min(end, scrollTop + Math.max(1, clientHeight - OVERLAP))
}
type Scrolled = 'scrollTop' | 'clientHeight' | 'scrollHeight'

/** What stood last stands first again, so that nothing is cut in half unseen. */
const OVERLAP = 48

/** Nobody scrolls a wall: what does not fit on a board is shown in parts, one after the other, while nobody is at it. */
export function useLeafing(board: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const timer = setInterval(() => {
      const shown = board.current
      if (shown === null || shown.matches(':hover, :focus-within')) return
      if (shown.scrollHeight > shown.clientHeight + 1) shown.scrollTop = nextPart(shown)
    }, READ)
    return () => clearInterval(timer)
  }, [board])
}
