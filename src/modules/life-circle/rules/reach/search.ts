import { UNREACHED, type Walk } from '../../model/walk.ts'

/**
 * A search outward over junctions in buckets of time (Dial 1969). A bucket is 2.56 s wide; within it a junction may be
 * improved again, so answers are exact whatever the width.
 */
export type Search = {
  readonly walk: Walk
  readonly cap: number
  readonly links: Int32Array
  /** Time of each junction, UNREACHED where no search came. */
  readonly times: Int32Array
  /** The seed that each junction was reached from, where that is asked for. */
  readonly owners: Int32Array | null
  /** The junctions improved by the last run: `touched[0]` to `touched[count - 1]`, one again for each time. */
  touched: Int32Array
  count: number
  /** The first entry of each bucket; entries lead to the next and keep the time they were put in with. */
  readonly heads: Int32Array
  next: Int32Array
  keys: Int32Array
  lowest: number
}

const SHIFT = 8
const FIRST_ROOM = 4_096

/** `towards`: how long it takes from each junction to the seeds; `away`: from the seeds to each junction. */
export type Direction = 'towards' | 'away'

export type SearchOptions = {
  readonly cap: number
  readonly direction: Direction
  /** Times of an earlier search: only what is improved is walked again. */
  readonly times?: Int32Array
  readonly owners?: Int32Array
}

export function searchOver(walk: Walk, { cap, direction, times, owners }: SearchOptions): Search {
  return {
    walk,
    cap,
    links: walk.edges[direction],
    times: times ?? new Int32Array(walk.network.junctions).fill(UNREACHED),
    owners: owners ?? null,
    touched: new Int32Array(FIRST_ROOM),
    count: 0,
    heads: new Int32Array((cap >>> SHIFT) + 1).fill(-1),
    next: new Int32Array(FIRST_ROOM),
    keys: new Int32Array(FIRST_ROOM),
    lowest: 0x7fff_ffff,
  }
}

/** Makes room for so many entries. */
function widen(search: Search, least: number): void {
  for (const list of ['touched', 'next', 'keys'] as const) {
    const wider = new Int32Array(Math.max(least, search[list].length * 2))
    wider.set(search[list])
    search[list] = wider
  }
}

/** Sets a junction's time when it is less than what stands there, to be walked on from. */
export function seed(search: Search, { junction, time, owner }: Seed): void {
  if (time > search.cap || time >= (search.times[junction] ?? 0)) return
  search.times[junction] = time
  if (search.owners) search.owners[junction] = owner
  const bucket = time >>> SHIFT
  if (bucket < search.lowest) search.lowest = bucket
  if (search.count === search.next.length) widen(search, search.count + 1)
  const entry = search.count
  search.touched[entry] = junction
  search.keys[entry] = time
  search.next[entry] = search.heads[bucket] ?? -1
  search.heads[bucket] = entry
  search.count = entry + 1
}

export type Seed = { readonly junction: number; readonly time: number; readonly owner: number }

/** Walks on from the seeds as far as the cap. */
export function run(search: Search): void {
  const { heads, times, owners, links, cap } = search
  const { from } = search.walk.edges
  let { touched, keys, next, count } = search
  for (let bucket = search.lowest; bucket < heads.length; bucket += 1)
    for (let entry = heads[bucket] ?? -1; entry >= 0; entry = heads[bucket] ?? -1) {
      heads[bucket] = next[entry] ?? -1
      const junction = touched[entry] ?? 0
      const time = keys[entry] ?? 0
      if (time !== times[junction]) continue
      const end = (from[junction + 1] ?? 0) * 2
      let link = (from[junction] ?? 0) * 2
      if (count + end - link > next.length) {
        widen(search, count + end - link)
        ;({ touched, keys, next } = search)
      }
      for (; link < end; link += 2) {
        const arrives = time + (links[link + 1] ?? 0)
        const other = links[link] ?? 0
        if (arrives > cap || arrives >= (times[other] ?? 0)) continue
        times[other] = arrives
        if (owners) owners[other] = owners[junction] ?? -1
        const into = arrives >>> SHIFT
        touched[count] = other
        keys[count] = arrives
        next[count] = heads[into] ?? -1
        heads[into] = count
        count += 1
      }
    }
  search.count = count
  search.lowest = 0x7fff_ffff
}

/** Makes ready for the next search; `times` of the last one are forgotten, or kept as they stand. */
export function clear(search: Search, times: 'forget' | 'keep'): void {
  if (times === 'forget') for (let at = 0; at < search.count; at += 1) search.times[search.touched[at] ?? 0] = UNREACHED
  search.count = 0
}
