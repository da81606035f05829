import { pointInSurface } from '../../../platform/geo/inside.ts'
import { planeAt } from '../../../platform/geo/measure.ts'
import { type Bbox, boxesMeet, type MultiPolygon, surfaceBbox } from '../../../platform/geo/shapes.ts'
import type { Osm } from '../../../platform/osm/model.ts'
import type { ImportRefusal, ImportReport, Network } from '../model/network.ts'
import type { Homes, PlaceTold } from '../model/places.ts'
import { networkOf, type Step } from './network/network.ts'
import { placesToldBy } from './places/from-map.ts'
import {
  areSwapped,
  dwellingsIn,
  estimated,
  homesFrom,
  type PeopleRow,
  type PeopleTable,
  readPeople,
} from './places/people.ts'
import { groundOf } from './snap/grid.ts'
import { MOST_OFF } from './snap/nearest.ts'
import { snapHomes, snapperOf } from './snap/snap.ts'

/** What a map and a population file bring. Facilities are snapped later, when the ledger has had its say. */
export type Imported = {
  readonly network: Network
  readonly homes: Homes
  readonly places: readonly PlaceTold[]
  readonly report: ImportReport
}

export type ImportAnswer =
  | { readonly ok: true; readonly imported: Imported }
  | { readonly ok: false; readonly refusal: ImportRefusal }

export type ImportQuestion = {
  readonly osm: Osm
  /** Rows of the population file with their head; null to estimate by the floor area of the buildings. */
  readonly people: PeopleTable | null
  /** The ground of the district that the map is for; null or left out where nobody says. */
  readonly district?: MultiPolygon | null
  /** Told the share done, 0 to 1; `false` stops. */
  readonly onStep?: Step
}

/** A map becomes a network with homes and facilities; nothing of it is kept here, so a refusal changes nothing. */
export function importMap({ osm, people, district = null, onStep = () => undefined }: ImportQuestion): ImportAnswer {
  const read = people === null ? null : readPeople(people)
  const unread = refusalOf(people)
  if (unread !== null) return { ok: false, refusal: unread }
  const made = networkOf(osm, (share) => onStep(share * 0.6))
  if (!made.ok) return made
  const map = mapBox(made.network)
  if (district !== null && !liesOn(made.network, map, district)) return { ok: false, refusal: 'outside-district' }
  const dwellings = dwellingsIn(osm)
  const told = read === null ? { homes: estimated(dwellings), troubles: [] } : homesFrom(read.rows, dwellings, map)
  if (read !== null && told.homes.length === 0) return { ok: false, refusal: nobodyOn(read.rows, map) }
  if (onStep(0.7) === false) return { ok: false, refusal: 'cancelled' }
  const places = placesToldBy(osm)
  if (onStep(0.8) === false) return { ok: false, refusal: 'cancelled' }
  const { troubles, ...homes } = snapHomes(snapperOf(groundOf(made.network)), told.homes)
  onStep(1)
  const all = [...made.report.troubles, ...(read?.troubles ?? []), ...told.troubles, ...troubles]
  return { ok: true, imported: { network: made.network, homes, places, report: { ...made.report, troubles: all } } }
}

/** Why nothing can be read of a population file, before the map is read; null: something can. */
export function refusalOf(people: PeopleTable | null): ImportRefusal | null {
  if (people === null) return null
  const read = readPeople(people)
  if (read === null) return 'population-not-a-table'
  if (read.rows.length > 0) return null
  return read.troubles.some(({ trouble }) => trouble === 'row-swapped') ? 'population-swapped' : 'population-empty'
}

/** A network without anybody on it measures nothing: why nobody of the file lives on the map. */
function nobodyOn(rows: readonly PeopleRow[], map: Bbox): ImportRefusal {
  if (rows.every(({ people }) => people === 0)) return 'population-empty'
  return areSwapped(rows, map) ? 'population-swapped' : 'population-elsewhere'
}

/** The box round the network, with the room that people walk off it. */
function mapBox({ nodes: { count, lng, lat }, origin }: Network): Bbox {
  let [west, south, east, north] = [1_800_000_000, 900_000_000, -1_800_000_000, -900_000_000]
  for (let node = 0; node < count; node += 1) {
    const [x, y] = [lng[node] ?? 0, lat[node] ?? 0]
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  const [wide, high] = planeAt(origin).perDegree.map((metres) => MOST_OFF / metres)
  return [west / 1e7 - (wide ?? 0), south / 1e7 - (high ?? 0), east / 1e7 + (wide ?? 0), north / 1e7 + (high ?? 0)]
}

/** Whether a junction of the network lies in the district: the two have ground in common. */
function liesOn({ junctions, nodes }: Network, map: Bbox, district: MultiPolygon): boolean {
  const box = surfaceBbox(district)
  if (box === null || !boxesMeet(box, map)) return false
  for (let junction = 0; junction < junctions; junction += 1)
    if (pointInSurface([(nodes.lng[junction] ?? 0) / 1e7, (nodes.lat[junction] ?? 0) / 1e7], district)) return true
  return false
}
