import { type Bbox, boxesMeet, type LngLat } from '../../../platform/geo/shapes.ts'
import { quadRange, type Tile, tileBox } from '../../../platform/tiles/tile-grid.ts'

/** Quads from the first, and before the second. */
export type QuadSpan = readonly [from: number, before: number]

/** Degrees, some two kilometres, by which a case may lie beyond the border and still belong on the map. */
const BESIDE = 0.02
/** Squares smaller than this share of the box are not divided any more: what lies in them is near enough. */
const FINE = 1 / 8

/** A box and what lies right beside it. */
export const withBeside = ([west, south, east, north]: Bbox): Bbox => [
  west - BESIDE,
  south - BESIDE,
  east + BESIDE,
  north + BESIDE,
]

/** All squares of the earth that do not touch a box, as spans of the line through them, joined where they meet. */
export function spansOutside(box: Bbox): QuadSpan[] {
  const spans: [number, number][] = []
  const side = Math.max(box[2] - box[0], box[3] - box[1]) * FINE
  const look = (tile: Tile): void => {
    const own = tileBox(tile)
    if (!boxesMeet(own, box)) {
      const [from, before] = quadRange(tile)
      const last = spans.at(-1)
      if (last?.[1] === from) last[1] = before
      else spans.push([from, before])
    } else if (own[2] - own[0] > side && tile.z < 20) for (const child of childrenOf(tile)) look(child)
  }
  look({ z: 0, x: 0, y: 0 })
  return spans
}

/** In the order of their quads. */
const childrenOf = ({ z, x, y }: Tile): Tile[] =>
  [0, 1, 2, 3].map((at) => ({ z: z + 1, x: 2 * x + (at % 2), y: 2 * y + (at >> 1) }))

/** Where a map begins: round its cases, as far as they lie in the district; the district where none does. */
export function boundsWithin(cases: Bbox | null, district: Bbox | null): Bbox | null {
  if (cases === null || district === null) return cases
  if (!boxesMeet(cases, district)) return district
  const [west, south, east, north] = district
  return [Math.max(cases[0], west), Math.max(cases[1], south), Math.min(cases[2], east), Math.min(cases[3], north)]
}

/** So many times as far from the middle half of all cases as that half is wide, and a case is far away. */
const FAR_OUT = 6

/** The box round where most points are: where a district has drawn no borders yet. */
export function middleBox(points: readonly LngLat[]): Bbox | null {
  if (points.length === 0) return null
  const [west, east] = spanOf(points.map(([lng]) => lng))
  const [south, north] = spanOf(points.map(([, lat]) => lat))
  return withBeside([west, south, east, north])
}

function spanOf(values: readonly number[]): [number, number] {
  const sorted = values.toSorted((a, b) => a - b)
  const quarter = Math.floor((sorted.length - 1) / 4)
  const [from = 0, to = 0] = [sorted[quarter], sorted[sorted.length - 1 - quarter]]
  const beyond = (to - from) * FAR_OUT
  return [from - beyond, to + beyond]
}
