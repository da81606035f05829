import { centroid, planeAt } from '../../../platform/geo/measure.ts'
import { type Bbox, joined, type LngLat, polygonsOf, type Surface, surfaceBbox } from '../../../platform/geo/shapes.ts'

/** A sheet of a map: its size in units of its own, and where a point of the earth stands on it. */
export type Sheet = {
  readonly width: number
  readonly height: number
  /** How long a kilometre is on it. */
  readonly kilometre: number
  place(point: LngLat): readonly [x: number, y: number]
}

const WIDTH = 360
const MARGIN = 8

/** A sheet that holds all surfaces, true to scale, north up; null where there is nothing to hold. */
export function sheetOf(surfaces: readonly Surface[]): Sheet | null {
  const box = surfaces.reduce<Bbox | null>((all, one) => joined(all, surfaceBbox(polygonsOf(one))), null)
  if (box === null) return null
  const [west, south, east, north] = box
  const plane = planeAt([(west + east) / 2, (south + north) / 2])
  const [left, bottom] = plane.toMetres([west, south])
  const [right, top] = plane.toMetres([east, north])
  // A tall area would fill more than a page: the longer side decides.
  const scale = (WIDTH - 2 * MARGIN) / Math.max(right - left, top - bottom, 1)
  return {
    width: (right - left) * scale + 2 * MARGIN,
    height: (top - bottom) * scale + 2 * MARGIN + 14,
    kilometre: 1_000 * scale,
    place(point) {
      const [x, y] = plane.toMetres(point)
      return [MARGIN + (x - left) * scale, MARGIN + (top - y) * scale]
    },
  }
}

/** Where the name of a surface stands: the middle of its largest piece; null for one without points. */
export function labelPoint(surface: Surface): LngLat | null {
  const size = (box: Bbox | null) => (box === null ? 0 : (box[2] - box[0]) * (box[3] - box[1]))
  const [largest] = polygonsOf(surface).toSorted((a, b) => size(surfaceBbox([b])) - size(surfaceBbox([a])))
  return largest === undefined ? null : centroid(largest)
}
