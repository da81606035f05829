import { useState } from 'react'
import type { LngLat } from '../../platform/geo/shapes.ts'

export type Pen = {
  readonly isOffered: boolean
  readonly isOpen: boolean
  readonly corners: readonly LngLat[]
  /** Corners that are missing to an area. */
  readonly missing: number
  open(): void
  add(at: LngLat): void
  back(): void
  done(): void
  clear(): void
  /** Backspace and Escape; Enter is the map's, which knows its middle. */
  key(key: string): void
}

/** Drawing an area corner by corner. A finished one stays on the map until it is cleared. */
export function usePen(onDraw: ((ring: readonly LngLat[] | null) => void) | undefined): Pen {
  const [isOpen, setOpen] = useState(false)
  const [corners, setCorners] = useState<readonly LngLat[]>([])
  const clear = () => {
    setOpen(false)
    setCorners([])
    onDraw?.(null)
  }
  const done = () => {
    const [first] = corners
    if (first === undefined || corners.length < 3) return
    setOpen(false)
    onDraw?.([...corners, first])
  }
  const back = () => setCorners((before) => before.slice(0, -1))
  return {
    isOffered: onDraw !== undefined,
    isOpen,
    corners,
    missing: Math.max(0, 3 - corners.length),
    open: () => {
      setCorners([])
      setOpen(true)
    },
    // Two presses may come before the first is drawn.
    add: (at) => setCorners((before) => [...before, at]),
    back,
    done,
    clear,
    key(key) {
      if (isOpen && key === 'Backspace') back()
      if (isOpen && key === 'Escape') clear()
    },
  }
}
