import { type Static, Type } from 'typebox'
import type { Instant } from '../../../platform/time.ts'
import type { CaseId } from './case.ts'
import { Filters } from './lists.ts'

/** What the map counts by cell: every case of the days, those still open, and the overdue among them. */
export const counted = ['filed', 'open', 'overdue'] as const
export type Counted = (typeof counted)[number]

/** The measures of the figures that each of them adds up, as the city's modules name them. */
export type CountedMeasures = Readonly<Record<Counted, readonly string[]>>

/** A tile of the map of cases: which cases, and told as single points or as how many lie in each cell. */
export const MapTileQuery = Type.Object({
  ...Filters.properties,
  as: Type.Optional(Type.Enum(['points', 'cells'], { title: '样式' })),
  version: Type.Optional(
    Type.String({
      maxLength: 40,
      title: '版本',
      description: 'any text; another one asks the browser not to use what it kept',
    }),
  ),
})
export type MapTileQuery = Readonly<Static<typeof MapTileQuery>>

export const TileParams = Type.Object({
  z: Type.Integer({ minimum: 0, maximum: 20, title: '级别' }),
  x: Type.Integer({ minimum: 0, maximum: 1_048_575, title: '列' }),
  y: Type.Integer({ minimum: 0, maximum: 1_048_575, title: '行' }),
})

export const MapOverview = Type.Object(
  {
    /** Whether the viewer sees the whole district, and so may be shown how much lies where. */
    whole: Type.Boolean(),
    /** West, south, east, north of the newest cases within the district; null where no case has a spot. */
    bounds: Type.Union([Type.Array(Type.Number()), Type.Null()]),
    /** How many cases I may see lie outside of the district, counted no further than 1,000. */
    far: Type.Integer(),
    firstDay: Type.Union([Type.String(), Type.Null()]),
    lastDay: Type.Union([Type.String(), Type.Null()]),
  },
  { title: 'CaseMapOverview' },
)
export type MapOverview = Static<typeof MapOverview>

/** A case at its spot, with what its light is made of. */
export type SpotRow = {
  readonly id: CaseId
  readonly number: string
  readonly title: string | null
  readonly lng: number
  readonly lat: number
  readonly stage: string
  readonly settled: boolean
  readonly overdue: boolean
  readonly due: Instant | null
  readonly warnAt: Instant | null
}
/** Several cases near one another, at the middle of them. */
export type HeapRow = { readonly lng: number; readonly lat: number; readonly count: number; readonly overdue: number }
