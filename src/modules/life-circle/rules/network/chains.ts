import { growing, push, trimmed } from '../../../../platform/osm/growing.ts'
import { type Draft, nodeOf, SHUT } from './draft.ts'

/** Chains over vertices, in the order in which the network keeps them. `segments`: twice the segment, plus 1 backwards. */
export type Chained = {
  readonly junctions: Int32Array
  readonly from: Int32Array
  readonly to: Int32Array
  readonly first: Uint32Array
  readonly inner: Int32Array
  readonly segments: Uint32Array
}

type Ends = { readonly from: Uint32Array; readonly list: Uint32Array }

/**
 * Contracts the nodes at which nothing branches and nothing changes for anybody who walks. Junctions stand in the order
 * of a curve over the map, so that neighbours on the ground are neighbours in memory.
 */
export function chainsOf(draft: Draft): Chained {
  const ends = endsOf(draft)
  const { junctions, indexOf } = junctionsOf(draft, ends)
  const made = {
    from: growing(Int32Array),
    to: growing(Int32Array),
    first: growing(Uint32Array),
    inner: growing(Int32Array, draft.a.length),
    segments: growing(Uint32Array, draft.a.length),
  }
  const used = new Uint8Array(draft.a.length)
  const walk = (start: number, begin: number): void => {
    let [vertex, segment] = [start, begin]
    push(made.from, indexOf[start] ?? -1)
    push(made.first, made.inner.length)
    for (;;) {
      used[segment] = 1
      const forward = draft.a.items[segment] === vertex
      push(made.segments, segment * 2 + (forward ? 0 : 1))
      vertex = (forward ? draft.b.items[segment] : draft.a.items[segment]) ?? 0
      if ((indexOf[vertex] ?? -1) >= 0) break
      push(made.inner, vertex)
      const at = ends.from[vertex] ?? 0
      segment = (ends.list[at] === segment ? ends.list[at + 1] : ends.list[at]) ?? 0
    }
    push(made.to, indexOf[vertex] ?? -1)
  }
  for (const vertex of junctions)
    for (let at = ends.from[vertex] ?? 0; at < (ends.from[vertex + 1] ?? 0); at += 1) {
      const segment = ends.list[at] ?? 0
      if (used[segment] === 0) walk(vertex, segment)
    }
  push(made.first, made.inner.length)
  return {
    junctions,
    from: trimmed(made.from),
    to: trimmed(made.to),
    first: trimmed(made.first),
    inner: trimmed(made.inner),
    segments: trimmed(made.segments),
  }
}

function endsOf({ a, b, osm, copies }: Draft): Ends {
  const from = new Uint32Array(osm.nodes.count + copies.length + 1)
  for (let at = 0; at < a.length; at += 1) {
    const [one, other] = [a.items[at] ?? 0, b.items[at] ?? 0]
    from[one + 1] = (from[one + 1] ?? 0) + 1
    from[other + 1] = (from[other + 1] ?? 0) + 1
  }
  for (let at = 1; at < from.length; at += 1) from[at] = (from[at] ?? 0) + (from[at - 1] ?? 0)
  const list = new Uint32Array(a.length * 2)
  const next = from.slice()
  for (let at = 0; at < a.length; at += 1)
    for (const vertex of [a.items[at] ?? 0, b.items[at] ?? 0]) {
      list[next[vertex] ?? 0] = at
      next[vertex] = (next[vertex] ?? 0) + 1
    }
  return { from, list }
}

/** What must be the same on both sides of a node for it to be no junction. */
function groupsOf({ classes }: Draft): Uint8Array {
  return Uint8Array.from(classes, ({ kind, wheels, pram, level }) => {
    const alone = kind === 'gate' || kind === 'lift' || kind === 'ferry'
    return alone ? 0 : 1 + (wheels ? 1 : 0) + (pram ? 2 : 0) + (kind === 'steps' ? 4 : 0) + ((level & 15) << 3)
  })
}

function junctionsOf(draft: Draft, ends: Ends): { junctions: Int32Array; indexOf: Int32Array } {
  const groups = groupsOf(draft)
  const { flags, sort } = draft
  const vertices = ends.from.length - 1
  const isJunction = new Uint8Array(vertices)
  const group = (segment: number): number => groups[sort.items[segment] ?? 0] ?? 0
  const isTwoWay = (segment: number): boolean => ((flags.items[segment] ?? 0) & (3 | SHUT)) === 3
  for (let vertex = 0; vertex < vertices; vertex += 1) {
    const [from, to] = [ends.from[vertex] ?? 0, ends.from[vertex + 1] ?? 0]
    if (to === from) continue
    const [one, other] = [ends.list[from] ?? 0, ends.list[from + 1] ?? 0]
    const plain =
      to - from === 2 &&
      one !== other &&
      isTwoWay(one) &&
      isTwoWay(other) &&
      group(one) !== 0 &&
      group(one) === group(other)
    if (!plain) isJunction[vertex] = 1
  }
  breakRings(draft, ends, isJunction)
  return inMapOrder(draft, isJunction)
}

/** A ring that nothing meets has no junction of its own: its vertex of the lowest number becomes one. */
function breakRings({ a, b }: Draft, ends: Ends, isJunction: Uint8Array): void {
  const seen = Uint8Array.from(isJunction)
  const follow = (start: number): void => {
    const waiting = [start]
    for (let vertex = waiting.pop(); vertex !== undefined; vertex = waiting.pop())
      for (let at = ends.from[vertex] ?? 0; at < (ends.from[vertex + 1] ?? 0); at += 1) {
        const segment = ends.list[at] ?? 0
        for (const next of [a.items[segment] ?? 0, b.items[segment] ?? 0])
          if (seen[next] === 0) {
            seen[next] = 1
            waiting.push(next)
          }
      }
  }
  for (let vertex = 0; vertex < seen.length; vertex += 1) if (isJunction[vertex] === 1) follow(vertex)
  for (let vertex = 0; vertex < seen.length; vertex += 1) {
    if (seen[vertex] === 1 || ends.from[vertex] === ends.from[vertex + 1]) continue
    isJunction[vertex] = 1
    seen[vertex] = 1
    follow(vertex)
  }
}

function inMapOrder(draft: Draft, isJunction: Uint8Array): { junctions: Int32Array; indexOf: Int32Array } {
  const { nodes } = draft.osm
  const found: number[] = []
  for (let vertex = 0; vertex < isJunction.length; vertex += 1) if (isJunction[vertex] === 1) found.push(vertex)
  const [west, south] = [lowest(nodes.lng), lowest(nodes.lat)]
  const keys = Float64Array.from(found, (vertex, at) => {
    const node = nodeOf(draft, vertex)
    return curve((nodes.lng[node] ?? 0) - west, (nodes.lat[node] ?? 0) - south) * 2 ** 22 + at
  }).sort()
  const junctions = Int32Array.from(keys, (key) => found[key % 2 ** 22] ?? 0)
  const indexOf = new Int32Array(isJunction.length).fill(-1)
  for (const [at, vertex] of junctions.entries()) indexOf[vertex] = at
  return { junctions, indexOf }
}

const lowest = (numbers: Int32Array): number => numbers.reduce((least, each) => Math.min(least, each), 0x7fff_ffff)

/** A cell of about 100 m on a Hilbert curve of 2^15 by 2^15 cells. */
function curve(east: number, north: number): number {
  let [x, y, code] = [Math.min(32_767, east >>> 13), Math.min(32_767, north >>> 13), 0]
  for (let side = 1 << 14; side > 0; side >>= 1) {
    const [right, up] = [(x & side) > 0 ? 1 : 0, (y & side) > 0 ? 1 : 0]
    code = code * 4 + ((3 * right) ^ up)
    if (up === 0) {
      if (right === 1) [x, y] = [32_767 - x, 32_767 - y]
      ;[x, y] = [y, x]
    }
  }
  return code
}
