import type { HeapRow } from '../model/map.ts'

/** An id and its grade: the ids from a grade on are a fair share of 1 / 2^grade of all (`cases.grade`). */
export type Graded = { readonly id: string; readonly grade: number }

/** Some of the ids of a question; each stands for `per` of them, and with 1 they are all. */
export type Sample<T extends Graded> = { readonly drawn: readonly T[]; readonly per: number }

/** A fair sample out of ids read from the highest grade down and no further than one beyond `most`. */
export function sampleOf<T extends Graded>(read: readonly T[], most: number): Sample<T> {
  const last = read.at(-1)
  if (read.length <= most || last === undefined) return { drawn: read, per: 1 }
  // The last grade was not read to its end, so it would be told too small.
  return { drawn: read.filter(({ grade }) => grade > last.grade), per: 2 ** (last.grade + 1) }
}

export type Heaped = {
  readonly quad: number
  readonly lng: number
  readonly lat: number
  /** Whether its light is red. */
  readonly red: boolean
}

/** Cases told together by the squares of `size` quads that they lie in, each case standing for `per`. */
export function heapsOf(rows: readonly Heaped[], size: number, per: number): HeapRow[] {
  const heaps = new Map<number, { lng: number; lat: number; count: number; overdue: number }>()
  for (const { quad, lng, lat, red } of rows) {
    const key = Math.floor(quad / size)
    const heap = heaps.get(key) ?? { lng: 0, lat: 0, count: 0, overdue: 0 }
    heaps.set(key, heap)
    heap.lng += lng
    heap.lat += lat
    heap.count += 1
    if (red) heap.overdue += 1
  }
  return [...heaps.values()].map(({ lng, lat, count, overdue }) => ({
    lng: lng / count,
    lat: lat / count,
    count: count * per,
    overdue: overdue * per,
  }))
}
