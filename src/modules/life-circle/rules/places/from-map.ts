import { centroid } from '../../../../platform/geo/measure.ts'
import type { LngLat } from '../../../../platform/geo/shapes.ts'
import { areaOfRelation, ringOfWay } from '../../../../platform/osm/areas.ts'
import type { Osm } from '../../../../platform/osm/model.ts'
import { isTagged, type Tags, tagReader, tagsAt } from '../../../../platform/osm/tags.ts'
import type { Kind } from '../../model/kinds.ts'
import type { PlaceTold } from '../../model/places.ts'
import { levelOf } from '../network/tags.ts'
import { type MappingLine, mapping } from './mapping.ts'

/** So many points of a rim stand for it where the map knows no gate. */
const MOST_DOORS = 12

/** The kind of a thing of the map; null for what is no facility, no longer one, or open to nobody from outside. */
export function kindOf(tags: Tags, lines: readonly MappingLine[] = mapping): Kind | null {
  if (tags.disused === 'yes' || tags.abandoned === 'yes' || /^(no|private)$/.test(tags.access ?? '')) return null
  if (/^(closed|off)$/.test(tags.opening_hours ?? '')) return null
  // A name alone makes no facility of a street or a bus line.
  const named = !('highway' in tags) && !('route' in tags) && !('boundary' in tags) && !('railway' in tags)
  const fits = ({ tags: wanted, name }: MappingLine): boolean => {
    const asked = Object.entries(wanted)
    if (asked.length === 0 && !named) return false
    if (name && !name.test(tags.name ?? '')) return false
    return asked.every(([key, values]) => {
      const value = tags[key]
      return value !== undefined && (values === '*' ? value !== 'no' : values.includes(value))
    })
  }
  return lines.find(fits)?.kind ?? null
}

/** The facilities that a map tells of, with their gates. */
export function placesToldBy(osm: Osm, lines: readonly MappingLine[] = mapping): PlaceTold[] {
  const { nodes, ways, relations, texts } = osm
  const doors = doorsOf(osm)
  const found: PlaceTold[] = []
  const add = (id: string, tags: Tags, ring: readonly number[] | null, point: LngLat | null) => {
    const kind = kindOf(tags, lines)
    const at = point ?? (ring === null ? null : centroid([ring.map((node) => pointOf(osm, node))]))
    if (kind === null || at === null) return
    const level = levelOf(tags.level)
    const capacity = /^\d{1,7}$/.test(tags.capacity ?? '') ? Number(tags.capacity) : null
    const hours = tags.opening_hours ? { hours: tags.opening_hours } : {}
    found.push({
      ...{ id, kind, name: tags.name ?? '', at, doors: ring === null ? [] : doors(ring), capacity, level },
      ...hours,
    })
  }
  for (let node = 0; node < nodes.count; node += 1)
    if (isTagged(nodes.tags, node))
      add(`node/${nodes.ids[node]}`, tagsAt(texts, nodes.tags, node), null, pointOf(osm, node))
  for (let way = 0; way < ways.count; way += 1) {
    if (!isTagged(ways.tags, way)) continue
    const ring = ringOfWay(osm, way)
    if (ring) add(`way/${ways.ids[way]}`, tagsAt(texts, ways.tags, way), ring, null)
  }
  const typeOf = tagReader(texts, relations.tags, 'type')
  for (let at = 0; at < relations.count; at += 1)
    if (typeOf(at) === 'multipolygon' || typeOf(at) === 'site') {
      const [polygon] = areaOfRelation(osm, at).polygons
      if (polygon?.[0]) add(`relation/${relations.ids[at]}`, tagsAt(texts, relations.tags, at), polygon[0], null)
    }
  return found
}

const pointOf = ({ nodes }: Osm, node: number): LngLat => [(nodes.lng[node] ?? 0) / 1e7, (nodes.lat[node] ?? 0) / 1e7]

/**
 * The gates and entrances on a rim; without any, where a way of the network meets it; without that, points along it.
 */
function doorsOf(osm: Osm): (ring: readonly number[]) => LngLat[] {
  const { nodes, ways, texts } = osm
  const barrierOf = tagReader(texts, nodes.tags, 'barrier')
  const entranceOf = tagReader(texts, nodes.tags, 'entrance')
  const highwayOf = tagReader(texts, ways.tags, 'highway')
  const isWay = new Uint8Array(nodes.count)
  for (let way = 0; way < ways.count; way += 1)
    if (highwayOf(way) !== undefined)
      for (const node of ways.nodes.subarray(ways.from[way], ways.from[way + 1])) if (node >= 0) isWay[node] = 1
  const isGate = (node: number) =>
    /gate|entrance/.test(barrierOf(node) ?? '') || /^(yes|main|home|entrance|staircase)$/.test(entranceOf(node) ?? '')
  return (ring) => {
    const rim = [...new Set(ring)]
    const gates = rim.filter(isGate)
    const met = gates.length > 0 ? gates : rim.filter((node) => isWay[node] === 1)
    const step = Math.max(1, Math.ceil(rim.length / MOST_DOORS))
    const chosen = met.length > 0 ? met : rim.filter((_, at) => at % step === 0)
    return chosen.map((node) => pointOf(osm, node))
  }
}
