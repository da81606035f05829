export type TileValue = string | number | boolean
export type TileProperties = Readonly<Record<string, TileValue>>
export type ShapeKind = 'point' | 'line' | 'surface'

/**
 * A thing to be drawn. `parts` are flat lists x, y, x, y in fractions of the world (Web Mercator, from its north-western
 * corner): points, lines or rings; the rings of
 * one surface are an outer one and its holes, outer first; several surfaces follow each other.
 */
export type MapThing = {
  readonly layer: string
  readonly kind: ShapeKind
  readonly parts: readonly Float64Array[]
  readonly properties: TileProperties
  /** The first zoom at which it is shown, and the last. */
  readonly minZoom: number
  readonly maxZoom?: number
}

/** A thing inside one tile: whole numbers of the tile's own grid, 4096 to a side. */
export type TileFeature = {
  readonly kind: ShapeKind
  readonly parts: readonly (readonly number[])[]
  readonly properties: TileProperties
  readonly id?: number
}
export type TileLayer = { readonly name: string; readonly features: readonly TileFeature[] }

export const EXTENT = 4_096

/** Why an archive is not opened. */
export const archiveRefusals = ['missing', 'not-an-archive', 'unsupported', 'damaged'] as const
export type ArchiveRefusal = (typeof archiveRefusals)[number]
