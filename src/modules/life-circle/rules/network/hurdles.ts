import { tagReader, tagsAt } from '../../../../platform/osm/tags.ts'
import { addSegment, copyOf, type Draft, RESIDENTS, SHUT, sortIndex } from './draft.ts'
import { type Hurdle, hurdleAt } from './tags.ts'

/** A gate in the making: the segments through it, and its node. `out`: from the copy inside to the node outside. */
export type DraftGate = { readonly node: number; readonly segments: readonly number[]; readonly inside: boolean }

/**
 * Puts gates, kerbs and lifts into the way: the node is doubled and one passes from copy to copy, or not. Where ways of
 * residents meet ways of everybody the same is done, so that an estate is left by its gates and crossed by nobody.
 */
export function addHurdles(draft: Draft): DraftGate[] {
  const hurdles = hurdlesOf(draft)
  const ends = endsAt(draft, hurdles)
  const gates: DraftGate[] = []
  for (const [node, segments] of ends) {
    const inside = segments.filter((segment) => isOfResidents(draft, segment))
    const hurdle = hurdles.get(node)
    if (hurdle && hurdle.state !== 'residents') {
      const through = splitAll(draft, node, { segments, hurdle })
      if (hurdle.state === 'shut' && through.length > 0) gates.push({ node, segments: through, inside: false })
    } else if (inside.length > 0 && inside.length < segments.length) gates.push(splitInside(draft, node, inside))
    else if (hurdle && segments.length > 1) {
      const through = splitAll(draft, node, { segments, hurdle: { ...hurdle, state: 'shut' } })
      gates.push({ node, segments: through, inside: inside.length === 0 })
    }
  }
  return gates
}

const isOfResidents = ({ flags }: Draft, segment: number): boolean => ((flags.items[segment] ?? 0) & RESIDENTS) !== 0

function hurdlesOf({ osm }: Draft): Map<number, Hurdle> {
  const { nodes, texts } = osm
  const readers = ['barrier', 'kerb', 'highway'].map((key) => tagReader(texts, nodes.tags, key))
  const [barrierOf, kerbOf, highwayOf] = readers
  const found = new Map<number, Hurdle>()
  for (let node = 0; node < nodes.count; node += 1) {
    if ((nodes.tags.from[node + 1] ?? 0) === (nodes.tags.from[node] ?? 0)) continue
    if (!barrierOf?.(node) && !kerbOf?.(node) && highwayOf?.(node) !== 'elevator') continue
    const hurdle = hurdleAt(tagsAt(texts, nodes.tags, node))
    if (hurdle) found.set(node, hurdle)
  }
  return found
}

/** The segments at each node that has a hurdle, or at which ways of residents end. */
function endsAt(draft: Draft, hurdles: ReadonlyMap<number, Hurdle>): Map<number, number[]> {
  const { a, b, osm } = draft
  const marks = new Uint8Array(osm.nodes.count)
  for (const node of hurdles.keys()) marks[node] = 1
  for (let at = 0; at < a.length; at += 1) {
    if (!isOfResidents(draft, at)) continue
    marks[a.items[at] ?? 0] = 1
    marks[b.items[at] ?? 0] = 1
  }
  const found = new Map<number, number[]>()
  for (let at = 0; at < a.length; at += 1)
    for (const node of [a.items[at] ?? 0, b.items[at] ?? 0])
      if (marks[node] === 1) {
        const list = found.get(node)
        if (list) list.push(at)
        else found.set(node, [at])
      }
  return found
}

/** Lets a segment end at another vertex of the same place. */
function move(draft: Draft, segment: number, { from, to }: { from: number; to: number }): void {
  if (draft.a.items[segment] === from) draft.a.items[segment] = to
  else draft.b.items[segment] = to
}

type Split = { readonly segments: readonly number[]; readonly hurdle: Hurdle }

/** Every arm ends at a copy of its own; two arms are joined through the hurdle, more through the node in their midst. */
function splitAll(draft: Draft, node: number, { segments, hurdle }: Split): number[] {
  if (segments.length < 2) return []
  const arms = segments.length === 2 ? segments.slice(1) : segments
  const sort = sortIndex(draft, {
    kind: hurdle.kind,
    wheels: hurdle.wheels,
    pram: hurdle.pram,
    slow: 1,
    off: true,
    level: 0,
  })
  const flags = hurdle.state === 'shut' ? SHUT : 3
  return arms.map((segment) => {
    const copy = copyOf(draft, node)
    move(draft, segment, { from: node, to: copy })
    addSegment(draft, { a: copy, b: node, sort, flags, wait: arms.length === 1 ? hurdle.wait : hurdle.wait / 2 })
    return draft.a.length - 1
  })
}

/** The ways of residents end at a copy, from which one comes out. */
function splitInside(draft: Draft, node: number, inside: readonly number[]): DraftGate {
  const copy = copyOf(draft, node)
  for (const segment of inside) move(draft, segment, { from: node, to: copy })
  const sort = sortIndex(draft, { kind: 'gate', wheels: true, pram: true, slow: 1, off: true, level: 0 })
  addSegment(draft, { a: copy, b: node, sort, flags: 1, wait: 0 })
  return { node, segments: [draft.a.length - 1], inside: false }
}

/**
 * A gate for residents on a way of everybody: the map does not say which side is the estate. Where without it the
 * two sides are apart, the smaller is, and one comes out; where they are joined by another way the gate stays shut.
 */
export function openOutward(draft: Draft, gates: readonly DraftGate[]): void {
  const waiting = gates.filter(({ inside }) => inside)
  if (waiting.length === 0) return
  const { root, size } = partsOf(draft)
  const behind = (segment: number): number => size[root(draft.a.items[segment] ?? 0)] ?? 0
  for (const { segments } of waiting) {
    const [only, ...more] = segments
    if (only === undefined) continue
    // Of several arms that with most behind it is the street, to which the midst belongs.
    const street = more.length === 0 ? null : segments.toSorted((p, q) => behind(q) - behind(p))[0]
    const outside = street === null ? null : root(draft.a.items[street ?? only] ?? 0)
    for (const segment of segments) {
      const one = root(draft.a.items[segment] ?? 0)
      const other = outside ?? root(draft.b.items[segment] ?? 0)
      if (segment === street) draft.flags.items[segment] = 3
      else if (one !== other) draft.flags.items[segment] = (size[one] ?? 0) <= (size[other] ?? 0) ? 1 : 2
    }
  }
}

/** Which vertices hang together by what is not shut, and how many there are in each part. */
function partsOf({ a, b, flags, osm, copies }: Draft) {
  const parent = Int32Array.from({ length: osm.nodes.count + copies.length }, (_, at) => at)
  const size = new Int32Array(parent.length).fill(1)
  const root = (vertex: number): number => {
    let at = vertex
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? 0] ?? 0
      at = parent[at] ?? 0
    }
    return at
  }
  for (let at = 0; at < a.length; at += 1) {
    if ((flags.items[at] ?? 0) & SHUT) continue
    const [one, other] = [root(a.items[at] ?? 0), root(b.items[at] ?? 0)]
    if (one === other) continue
    const [small, large] = (size[one] ?? 0) < (size[other] ?? 0) ? [one, other] : [other, one]
    parent[small] = large
    size[large] = (size[large] ?? 0) + (size[small] ?? 0)
  }
  return { root, size }
}
