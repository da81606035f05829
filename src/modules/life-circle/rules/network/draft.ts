import { planeAt } from '../../../../platform/geo/measure.ts'
import { growing, push } from '../../../../platform/osm/growing.ts'
import type { Osm } from '../../../../platform/osm/model.ts'
import { tagsAt } from '../../../../platform/osm/tags.ts'
import type { ImportTrouble, WayClass } from '../../model/network.ts'
import { type WalkedWay, walkedWay } from './tags.ts'

/**
 * The network while it is built: segments between vertices. A vertex below `osm.nodes.count` is that node; above
 * stand copies, made where something is in the way (`copies` names their node).
 */
export type Draft = {
  readonly osm: Osm
  readonly classes: WayClass[]
  readonly a: ReturnType<typeof growing<Int32Array>>
  readonly b: ReturnType<typeof growing<Int32Array>>
  readonly sort: ReturnType<typeof growing<Uint32Array>>
  /** Tenths of a second. */
  readonly wait: ReturnType<typeof growing<Uint32Array>>
  /** Bits 1 and 2: may be walked from a to b, from b to a; bit 4: residents of an estate only; bit 8: shut. */
  readonly flags: ReturnType<typeof growing<Uint8Array>>
  readonly copies: ReturnType<typeof growing<Int32Array>>
  readonly troubles: ImportTrouble[]
  /** Ways that are the rims of ground walked across, with how they are walked. */
  readonly areas: { readonly way: number; readonly walked: WalkedWay }[]
}

export const RESIDENTS = 4
export const SHUT = 8

export const nodeOf = (draft: Draft, vertex: number): number =>
  vertex < draft.osm.nodes.count ? vertex : (draft.copies.items[vertex - draft.osm.nodes.count] ?? 0)

export function draftOf(osm: Osm): Draft {
  return {
    osm,
    classes: [],
    a: growing(Int32Array, osm.nodes.count),
    b: growing(Int32Array, osm.nodes.count),
    sort: growing(Uint32Array, osm.nodes.count),
    wait: growing(Uint32Array, osm.nodes.count),
    flags: growing(Uint8Array, osm.nodes.count),
    copies: growing(Int32Array),
    troubles: [],
    areas: [],
  }
}

const known = new WeakMap<Draft, Map<string, number>>()

/** The index of a sort of way; each is kept once. */
export function sortIndex(draft: Draft, { kind, wheels, pram, slow, off, level }: WayClass): number {
  const names = known.get(draft) ?? new Map<string, number>()
  known.set(draft, names)
  const name = `${kind} ${wheels} ${pram} ${slow} ${off} ${level}`
  const found = names.get(name)
  if (found !== undefined) return found
  names.set(name, draft.classes.length)
  return draft.classes.push({ kind, wheels, pram, slow, off, level }) - 1
}

export type Piece = {
  readonly a: number
  readonly b: number
  readonly sort: number
  readonly flags: number
  readonly wait: number
}

export function addSegment(draft: Draft, { a, b, sort, flags, wait }: Piece): void {
  push(draft.a, a)
  push(draft.b, b)
  push(draft.sort, sort)
  push(draft.flags, flags)
  push(draft.wait, Math.min(65_535, Math.round(wait * 10)))
}

export function copyOf(draft: Draft, node: number): number {
  push(draft.copies, node)
  return draft.osm.nodes.count + draft.copies.length - 1
}

/** Segments of every way that is walked; told are ways cut by the extract's rim, and crossings whose time is no time. */
export function addWays(draft: Draft): void {
  const { ways, texts } = draft.osm
  for (let way = 0; way < ways.count; way += 1) {
    const tags = tagsAt(texts, ways.tags, way)
    const walked = walkedWay(tags)
    if (walked === null) continue
    const [from, to] = [ways.from[way] ?? 0, ways.from[way + 1] ?? 0]
    const closed = to - from > 3 && ways.nodes[from] === ways.nodes[to - 1]
    if (walked.area && closed) draft.areas.push({ way, walked })
    if (addWay(draft, walked, from, to))
      draft.troubles.push({ trouble: 'way-cut', of: `way ${ways.ids[way]}`, amount: 1 })
    if (walked.kind === 'ferry' && walked.takes === null && tags.duration !== undefined)
      draft.troubles.push({ trouble: 'duration-unread', of: `way ${ways.ids[way]}`, amount: 0 })
  }
}

function addWay(draft: Draft, walked: WalkedWay, from: number, to: number): boolean {
  const { nodes } = draft.osm.ways
  const piece = { sort: sortIndex(draft, walked), flags: walked.ways | (walked.residents ? RESIDENTS : 0) }
  const waits = walked.wait === 0 && walked.takes === null ? null : waitsAlong(draft, walked, from, to)
  let cut = false
  for (let at = from + 1; at < to; at += 1) {
    const [a, b] = [nodes[at - 1] ?? -1, nodes[at] ?? -1]
    if (a < 0 || b < 0) cut = true
    else if (a !== b) addSegment(draft, { a, b, ...piece, wait: waits?.(a, b) ?? 0 })
  }
  return cut
}

/** A wait is spread over the metres of its way, so that whoever walks all of it waits once. */
function waitsAlong(
  draft: Draft,
  { wait, takes }: WalkedWay,
  from: number,
  to: number,
): (a: number, b: number) => number {
  const { nodes } = draft.osm.ways
  const metres = groundMetres(draft.osm)
  let total = 0
  for (let at = from + 1; at < to; at += 1) total += metres(nodes[at - 1] ?? -1, nodes[at] ?? -1)
  const seconds = wait + (takes ?? 0)
  return (a, b) => (total === 0 ? 0 : (seconds * metres(a, b)) / total)
}

/** Metres between two nodes by the ellipsoid at their latitude; the scale is looked up per hundredth of a degree. */
export function groundMetres({ nodes }: Osm): (a: number, b: number) => number {
  const scales = new Map<number, readonly [number, number]>()
  let [known, east, north] = [Number.NaN, 0, 0]
  return (a, b) => {
    const [latA = 0, latB = 0] = [nodes.lat[a], nodes.lat[b]]
    const band = Math.round((latA + latB) / 200_000)
    if (band !== known) {
      const scale = scales.get(band) ?? planeAt([0, band / 100]).perDegree
      scales.set(band, scale)
      known = band
      east = scale[0] / 1e7
      north = scale[1] / 1e7
    }
    return Math.hypot(((nodes.lng[a] ?? 0) - (nodes.lng[b] ?? 0)) * east, (latA - latB) * north)
  }
}
