import { Type } from 'typebox'
import { importStates } from './imports.ts'
import { FeatureLineView, LayerName, SurfaceView, VersionView } from './views.ts'

const text = Type.String()
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

export const LayerParam = Type.Object({ layer: LayerName })
export const EditionParams = Type.Object({
  layer: LayerName,
  version: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
})

/** Each layer with the edition in force today, the next one if any, and how its codes are made. */
export const LayerView = Type.Object(
  {
    layer: LayerName,
    inForce: orNull(VersionView),
    editions: Type.Integer(),
    drafts: Type.Integer(),
  },
  { title: 'Layer' },
)

export const CodeRuleView = Type.Object(
  {
    layer: LayerName,
    lead: orNull(LayerName),
    separator: Type.String({ maxLength: 2, pattern: '^[0-9A-Za-z-]*$', title: '分隔符' }),
    serial: Type.Integer({ minimum: 1, maximum: 8, title: '流水号位数' }),
    source: Type.String({ minLength: 1, maxLength: 200, title: '依据' }),
    mark: Type.Enum(['●', '○', '△'], { title: '依据标记' }),
  },
  { title: 'CodeRule' },
)

export const FeatureQuery = {
  q: Type.Optional(Type.String({ maxLength: 60, title: '查找' })),
  parent: Type.Optional(Type.String({ maxLength: 30, title: '上级' })),
  owner: Type.Optional(Type.Enum(['named', 'none'], { title: '责任主体' })),
  sort: Type.Optional(Type.Enum(['code', 'name', 'area'], { title: '排序' })),
}

export const OneFeature = Type.Object({ ...FeatureLineView.properties, surface: SurfaceView })

export const MapArea = Type.Object({ code: text, name: text, parent: orNull(text), surface: SurfaceView })

export const ImportView = Type.Object(
  {
    id: text,
    layer: LayerName,
    fileName: text,
    system: text,
    tolerance: Type.Number({ description: 'metres' }),
    isPart: Type.Boolean(),
    state: Type.Enum([...importStates]),
    step: text,
    done: Type.Integer(),
    total: Type.Integer(),
    version: orNull(Type.Integer()),
    features: Type.Integer(),
    grave: Type.Integer(),
    remarks: Type.Integer(),
    refusal: orNull(text),
    at: text,
    by: text,
    endedAt: orNull(text),
  },
  { title: 'LayerImport' },
)

export const FindingView = Type.Object(
  {
    fault: text,
    grave: Type.Boolean(),
    rows: Type.Array(Type.Integer()),
    codes: Type.Array(text),
    area: orNull(Type.Number()),
    at: orNull(Type.Tuple([Type.Number(), Type.Number()])),
    found: text,
    said: Type.Object({ zh: text, en: text }),
  },
  { title: 'Finding' },
)

export const ReportView = Type.Object({
  findings: Type.Array(FindingView),
  counts: Type.Record(text, Type.Integer()),
  noise: Type.Integer({ description: 'gaps and overlaps narrower than the tolerance' }),
  gapsLooked: Type.Boolean(),
  shown: Type.Integer(),
})

export const ChangesView = Type.Object({
  against: orNull(Type.Integer({ description: 'the edition it is compared with' })),
  counts: Type.Object({
    added: Type.Integer(),
    removed: Type.Integer(),
    moved: Type.Integer(),
    renamed: Type.Integer(),
  }),
  rows: Type.Array(
    Type.Object({
      code: text,
      kind: Type.Enum(['added', 'removed', 'moved', 'renamed']),
      before: text,
      after: text,
      areaBefore: orNull(Type.Number()),
      areaAfter: orNull(Type.Number()),
      surface: SurfaceView,
    }),
  ),
  next: orNull(text),
})

export const PublishBody = Type.Object(
  { from: Type.String({ title: '生效日期', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }) },
  { additionalProperties: false },
)
