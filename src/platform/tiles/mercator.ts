import type { Bbox, LngLat } from '../geo/shapes.ts'

/** Where the square world ends, in degrees of latitude. */
const MOST_NORTH = 85.051_128_779_806_6

/** Degrees to fractions of the world, from the north-western corner. */
export function toWorld([lng, lat]: LngLat): readonly [x: number, y: number] {
  const sin = Math.sin((Math.min(MOST_NORTH, Math.max(-MOST_NORTH, lat)) * Math.PI) / 180)
  return [lng / 360 + 0.5, 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)]
}

export function toDegrees(x: number, y: number): LngLat {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI]
}

/** The box of a tile in degrees. */
export function tileBox({ z, x, y }: { readonly z: number; readonly x: number; readonly y: number }): Bbox {
  const side = 2 ** z
  const [west, north] = toDegrees(x / side, y / side)
  const [east, south] = toDegrees((x + 1) / side, (y + 1) / side)
  return [west, south, east, north]
}
