import { type Static, Type } from 'typebox'
import { CaseLine, SaidView } from '../../kernel/cases/model/views.ts'
import { SurfaceView } from '../../kernel/places/model/views.ts'
import { areaLevels } from '../../kernel/places/model.ts'

/** What the wall asks and is answered; the pages are written against these. */

const Text = Type.String()
const Whole = Type.Integer()
const NumberOrNull = Type.Union([Type.Number(), Type.Null()])

/** Which published indicators stand where on the board. One that nobody publishes is left out. */
export const boardKeys = {
  flow: ['filed', 'accepted', 'answered', 'closed'],
  facts: ['closed-rate', 'solved-rate', 'verified-rate', 'satisfied-rate'],
  rates: [
    'in-time-rate',
    'contact-rate',
    'explained-rate',
    'unsolved-rate',
    'verified-first-rate',
    'reworked-rate',
    'returned-rate',
    'praise-rate',
    'rated-rate',
    'rectified-rate',
    'overdue-rate',
    'sorting-low-rate',
    'sorting-corrected-rate',
  ],
  standing: ['open', 'on-hold', 'overdue', 'joint-open'],
  ladder: ['no-at-1', 'no-at-2', 'no-at-3', 'no-at-4'],
  units: ['assigned', 'open', 'overdue', 'in-time-rate', 'solved-rate', 'satisfied-rate', 'returned-rate'],
} as const
export type BoardPlace = keyof typeof boardKeys

/** A figure with all that is needed to argue with it. */
export const FigureView = Type.Object(
  {
    key: Text,
    title: SaidView,
    unit: Type.Enum(['%', 'count']),
    better: Type.Enum(['higher', 'lower', 'none']),
    numerator: Type.Number(),
    denominator: NumberOrNull,
    value: Type.Union([Type.Number(), Type.Null()], {
      description: 'the count, or the share from 0 to 1; null where there is nothing to divide by',
    }),
    excluded: Type.Array(Type.Object({ said: SaidView, n: Type.Number() })),
  },
  { title: 'Figure' },
)
export type FigureView = Static<typeof FigureView>

export const boardLights = ['green', 'yellow', 'red', 'held', 'none'] as const
/** `held`: on hold (挂账), which is neither late nor in time; `none`: no clock runs. */
export type BoardLight = (typeof boardLights)[number]

const lightCounts = { green: Whole, yellow: Whole, red: Whole, held: Whole, none: Whole }
export const LightCounts = Type.Object(lightCounts, { title: 'LightCounts' })
export type LightCounts = Static<typeof LightCounts>
const LightsOf = Type.Object({ key: Text, name: Text, ...lightCounts })

const UnitRow = Type.Object({
  unit: Text,
  name: Text,
  /** In the order of `columns`. */
  cells: Type.Array(
    Type.Object({ key: Text, numerator: Type.Number(), denominator: NumberOrNull, value: NumberOrNull }),
  ),
})

export const LostView = Type.Object({ kind: Text, title: SaidView, count: Whole }, { title: 'LostFigure' })

export const Board = Type.Object(
  {
    asOf: Text,
    district: Text,
    /** The units it is about; null for the whole district. */
    units: Type.Union([Type.Array(Text), Type.Null()]),
    from: Text,
    to: Text,
    today: Type.Object({
      day: Text,
      figures: Type.Array(FigureView),
      /** For each figure the 24 hours of the day. */
      hours: Type.Array(Type.Object({ key: Text, n: Type.Array(Type.Number()) })),
    }),
    lights: Type.Object({ whole: LightCounts, units: Type.Array(LightsOf), areas: Type.Array(LightsOf) }),
    facts: Type.Array(FigureView),
    rates: Type.Array(FigureView),
    standing: Type.Array(FigureView),
    ladder: Type.Array(FigureView),
    table: Type.Object({
      columns: Type.Array(Type.Object({ key: Text, title: SaidView, unit: Text, better: Text })),
      rows: Type.Array(UnitRow),
    }),
    /** "Nothing is lost": each has the target 0. Looked at a moment ago, at most a minute. */
    lost: Type.Array(LostView),
    lostAsOf: Text,
  },
  { title: 'CityBoard' },
)
export type Board = Static<typeof Board>

/** A day that can be gone back to, and how far: `step` and `lastMinute` in minutes of that day. */
export const ReplayDay = Type.Object(
  {
    day: Text,
    first: Text,
    last: Text,
    step: Whole,
    lastMinute: Whole,
    /** What came in, for each of the 24 hours. */
    filed: Type.Array(Type.Number()),
  },
  { title: 'ReplayDay' },
)
export type ReplayDay = Static<typeof ReplayDay>

/** The open requests that had a place, each in the light it showed; WGS84. `cut`: there were more than are shown. */
export const ReplaySpots = Type.Object(
  {
    asOf: Text,
    cut: Type.Boolean(),
    rows: Type.Array(
      Type.Object({
        id: Text,
        name: Text,
        lng: Type.Number(),
        lat: Type.Number(),
        light: Type.Enum([...boardLights]),
      }),
    ),
  },
  { title: 'ReplaySpots' },
)
export type ReplaySpots = Static<typeof ReplaySpots>

/** Borders of one level, for the lights to be laid on. */
export const ScreenGround = Type.Object(
  {
    level: Type.Union([Type.Enum([...areaLevels]), Type.Null()], { description: 'null: no borders are drawn' }),
    levels: Type.Array(Type.Enum([...areaLevels])),
    areas: Type.Array(Type.Object({ area: Text, name: Text, place: Text, surface: SurfaceView })),
  },
  { title: 'ScreenGround' },
)
export type ScreenGround = Static<typeof ScreenGround>

export const LevelQuery = { level: Type.Enum([...areaLevels], { title: '层级' }) }

/** The lights of the areas of a level; an area in which nothing is open is not among them. */
export const AreaLightsView = Type.Object(
  { asOf: Text, rows: Type.Array(Type.Object({ area: Text, ...lightCounts })) },
  { title: 'AreaLights' },
)
export type AreaLightsView = Static<typeof AreaLightsView>

const WeightedView = Type.Object({
  measure: Text,
  weight: Type.Number(),
  standing: Type.Boolean({ description: 'how it stands, whatever day it belongs to' }),
})

export const DefinitionView = Type.Object(
  {
    key: Text,
    version: Whole,
    title: SaidView,
    unit: Type.Enum(['%', 'count']),
    cohort: Type.Enum(['filed', 'accepted', 'answered', 'closed', 'sorted', 'now']),
    better: Type.Enum(['higher', 'lower', 'none']),
    numerator: Type.Array(WeightedView),
    denominator: Type.Union([Type.Array(WeightedView), Type.Null()]),
    exclusions: Type.Array(SaidView),
    source: SaidView,
    mark: Type.Enum(['●', '○', '△'], { description: '● text of law read, ○ secondary source, △ practice' }),
  },
  { title: 'IndicatorDefinition' },
)
export type DefinitionView = Static<typeof DefinitionView>

const DayText = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', title: '日期' })
const Days = Type.Integer({ minimum: 1, maximum: 366, title: '天数', description: 'that many days up to today; 30' })

export const BoardQuery = Type.Object({ days: Type.Optional(Days) })

export const DayQuery = Type.Object({ day: DayText, days: Type.Optional(Days) })
export const moment = {
  day: DayText,
  minute: Type.Integer({ minimum: 0, maximum: 24 * 60, title: '时刻', description: 'minutes since local midnight' }),
  days: Type.Optional(Days),
}

/** What a figure can be narrowed by; without days the last 30. */
export const narrowing = {
  from: Type.Optional(DayText),
  to: Type.Optional(DayText),
  unit: Type.Optional(Type.String({ pattern: '^(unit_[0-9a-z_-]{1,60})?$', title: '单位' })),
  category: Type.Optional(Type.String({ minLength: 1, maxLength: 200, title: '类别' })),
  area: Type.Optional(Type.String({ minLength: 1, maxLength: 60, title: '属地' })),
  asOf: Type.Optional(
    Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$', title: '截至时间' }),
  ),
}
export type Narrowing = {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly unit?: string | undefined
  readonly category?: string | undefined
  readonly area?: string | undefined
  readonly asOf?: string | undefined
}

/** The figure with where and when it was asked over, so that it can be asked again. */
export const FigureAnswer = Type.Object(
  { figure: FigureView, from: Text, to: Text, asOf: Text },
  { title: 'FigureAnswer' },
)
export const SeriesAnswer = Type.Object(
  {
    key: Text,
    grain: Type.Enum(['day', 'week', 'month']),
    points: Type.Array(
      Type.Object({ bucket: Text, numerator: Type.Number(), denominator: NumberOrNull, value: NumberOrNull }),
    ),
    asOf: Text,
  },
  { title: 'FigureSeries' },
)
export const PartsAnswer = Type.Object(
  {
    key: Text,
    by: Type.Enum(['unit', 'category', 'area']),
    whole: FigureView,
    parts: Type.Array(
      Type.Object({
        key: Text,
        name: Text,
        numerator: Type.Number(),
        denominator: NumberOrNull,
        value: NumberOrNull,
      }),
    ),
    asOf: Text,
  },
  { title: 'FigureParts' },
)

/** A case behind a figure: the day it counts for, and how much it brings. */
export const BehindPage = Type.Object(
  {
    rows: Type.Array(Type.Object({ day: Text, n: Type.Number(), case: CaseLine })),
    next: Type.Union([Type.String(), Type.Null()]),
  },
  { title: 'FigureList' },
)
export type BehindPage = Static<typeof BehindPage>

export const CasesPage = Type.Object(
  { rows: Type.Array(CaseLine), next: Type.Union([Type.String(), Type.Null()]) },
  { title: 'BoardCases' },
)
