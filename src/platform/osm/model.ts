/**
 * An OpenStreetMap file in typed arrays. Things are known by their index in their list; texts by their index in
 * `texts`. What the file refers to and does not hold has index -1: extracts are cut at their borders.
 */
export type Osm = {
  readonly format: 'pbf' | 'xml'
  readonly texts: readonly string[]
  readonly nodes: OsmNodes
  readonly ways: OsmWays
  readonly relations: OsmRelations
}

/** Tags of the things of one list: those of thing `i` are the pairs `from[i]` to `from[i + 1]` of indexes into `texts`. */
export type OsmTags = { readonly from: Uint32Array; readonly keys: Uint32Array; readonly values: Uint32Array }

/** Ascending ids. `lng` and `lat` are WGS84 in units of 1e-7 degree, as OpenStreetMap keeps them. */
export type OsmNodes = {
  readonly count: number
  readonly ids: Float64Array
  readonly lng: Int32Array
  readonly lat: Int32Array
  readonly tags: OsmTags
}

/** The nodes of way `i` are `nodes[from[i]]` to `nodes[from[i + 1] - 1]`, in order. */
export type OsmWays = {
  readonly count: number
  readonly ids: Float64Array
  readonly from: Uint32Array
  readonly nodes: Int32Array
  readonly tags: OsmTags
}

export const memberKinds = ['node', 'way', 'relation'] as const
export type MemberKind = (typeof memberKinds)[number]

/** `kinds` are indexes into `memberKinds`, `roles` into `texts`; `members` into the list of that kind. */
export type OsmRelations = {
  readonly count: number
  readonly ids: Float64Array
  readonly from: Uint32Array
  readonly members: Int32Array
  readonly kinds: Uint8Array
  readonly roles: Uint32Array
  readonly tags: OsmTags
}

/**
 * Why a file is not read. `coordinates-swapped`: latitudes stand where longitudes belong; `coordinates-outside`: a
 * point is on no place of the earth; `unsupported`: a feature or compression of the format that we do not read.
 */
export const osmRefusals = [
  'empty',
  'not-osm',
  'truncated',
  'damaged',
  'unsupported',
  'no-points',
  'coordinates-swapped',
  'coordinates-outside',
  'cancelled',
] as const
export type OsmRefusal = (typeof osmRefusals)[number]

/** `at`: the byte (PBF) or line (XML) at which reading stopped, or the id of the node whose coordinates are wrong. */
export type OsmRead =
  | { readonly ok: true; readonly osm: Osm }
  | { readonly ok: false; readonly refusal: OsmRefusal; readonly at: number | null }

/** Told after every block: the share read so far, 0 to 1. Answer `false` to stop. */
export type OsmProgress = (share: number) => boolean | undefined
