import type { Kind } from './kinds.ts'
import type { Homes, Places } from './places.ts'
import type { Time, Walk } from './walk.ts'

/** What a circle asks of one kind, reckoned for one walker. */
export type Need = { readonly kind: Kind; readonly limit: Time; readonly must: boolean; readonly weight: number }

/**
 * Times to the nearest place of each kind, up to `cap`. `junctions[k]`, `homes[k]` belong to `kinds[k]`; `owners` and
 * `nearest` name the place (index into `places.told`) that is the nearest, -1 for none.
 */
export type Reach = {
  readonly walk: Walk
  readonly places: Places
  readonly homes: Homes
  readonly kinds: readonly Kind[]
  readonly cap: Time
  readonly junctions: readonly Int32Array[]
  readonly owners: readonly Int32Array[]
  readonly homeTimes: readonly Int32Array[]
  readonly nearest: readonly Int32Array[]
}

/** How many places of a kind are reached within each limit: `counts[l][i]` for limit `l`, building or node `i`. */
export type Counts = { readonly kind: Kind; readonly limits: readonly Time[]; readonly counts: readonly Uint16Array[] }

/** A share with what it is a share of. */
export type Share = { readonly covered: number; readonly of: number }

export type KindCoverage = { readonly kind: Kind; readonly people: Share; readonly buildings: Share }

/**
 * Coverage of the people of one area. `all`: those who reach every must-have; `score`: sum of weight times the share
 * of people covered, over the sum of weights, 0 to 100; null when nobody lives there.
 */
export type Coverage = {
  readonly kinds: readonly KindCoverage[]
  readonly all: { readonly people: Share; readonly buildings: Share }
  readonly score: number | null
}

/** A building left out of one kind. `time` is UNREACHED when it is beyond the cap; `nearest` indexes places, -1 for none. */
export type LeftOut = { readonly home: number; readonly people: number; readonly time: Time; readonly nearest: number }

/**
 * Capacity apart from reach, by the enhanced two-step floating catchment area (E2SFCA, Luo and Qi 2009, Health & Place
 * 15: 1100-1107): `ratio` capacity for each weighted person in the catchment of each place; `homes` the sum of the
 * ratios that each building reaches, weighted by distance. NaN for a place whose capacity is unknown.
 */
export type Capacity = {
  readonly kind: Kind
  readonly places: readonly number[]
  readonly ratio: Float64Array
  readonly homes: Float64Array
}
