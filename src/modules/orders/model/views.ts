import { type Static, Type } from 'typebox'
import {
  DueView,
  LightView,
  MoveView,
  OrNull,
  PathStep,
  PhotoView,
  SaidView,
} from '../../../kernel/cases/model/views.ts'
import { messageLimits } from '../../../kernel/matters/model/message.ts'
import { pageQuery } from '../../../platform/http/paging.ts'
import { declineGrounds } from '../model.ts'

/** What the resident's door takes and hands out. */

const Text = Type.String()
const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' })

export const OrderBody = Type.Object(
  {
    /** Not chosen: found by the words of the message. */
    matter: Type.Optional(Type.String({ pattern: '^matter_[0-9a-z_-]{1,60}$', title: '事项' })),
    title: Type.String({ minLength: messageLimits.title.min, maxLength: messageLimits.title.max, title: '标题' }),
    text: Type.String({ minLength: messageLimits.text.min, maxLength: messageLimits.text.max, title: '情况说明' }),
    place: Type.Optional(Type.String({ maxLength: messageLimits.place.max, title: '地点' })),
    area: Type.Optional(Type.String({ maxLength: 60, title: '所在街道或社区' })),
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
    contact: Type.Optional(
      Type.Object({
        name: Type.Optional(Type.String({ maxLength: messageLimits.name.max, title: '姓名' })),
        phone: Type.Optional(Type.String({ maxLength: messageLimits.phone.max, title: '手机号码' })),
      }),
    ),
    photos: Type.Optional(Type.Array(Hash, { maxItems: messageLimits.photos.max, uniqueItems: true, title: '照片' })),
    /** An open case of the same matter that he joins: his own is linked to it, and he is answered with it. */
    joins: Type.Optional(Type.String({ pattern: '^case_[0-9a-z_]{1,60}$', title: '加入的工单' })),
    /** The printed code he came by: `349901.abcdefghij`; its place counts where he names none. */
    entry: Type.Optional(Type.String({ pattern: '^\\d{6,12}\\.[0-9a-z]{10}$', title: '二维码' })),
    /** Fields of the matter's own form. */
    form: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false, title: 'NewOrder' },
)
export type OrderBody = Static<typeof OrderBody>

export const OrderFiled = Type.Object(
  {
    id: Type.Union([Text, Type.Null()], { description: 'null for a visitor: he follows by number and code' }),
    number: Text,
    code: Type.String({ description: 'six digits; shown once, opens the case together with the number' }),
    matter: SaidView,
    stage: Text,
    stageLabel: SaidView,
    due: OrNull(Text),
    explained: OrNull(SaidView),
  },
  { title: 'OrderFiled' },
)

export const UploadedPhoto = Type.Object(
  {
    hash: Text,
    kind: Type.Enum(['image', 'pdf']),
    width: OrNull(Type.Integer()),
    height: OrNull(Type.Integer()),
    url: Type.String({ description: 'opens it for an hour, for whoever sent it' }),
    thumb: Type.String({ description: 'address of the small picture' }),
  },
  { title: 'UploadedPhoto' },
)

/** A line of 我的诉求. */
export const OrderLine = Type.Object(
  {
    id: Text,
    number: Text,
    title: OrNull(Text),
    matterName: SaidView,
    stage: Text,
    stageLabel: SaidView,
    phase: Text,
    filedAt: Text,
    due: OrNull(Text),
    light: LightView,
    /** The resident has something to do: supply, rate. */
    yourTurn: Type.Boolean(),
    settled: Type.Boolean(),
    ended: Type.Boolean(),
    stars: OrNull(Type.Integer()),
  },
  { title: 'OrderLine' },
)
export const MineQuery = Type.Object({ ...pageQuery, open: Type.Optional(Type.Boolean()) })
export const MinePage = Type.Object({ rows: Type.Array(OrderLine), next: OrNull(Text) }, { title: 'OrderPage' })

export const WriterHeaders = Type.Object({ 'x-writer': Type.Optional(Type.String({ maxLength: 80 })) })

export const FollowQuery = Type.Object({
  number: Type.String({ pattern: '^\\d{14}$', title: '编号' }),
})
export const FollowHeaders = Type.Object({
  'x-follow-code': Type.String({ pattern: '^\\d{6}$', title: '查询码' }),
})

/** What a resident may know of one step: what was done, never who sat behind the desk. */
export const ResidentEntry = Type.Object(
  {
    seq: Type.Integer(),
    at: Text,
    sentence: SaidView,
    text: Type.Optional(Type.String({ description: 'what was written to the resident, or by him' })),
    photos: Type.Array(PhotoView),
  },
  { title: 'ResidentEntry' },
)
export type ResidentEntry = Static<typeof ResidentEntry>

export const CaseForResident = Type.Object(
  {
    id: Text,
    number: Text,
    version: Type.Integer(),
    matterName: SaidView,
    state: Type.Enum(['open', 'destroyed']),
    title: Text,
    text: Text,
    place: OrNull(Text),
    happenedAt: OrNull(Text),
    /** Whether somebody was in touch with the applicant; null where nobody has to be. */
    contact: OrNull(Type.Object({ is: Type.Enum(['reached', 'not-reached', 'ahead', 'missed']), at: OrNull(Text) })),
    photos: Type.Array(PhotoView),
    filedAt: Text,
    stage: Text,
    stageLabel: SaidView,
    stageSentence: SaidView,
    path: Type.Array(PathStep),
    due: OrNull(DueView),
    unitName: OrNull(Text),
    timeline: Type.Array(ResidentEntry),
    /** What was found out or done, once it has been checked and told. */
    answer: OrNull(Type.Object({ text: Text, at: Text, photos: Type.Array(PhotoView) })),
    outcome: OrNull(Type.Object({ value: Type.Enum(['solved', 'explained', 'unsolved']), label: SaidView })),
    /** Why it was not taken on, once that is decided; the words for it say where to turn. */
    /** The case this one was linked to, as everybody who joined may see it. */
    original: OrNull(
      Type.Object({
        stageLabel: SaidView,
        stageSentence: SaidView,
        answer: OrNull(Type.Object({ text: Text, at: Text })),
      }),
    ),
    declined: OrNull(Type.Enum([...declineGrounds])),
    /** What is still missing, while the resident is asked for it. */
    missing: OrNull(Text),
    stars: OrNull(Type.Integer()),
    yourTurn: Type.Boolean(),
    /** `rate` stands for all five levels; `urge` once a day. */
    moves: Type.Array(MoveView),
    ended: Type.Boolean(),
  },
  { title: 'CaseForResident' },
)
export type CaseForResident = Static<typeof CaseForResident>

export const residentMoves = ['withdraw', 'supply', 'rate', 'askReopen', 'urge'] as const
export type ResidentMove = (typeof residentMoves)[number]

export const ResidentMoveParams = Type.Object({
  id: Type.String({ pattern: '^case_[0-9a-z_]{1,70}$' }),
  move: Type.Enum([...residentMoves]),
})
/** Fields by move: withdraw {reason?}; supply {text, evidence?}; rate {stars 1-5, text?}; askReopen {reason}; urge {words}. */
export const ResidentMoveBody = Type.Object(
  {
    fields: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
    seen: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { additionalProperties: false, title: 'OrderMove' },
)
