import type { LngLat, MultiPolygon, Polygon, Ring } from './shapes.ts'

const RADIANS = Math.PI / 180
/** Mean radius of the earth in metres (IUGG R1). */
const MEAN_RADIUS = 6_371_008.8
/** WGS84: half the longer axis in metres, and the squared eccentricity. */
const AXIS = 6_378_137
const E2 = 0.006_694_379_990_141_317
const E = Math.sqrt(E2)

/** Metres between two points on the sphere of mean radius; at most 0.6 % off the ellipsoid. */
export function haversine([lngA, latA]: LngLat, [lngB, latB]: LngLat): number {
  const north = Math.sin(((latB - latA) * RADIANS) / 2)
  const east = Math.sin(((lngB - lngA) * RADIANS) / 2)
  const chord = north * north + Math.cos(latA * RADIANS) * Math.cos(latB * RADIANS) * east * east
  return 2 * MEAN_RADIUS * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** A point in metres east and north of an origin. */
export type Metres = readonly [east: number, north: number]

export type Plane = {
  readonly origin: LngLat
  /** Metres per degree, eastward and northward. */
  readonly perDegree: readonly [east: number, north: number]
  toMetres(point: LngLat): Metres
  toLngLat(metres: Metres): LngLat
}

/**
 * The flat ground round a point: metres by the ellipsoid's curvature there. Lengths are true to 0.01 % within 5 km
 * and to 0.3 % within 50 km north or south at China's latitudes; for a whole province it is the wrong tool.
 */
export function planeAt(origin: LngLat): Plane {
  const lat = origin[1] * RADIANS
  const bend = Math.sqrt(1 - E2 * Math.sin(lat) ** 2)
  const east = ((RADIANS * AXIS) / bend) * Math.cos(lat)
  const north = (RADIANS * AXIS * (1 - E2)) / bend ** 3
  return {
    origin,
    perDegree: [east, north],
    toMetres: ([lng, at]) => [(lng - origin[0]) * east, (at - origin[1]) * north],
    toLngLat: ([x, y]) => [origin[0] + x / east, origin[1] + y / north],
  }
}

/** Metres from a point to the nearest point of a piece of line, on the flat ground round the point. */
export function metresToSegment(point: LngLat, from: LngLat, to: LngLat): number {
  const plane = planeAt(point)
  const [ax, ay] = plane.toMetres(from)
  const [bx, by] = plane.toMetres(to)
  const [dx, dy] = [bx - ax, by - ay]
  const length = dx * dx + dy * dy
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / length))
  return Math.hypot(ax + along * dx, ay + along * dy)
}

/** How far north a latitude lies in the cylindrical equal-area projection of the ellipsoid, in metres (Snyder 1987, 3-12). */
function equalAreaNorth(lat: number): number {
  const s = E * Math.sin(lat * RADIANS)
  return (AXIS / 2) * (1 - E2) * (s / E / (1 - s * s) + Math.atanh(s) / E)
}

/**
 * Square metres inside a ring on the ellipsoid, positive when it runs against the clock (the outer ring of GeoJSON).
 * The edges are straight in the equal-area projection; for edges up to a kilometre that is the map's line to 1 : 10^6.
 */
export function signedArea(ring: Ring): number {
  const [first] = ring
  if (first === undefined) return 0
  const origin = equalAreaNorth(first[1])
  let twice = 0
  let [x, y] = [0, 0]
  for (const [lng, lat] of [...ring.slice(1), first]) {
    const [nextX, nextY] = [(lng - first[0]) * RADIANS * AXIS, equalAreaNorth(lat) - origin]
    twice += x * nextY - nextX * y
    x = nextX
    y = nextY
  }
  return twice / 2
}

export const ringArea = (ring: Ring): number => Math.abs(signedArea(ring))

/** Square metres of a polygon, its holes taken off. */
export const polygonArea = ([outer = [], ...holes]: Polygon): number =>
  ringArea(outer) - holes.reduce((sum, hole) => sum + ringArea(hole), 0)

/** Square metres of a surface. */
export const areaOf = (polygons: MultiPolygon): number =>
  polygons.reduce((sum, polygon) => sum + polygonArea(polygon), 0)

/** The middle of a polygon's outer ring by area; where it has none, its first point. Null for no points. */
export function centroid([outer = []]: Polygon): LngLat | null {
  const [first] = outer
  if (first === undefined) return null
  let [twice, x, y] = [0, 0, 0]
  outer.forEach(([lng, lat], at) => {
    const next = outer[at + 1] ?? first
    const [ax, ay, bx, by] = [lng - first[0], lat - first[1], next[0] - first[0], next[1] - first[1]]
    const cross = ax * by - bx * ay
    twice += cross
    x += (ax + bx) * cross
    y += (ay + by) * cross
  })
  return twice === 0 ? first : [first[0] + x / (3 * twice), first[1] + y / (3 * twice)]
}
