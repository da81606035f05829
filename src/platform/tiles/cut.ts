import { clippedLine, clippedRing } from './clip.ts'
import { EXTENT, type MapThing, type TileFeature } from './model.ts'
import { simplified } from './simplify.ts'
import type { Tile } from './tile-grid.ts'

/** Units beyond the edge that a tile holds as well, so that wide lines and borders of areas meet. */
const BUFFER = 80
/** Units a line may be bent less than without being seen, below the last zoom. */
const TOLERANCE = 6
/** Surfaces and lines smaller than this are not to be seen at all. */
const SPECK = 10

export type Cut = { readonly at: Tile; readonly feature: TileFeature }

/** A thing as each tile of a zoom holds it. */
export function cutThing(thing: MapThing, zoom: number, isLast: boolean): Cut[] {
  const scale = 2 ** zoom * EXTENT
  if (thing.kind === 'point') return cutPoints(thing, zoom, scale)
  const parts = thing.parts.map((part) => laidOut(part, scale, isLast ? 1 : TOLERANCE))
  const box = boxOf(parts[0] ?? [])
  const size = Math.max(box.east - box.west, box.south - box.north)
  if (parts.length === 0 || (!isLast && size < SPECK)) return []
  const whole = parts.slice(1).reduce((sum, part) => joined(sum, boxOf(part)), box)
  const [firstX, lastX] = tilesFrom(whole.west, whole.east, 2 ** zoom)
  const [firstY, lastY] = tilesFrom(whole.north, whole.south, 2 ** zoom)
  const cuts: Cut[] = []
  for (let y = firstY; y <= lastY; y += 1)
    for (let x = firstX; x <= lastX; x += 1) {
      const inside = inTile(thing.kind, parts, x * EXTENT, y * EXTENT)
      if (inside.length > 0)
        cuts.push({ at: { z: zoom, x, y }, feature: { kind: thing.kind, parts: inside, properties: thing.properties } })
    }
  return cuts
}

const tilesFrom = (low: number, high: number, side: number): [number, number] => [
  Math.max(0, Math.floor((low - BUFFER) / EXTENT)),
  Math.min(side - 1, Math.floor((high + BUFFER) / EXTENT)),
]

function cutPoints({ parts, properties }: MapThing, z: number, scale: number): Cut[] {
  return parts.flatMap((part) => {
    const [x, y] = [Math.round((part[0] ?? 0) * scale), Math.round((part[1] ?? 0) * scale)]
    const at = { z, x: Math.floor(x / EXTENT), y: Math.floor(y / EXTENT) }
    return [{ at, feature: { kind: 'point', parts: [[x - at.x * EXTENT, y - at.y * EXTENT]], properties } as const }]
  })
}

/** Whole units of the zoom; what falls together is one point. */
function laidOut(part: Float64Array, scale: number, tolerance: number): readonly number[] {
  const out: number[] = []
  for (let at = 0; at < part.length; at += 2) {
    const [x, y] = [Math.round((part[at] ?? 0) * scale), Math.round((part[at + 1] ?? 0) * scale)]
    if (x !== out.at(-2) || y !== out.at(-1)) out.push(x, y)
  }
  return simplified(out, tolerance)
}

type Box = { west: number; north: number; east: number; south: number }

function boxOf(points: readonly number[]): Box {
  const box = { west: Number.POSITIVE_INFINITY, north: Number.POSITIVE_INFINITY, east: -Infinity, south: -Infinity }
  for (let at = 0; at < points.length; at += 2) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0]
    if (x < box.west) box.west = x
    if (x > box.east) box.east = x
    if (y < box.north) box.north = y
    if (y > box.south) box.south = y
  }
  return box
}

const joined = (a: Box, b: Box): Box => ({
  west: Math.min(a.west, b.west),
  north: Math.min(a.north, b.north),
  east: Math.max(a.east, b.east),
  south: Math.max(a.south, b.south),
})

function inTile(kind: 'line' | 'surface', parts: readonly (readonly number[])[], left: number, top: number) {
  const box = { west: left - BUFFER, north: top - BUFFER, east: left + EXTENT + BUFFER, south: top + EXTENT + BUFFER }
  const found = parts.flatMap((part) => {
    const { west, north, east, south } = boxOf(part)
    if (west > box.east || east < box.west || north > box.south || south < box.north) return []
    const isWhole = west >= box.west && east <= box.east && north >= box.north && south <= box.south
    if (isWhole) return [part]
    return kind === 'line' ? clippedLine(part, box) : [clippedRing(part, box)]
  })
  return found.map((part) => shifted(part, left, top)).filter((part) => part.length >= (kind === 'line' ? 4 : 8))
}

function shifted(part: readonly number[], left: number, top: number): number[] {
  const out: number[] = []
  for (let at = 0; at < part.length; at += 2) {
    const [x, y] = [Math.round((part[at] ?? 0) - left), Math.round((part[at + 1] ?? 0) - top)]
    if (x !== out.at(-2) || y !== out.at(-1)) out.push(x, y)
  }
  return out
}
