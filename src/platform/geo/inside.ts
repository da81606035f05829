import { centroid } from './measure.ts'
import type { LngLat, MultiPolygon, Polygon, Ring } from './shapes.ts'

/**
 * Whether a ray from the point to the east crosses the edge. Each edge is taken from its lower end, so two polygons
 * that share one, whichever way each runs along it, agree to the last bit on which of them a point belongs to.
 */
export function rayCrosses([x, y]: LngLat, from: LngLat, to: LngLat): boolean {
  const [low, high] = from[1] < to[1] ? [from, to] : [to, from]
  if (y < low[1] || y >= high[1]) return false
  return x < low[0] + ((y - low[1]) / (high[1] - low[1])) * (high[0] - low[0])
}

function crossings(point: LngLat, ring: Ring): number {
  let count = 0
  let from = ring.at(-1)
  for (const to of ring) {
    if (from && rayCrosses(point, from, to)) count += 1
    from = to
  }
  return count
}

/**
 * Whether a point lies in a polygon and in none of its holes. Western and southern borders belong to the polygon and
 * eastern and northern ones do not, so that of areas that fit together without gaps each point lies in exactly one.
 */
export const pointInPolygon = (point: LngLat, polygon: Polygon): boolean =>
  polygon.reduce((sum, ring) => sum + crossings(point, ring), 0) % 2 === 1

export const pointInSurface = (point: LngLat, polygons: MultiPolygon): boolean =>
  polygons.some((polygon) => pointInPolygon(point, polygon))

/**
 * A point that lies inside the polygon for certain: its middle, or where that falls outside (a horseshoe, a hole) the
 * middle of the widest stretch of a line through it. Null for a polygon without an inside.
 */
export function pointWithin(polygon: Polygon): LngLat | null {
  const middle = centroid(polygon)
  if (middle === null || pointInPolygon(middle, polygon)) return middle
  const heights = [...new Set(polygon.flat().map(([, lat]) => lat))].sort((a, b) => a - b)
  const lines = heights.slice(1).map((lat, at) => (lat + (heights[at] ?? lat)) / 2)
  let best: { width: number; point: LngLat } | null = null
  for (const lat of lines) {
    const meets = polygon.flatMap((ring) => meetings(ring, lat)).sort((a, b) => a - b)
    for (let at = 0; at + 1 < meets.length; at += 2) {
      const [west = 0, east = 0] = meets.slice(at, at + 2)
      if (best === null || east - west > best.width) best = { width: east - west, point: [(west + east) / 2, lat] }
    }
  }
  return best && pointInPolygon(best.point, polygon) ? best.point : null
}

/** The longitudes at which a ring crosses a latitude. */
function meetings(ring: Ring, lat: number): number[] {
  return ring.flatMap((to, at) => {
    const from = ring.at(at - 1) ?? to
    const [low, high] = from[1] < to[1] ? [from, to] : [to, from]
    if (lat < low[1] || lat >= high[1]) return []
    return [low[0] + ((lat - low[1]) / (high[1] - low[1])) * (high[0] - low[0])]
  })
}
