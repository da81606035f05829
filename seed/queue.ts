import type { Instant } from '../src/platform/time.ts'

export type Queued<T> = { readonly at: Instant; readonly what: T }

/** What waits for its time, the earliest first; a binary heap, since a year of a city is long. */
export function createQueue<T>(): { push(at: Instant, what: T): void; pop(): Queued<T> | undefined } {
  const heap: (Queued<T> & { order: number })[] = []
  let count = 0
  const before = (a: number, b: number): boolean => {
    const [one, two] = [heap[a], heap[b]]
    if (!one || !two) return false
    return one.at < two.at || (one.at === two.at && one.order < two.order)
  }
  const swap = (a: number, b: number) => {
    const [one, two] = [heap[a], heap[b]]
    if (one && two) [heap[a], heap[b]] = [two, one]
  }
  return {
    push(at, what) {
      heap.push({ at, what, order: count++ })
      for (let child = heap.length - 1, parent = (child - 1) >> 1; child > 0 && before(child, parent); ) {
        swap(child, parent)
        child = parent
        parent = (child - 1) >> 1
      }
    },
    pop() {
      const first = heap[0]
      const last = heap.pop()
      if (first && last && heap.length > 0) {
        heap[0] = last
        sink(0)
      }
      return first
    },
  }
  function sink(top: number): void {
    for (let parent = top; ; ) {
      const left = 2 * parent + 1
      const least = before(left + 1, left) ? left + 1 : left
      if (!before(least, parent)) return
      swap(least, parent)
      parent = least
    }
  }
}
