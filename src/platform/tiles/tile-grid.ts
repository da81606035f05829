import type { Bbox, LngLat } from '../geo/shapes.ts'

/** A square of the web map: zoom 0 is the whole earth, each zoom halves the side. */
export type Tile = { readonly z: number; readonly x: number; readonly y: number }

/** The finest zoom that `quadOf` tells apart: some 40 m at the equator divided by 2^20 gives 4 cm there. */
const FINEST = 20
const LATITUDE_END = 85.051129

/** Where a point lies on the map of a zoom, counted in tiles; Web Mercator (EPSG:3857), as every web map. */
export function tileUnits([lng, lat]: LngLat, zoom: number): readonly [x: number, y: number] {
  const side = 2 ** zoom
  const sine = Math.sin((Math.min(LATITUDE_END, Math.max(-LATITUDE_END, lat)) * Math.PI) / 180)
  return [side * (lng / 360 + 0.5), side * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI))]
}

/** The point at a place of the map of a zoom, counted in tiles. */
function pointAt(x: number, y: number, zoom: number): LngLat {
  const side = 2 ** zoom
  const angle = Math.PI * (1 - (2 * y) / side)
  return [(x / side) * 360 - 180, (Math.atan(Math.sinh(angle)) * 180) / Math.PI]
}

/** The box of a tile, made wider on each side by a share of its own side. */
export function tileBox({ z, x, y }: Tile, wider = 0): Bbox {
  const [west, north] = pointAt(x - wider, y - wider, z)
  const [east, south] = pointAt(x + 1 + wider, y + 1 + wider, z)
  return [west, south, east, north]
}

/**
 * The place of a point along the Z-shaped line through all squares of zoom 20 (a quadkey as a number below 2^40), so
 * that every tile of every zoom is one unbroken range of it.
 */
export function quadOf(point: LngLat): number {
  const last = 2 ** FINEST - 1
  const [x, y] = tileUnits(point, FINEST).map((unit) => Math.min(last, Math.max(0, Math.floor(unit)))) as [
    number,
    number,
  ]
  return woven(x, y, FINEST)
}

/** The quads of a tile: from the first, and before the second. */
export function quadRange({ z, x, y }: Tile): readonly [from: number, before: number] {
  const size = 4 ** (FINEST - z)
  const first = woven(x, y, z) * size
  return [first, first + size]
}

/** The digits of two numbers one after the other; beyond 32 bits, so by sums and not by shifts. */
function woven(x: number, y: number, digits: number): number {
  let quad = 0
  for (let digit = digits - 1; digit >= 0; digit--) quad = quad * 4 + (((y >> digit) & 1) * 2 + ((x >> digit) & 1))
  return quad
}

/** Whether a tile of this address exists. */
export const isTile = ({ z, x, y }: Tile): boolean => z <= FINEST && x < 2 ** z && y < 2 ** z
