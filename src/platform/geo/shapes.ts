/** Longitude and latitude in degrees, WGS84 (CGCS2000 is the same to a few centimetres); in GeoJSON's order. */
export type LngLat = readonly [lng: number, lat: number]

/** A closed line: the last point is the first again, as in GeoJSON (RFC 7946, 3.1.6). */
export type Ring = readonly LngLat[]

/** The outer ring, then the holes in it. */
export type Polygon = readonly Ring[]

/** Several polygons that are one thing: a community on both banks. */
export type MultiPolygon = readonly Polygon[]

/** West, south, east, north in degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number]

/** A surface as GeoJSON writes it; may be handed to a map or a file as it is. */
export type Surface =
  | { readonly type: 'Polygon'; readonly coordinates: Polygon }
  | { readonly type: 'MultiPolygon'; readonly coordinates: MultiPolygon }

export const polygonsOf = (surface: Surface): MultiPolygon =>
  surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates

/** The shortest way to write it: one polygon is a Polygon. */
export function surfaceOf(polygons: MultiPolygon): Surface {
  const [only, ...more] = polygons
  return only && more.length === 0
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons }
}

/** The narrowest box round some points; null for none. */
export function bboxOf(points: Iterable<LngLat>): Bbox | null {
  let [west, south, east, north] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, -Infinity, -Infinity]
  for (const [lng, lat] of points) {
    if (lng < west) west = lng
    if (lng > east) east = lng
    if (lat < south) south = lat
    if (lat > north) north = lat
  }
  return west <= east && south <= north ? [west, south, east, north] : null
}

/** The box of a surface: that of its outer rings. Null for one without points. */
export function surfaceBbox(polygons: MultiPolygon): Bbox | null {
  let box: Bbox | null = null
  for (const [outer = []] of polygons) box = joined(box, bboxOf(outer))
  return box
}

/** The box round two boxes. */
export function joined(a: Bbox | null, b: Bbox | null): Bbox | null {
  if (a === null || b === null) return a ?? b
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])]
}

export const boxesMeet = (a: Bbox, b: Bbox): boolean => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3]

export const inBbox = ([west, south, east, north]: Bbox, [lng, lat]: LngLat): boolean =>
  lng >= west && lng <= east && lat >= south && lat <= north

/** A number of degrees that a point on the earth can have. */
export const isLngLat = (lng: unknown, lat: unknown): boolean =>
  typeof lng === 'number' && typeof lat === 'number' && Math.abs(lng) <= 180 && Math.abs(lat) <= 90
