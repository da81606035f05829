import { type Static, Type } from 'typebox'
import { CaseLine, OrNull, SaidView } from '../../../kernel/cases/model/views.ts'
import { messageLimits } from '../../../kernel/matters/model/message.ts'

/** What the patrol page takes and hands out. */

/** So long is a track kept, in days; then it is deleted (△, as short as the work allows: 个人信息保护法 第十九条). */
export const TRACK_DAYS = 7
/** Whoever forgets to sign out is signed out after so many hours, and his track ends. */
export const DUTY_HOURS = 12

const Text = Type.String()

export const SpotBody = Type.Object(
  {
    lng: Type.Number({ minimum: -180, maximum: 180, title: '经度' }),
    lat: Type.Number({ minimum: -90, maximum: 90, title: '纬度' }),
    accuracy: Type.Optional(Type.Number({ minimum: 0, maximum: 100_000, title: '定位精度' })),
    heading: Type.Optional(Type.Number({ minimum: 0, maximum: 360, title: '拍摄方向' })),
  },
  { additionalProperties: false },
)

const instantPattern = '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,3})?Z$'

export const ReportBody = Type.Object(
  {
    matter: Type.String({ pattern: '^matter_[0-9a-z_-]{1,60}$', title: '问题类型' }),
    photos: Type.Array(Type.String({ pattern: '^[0-9a-f]{64}$' }), {
      minItems: 1,
      maxItems: messageLimits.photos.max,
      uniqueItems: true,
      title: '照片',
    }),
    spot: Type.Optional(SpotBody),
    /** Where no position could be had: one of his own grids. */
    grid: Type.Optional(Type.String({ pattern: '^[0-9-]{6,40}$', title: '网格' })),
    /** The component that is meant; the nearest of its type where none is named. */
    component: Type.Optional(Type.String({ pattern: '^[0-9]{16}$', title: '部件编码' })),
    place: Type.Optional(Type.String({ maxLength: messageLimits.place.max, title: '地点' })),
    text: Type.Optional(Type.String({ maxLength: messageLimits.text.max, title: '情况说明' })),
    /** When it was seen, by the clock of the device; it may have waited for a line. */
    seenAt: Type.Optional(Type.String({ pattern: instantPattern, title: '发现时间' })),
    urgent: Type.Optional(Type.Boolean({ title: '紧急' })),
  },
  { additionalProperties: false, title: 'GridReport' },
)
export type ReportBody = Static<typeof ReportBody>

export const Reported = Type.Object(
  { ok: Type.Literal(true), id: Text, number: Text, stage: Text, stageLabel: SaidView, grid: OrNull(Text) },
  { title: 'GridReported' },
)

export const TypeView = Type.Object(
  {
    matter: Text,
    name: SaidView,
    group: Text,
    words: Type.Array(Text),
    conditions: Type.Array(SaidView),
    closing: Type.Array(SaidView),
    urgent: Type.Boolean(),
    /** Types of components it is about, by the digits of their codes. */
    components: Type.Array(Text),
    /** How often it was reported in these grids lately. */
    often: Type.Integer(),
  },
  { title: 'GridType' },
)
export type TypeView = Static<typeof TypeView>

export const TaskView = Type.Object(
  {
    /** What is to be done there: 核实 or 核查. */
    kind: Type.Enum(['check', 'verify']),
    line: CaseLine,
    spot: OrNull(Type.Object({ lng: Type.Number(), lat: Type.Number() })),
    grid: OrNull(Text),
    place: OrNull(Text),
  },
  { title: 'GridTask' },
)
export type TaskView = Static<typeof TaskView>

export const GridView = Type.Object({
  code: Text,
  name: Text,
  border: OrNull(Type.Object({ type: Type.Literal('MultiPolygon'), coordinates: Type.Unknown() })),
})
export type GridView = Static<typeof GridView>

export const PatrolView = Type.Object(
  {
    grids: Type.Array(GridView),
    /** Since when on duty; null: off duty, and nothing is tracked. */
    onDutySince: OrNull(Text),
    types: Type.Array(TypeView),
    tasks: Type.Array(TaskView),
    /** How many he reported today. */
    reportedToday: Type.Integer(),
    trackDays: Type.Integer(),
  },
  { title: 'Patrol' },
)
export type PatrolView = Static<typeof PatrolView>

export const DutyBody = Type.Object(
  { on: Type.Boolean({ title: '在岗' }) },
  { additionalProperties: false, title: 'DutyChange' },
)
export const DutyView = Type.Object({ ok: Type.Literal(true), onDutySince: OrNull(Text) }, { title: 'Duty' })

const point = {
  at: Type.String({ pattern: instantPattern, title: '时间' }),
  lng: Type.Number({ minimum: -180, maximum: 180, title: '经度' }),
  lat: Type.Number({ minimum: -90, maximum: 90, title: '纬度' }),
  accuracy: Type.Optional(Type.Number({ minimum: 0, maximum: 100_000 })),
}
export const TrackBody = Type.Object(
  { points: Type.Array(Type.Object(point, { additionalProperties: false }), { minItems: 1, maxItems: 500 }) },
  { additionalProperties: false, title: 'TrackPoints' },
)
export type TrackPoint = Static<typeof TrackBody>['points'][number]
export const TrackKept = Type.Object({ ok: Type.Literal(true), kept: Type.Integer() })
export const TrackView = Type.Object(
  { points: Type.Array(Type.Object({ at: Text, lng: Type.Number(), lat: Type.Number() })) },
  { title: 'MyTrack' },
)
export const DayQuery = Type.Object({
  day: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', title: '日期' })),
})
