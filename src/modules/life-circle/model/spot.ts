import { type Static, Type } from 'typebox'
import { OrNull, PhotoView } from '../../../kernel/cases/model/views.ts'
import { pageQuery } from '../../../platform/http/paging.ts'
import { kinds } from './kinds.ts'

export const spotKinds = [
  'square',
  'green',
  'scenery',
  'rest',
  'for-children',
  'for-elderly',
  'compost',
  'sport',
  'shelter',
  'notice',
] as const
export type SpotKind = (typeof spotKinds)[number]

export const spotStates = ['planned', 'in-use', 'given-up'] as const
export type SpotState = (typeof spotStates)[number]

/** Whoever rates within so many metres of a spot rates it on the spot. */
export const ON_SPOT_METRES = 150
/** So far around a spot what residents asked for stands beside it. */
export const AROUND_METRES = 500

const Lng = Type.Number({ minimum: -180, maximum: 180, title: '经度' })
const Lat = Type.Number({ minimum: -90, maximum: 90, title: '纬度' })
const Photos = Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), { maxItems: 12, title: '照片' })

export const SpotBody = Type.Object(
  {
    kind: Type.Enum([...spotKinds], { title: '微设施类别' }),
    name: Type.String({ minLength: 2, maxLength: 60, title: '名称' }),
    status: Type.Enum([...spotStates], { title: '状态' }),
    lng: Lng,
    lat: Lat,
    area: OrNull(Type.String({ maxLength: 60, title: '所属社区' })),
    about: Type.String({ maxLength: 500, title: '介绍' }),
    unit: OrNull(Type.String({ pattern: '^unit_[0-9a-z_-]{1,60}$', title: '责任单位' })),
    keeper: Type.String({ maxLength: 60, title: '养护人' }),
    upkeepDays: Type.Integer({ minimum: 1, maximum: 366, title: '养护周期（天）' }),
    photos: Photos,
  },
  { additionalProperties: false, title: 'SpotBody' },
)
export type SpotBody = Static<typeof SpotBody>

export type Spot = SpotBody & {
  readonly code: string
  readonly version: number
  readonly lastUpkeep: string | null
  readonly changedAt: string
  /** Opinions: how many, their mean, how many of them told on the spot. */
  readonly ratings: number
  readonly stars: number | null
  readonly onSpot: number
}

const Count = Type.Integer({ minimum: 0 })
const { photos: _photos, ...said } = SpotBody.properties

export const SpotView = Type.Object(
  {
    code: Type.String(),
    ...said,
    photos: Type.Array(PhotoView),
    version: Type.Integer(),
    unitName: OrNull(Type.String()),
    lastUpkeep: OrNull(Type.String()),
    upkeepDue: OrNull(Type.String({ description: 'when somebody should look after it; null where it is not in use' })),
    overdue: Type.Boolean(),
    ratings: Count,
    stars: OrNull(Type.Number({ description: 'mean of the opinions, one decimal' })),
    onSpot: Count,
  },
  { title: 'Spot' },
)
export type SpotView = Static<typeof SpotView>

export const Opinion = Type.Object({
  stars: Type.Integer(),
  note: Type.String(),
  onSpot: Type.Boolean(),
  at: Type.String(),
})
export const Upkeep = Type.Object({
  note: Type.String(),
  at: Type.String(),
  by: OrNull(Type.String({ description: 'told to staff alone' })),
  photos: Type.Array(PhotoView),
})
export const WishCount = Type.Object({ kind: Type.Enum([...kinds]), people: Count })
export type WishCount = Static<typeof WishCount>
/** What residents around ask for beside what the map says: how far on foot the nearest is, and whether that is near. */
export const WishHere = Type.Object({
  ...WishCount.properties,
  minutes: OrNull(Type.Number({ description: 'on foot to the nearest; null: none within an hour, or no network' })),
  enough: OrNull(Type.Boolean({ description: 'null where the profile does not ask for it, or nothing was measured' })),
})
export type WishHere = Static<typeof WishHere>

export const SpotWhole = Type.Object(
  {
    ok: Type.Literal(true),
    spot: SpotView,
    upkeeps: Type.Array(Upkeep),
    opinions: Type.Array(Opinion),
    wishes: Type.Array(WishHere),
    mine: OrNull(Type.Object({ stars: Type.Integer(), note: Type.String() })),
  },
  { title: 'SpotWhole' },
)

export const SpotQuery = Type.Object(
  {
    ...pageQuery,
    kind: Type.Optional(Type.Enum([...spotKinds])),
    status: Type.Optional(Type.Enum([...spotStates])),
    area: Type.Optional(Type.String({ maxLength: 60 })),
    overdue: Type.Optional(Type.Enum(['yes'], { description: 'upkeep is overdue' })),
    sort: Type.Optional(Type.Enum(['changed', 'name', 'upkeep'], { default: 'changed' })),
  },
  { title: 'SpotQuery' },
)

export const RatingBody = Type.Object(
  {
    stars: Type.Integer({ minimum: 1, maximum: 5, title: '评分' }),
    note: Type.String({ maxLength: 300, title: '想说的话' }),
    at: Type.Optional(Type.Object({ lng: Lng, lat: Lat }, { additionalProperties: false })),
  },
  { additionalProperties: false, title: 'SpotRating' },
)

export const WishBody = Type.Object(
  {
    kind: Type.Enum([...kinds], { title: '想要的设施' }),
    note: Type.String({ maxLength: 300, title: '想说的话' }),
    lng: Lng,
    lat: Lat,
  },
  { additionalProperties: false, title: 'LifeCircleWish' },
)

export const UpkeepBody = Type.Object(
  { note: Type.String({ minLength: 2, maxLength: 300, title: '养护情况' }), photos: Photos },
  { additionalProperties: false, title: 'SpotUpkeep' },
)
