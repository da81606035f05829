import { type Static, Type } from 'typebox'
import { messageLimits } from '../../matters/model/message.ts'
import { matterKinds } from '../../matters/model.ts'
import { channels } from './case.ts'
import { CaseLine, lights, OrNull, SaidView } from './views.ts'

/** What is asked of the lists of the desk, and answered. */

export const views = ['work', 'unit', 'watching', 'overdue', 'all'] as const
/** Mine to do now; my units’; what I watch over; late; everything I may see. */
export type View = (typeof views)[number]

export const sorts = ['due', 'filed', 'changed'] as const
/** `due` shows open cases only: what is settled has no due date. */
export type Sort = (typeof sorts)[number]

export const phases = ['filed', 'routed', 'working', 'checking', 'answered', 'ended'] as const

const DayText = (title: string) => Type.String({ title, pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' })

/** Longitude and latitude as a list writes them into its address. */
const CORNER = '-?\\d{1,3}(\\.\\d{1,7})?,-?\\d{1,2}(\\.\\d{1,7})?'

/** The filters of a list; the export takes the same. */
export const filters = {
  view: Type.Optional(Type.Enum([...views], { title: '范围' })),
  sort: Type.Optional(Type.Enum([...sorts], { title: '排序' })),
  stage: Type.Optional(Type.String({ minLength: 1, maxLength: 60, title: '环节' })),
  phase: Type.Optional(Type.Enum([...phases], { title: '阶段' })),
  procedure: Type.Optional(Type.String({ minLength: 1, maxLength: 40, title: '程序' })),
  unit: Type.Optional(Type.String({ pattern: '^unit_[0-9a-z_-]{1,60}$', title: '单位' })),
  category: Type.Optional(
    Type.String({ minLength: 1, maxLength: 200, title: '类别', description: 'a path or its beginning' }),
  ),
  area: Type.Optional(Type.String({ minLength: 1, maxLength: 60, title: '属地' })),
  channel: Type.Optional(Type.Enum([...channels], { title: '渠道' })),
  kind: Type.Optional(Type.Enum([...matterKinds], { title: '类型' })),
  light: Type.Optional(Type.Enum([...lights], { title: '灯' })),
  from: Type.Optional(DayText('起始日期')),
  to: Type.Optional(DayText('截止日期')),
  holder: Type.Optional(Type.String({ pattern: '^staff_[0-9a-z_-]{1,60}$', title: '承办人' })),
  words: Type.Optional(Type.String({ minLength: 1, maxLength: 100, title: '关键词' })),
  number: Type.Optional(
    Type.String({ pattern: '^\\d{1,14}$', title: '编号', description: 'a number or its beginning' }),
  ),
  phone: Type.Optional(
    Type.String({ minLength: 11, maxLength: 20, title: '电话', description: 'exact; the search is recorded' }),
  ),
  open: Type.Optional(Type.Boolean({ title: '未办结' })),
  far: Type.Optional(
    Type.Boolean({ title: '辖区以外', description: 'only cases whose spot lies outside the district' }),
  ),
  within: Type.Optional(
    Type.String({
      pattern: `^${CORNER}(;${CORNER}){2,99}$`,
      title: '地图范围',
      description: 'corners of an area on the map, `lng,lat;lng,lat;…` in WGS84 degrees',
    }),
  ),
}
export const Filters = Type.Object(filters)
export type Filters = Readonly<Static<typeof Filters>>

/** The filters with the stages and procedures that there are: a name that no table knows finds nothing and is said so. */
export function filtersFor(procedures: Readonly<Record<string, { readonly stages: object }>>) {
  const stages = Object.values(procedures).flatMap((procedure) => Object.keys(procedure.stages))
  return Type.Object({
    ...filters,
    stage: Type.Optional(Type.Enum([...new Set(stages)], { title: '环节' })),
    procedure: Type.Optional(Type.Enum(Object.keys(procedures), { title: '程序' })),
  })
}

export const ListPage = Type.Object(
  { rows: Type.Array(CaseLine), next: Type.Union([Type.String(), Type.Null()]) },
  { title: 'CasePage' },
)

export const COUNT_AT_MOST = 1_000

/** How many open cases each view holds; `most` stands for that many and more. */
export const Counts = Type.Object(
  {
    work: Type.Integer(),
    unit: Type.Integer(),
    watching: Type.Integer(),
    overdue: Type.Integer(),
    all: Type.Integer(),
    most: Type.Integer(),
  },
  { title: 'CaseCounts' },
)
export type Counts = Static<typeof Counts>

/** The facets a list can be narrowed by, as a page draws them. */
export const Facets = Type.Object(
  {
    stages: Type.Array(
      Type.Object({ procedure: Type.String(), stage: Type.String(), phase: Type.String(), label: SaidView }),
    ),
    kinds: Type.Array(Type.Object({ value: Type.String(), label: SaidView })),
    channels: Type.Array(Type.Object({ value: Type.String(), label: SaidView })),
    phases: Type.Array(Type.Object({ value: Type.String(), label: SaidView })),
  },
  { title: 'CaseFacets' },
)

const Id = Type.String({ pattern: '^case_[0-9a-z_]{1,70}$' })
export const CaseParams = Type.Object({ id: Id })
/** Where a case is opened, its number does as well: people copy that into the address. Anything else finds nothing. */
export const CaseAddress = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 200, description: 'the id of a case, or its number' }),
})

/** What every move brings beside its own fields: the version that was on the screen. */
export const seen = Type.Optional(
  Type.Integer({ minimum: 1, description: 'the version that was seen; a later one answers 409' }),
)

export const MoveDone = Type.Object(
  {
    ok: Type.Literal(true),
    id: Type.String(),
    version: Type.Integer(),
    stage: Type.String(),
    stageLabel: SaidView,
    repeated: Type.Boolean(),
    child: OrNull(Type.String({ description: 'the case that this move opened' })),
  },
  { title: 'MoveDone' },
)

export const BatchBody = Type.Object(
  {
    ids: Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true, title: '工单' }),
    move: Type.String({ minLength: 1, maxLength: 60 }),
    fields: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    seen: Type.Optional(
      Type.Record(Type.String(), Type.Integer(), { description: 'the version of each case that the mover saw' }),
    ),
  },
  { additionalProperties: false, title: 'CaseBatch' },
)
export const BatchResult = Type.Object(
  {
    done: Type.Integer(),
    refused: Type.Integer(),
    results: Type.Array(
      Type.Object({
        id: Type.String(),
        ok: Type.Boolean(),
        version: OrNull(Type.Integer()),
        refusal: OrNull(Type.Object({ code: Type.String(), said: SaidView })),
      }),
    ),
  },
  { title: 'BatchResult' },
)

export const EntryBody = Type.Object(
  {
    channel: Type.Enum(['hotline', 'counter', 'mailbox'], { title: '渠道' }),
    caller: Type.Object({
      name: Type.Optional(Type.String({ maxLength: messageLimits.name.max, title: '姓名' })),
      phone: Type.Optional(Type.String({ maxLength: messageLimits.phone.max, title: '电话' })),
    }),
    matter: Type.Optional(Type.String({ pattern: '^matter_[0-9a-z_-]{1,60}$', title: '事项' })),
    title: Type.String({ minLength: messageLimits.noted.min, maxLength: messageLimits.title.max, title: '标题' }),
    text: Type.String({ minLength: messageLimits.noted.min, maxLength: messageLimits.text.max, title: '情况说明' }),
    category: Type.Optional(Type.String({ minLength: 1, maxLength: 200, title: '类别' })),
    place: Type.Optional(Type.String({ maxLength: messageLimits.place.max, title: '地点' })),
    area: Type.Optional(Type.String({ maxLength: 60, title: '属地' })),
    point: Type.Optional(
      Type.Object(
        {
          lng: Type.Number({ minimum: -180, maximum: 180, title: '经度' }),
          lat: Type.Number({ minimum: -90, maximum: 90, title: '纬度' }),
        },
        { additionalProperties: false, title: '位置', description: 'WGS84' },
      ),
    ),
    happenedAt: Type.Optional(Type.String({ maxLength: 40, title: '发生时间' })),
    photos: Type.Optional(
      Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), {
        maxItems: messageLimits.photos.max,
        uniqueItems: true,
        title: '照片',
      }),
    ),
    form: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false, title: 'CaseEntry' },
)

export const AreaRows = Type.Object(
  {
    rows: Type.Array(
      Type.Object({
        code: Type.String(),
        parent: Type.Union([Type.String(), Type.Null()], { description: 'the area it lies in; null for a street' }),
        name: Type.String(),
      }),
    ),
  },
  { title: 'CaseAreas' },
)

export const Entered = Type.Object(
  {
    ok: Type.Literal(true),
    id: Type.String(),
    number: Type.String(),
    code: Type.String({ description: 'for the caller, to follow it by' }),
  },
  { title: 'CaseEntered' },
)

export const UnmaskBody = Type.Object(
  {
    what: Type.Enum(['contact'], { title: '内容' }),
    reason: Type.String({ minLength: 4, maxLength: 200, title: '查看原因' }),
  },
  { additionalProperties: false, title: 'CaseUnmask' },
)
export const Unmasked = Type.Object(
  {
    ok: Type.Literal(true),
    name: OrNull(Type.String()),
    phone: OrNull(Type.String()),
  },
  { title: 'UnmaskedContact' },
)

export const HistoryEntry = Type.Object(
  {
    seq: Type.Integer(),
    type: Type.String(),
    at: Type.String(),
    by: OrNull(Type.String()),
    hash: Type.String(),
    body: Type.Unknown({ description: 'as the ledger holds it; secrets stay sealed' }),
  },
  { title: 'CaseEvent' },
)

export const DeadLetterLine = Type.Object(
  {
    id: Type.String(),
    what: Type.String(),
    due: Type.String(),
    deadAt: Type.String(),
    attempts: Type.Integer(),
    error: Type.String(),
  },
  { title: 'DeadLetter' },
)

export const ForgetBody = Type.Object(
  {
    /** The rule that asks for it. */
    ground: Type.Enum(['asked-by-person', 'purpose-fulfilled', 'retention-over', 'emergency-over', 'unlawful'], {
      title: '依据',
    }),
    document: Type.String({
      minLength: 2,
      maxLength: 80,
      title: '批准文号',
      description: 'number of the approval; never personal',
    }),
  },
  { additionalProperties: false, title: 'ForgetPerson' },
)
export const Forgotten = Type.Object(
  { ok: Type.Literal(true), cases: Type.Integer({ description: 'whose titles and words are gone' }) },
  { title: 'PersonForgotten' },
)
