import type { LngLat, MultiPolygon } from '../../../platform/geo/shapes.ts'
import type { Kind } from './kinds.ts'
import type { Coverage } from './measures.ts'
import type { PlaceTold } from './places.ts'
import type { Time } from './walk.ts'

/** Where one is within `limit` of walking from a point: an honest surface that covers nothing out of reach. */
export type Isochrone = { readonly limit: Time; readonly surface: MultiPolygon; readonly squareMetres: number }

/** What a planner may try. `place` indexes the places of the reach, `gate` the gates of the network. */
export type Edit =
  | { readonly edit: 'add'; readonly place: PlaceTold }
  | { readonly edit: 'close'; readonly place: number }
  | { readonly edit: 'move'; readonly place: number; readonly to: LngLat }
  | { readonly edit: 'open-gate'; readonly gate: number }
  | { readonly edit: 'build-crossing'; readonly from: LngLat; readonly to: LngLat; readonly waitSeconds: number }

/** Why an edit is not tried. */
export const editRefusals = [
  'no-such-place',
  'no-such-gate',
  'gate-open-already',
  'far-from-network',
  'kind-not-measured',
  'same-spot',
] as const
export type EditRefusal = (typeof editRefusals)[number]

/** Coverage before and after, and the buildings whose state changed for some kind. */
export type PlanOutcome = {
  readonly before: Coverage
  readonly after: Coverage
  readonly gained: readonly PlanChange[]
  readonly lost: readonly PlanChange[]
}
export type PlanChange = { readonly home: number; readonly kind: Kind; readonly people: number; readonly time: Time }

/** Where the next one, or the next `count`, of a kind does most. Without `sites` every junction is a candidate. */
export type SitingQuestion = {
  readonly kind: Kind
  readonly limit: Time
  readonly count: number
  readonly sites: readonly LngLat[] | null
  /** `worst-first`: those who lack the most must-haves count before all others. */
  readonly equity: 'none' | 'worst-first'
}

/**
 * `people`: newly covered by this site after those before it; `total` by all so far. The greedy choice covers at least
 * 1 - 1/e (63 %) of what the best possible choice of as many sites would (Nemhauser, Wolsey and Fisher 1978).
 */
export type SitedPlace = { readonly at: LngLat; readonly site: number; readonly people: number; readonly total: number }
