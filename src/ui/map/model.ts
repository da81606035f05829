import type { Bbox, LngLat, Surface } from '../../platform/geo/shapes.ts'

/** What a colour says. The lights are good, warn, bad and off; the kinds tell sorts of things apart and judge nothing. */
export const tones = [
  'plain',
  'good',
  'warn',
  'bad',
  'off',
  'mark',
  'kind-1',
  'kind-2',
  'kind-3',
  'kind-4',
  'kind-5',
  'kind-6',
  'kind-7',
  'kind-8',
] as const
export type Tone = (typeof tones)[number]

/** A thing on the map. `name` is what a person calls it, `note` the second line of the list. */
export type Shown = {
  readonly id: string
  readonly name: string
  readonly note?: string | undefined
  readonly tone?: Tone | undefined
}
export type AreaShown = Shown & {
  readonly geometry: Surface
  /** What the colour is chosen by where the layer has `steps`; null: not known, drawn without colour. */
  readonly value?: number | null
  /** A second line under the name on the map: the figure. */
  readonly figure?: string
}
/** `sign` is one letter or figure inside the point. */
export type PointShown = Shown & { readonly at: LngLat; readonly sign?: string; readonly weight?: number }
export type LineShown = Shown & { readonly path: readonly LngLat[] }

/** Colour by value: the n-th colour holds from `from` (inclusive) on; at most five, in rising order. */
export type Step = { readonly from: number; readonly label: string }
export type Ramp = 'cool' | 'warm'

type Layer = {
  readonly id: string
  /** What the layer shows, for the legend and the list. */
  readonly label: string
  /** What the tones mean in this layer; stands in the legend. */
  readonly legend?: readonly { readonly tone: Tone; readonly label: string }[]
  /** Nothing of it can be picked: it is background. */
  readonly silent?: boolean
  /** Not shown until the reader switches it on. */
  readonly off?: boolean
}
type AreaLook = {
  readonly steps?: readonly Step[] | undefined
  readonly ramp?: Ramp
  /** Only the border, so that what lies below stays visible. */
  readonly outline?: boolean
  readonly dashed?: boolean
}
export type AreaLayer = Layer &
  AreaLook & { readonly kind: 'areas'; readonly features: readonly AreaShown[]; readonly named?: boolean }
export type PointLayer = Layer & {
  readonly kind: 'points'
  readonly features: readonly PointShown[]
  /** Draws near points as one with their count. */
  readonly cluster?: boolean
  readonly named?: boolean
}
export type LineLayer = Layer & {
  readonly kind: 'lines'
  readonly features: readonly LineShown[]
  readonly dashed?: boolean
  readonly wide?: boolean
}
export type HeatLayer = Layer & { readonly kind: 'heat'; readonly features: readonly PointShown[] }

/**
 * Vector tiles of our server. Features carry the same properties as above: `id`, `name`, `note`, `tone`, `value`,
 * `figure`, `sign`, `weight`, and for points that stand for several `count`.
 */
export type TileLayer = Layer & {
  readonly kind: 'tiles'
  /** Path on our server with `{z}/{x}/{y}`; whatever makes the tiles others (a filter, a version) belongs into it. */
  readonly url: string
  readonly minZoom?: number
  readonly maxZoom?: number
  readonly shows: readonly TileShow[]
  /** The layer of a tile in which the server says that it shows a sample, one point with `per`; and what is said then. */
  readonly sample?: { readonly of: string; said(per: number): string }
}
export type TileShow =
  | ({ readonly as: 'areas'; readonly of: string } & AreaLook)
  | { readonly as: 'points'; readonly of: string; readonly named?: boolean }
  | { readonly as: 'lines'; readonly of: string; readonly dashed?: boolean; readonly wide?: boolean }
  | { readonly as: 'heat'; readonly of: string }
  /** Names alone, at points. */
  | { readonly as: 'names'; readonly of: string }

export type MapLayer = AreaLayer | PointLayer | LineLayer | HeatLayer | TileLayer

/** The ground on which layers lie: vector tiles with the layers that `platform/tiles` makes. */
export type BaseMap = {
  /** Path on our server with `{z}/{x}/{y}`. */
  readonly tiles: string
  readonly minZoom: number
  readonly maxZoom: number
  /** Where a map begins that is told nothing else; tiles may lie beyond. */
  readonly bounds: Bbox
  /** Whose data it is, as the licence wants it said. */
  readonly credit: string
}

export type View = { readonly centre: LngLat; readonly zoom: number }

/** What was picked: a thing of a layer, or a bare spot. */
export type Pick =
  | { readonly layer: string; readonly id: string; readonly name: string; readonly at: LngLat }
  | { readonly layer: null; readonly at: LngLat }

export type Chosen = { readonly layer: string; readonly id: string }

/** What stands in the list beside the map. */
export type Listed = Shown & { readonly layer: string; readonly at: LngLat | null }

/** In this layer each thing stands for so many. */
export type Sampled = { readonly layer: string; readonly per: number }
