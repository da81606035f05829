import { pointWithin } from '../geo/inside.ts'
import type { Bbox, LngLat } from '../geo/shapes.ts'
import { areaOfRelation, type NodePolygon, nodesOfWay } from '../osm/areas.ts'
import type { Osm } from '../osm/model.ts'
import { isTagged, type Tags, tagsAt } from '../osm/tags.ts'
import { lineGround, spotOf, surfaceGround } from './ground-kinds.ts'
import type { MapThing, TileProperties } from './model.ts'
import { seaOf } from './sea.ts'
import { tileUnits } from './tile-grid.ts'

/** What a base map shows of an extract: sea, land, green, water, houses, ways, rails, names. */
export function groundOf(osm: Osm): MapThing[] {
  const things: MapThing[] = seaThings(osm)
  const { nodes, ways, relations, texts } = osm
  for (let at = 0; at < nodes.count; at += 1)
    if (isTagged(nodes.tags, at)) things.push(...named(tagsAt(texts, nodes.tags, at), degreesOf(osm, at)))
  for (let at = 0; at < ways.count; at += 1)
    if (isTagged(ways.tags, at)) things.push(...ofWay(osm, at, tagsAt(texts, ways.tags, at)))
  for (let at = 0; at < relations.count; at += 1) {
    const tags = tagsAt(texts, relations.tags, at)
    if (tags.type === 'multipolygon') things.push(...ofSurface(osm, areaOfRelation(osm, at).polygons, tags))
  }
  return things
}

function seaThings(osm: Osm): MapThing[] {
  const bounds = boundsOf(osm)
  const seas = bounds === null ? [] : seaOf(osm, bounds)
  return seas.map((rings) => ({
    layer: 'water',
    kind: 'surface',
    minZoom: 6,
    parts: rings.map((ring, at) =>
      wound(Float64Array.from(ring.flatMap((point) => [...tileUnits(point, 0)])), at === 0),
    ),
    properties: { kind: 'sea' },
  }))
}

function ofWay(osm: Osm, way: number, tags: Tags): MapThing[] {
  const line = lineGround(tags)
  const present = presentNodes(osm, way)
  if (line !== null) {
    if (present.length < 2) return []
    const { layer, kind, minZoom } = line
    return [{ layer, kind: 'line', minZoom, parts: [worldOf(osm, present)], properties: { kind, ...nameOf(tags) } }]
  }
  const ring = nodesOfWay(osm, way)
  if (ring === null || ring.length < 4 || ring[0] !== ring.at(-1)) return []
  return ofSurface(osm, [[ring]], tags)
}

/** A line that the extract cuts is shown as far as it goes. */
function presentNodes({ ways }: Osm, way: number): number[] {
  return Array.from(ways.nodes.subarray(ways.from[way], ways.from[way + 1])).filter((node) => node >= 0)
}

function ofSurface(osm: Osm, polygons: readonly NodePolygon[], tags: Tags): MapThing[] {
  const ground = surfaceGround(tags)
  const [first] = polygons
  if (first === undefined) return []
  const spot =
    tags.name === undefined ? null : pointWithin(first.map((ring) => ring.map((node) => degreesOf(osm, node))))
  const names = spot === null ? [] : named(tags, spot)
  if (ground === null) return names
  const parts = polygons.flatMap((rings) => rings.map((ring, at) => wound(worldOf(osm, ring), at === 0)))
  return [
    { layer: ground.layer, kind: 'surface', minZoom: ground.minZoom, parts, properties: { kind: ground.kind } },
    ...names,
  ]
}

function named(tags: Tags, at: LngLat): MapThing[] {
  const spot = spotOf(tags)
  if (spot === null) return []
  const { layer, kind, rank, minZoom } = spot
  const properties = { kind, rank, ...nameOf(tags) }
  return [{ layer, kind: 'point', minZoom, parts: [Float64Array.from(tileUnits(at, 0))], properties }]
}

const nameOf = ({ name }: Tags): TileProperties => (name === undefined ? {} : { name })

const degreesOf = ({ nodes }: Osm, node: number): LngLat => [(nodes.lng[node] ?? 0) / 1e7, (nodes.lat[node] ?? 0) / 1e7]

function worldOf(osm: Osm, nodes: readonly number[]): Float64Array {
  const out = new Float64Array(2 * nodes.length)
  for (const [at, node] of nodes.entries()) out.set(tileUnits(degreesOf(osm, node), 0), 2 * at)
  return out
}

/** Outer rings run clockwise as the tile sees them, holes the other way (Vector Tile Specification 4.3.4.4). */
function wound(ring: Float64Array, isOuter: boolean): Float64Array {
  let twice = 0
  for (let at = 0; at + 3 < ring.length; at += 2)
    twice += (ring[at] ?? 0) * (ring[at + 3] ?? 0) - (ring[at + 2] ?? 0) * (ring[at + 1] ?? 0)
  if (twice > 0 === isOuter) return ring
  const out = new Float64Array(ring.length)
  for (let at = 0; at < ring.length; at += 2) out.set(ring.subarray(ring.length - 2 - at, ring.length - at), at)
  return out
}

/**
 * Where a map of an extract begins to look: round nine tenths of its points, with as much again as an even spread needs.
 * An extract holds long ways whole, which would make a quarter of the town a speck in their box. Null for no ways.
 */
export function boundsOf({ nodes, ways }: Osm): Bbox | null {
  const used = ways.nodes.filter((node) => node >= 0)
  if (used.length === 0) return null
  const range = (values: Int32Array): [number, number] => {
    const sorted = Int32Array.from(used, (node) => values[node] ?? 0).sort()
    const at = (part: number) => (sorted[Math.round(part * (sorted.length - 1))] ?? 0) / 1e7
    const [low, high] = [at(0.05), at(0.95)]
    const beyond = (high - low) / 16
    return [Math.max(at(0), low - beyond), Math.min(at(1), high + beyond)]
  }
  const [[west, east], [south, north]] = [range(nodes.lng), range(nodes.lat)]
  return [west, south, east, north]
}
