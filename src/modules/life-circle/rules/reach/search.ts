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
  /**
   * What the last run improved, three numbers for each time that it did: the junction, its time then, and where the
   * next entry of its bucket begins. One list and not three: the search touches one line of memory for an entry.
   */
  entries: Int32Array
  /** Where the entries end in `entries`. */
  filled: number
  /** Where the first entry of each bucket begins; -1: it is empty. */
  readonly heads: Int32Array
  lowest: number
}

const SHIFT = 8
/** Numbers of an entry. */
export const ENTRY = 3
const FIRST_ROOM = 64 * ENTRY
const NO_BUCKET = 0x7fff_ffff

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
    entries: new Int32Array(FIRST_ROOM),
    filled: 0,
    heads: new Int32Array((cap >>> SHIFT) + 1).fill(-1),
    lowest: NO_BUCKET,
  }
}

function widen(search: Search, least: number): void {
  const wider = new Int32Array(Math.max(least, search.entries.length * 2))
  wider.set(search.entries)
  search.entries = wider
}

/** Sets a junction's time when it is less than what stands there, to be walked on from. */
export function seed(search: Search, { junction, time, owner }: Seed): void {
  if (time > search.cap || time >= (search.times[junction] ?? 0)) return
  search.times[junction] = time
  if (search.owners) search.owners[junction] = owner
  const bucket = time >>> SHIFT
  if (bucket < search.lowest) search.lowest = bucket
  if (search.filled + ENTRY > search.entries.length) widen(search, search.filled + ENTRY)
  const { entries, filled } = search
  entries[filled] = junction
  entries[filled + 1] = time
  entries[filled + 2] = search.heads[bucket] ?? -1
  search.heads[bucket] = filled
  search.filled = filled + ENTRY
}

export type Seed = { readonly junction: number; readonly time: number; readonly owner: number }

/** Walks on from the seeds as far as the cap. */
export function run(search: Search): void {
  for (let needed = walkOn(search); needed > 0; needed = walkOn(search)) widen(search, needed)
  search.lowest = NO_BUCKET
}

/**
 * Walks on until no bucket is left, which gives 0, or until the entries have no room for what goes out of the next
 * junction: gives the room needed. So the list never changes under the loop, and its reads stay plain ones.
 */
function walkOn(search: Search): number {
  const { heads, times, owners, links, cap, entries } = search
  const { from } = search.walk.edges
  let { filled, lowest: bucket } = search
  for (; bucket < heads.length; bucket += 1)
    for (let at = heads[bucket] ?? -1; at >= 0; at = heads[bucket] ?? -1) {
      const junction = entries[at] ?? 0
      const time = entries[at + 1] ?? 0
      const end = (from[junction + 1] ?? 0) * 2
      let link = (from[junction] ?? 0) * 2
      const room = filled + (end - link) * ENTRY
      if (room > entries.length) {
        search.filled = filled
        search.lowest = bucket
        return room
      }
      heads[bucket] = entries[at + 2] ?? -1
      if (time !== times[junction]) continue
      for (; link < end; link += 2) {
        const other = links[link] ?? 0
        const arrives = time + (links[link + 1] ?? 0)
        if (arrives > cap || arrives >= (times[other] ?? 0)) continue
        times[other] = arrives
        if (owners) owners[other] = owners[junction] ?? -1
        const into = arrives >>> SHIFT
        entries[filled] = other
        entries[filled + 1] = arrives
        entries[filled + 2] = heads[into] ?? -1
        heads[into] = filled
        filled += ENTRY
      }
    }
  search.filled = filled
  return 0
}

/** Makes ready for the next search; `times` of the last one are forgotten, or kept as they stand. */
export function clear(search: Search, times: 'forget' | 'keep'): void {
  if (times === 'forget')
    for (let at = 0; at < search.filled; at += ENTRY) search.times[search.entries[at] ?? 0] = UNREACHED
  search.filled = 0
}

/** The junctions that the last run improved, one again for each time. */
export function improvedBy({ entries, filled }: Search): Int32Array {
  const junctions = new Int32Array(filled / ENTRY)
  for (let at = 0; at < junctions.length; at += 1) junctions[at] = entries[at * ENTRY] ?? 0
  return junctions
}
