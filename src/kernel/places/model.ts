import { type Static, Type } from 'typebox'

export type StreetId = `street_${string}`
export type CommunityId = `community_${string}`
export type GridId = `grid_${string}`
/** The code of an area; says its level by itself. */
export type AreaCode = StreetId | CommunityId | GridId

/** 街道、社区、网格, from the widest to the narrowest; each lies in one of the level before. */
export const areaLevels = ['street', 'community', 'grid'] as const
export type AreaLevel = (typeof areaLevels)[number]

/** A piece of a district's territory. `aliases` are what people call it besides its name. */
export type Area = {
  readonly code: AreaCode
  readonly level: AreaLevel
  readonly name: string
  /** The area it lies in; null for a street, which lies in the district itself. */
  readonly parent: AreaCode | null
  readonly aliases: readonly string[]
}

export type AreaNode = Area & { readonly inside: readonly AreaNode[] }

/** Where something is: in words always, by area and by point (WGS84 degrees) as far as known. */
export const Place = Type.Object({
  text: Type.String({ maxLength: 300 }),
  district: Type.String({ minLength: 1, maxLength: 20 }),
  street: Type.Optional(Type.String({ maxLength: 60 })),
  community: Type.Optional(Type.String({ maxLength: 60 })),
  grid: Type.Optional(Type.String({ maxLength: 60 })),
  lng: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
  lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
})
export type Place = Static<typeof Place>

/** The rows of an area list as a file or a form hands them in. */
export const AreaDraft = Type.Object({
  code: Type.String({ maxLength: 60 }),
  level: Type.Enum(areaLevels),
  name: Type.String({ maxLength: 60 }),
  parent: Type.Union([Type.String({ maxLength: 60 }), Type.Null()]),
  aliases: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 }),
})
export type AreaDraft = Static<typeof AreaDraft>

export type AreaFault = 'code-not-of-level' | 'code-twice' | 'no-name' | 'parent-missing' | 'parent-of-wrong-level'

/** What is wrong with one row, counted from 1. */
export type AreaRowFault = {
  readonly row: number
  readonly field: 'code' | 'name' | 'parent'
  readonly fault: AreaFault
}

/** A name of an area met in a text: at which letter (UTF-16) it begins and how many it has. */
export type FoundPlace = {
  readonly code: AreaCode
  readonly name: string
  readonly at: number
  readonly length: number
}
