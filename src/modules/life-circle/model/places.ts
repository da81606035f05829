import type { LngLat } from '../../../platform/geo/shapes.ts'
import type { Kind } from './kinds.ts'
import type { Accesses } from './network.ts'

/** A facility as it is told to the engine: from the map or from the city's ledger. */
export type PlaceTold = {
  /** `node/1`, `way/2`, `relation/3` of the map, or the ledger's own id. */
  readonly id: string
  readonly kind: Kind
  readonly name: string
  readonly at: LngLat
  /** Its doors and gates, where they are known; else `at`. */
  readonly doors: readonly LngLat[]
  /** Beds, seats, places or square metres, whichever the demand counts in; null where unknown. */
  readonly capacity: number | null
  /** Level in the building or under ground; null where the map does not say. */
  readonly level: number | null
  /** Its opening hours as the map or the ledger words them; left out or empty where nobody wrote them. */
  readonly hours?: string
}

/** People at home: a building with its door. */
export type HomeTold = {
  readonly id: string
  readonly at: LngLat
  readonly people: number
}

/** Facilities on the network. The accesses of place `i` are `from[i]` to `from[i + 1] - 1`. */
export type Places = {
  readonly told: readonly PlaceTold[]
  readonly from: Uint32Array
  readonly access: Accesses
}

/** Buildings on the network; access `i` belongs to building `i`. */
export type Homes = {
  readonly count: number
  readonly ids: readonly string[]
  /** WGS84 in units of 1e-7 degree. */
  readonly lng: Int32Array
  readonly lat: Int32Array
  readonly people: Float64Array
  readonly access: Accesses
}
