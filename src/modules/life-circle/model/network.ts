import type { LngLat } from '../../../platform/geo/shapes.ts'

/** What a piece of way is, as far as it matters on foot. */
export const wayKinds = ['path', 'road', 'steps', 'crossing', 'area', 'ferry', 'lift', 'gate', 'indoor'] as const
export type WayKind = (typeof wayKinds)[number]

/**
 * One sort of way. `wheels`: whether a wheelchair passes; `pram`: whether a pushchair does without being carried;
 * `slow`: how many times longer a metre takes (cobbles, sand, mud); `off`: nobody steps on or off here (bridges,
 * tunnels, ferries), so nothing is snapped to it; `level`: where in a building or under ground, 0 outdoors.
 */
export type WayClass = {
  readonly kind: WayKind
  readonly wheels: boolean
  readonly pram: boolean
  readonly slow: number
  readonly off: boolean
  readonly level: number
}

/**
 * The walking network. Nodes `0` to `junctions - 1` are junctions; the others lie inside chains, those of chain `c`
 * are `first[c]` to `first[c + 1] - 1` in walking order from `from[c]` to `to[c]`. Every node of the map is kept, so
 * geometry is too. Segments: chain `c` has one more than it has inner nodes, beginning at `first[c] - junctions + c`.
 */
export type Network = {
  readonly origin: LngLat
  readonly junctions: number
  readonly nodes: {
    readonly count: number
    /** Ids of OpenStreetMap; a copy that stands on one side of a gate has that of the gate. */
    readonly ids: Float64Array
    /** WGS84 in units of 1e-7 degree. */
    readonly lng: Int32Array
    readonly lat: Int32Array
  }
  readonly chains: {
    readonly count: number
    readonly from: Int32Array
    readonly to: Int32Array
    readonly first: Uint32Array
    /** Bit 1: may be walked from `from` to `to`; bit 2: the other way. */
    readonly ways: Uint8Array
  }
  readonly segments: {
    /** Centimetres on the ground. */
    readonly length: Uint32Array
    /** Tenths of a second on top of walking: waiting at a light, for a lift, for a ferry. */
    readonly wait: Uint16Array
    /** Index into `classes`. */
    readonly sort: Uint16Array
  }
  readonly classes: readonly WayClass[]
  /** Gates that not everybody passes: a plan may open them. */
  readonly gates: readonly Gate[]
  /** Lines that nobody steps over on the way from a door to the path: walls, fences, water, railways. Metres from `origin`. */
  readonly walls: Float32Array
  /** Gates and doors in those lines that no way leads through: two numbers each. */
  readonly gaps: Float32Array
  readonly islands: readonly Island[]
  /** The island of each junction: index into `islands`, largest first. */
  readonly islandOf: Int32Array
}

/**
 * `out`: those inside may leave and nobody enters to pass through (an estate); `shut`: nobody passes. `chains`: the
 * short chains through it, one, or one for each arm where several ways meet at it.
 */
export type Gate = {
  readonly node: number
  readonly state: 'out' | 'shut'
  readonly chains: readonly number[]
  readonly at: LngLat
}

/** A part of the network without connection to the rest. */
export type Island = { readonly nodes: number; readonly metres: number; readonly at: LngLat }

/**
 * Where things meet the network: at share `share` (0 to 1) of segment `segment` of chain `chain`, after `off` metres
 * as the crow flies; chain -1 where nothing is near enough.
 */
export type Accesses = {
  readonly chain: Int32Array
  readonly segment: Int32Array
  readonly share: Float32Array
  readonly off: Float32Array
}

/** What an import saw, to be shown whole: nothing is dropped in silence. */
export type ImportReport = {
  readonly nodes: number
  readonly junctions: number
  readonly chains: number
  readonly directed: number
  readonly kilometres: number
  readonly steps: number
  readonly gates: number
  readonly areas: number
  readonly islands: readonly Island[]
  readonly troubles: readonly ImportTrouble[]
}

/** What can be wrong with one thing of a file; the import goes on and says so. */
export const importTroubles = [
  'way-cut',
  'area-open',
  'duration-unread',
  'far-from-network',
  'not-connected',
  'island',
  'population-unread',
  'population-outside',
  'row-broken',
  'row-swapped',
] as const
export type ImportTroubleKind = (typeof importTroubles)[number]

/** `of`: `way 123`, `node 5`, `row 7`, as the person can look it up; `amount`: metres, people or pieces, by kind. */
export type ImportTrouble = { readonly trouble: ImportTroubleKind; readonly of: string; readonly amount: number }

/** Why an import changes nothing. */
export const importRefusals = [
  'no-ways',
  'outside-district',
  'cancelled',
  'population-not-a-table',
  'population-empty',
  'population-swapped',
  'population-elsewhere',
] as const
export type ImportRefusal = (typeof importRefusals)[number]
