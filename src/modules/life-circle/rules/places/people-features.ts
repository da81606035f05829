import { surfaceIn } from '../../../../platform/geo/geojson.ts'
import { centroid } from '../../../../platform/geo/measure.ts'
import type { RawFeature } from '../../../../platform/geo/shapefile.ts'
import type { LngLat } from '../../../../platform/geo/shapes.ts'
import type { PeopleTable } from './people.ts'

/**
 * The features of a GeoJSON file as a table of people: points where they are, surfaces by their middle, properties under
 * their names. What is neither is a row without a place, and told as such.
 */
export function peopleOfFeatures(features: readonly RawFeature[]): PeopleTable {
  const names = [...new Set(features.flatMap(({ properties }) => Object.keys(properties)))]
  const own = names.filter((name) => !/^(lng|lat)$/i.test(name))
  const rows = features.map(({ properties, geometry }) => {
    const at = placeOf(geometry)
    return [...own.map((name) => textOf(properties[name])), String(at?.[0] ?? ''), String(at?.[1] ?? '')]
  })
  return { rows: [[...own, 'lng', 'lat'], ...rows], are: 'features' }
}

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

function placeOf(geometry: unknown): LngLat | null {
  if (typeof geometry !== 'object' || geometry === null) return null
  const { type, coordinates } = geometry as { type?: unknown; coordinates?: unknown }
  if (type === 'Point' && Array.isArray(coordinates)) {
    const [lng, lat] = coordinates as unknown[]
    return typeof lng === 'number' && typeof lat === 'number' ? [lng, lat] : null
  }
  const surface = surfaceIn(geometry)
  return typeof surface === 'string' ? null : centroid(surface[0] ?? [])
}
