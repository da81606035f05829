import { type Static, Type } from 'typebox'
import type { Surface } from '../../../platform/geo/shapes.ts'
import { CoverageView, circleQuery, ShareView } from './circle.ts'
import { kinds } from './kinds.ts'
import { marks, walkers } from './profile.ts'

const KindField = Type.Enum([...kinds], { title: '设施类别' })
const Source = { source: Type.String(), mark: Type.Enum([...marks]) }
const KindShare = Type.Object({ kind: KindField, people: ShareView })
const Point = Type.Object({ lng: Type.Number(), lat: Type.Number() })

export const ReportQuery = Type.Object(
  { ...circleQuery, kind: Type.Optional(Type.Enum([...kinds], { title: '设施类别', description: 'drawn alone' })) },
  { title: 'LifeCircleReportQuery' },
)
export type ReportQuery = Static<typeof ReportQuery>

/** An area as it is drawn: its borders, and who in it reaches all must-haves and each of the kinds. */
const ReportArea = Type.Object({
  code: Type.String(),
  name: Type.String(),
  surface: Type.Unsafe<Surface>({ type: 'object', additionalProperties: true, description: 'GeoJSON geometry' }),
  score: Type.Union([Type.Number(), Type.Null()]),
  all: ShareView,
  kinds: Type.Array(KindShare),
})
export type ReportArea = Static<typeof ReportArea>

/** One map of the report: facilities of a kind, and the buildings whose people have none near, those with most first. */
const ReportMap = Type.Object({
  kind: KindField,
  facilities: Type.Array(Point),
  gaps: Type.Array(Type.Object({ ...Point.properties, people: Type.Number() })),
  buildings: Type.Integer({ description: 'buildings left out, also those that are not drawn' }),
})
export type ReportMap = Static<typeof ReportMap>

/** Everything that stands on paper, reckoned at once. */
export const ReportView = Type.Object(
  {
    day: Type.String({ format: 'date' }),
    coverage: CoverageView,
    profile: Type.Object(Source),
    demands: Type.Array(Type.Object({ kind: KindField, ...Source })),
    walkers: Type.Array(
      Type.Object({
        walker: Type.Enum([...walkers]),
        metresPerMinute: Type.Integer(),
        ...Source,
        all: ShareView,
        kinds: Type.Array(KindShare),
      }),
    ),
    areas: Type.Array(ReportArea),
    maps: Type.Array(ReportMap),
  },
  { title: 'LifeCircleReport' },
)
export type ReportView = Static<typeof ReportView>
