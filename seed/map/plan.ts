import { planeAt } from '../../src/platform/geo/measure.ts'
import type { LngLat, Ring } from '../../src/platform/geo/shapes.ts'
import type { CommunityKey } from '../places.ts'

/** A spot of the plan: metres east and north of the town's south-western corner, before the town is bent a little. */
export type Spot = readonly [east: number, north: number]
/** West, south, east, north on the plan. */
export type Plot = readonly [west: number, south: number, east: number, north: number]

/** Where the invented town lies: open fields, so that nobody takes it for a real one. */
const plane = planeAt([117.6, 31.1])
const turn = 0.1

/**
 * From the plan to the earth. Streets drawn with a ruler are bent gently and turned as a whole; areas, streets and
 * houses go through the same bend, so what fits together on the plan fits together on the earth.
 */
export function onEarth([east, north]: Spot): LngLat {
  const x = east + 60 * Math.sin(north / 700 + 0.3) + 40 * Math.sin(east / 1_100)
  const y = north + 55 * Math.sin(east / 900) + 30 * Math.sin(north / 800 + 1)
  const [lng, lat] = plane.toLngLat([x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)])
  // OpenStreetMap keeps seven digits: whoever reads the extract and whoever reads the areas finds the same numbers.
  return [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]
}

/** Borders bend at every multiple of this, so that areas of every level bend alike. */
export const STEP = 50

const columns = [0, 2_400, 4_000, 5_600, 7_200] as const
const rows = [0, 1_700, 3_400] as const
const communityAt: readonly (readonly CommunityKey[])[] = [
  ['dukou', 'lianchi', 'qiaotou', 'zhaohua'],
  ['shuiku', 'songlin', 'hubin', 'xincheng'],
]

export type Quarter = 'nw' | 'ne' | 'sw' | 'se'

/** In which quarter of its community each of the four grids lies. */
export const quarters: Readonly<Record<CommunityKey, readonly [Quarter, Quarter, Quarter, Quarter]>> = {
  qiaotou: ['nw', 'ne', 'sw', 'se'],
  zhaohua: ['ne', 'nw', 'sw', 'se'],
  dukou: ['ne', 'nw', 'sw', 'se'],
  lianchi: ['nw', 'ne', 'sw', 'se'],
  songlin: ['sw', 'se', 'ne', 'nw'],
  shuiku: ['se', 'nw', 'ne', 'sw'],
  hubin: ['nw', 'sw', 'ne', 'se'],
  xincheng: ['sw', 'nw', 'se', 'ne'],
}

export const communityKeys = Object.keys(quarters) as CommunityKey[]

/** The whole of the town. */
export const town: Plot = [columns[0], rows[0], columns[4], rows[2]]

export function communityPlot(key: CommunityKey): Plot {
  for (const [row, keys] of communityAt.entries()) {
    const column = keys.indexOf(key)
    if (column >= 0) return [columns[column] ?? 0, rows[row] ?? 0, columns[column + 1] ?? 0, rows[row + 1] ?? 0]
  }
  throw new Error(`the plan has no community ${key}`)
}

/** The plot of a grid, counted from 1. */
export function gridPlot(key: CommunityKey, grid: number): Plot {
  const [west, south, east, north] = communityPlot(key)
  const [middleEast, middleNorth] = [(west + east) / 2, (south + north) / 2]
  const quarter = quarters[key][grid - 1]
  if (quarter === undefined) throw new Error(`${key} has no grid ${grid}`)
  const [low, high] = quarter.startsWith('s') ? [south, middleNorth] : [middleNorth, north]
  return quarter.endsWith('w') ? [west, low, middleEast, high] : [middleEast, low, east, high]
}

export const middleOf = ([west, south, east, north]: Plot): Spot => [(west + east) / 2, (south + north) / 2]
export const inset = ([west, south, east, north]: Plot, by: number): Plot => [
  west + by,
  south + by,
  east - by,
  north - by,
]
export const isIn = ([west, south, east, north]: Plot, [x, y]: Spot): boolean =>
  x >= west && x < east && y >= south && y < north

/** Two plots as one; they must share a whole side. */
export const united = (a: Plot, b: Plot): Plot => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
]

/** The spots along a straight line, at every step of the plan and at both ends. */
export function along([x0, y0]: Spot, [x1, y1]: Spot): Spot[] {
  const isFlat = y0 === y1
  const [from, to] = isFlat ? [x0, x1] : [y0, y1]
  const between: number[] = []
  const [low, high] = from < to ? [from, to] : [to, from]
  for (let at = Math.floor(low / STEP) * STEP + STEP; at < high; at += STEP) between.push(at)
  const stops = [from, ...(from < to ? between : between.reverse()), to]
  return stops.map((at) => (isFlat ? [at, y0] : [x0, at]))
}

/** The border of a plot on the earth, against the clock, closed. */
export function border([west, south, east, north]: Plot): Ring {
  const corners: Spot[] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const spots = corners.slice(1).flatMap((corner, at) => along(corners[at] ?? corner, corner).slice(1))
  const [last] = spots.slice(-1)
  return [...(last ? [last] : []), ...spots].map(onEarth)
}
