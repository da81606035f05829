import { type Static, Type } from 'typebox'
import { gridKinds, layers } from './layers.ts'

const text = Type.String()
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

export const LayerName = Type.Enum([...layers], { title: '图层' })
export const PointQuery = {
  lng: Type.Number({ minimum: -180, maximum: 180, title: '经度' }),
  lat: Type.Number({ minimum: -90, maximum: 90, title: '纬度' }),
}
export const DayText = Type.String({ title: '日期', format: 'date' })

const FoundView = orNull(Type.Object({ code: text, name: text }))
/** In which area of each layer a point lies. */
export const WhereaboutsView = Type.Object(
  {
    district: FoundView,
    street: FoundView,
    community: FoundView,
    'social-grid': FoundView,
    'duty-grid': FoundView,
    'unit-grid': FoundView,
  },
  { title: 'Whereabouts' },
)
export type WhereaboutsView = Static<typeof WhereaboutsView>

export const VersionView = Type.Object(
  {
    layer: LayerName,
    version: Type.Integer(),
    state: Type.Enum(['draft', 'published', 'discarded']),
    from: orNull(text),
    to: orNull(text),
    features: Type.Integer(),
    area: Type.Number({ description: 'm²' }),
    note: text,
    basedOn: orNull(Type.Integer({ description: 'the edition of which it redraws a part' })),
    createdAt: text,
    createdBy: text,
    publishedAt: orNull(text),
    publishedBy: orNull(text),
  },
  { title: 'LayerVersion' },
)
export type VersionView = Static<typeof VersionView>

/** Who bears what happens here: the named owner, or the territory (属地兜底). */
export const BearerView = Type.Object({
  kind: Type.Enum(['owner', 'territory']),
  name: text,
  unit: orNull(text),
})

export const FeatureLineView = Type.Object(
  {
    code: text,
    name: text,
    parent: orNull(text),
    parentName: text,
    landUse: text,
    grade: text,
    owner: text,
    ownerUnit: orNull(text),
    kind: Type.Enum([...gridKinds]),
    area: Type.Number({ description: 'm²' }),
    at: Type.Tuple([Type.Number(), Type.Number()]),
    bearer: BearerView,
  },
  { title: 'AreaOfALayer' },
)
export type FeatureLineView = Static<typeof FeatureLineView>

/** Any surface as GeoJSON; the map draws it as it is. */
export const SurfaceView = Type.Object({
  type: Type.Literal('MultiPolygon'),
  coordinates: Type.Array(Type.Array(Type.Array(Type.Array(Type.Number())))),
})
