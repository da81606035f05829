import { cellToLatLng, getResolution, isValidCell, latLngToCell } from 'h3-js'
import { centroid, ringArea } from '../../../../platform/geo/measure.ts'
import type { Bbox, LngLat } from '../../../../platform/geo/shapes.ts'
import { inBbox, isLngLat } from '../../../../platform/geo/shapes.ts'
import { ringOfWay } from '../../../../platform/osm/areas.ts'
import type { Osm } from '../../../../platform/osm/model.ts'
import { type Tags, tagReader, tagsAt } from '../../../../platform/osm/tags.ts'
import type { ImportTrouble } from '../../model/network.ts'
import type { HomeTold } from '../../model/places.ts'

/** A building that people may live in; `room` is its floor area in square metres. */
export type Dwelling = { readonly id: string; readonly at: LngLat; readonly room: number }

/** Square metres of floor a person, where nobody tells how many live there: △ a setting of ours. */
const ROOM_EACH = 40

const lived =
  /^(yes|residential|apartments|house|detached|semidetached_house|terrace|dormitory|bungalow|hut|static_caravan|farm)$/
const levelsOf = (tags: Tags): number => {
  const levels = Number.parseFloat(tags['building:levels'] ?? '')
  if (levels > 0 && levels < 200) return levels
  return { apartments: 6, residential: 5, dormitory: 5, yes: 2 }[tags.building ?? ''] ?? 1
}
/** What has a use of its own houses nobody, whatever sort of building it is. */
const used = [
  'amenity',
  'shop',
  'office',
  'leisure',
  'tourism',
  'railway',
  'industrial',
  'healthcare',
  'public_transport',
]

/** The buildings of a map that people may live in. */
export function dwellingsIn(osm: Osm): Dwelling[] {
  const { ways, texts, nodes } = osm
  const buildingOf = tagReader(texts, ways.tags, 'building')
  const found: Dwelling[] = []
  for (let way = 0; way < ways.count; way += 1) {
    if (!lived.test(buildingOf(way) ?? '')) continue
    const tags = tagsAt(texts, ways.tags, way)
    const ring = ringOfWay(osm, way)?.map(
      (node): LngLat => [(nodes.lng[node] ?? 0) / 1e7, (nodes.lat[node] ?? 0) / 1e7],
    )
    const at = ring && centroid([ring])
    if (!ring || !at || used.some((key) => key in tags)) continue
    found.push({ id: `way/${ways.ids[way]}`, at, room: ringArea(ring) * levelsOf(tags) })
  }
  return found
}

/** Whole people by shares of room, so that they add up to the number given (largest remainders, then the first). */
export function spread(people: number, dwellings: readonly Dwelling[]): HomeTold[] {
  const room = dwellings.reduce((sum, each) => sum + each.room, 0)
  const shares = dwellings.map((each) => (room === 0 ? people / dwellings.length : (people * each.room) / room))
  const given = shares.map(Math.floor)
  let left = Math.round(people - given.reduce((sum, each) => sum + each, 0))
  const order = [...shares.keys()].sort((p, q) => ((shares[q] ?? 0) % 1) - ((shares[p] ?? 0) % 1) || p - q)
  for (const at of order) {
    if (left <= 0) break
    given[at] = (given[at] ?? 0) + 1
    left -= 1
  }
  return dwellings.map(({ id, at }, place) => ({ id, at, people: given[place] ?? 0 }))
}

/** Homes without anybody's count: by floor area, and said to be so. */
export const estimated = (dwellings: readonly Dwelling[]): HomeTold[] =>
  dwellings.map(({ id, at, room }) => ({ id, at, people: Math.max(1, Math.round(room / ROOM_EACH)) }))

/** A row of a population file: a building with its people, or a cell of H3. */
export type PeopleRow = {
  /** `row 7` of a table, `feature 7` of GeoJSON, as the person can look it up. */
  readonly of: string
  readonly id: string
  readonly at: LngLat | null
  readonly people: number
}

export type PeopleRead = { readonly rows: readonly PeopleRow[]; readonly troubles: readonly ImportTrouble[] }

const heads = {
  cell: /^(h3|h3_index|h3_id|h3_cell|hex_id|cell|H3 ?编号)$/i,
  id: /^(id|编号|建筑编号)$/i,
  lng: /^(lng|lon|long|longitude|x|经度)$/i,
  lat: /^(lat|latitude|y|纬度)$/i,
  people: /^(population|pop|people|persons|人口|人数|常住人口)$/i,
} as const

/** Rows with their head; `are` says what the rows were in the file, so that the one that is wrong can be found there. */
export type PeopleTable = { readonly rows: readonly (readonly string[])[]; readonly are: 'rows' | 'features' }

/** Reads the rows of a population table; null when it has no column of people, or nothing to say where they are. */
export function readPeople({ rows: table, are }: PeopleTable): PeopleRead | null {
  const [head = [], ...body] = table
  const column = (wanted: RegExp) => head.findIndex((name) => wanted.test(name.replace(/^\uFEFF/, '').trim()))
  const [cell, lng, lat, people] = [column(heads.cell), column(heads.lng), column(heads.lat), column(heads.people)]
  const id = cell >= 0 ? cell : column(heads.id)
  if (people < 0 || (id < 0 && (lng < 0 || lat < 0))) return null
  const troubles: ImportTrouble[] = []
  const rows = body.flatMap((cells, at): PeopleRow[] => {
    const of = are === 'rows' ? `row ${at + 2}` : `feature ${at + 1}`
    const name = (cells[id] ?? '').trim() || of
    const count = Number((cells[people] ?? '').trim() || 'x')
    const [x, y] = [Number(cells[lng] || 'x'), Number(cells[lat] || 'x')]
    const point: LngLat | null = isLngLat(x, y) ? [x, y] : null
    const isCount = Number.isFinite(count) && count >= 0
    if (isCount && (point || isValidCell(name))) return [{ of, id: name, at: point, people: count }]
    const misplaced = isLngLat(y, x) ? 'row-swapped' : 'row-broken'
    troubles.push({ trouble: isCount ? misplaced : 'population-unread', of, amount: 0 })
    return []
  })
  return { rows, troubles }
}

/**
 * People at home. The people of an H3 cell are spread over the dwellings in it, and stand in its middle where it has
 * none; a row that is no cell is a building of its own. Whoever lives outside the map is told and not counted: of his
 * ways nothing is known.
 */
export function homesFrom(
  rows: readonly PeopleRow[],
  dwellings: readonly Dwelling[],
  map: Bbox,
): { homes: HomeTold[]; troubles: ImportTrouble[] } {
  const cells = rows.filter(({ id }) => isValidCell(id))
  const byCell = new Map<string, Dwelling[]>()
  for (const size of new Set(cells.map(({ id }) => getResolution(id))))
    for (const dwelling of dwellings) {
      const cell = latLngToCell(dwelling.at[1], dwelling.at[0], size)
      byCell.set(cell, [...(byCell.get(cell) ?? []), dwelling])
    }
  const troubles: ImportTrouble[] = []
  const homes = rows.flatMap((row): HomeTold[] => {
    if (row.people === 0) return []
    const inside = byCell.get(row.id)
    if (inside && isValidCell(row.id)) return spread(row.people, inside)
    const at = row.at ?? middleOf(row.id)
    if (inBbox(map, at)) return [{ id: row.id, at, people: row.people }]
    troubles.push({ trouble: 'population-outside', of: row.of, amount: row.people })
    return []
  })
  return { homes, troubles }
}

/** Whether points of people that lie off the map would lie on it with longitude and latitude exchanged. */
export const areSwapped = (rows: readonly PeopleRow[], map: Bbox): boolean =>
  rows.some(({ at }) => at !== null && !inBbox(map, at) && inBbox(map, [at[1], at[0]]))

function middleOf(cell: string): LngLat {
  const [lat, lng] = cellToLatLng(cell)
  return [lng, lat]
}
