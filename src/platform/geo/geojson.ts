import { csvText } from '../tables/csv.ts'
import type { RawFeature } from './shapefile.ts'
import { isLngLat, type MultiPolygon } from './shapes.ts'

/** The features of a GeoJSON text (RFC 7946): a collection, one feature, or a bare geometry. Null: it is none. */
export function readGeoJson(file: Buffer): readonly RawFeature[] | null {
  const text = csvText(file)
  if (text === null) return null
  try {
    return featuresIn(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch {
    return null // not JSON
  }
}

type Told = Readonly<Record<string, unknown>>
const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null && !Array.isArray(value)

function featuresIn(told: unknown): readonly RawFeature[] | null {
  if (!isTold(told)) return null
  if (told.type === 'FeatureCollection') return Array.isArray(told.features) ? told.features.map(featureOf) : null
  if (told.type === 'Feature') return [featureOf(told)]
  return Array.isArray(told.coordinates) ? [{ properties: {}, geometry: told }] : null
}

const featureOf = (told: unknown): RawFeature => ({
  properties: isTold(told) && isTold(told.properties) ? told.properties : {},
  geometry: isTold(told) ? told.geometry : null,
})

export type ReadSurface = MultiPolygon | 'no-geometry' | 'not-a-surface' | 'not-a-number'

/** The surface of a GeoJSON geometry, heights left off; a word for what is none. Rings are not looked at. */
export function surfaceIn(geometry: unknown): ReadSurface {
  if (!isTold(geometry)) return 'no-geometry'
  const { type, coordinates } = geometry
  if (type !== 'Polygon' && type !== 'MultiPolygon') return 'not-a-surface'
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  const listed = listOf(polygons, (polygon) => listOf(polygon, (ring) => listOf(ring, pointIn)))
  if (listed === null) return 'not-a-number'
  return listed.length === 0 || listed.some((polygon) => polygon.length === 0) ? 'no-geometry' : listed
}

function listOf<Item>(value: unknown, read: (item: unknown) => Item | null): Item[] | null {
  if (!Array.isArray(value)) return null
  const list: Item[] = []
  for (const one of value) {
    const item = read(one)
    if (item === null) return null
    list.push(item)
  }
  return list
}

const pointIn = (value: unknown): [number, number] | null => {
  if (!Array.isArray(value)) return null
  const [lng, lat] = value
  return isLngLat(lng, lat) ? [lng, lat] : null
}
