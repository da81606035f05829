import type { Tags } from '../osm/tags.ts'

/** What a thing of OpenStreetMap is on the ground of a map. */
export type Ground = {
  readonly layer: 'land' | 'green' | 'water' | 'waterway' | 'building' | 'road' | 'rail'
  readonly kind: string
  readonly minZoom: number
}
export type Spot = {
  readonly layer: 'spot' | 'place'
  readonly kind: string
  readonly rank: number
  readonly minZoom: number
}

/** The layers of a base map, bottom first. `ui/map/ground.ts` draws them. */
export const groundLayers = ['land', 'green', 'water', 'waterway', 'building', 'road', 'rail', 'spot', 'place'] as const

/** Ways by how much they carry: kind, and the zoom from which they are shown. */
const ways: Readonly<Record<string, readonly [kind: string, zoom: number]>> = {
  motorway: ['express', 6],
  trunk: ['express', 6],
  motorway_link: ['express', 10],
  trunk_link: ['express', 10],
  primary: ['main', 8],
  primary_link: ['main', 11],
  secondary: ['main', 9],
  secondary_link: ['main', 11],
  tertiary: ['collector', 10],
  tertiary_link: ['collector', 12],
  unclassified: ['street', 12],
  residential: ['street', 12],
  living_street: ['street', 12],
  pedestrian: ['street', 13],
  road: ['street', 12],
  service: ['lane', 14],
  track: ['lane', 14],
  busway: ['lane', 14],
  footway: ['path', 14],
  path: ['path', 14],
  cycleway: ['path', 14],
  bridleway: ['path', 14],
  steps: ['path', 14],
}
const rails: Readonly<Record<string, readonly [kind: string, zoom: number]>> = {
  rail: ['train', 9],
  narrow_gauge: ['train', 10],
  light_rail: ['metro', 11],
  subway: ['metro', 11],
  monorail: ['metro', 11],
  tram: ['tram', 13],
}
const waterways: Readonly<Record<string, number>> = { river: 8, canal: 10, stream: 12, drain: 14, ditch: 14 }

const greenUses = 'forest grass meadow recreation_ground village_green cemetery orchard allotments vineyard greenfield'
const greens: Readonly<Record<string, ReadonlySet<string>>> = {
  leisure: new Set('park garden nature_reserve golf_course pitch dog_park playground'.split(' ')),
  landuse: new Set(greenUses.split(' ')),
  natural: new Set('wood scrub grassland heath wetland tree_group'.split(' ')),
}
const builtUses = new Set('residential commercial retail industrial garages port'.split(' '))
const careKinds = new Set('school university college kindergarten hospital clinic'.split(' '))

/** What a line is; null for one that a base map does not show. */
export function lineGround(tags: Tags): Ground | null {
  const way = ways[tags.highway ?? '']
  if (way && tags.area !== 'yes') return { layer: 'road', kind: way[0], minZoom: way[1] }
  const rail = rails[tags.railway ?? '']
  if (rail && !(rail[0] === 'metro' && tags.tunnel === 'yes')) return { layer: 'rail', kind: rail[0], minZoom: rail[1] }
  const water = waterways[tags.waterway ?? '']
  if (water !== undefined && tags.tunnel === undefined)
    return { layer: 'waterway', kind: tags.waterway ?? '', minZoom: water }
  return null
}

/** What a closed surface is. */
export function surfaceGround(tags: Tags): Ground | null {
  if (tags.building !== undefined && tags.building !== 'no') return { layer: 'building', kind: 'building', minZoom: 14 }
  if (
    tags.natural === 'water' ||
    tags.waterway === 'riverbank' ||
    tags.landuse === 'reservoir' ||
    tags.landuse === 'basin'
  )
    return { layer: 'water', kind: tags.water ?? 'water', minZoom: 6 }
  if (careKinds.has(tags.amenity ?? '') || tags.landuse === 'education')
    return { layer: 'land', kind: 'care', minZoom: 12 }
  for (const [key, values] of Object.entries(greens))
    if (values.has(tags[key] ?? ''))
      return { layer: 'green', kind: tags[key] ?? '', minZoom: key === 'leisure' ? 10 : 9 }
  if (builtUses.has(tags.landuse ?? '')) return { layer: 'land', kind: 'built', minZoom: 9 }
  return null
}

/** Settlements and their parts: rank 1 is the greatest. */
const places: Readonly<Record<string, readonly [rank: number, zoom: number]>> = {
  city: [1, 6],
  borough: [2, 9],
  town: [2, 9],
  suburb: [3, 11],
  quarter: [4, 12],
  village: [4, 12],
  neighbourhood: [5, 13],
  hamlet: [5, 13],
  isolated_dwelling: [6, 15],
  locality: [6, 15],
  island: [4, 12],
}

/** Things whose name stands on the map, with their rank: what is asked for most first. */
const spots: readonly (readonly [key: string, value: string, rank: number, zoom: number])[] = [
  ['railway', 'station', 1, 12],
  ['public_transport', 'station', 1, 12],
  ['amenity', 'hospital', 2, 13],
  ['amenity', 'university', 2, 13],
  ['amenity', 'college', 3, 14],
  ['amenity', 'townhall', 2, 14],
  ['amenity', 'school', 4, 14],
  ['amenity', 'kindergarten', 6, 15],
  ['amenity', 'library', 4, 15],
  ['amenity', 'marketplace', 4, 14],
  ['amenity', 'bus_station', 3, 14],
  ['amenity', 'police', 5, 15],
  ['amenity', 'clinic', 6, 15],
  ['amenity', 'community_centre', 6, 15],
  ['amenity', 'toilets', 8, 15],
  ['leisure', 'park', 3, 13],
  ['leisure', 'sports_centre', 4, 14],
  ['leisure', 'stadium', 3, 13],
  ['tourism', 'museum', 3, 14],
  ['tourism', 'attraction', 5, 15],
  ['place', 'square', 4, 14],
  ['natural', 'water', 3, 13],
  ['landuse', 'residential', 5, 14],
  ['landuse', 'industrial', 5, 14],
  ['landuse', 'retail', 6, 15],
  ['landuse', 'commercial', 6, 15],
  ['shop', 'mall', 4, 14],
  ['highway', 'bus_stop', 9, 15],
]

/** The name of a thing as the map shows it; null for one whose name it leaves out. */
export function spotOf(tags: Tags): Spot | null {
  if (tags.name === undefined) return null
  const place = places[tags.place ?? '']
  if (place) return { layer: 'place', kind: tags.place ?? '', rank: place[0], minZoom: place[1] }
  const spot = spots.find(([key, value]) => tags[key] === value)
  if (spot === undefined) return null
  const [key, value, rank, minZoom] = spot
  return { layer: 'spot', kind: key === 'natural' ? 'water' : value, rank, minZoom }
}
