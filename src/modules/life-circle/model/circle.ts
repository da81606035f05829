import { type Static, Type } from 'typebox'
import type { Surface } from '../../../platform/geo/shapes.ts'
import { pageQuery } from '../../../platform/http/paging.ts'
import { HoursView, OpenAt, openStates } from './hours.ts'
import { aspects, kinds } from './kinds.ts'
import { levels, measureUnits, tiers, walkers } from './profile.ts'

const OrNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T, told: { description?: string } = {}) =>
  Type.Union([type, Type.Null()], told)
const KindField = Type.Enum([...kinds], { title: '设施类别' })
const WalkerField = Type.Enum([...walkers], { title: '人群' })

/** A share never stands without what it is a share of. People are reckoned and may be broken. */
export const ShareView = Type.Object({ covered: Type.Number(), of: Type.Number() })
export type ShareView = Static<typeof ShareView>

/** By what a figure was reckoned: the same names, the same figure. */
export const Reckoned = Type.Object(
  {
    network: Type.Integer(),
    networkSource: Type.String(),
    profile: Type.String(),
    profileName: Type.Object({ zh: Type.String(), en: Type.String() }),
    profileVersion: Type.Integer(),
    walker: WalkerField,
    facilities: Type.String({ description: 'hash of the facilities that counted' }),
    openAt: Type.Optional(OrNull(Type.String({ description: 'only what was open then; null: regardless of hours' }))),
  },
  { title: 'LifeCircleReckoned' },
)
export type Reckoned = Static<typeof Reckoned>

/** 千人指标: what stands there for every thousand people beside what the profile asks; reach is no capacity. */
const Sufficiency = Type.Object({
  have: Type.Number(),
  asked: Type.Number(),
  unit: Type.Enum([...measureUnits]),
  unknown: Type.Integer({ description: 'facilities whose size nobody has written down' }),
})

export const KindCoverageView = Type.Object(
  {
    kind: KindField,
    aspect: Type.Enum([...aspects]),
    level: Type.Enum([...levels]),
    tier: Type.Enum([...tiers]),
    minutes: Type.Number({ description: 'how long this walker may take' }),
    facilities: Type.Integer({ description: 'open ones that count' }),
    people: ShareView,
    buildings: ShareView,
    sufficiency: OrNull(Sufficiency),
    wished: Type.Integer({ description: 'residents who asked for it in the area (问需)' }),
    hours: OrNull(HoursView, { description: 'null: regardless of hours' }),
  },
  { title: 'LifeCircleKindCoverage' },
)
export type KindCoverageView = Static<typeof KindCoverageView>

/** By what a district is looked at, from the largest to the smallest. */
export const areaLayers = ['street', 'community', 'social-grid'] as const
export type AreaLayer = (typeof areaLayers)[number]

export const AreaCoverageView = Type.Object({
  code: Type.String(),
  name: Type.String(),
  layer: Type.Enum([...areaLayers]),
  all: ShareView,
  score: OrNull(Type.Number()),
})

/** Facilities whose doors are far from every way: reached all the same, or by nobody where no way is near. */
const OffNetwork = Type.Object({
  far: Type.Integer({ description: 'more than 100 m from the nearest way' }),
  unconnected: Type.Integer({ description: 'no way near; they count for nobody' }),
  places: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      kind: KindField,
      metres: OrNull(Type.Integer({ description: 'to the nearest way; null: none is near' })),
    }),
    { description: 'the unconnected first, then the farthest, at most 50' },
  ),
})

export const CoverageView = Type.Object(
  {
    reckoned: Reckoned,
    area: OrNull(Type.Object({ code: Type.String(), name: Type.String() })),
    people: Type.Number(),
    kinds: Type.Array(KindCoverageView),
    all: ShareView,
    hours: OrNull(HoursView, { description: 'of all kinds together; null: regardless of hours' }),
    score: OrNull(Type.Number({ description: '0 to 100; null where nobody lives' })),
    aspects: Type.Array(Type.Object({ aspect: Type.Enum([...aspects]), score: OrNull(Type.Number()) })),
    areas: Type.Array(AreaCoverageView),
    offNetwork: OffNetwork,
  },
  { title: 'LifeCircleCoverage' },
)
export type CoverageView = Static<typeof CoverageView>

export const circleQuery = {
  profile: Type.Optional(Type.String({ maxLength: 60, description: 'else the standing one of the district' })),
  walker: Type.Optional(Type.Enum([...walkers], { default: 'adult' })),
  area: Type.Optional(Type.String({ maxLength: 60, description: 'code of a street, community or grid' })),
  openAt: Type.Optional(OpenAt),
}
export const CircleQuery = Type.Object(circleQuery)
export type CircleQuery = Static<typeof CircleQuery>

export const LeftOutQuery = Type.Object(
  { ...pageQuery, ...circleQuery, kind: KindField },
  { title: 'LifeCircleLeftOutQuery' },
)

/**
 * One kind looked at closely: how many people have how many of it to choose from, and whether what stands around them
 * is large enough (E2SFCA, Luo and Qi 2009), which is another thing than being near.
 */
export const KindLookView = Type.Object(
  {
    ok: Type.Literal(true),
    kind: KindField,
    people: Type.Number(),
    choice: Type.Array(
      Type.Object({
        minutes: Type.Integer(),
        none: Type.Number(),
        one: Type.Number(),
        two: Type.Number(),
        more: Type.Number({ description: 'three and more' }),
      }),
    ),
    capacity: OrNull(
      Type.Object({
        enough: ShareView,
        asked: Type.Number({ description: 'for every thousand people' }),
        unit: Type.Enum([...measureUnits]),
        known: Type.Integer({ description: 'facilities whose size is on record' }),
        unknown: Type.Integer({ description: 'facilities without, which add nothing' }),
      }),
    ),
  },
  { title: 'LifeCircleKindLook' },
)
export type KindLookView = Static<typeof KindLookView>

/** A building whose people reach none of a kind in time. `minutes` null: none within an hour. */
export const LeftOutView = Type.Object(
  {
    id: Type.String(),
    lng: Type.Number(),
    lat: Type.Number(),
    people: Type.Number(),
    community: OrNull(Type.String()),
    communityName: OrNull(Type.String()),
    minutes: OrNull(Type.Number()),
    nearest: OrNull(Type.String()),
  },
  { title: 'LifeCircleLeftOut' },
)
export type LeftOutView = Static<typeof LeftOutView>

const GeoSurface = Type.Unsafe<Surface>({
  type: 'object',
  additionalProperties: true,
  description: 'GeoJSON geometry',
})

export const FromDoorQuery = Type.Object({
  lng: Type.Number({ minimum: -180, maximum: 180, title: '经度' }),
  lat: Type.Number({ minimum: -90, maximum: 90, title: '纬度' }),
  walker: circleQuery.walker,
  profile: circleQuery.profile,
  openAt: Type.Optional(Type.Union([OpenAt, Type.Literal('now')])),
})

/** The nearest of a kind that may be open: nobody knows its hours. */
const Perhaps = Type.Object({ name: Type.String(), minutes: Type.Number() })

/** What is reached from a door: surfaces of 5, 10 and 15 minutes, and the nearest of each kind. Nothing is kept. */
export const FromDoorView = Type.Object(
  {
    ok: Type.Literal(true),
    reckoned: Reckoned,
    off: Type.Number({ description: 'metres from the point to the nearest way' }),
    asOf: Type.String({ description: 'the moment that `open` is told for, 2026-10-01-10:00' }),
    rings: Type.Array(Type.Object({ minutes: Type.Integer(), squareMetres: Type.Number(), surface: GeoSurface })),
    kinds: Type.Array(
      Type.Object({
        kind: KindField,
        aspect: Type.Enum([...aspects]),
        level: Type.Enum([...levels]),
        limit: Type.Number(),
        minutes: OrNull(Type.Number()),
        enough: Type.Boolean(),
        counts: Type.Array(Type.Integer(), { description: 'how many within 5, 10 and 15 minutes' }),
        name: OrNull(Type.String()),
        lng: OrNull(Type.Number()),
        lat: OrNull(Type.Number()),
        hours: Type.String(),
        open: OrNull(Type.Enum([...openStates])),
        perhaps: OrNull(Perhaps, { description: 'nearer than the one told, but of unknown hours' }),
      }),
    ),
    wishes: Type.Array(Type.Object({ kind: KindField, people: Type.Integer() })),
  },
  { title: 'LifeCircleFromDoor' },
)
export type FromDoorView = Static<typeof FromDoorView>

export const PlaceFound = Type.Object({
  name: Type.String(),
  note: Type.String(),
  lng: Type.Number(),
  lat: Type.Number(),
})
export type PlaceFound = Static<typeof PlaceFound>
