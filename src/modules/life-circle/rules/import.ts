import type { Osm } from '../../../platform/osm/model.ts'
import type { ImportRefusal, ImportReport, Network } from '../model/network.ts'
import type { Homes, PlaceTold } from '../model/places.ts'
import { networkOf, type Step } from './network/network.ts'
import { placesToldBy } from './places/from-map.ts'
import { dwellingsIn, estimated, homesFrom, readPeople } from './places/people.ts'
import { groundOf } from './snap/grid.ts'
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
  readonly people: readonly (readonly string[])[] | null
  /** Told the share done, 0 to 1; `false` stops. */
  readonly onStep?: Step
}

/** A map becomes a network with homes and facilities; nothing of it is kept here, so a refusal changes nothing. */
export function importMap({ osm, people, onStep = () => undefined }: ImportQuestion): ImportAnswer {
  const read = people === null ? null : readPeople(people)
  if (people !== null && read === null) return { ok: false, refusal: 'population-not-a-table' }
  if (read !== null && read.rows.length === 0) return { ok: false, refusal: 'population-empty' }
  const made = networkOf(osm, (share) => onStep(share * 0.6))
  if (!made.ok) return made
  const dwellings = dwellingsIn(osm)
  const told = read === null ? { homes: estimated(dwellings), troubles: [] } : homesFrom(read.rows, dwellings)
  if (onStep(0.7) === false) return { ok: false, refusal: 'cancelled' }
  const places = placesToldBy(osm)
  if (onStep(0.8) === false) return { ok: false, refusal: 'cancelled' }
  const { troubles, ...homes } = snapHomes(snapperOf(groundOf(made.network)), told.homes)
  onStep(1)
  const all = [...made.report.troubles, ...(read?.troubles ?? []), ...told.troubles, ...troubles]
  return { ok: true, imported: { network: made.network, homes, places, report: { ...made.report, troubles: all } } }
}
