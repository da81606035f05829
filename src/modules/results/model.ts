import { type Static, Type } from 'typebox'
import { SurfaceView } from '../../kernel/places/model/views.ts'
import { areaLevels } from '../../kernel/places/model.ts'
import { Page, pageQuery } from '../../platform/http/paging.ts'
import type { Day, Instant } from '../../platform/time.ts'

export const placeLevels = ['grid', 'community', 'street', 'district'] as const
export type PlaceLevel = (typeof placeLevels)[number]

/** What is counted of the answers in one place and theme; four facts that are never one figure. */
export const counters = ['solved', 'explained', 'unsolved', 'inTime', 'late', 'rated', 'satisfied'] as const
export type Counter = (typeof counters)[number]
export type Counts = Readonly<Record<Counter, number>>

/** Which measures of the books are counted as what. */
export type PublishedMeasures = Readonly<Record<Counter, readonly string[]>>

/** Twelve whole weeks, both days included. */
export type Period = { readonly from: Day; readonly until: Day }

export type Edition = Period & { readonly least: number; readonly publishedAt: Instant }

const Text = Type.String()
const Count = Type.Integer({ minimum: 0 })

export const ResultRow = Type.Object(
  {
    id: Text,
    level: Type.Enum([...placeLevels]),
    area: Type.String({ description: 'division codes from the street down; empty for the district' }),
    place: Type.String({ description: 'names from the street down; empty for the district' }),
    theme: Type.String({ description: 'first step of the category; empty: themes too small to be told apart' }),
    rest: Type.Boolean({
      description: 'the rest of the place: what lies in its parts that are published stands there',
    }),
    answered: Count,
    solved: Count,
    explained: Count,
    unsolved: Count,
    inTime: Count,
    late: Count,
    rated: Type.Union([Count, Type.Null()], { description: 'null: too few rated to be told' }),
    satisfied: Type.Union([Count, Type.Null()]),
  },
  { title: 'ResultRow' },
)
export type ResultRow = Static<typeof ResultRow>

/** How much was solved in a place, all themes together: from so many to so many; null: and more. */
export const NearRow = Type.Object({
  area: Text,
  place: Text,
  level: Type.Enum([...placeLevels]),
  solvedFrom: Count,
  solvedTo: Type.Union([Count, Type.Null()]),
})
export type NearRow = Static<typeof NearRow>

export const resultSorts = ['answered', 'solved', 'place'] as const
export type ResultSort = (typeof resultSorts)[number]

const Until = Type.String({ format: 'date', title: '期' })
const filter = {
  until: Type.Optional(Until),
  area: Type.Optional(Type.String({ pattern: '^\\d{6,15}(/[0-9a-z_-]{1,20}){0,2}$', title: '地区' })),
  theme: Type.Optional(Type.String({ maxLength: 60, title: '主题' })),
}
export const ResultFilter = Type.Object(filter)
export type ResultFilter = Static<typeof ResultFilter>
export const ResultQuery = Type.Object({
  ...pageQuery,
  ...filter,
  sort: Type.Optional(Type.Enum([...resultSorts], { title: '排序' })),
})
export type ResultQuery = Static<typeof ResultQuery>

export const AreasQuery = Type.Object({
  until: filter.until,
  theme: filter.theme,
  within: Type.Optional(Type.String({ pattern: '^\\d{6,15}$', title: '街道' })),
  level: Type.Optional(Type.Enum([...areaLevels], { title: '层级' })),
})
export type AreasQuery = Static<typeof AreasQuery>

export const EditionView = Type.Object(
  { from: Text, until: Text, least: Count, publishedAt: Text },
  { title: 'ResultEdition' },
)

/** The head of the list: which edition, the sums of the rows that match, and what one may filter by. */
export const ResultSummary = Type.Object(
  {
    edition: Type.Union([EditionView, Type.Null()]),
    editions: Type.Array(Text),
    sums: Type.Object({
      answered: Count,
      solved: Count,
      explained: Count,
      unsolved: Count,
      inTime: Count,
      late: Count,
    }),
    near: Type.Union([Type.Object({ solvedFrom: Count, solvedTo: Type.Union([Count, Type.Null()]) }), Type.Null()], {
      description: 'in which class all that was solved in the place asked for lies; null: not told',
    }),
    places: Type.Array(Type.Object({ area: Text, place: Text, level: Type.Enum([...placeLevels]) })),
    themes: Type.Array(Text),
  },
  { title: 'ResultSummary' },
)
export type ResultSummary = Static<typeof ResultSummary>
export const ResultPage = Page(ResultRow)

/** Places of one level as areas of a map. What is too small to be told has no figure, which is not nought. */
export const ResultAreas = Type.Object(
  {
    level: Type.Union([Type.Enum([...areaLevels]), Type.Null()], { description: 'null: no area is drawn' }),
    levels: Type.Array(Type.Enum([...areaLevels]), { description: 'the levels that can be shown' }),
    steps: Type.Array(Count, { description: 'where the classes of the colours begin' }),
    cut: Type.Boolean({ description: 'there are more areas than are told at once: name a street' }),
    areas: Type.Array(
      Type.Object({
        area: Text,
        name: Text,
        place: Text,
        solvedFrom: Type.Union([Count, Type.Null()]),
        solvedTo: Type.Union([Count, Type.Null()]),
        surface: SurfaceView,
      }),
    ),
  },
  { title: 'ResultAreas' },
)
export type ResultAreas = Static<typeof ResultAreas>
