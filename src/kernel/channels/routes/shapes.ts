import { Type } from 'typebox'
import { OrNull } from '../../people/routes/shapes.ts'
import { clientRights } from '../model/clients.ts'
import { EntryPlace, entryKinds } from '../model/entries.ts'
import { deliveryOutcomes } from '../model/hooks.ts'
import { addresseeKinds } from '../model/notices.ts'

const Text = Type.String()
const TextOrNull = OrNull(Text)
const InBoth = Type.Object({ zh: Text, en: Text })

export const InboxLine = Type.Object(
  {
    id: Text,
    template: Text,
    title: InBoth,
    text: InBoth,
    caseId: TextOrNull,
    number: TextOrNull,
    forUnit: OrNull(Type.String({ description: 'the unit whose inbox it lies in; null in one’s own' })),
    at: Text,
    readAt: TextOrNull,
  },
  { title: 'Notice' },
)

export const NoticeLogLine = Type.Object(
  {
    id: Text,
    template: Text,
    title: InBoth,
    text: Type.Object({ zh: Text, en: Text }, { description: 'secrets are covered' }),
    caseId: TextOrNull,
    number: TextOrNull,
    to: Type.Object({ kind: Type.Enum([...addresseeKinds]), id: Text }),
    at: Text,
    readAt: TextOrNull,
    sentAt: TextOrNull,
    medium: TextOrNull,
    outcome: OrNull(Type.String({ description: "'sent', or why it did not go out" })),
    attempts: Type.Integer(),
    due: TextOrNull,
    deadAt: TextOrNull,
  },
  { title: 'NoticeLogLine' },
)

export const TemplateLine = Type.Object(
  {
    key: Text,
    to: Type.Enum(['resident', 'staff']),
    title: InBoth,
    text: InBoth,
    must: Type.Array(Text),
    may: Type.Array(Text),
    goesOut: Type.Boolean(),
    version: Type.Integer({ description: '0: as the house came' }),
    since: TextOrNull,
    by: TextOrNull,
  },
  { title: 'NoticeTemplate' },
)

export const SubscriptionLine = Type.Object(
  {
    id: Text,
    name: Text,
    url: Text,
    topics: Type.Array(Text),
    active: Type.Boolean(),
    failingSince: TextOrNull,
    stoppedAt: TextOrNull,
    stoppedWhy: TextOrNull,
    oldUntil: TextOrNull,
    createdBy: Text,
    createdAt: Text,
  },
  { title: 'Subscription' },
)

export const SubscriptionBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60, title: '名称' }),
    url: Type.String({ minLength: 1, maxLength: 1_000, title: '地址' }),
    topics: Type.Array(
      Type.String({
        pattern: '^(\\*|cn\\.yiwang(\\.[a-z][a-z-]{0,40}){0,5}(\\.\\*)?)$',
        title: '主题',
        description: 'a type of event, `cn.yiwang.case.*`, or `*`',
      }),
      { minItems: 1, maxItems: 30, title: '主题' },
    ),
  },
  { additionalProperties: false },
)

export const HandedSecret = Type.Object(
  { ok: Type.Literal(true), id: Text, secret: Type.String({ description: 'shown once' }) },
  { title: 'HandedSecret' },
)

const delivery = {
  id: Text,
  subscription: Text,
  event: Text,
  topic: Text,
  attempt: Type.Integer(),
  at: Text,
  status: OrNull(Type.Integer()),
  ms: Type.Integer(),
  outcome: Type.Enum([...deliveryOutcomes]),
}
export const DeliveryLine = Type.Object(delivery, { title: 'Delivery' })
export const PingAnswer = Type.Object({ ok: Type.Literal(true), ...delivery }, { title: 'PingAnswer' })

export const ClientBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60, title: '系统名称' }),
    rights: Type.Array(Type.Enum([...clientRights]), { minItems: 1, uniqueItems: true, title: '权限' }),
    perMinute: Type.Integer({ minimum: 1, maximum: 6_000, title: '每分钟次数' }),
  },
  { additionalProperties: false },
)

export const ClientLine = Type.Object(
  {
    id: Text,
    name: Text,
    hint: Type.String({ description: 'the last letters of the key' }),
    rights: Type.Array(Text),
    perMinute: Type.Integer(),
    active: Type.Boolean(),
    oldUntil: TextOrNull,
    seenAt: TextOrNull,
    endedAt: TextOrNull,
    createdBy: Text,
    createdAt: Text,
  },
  { title: 'Client' },
)

export const IssuedKey = Type.Object(
  { ok: Type.Literal(true), id: Text, key: Type.String({ description: 'shown once' }) },
  { title: 'IssuedKey' },
)

export const EntryBody = Type.Object(
  {
    kind: Type.Enum([...entryKinds], { title: '类别' }),
    title: Type.String({ minLength: 1, maxLength: 60, title: '名称' }),
    place: Type.Optional(EntryPlace),
    target: Type.Optional(Type.String({ minLength: 1, maxLength: 100, title: '办件或站点' })),
  },
  { additionalProperties: false },
)

export const EntryLine = Type.Object(
  {
    code: Text,
    kind: Type.Enum([...entryKinds]),
    title: Text,
    place: EntryPlace,
    target: TextOrNull,
    active: Type.Boolean(),
    url: Text,
    createdBy: Text,
    createdAt: Text,
    endedAt: TextOrNull,
  },
  { title: 'Entry' },
)

export const FoundEntry = Type.Object(
  {
    ok: Type.Literal(true),
    kind: Type.Enum([...entryKinds]),
    title: Text,
    place: EntryPlace,
    goTo: Type.String({ description: 'a path of the resident’s face' }),
  },
  { title: 'FoundEntry' },
)

export const RecordedLine = Type.Object(
  {
    id: Text,
    at: Text,
    medium: Type.Enum(['sms', 'mail']),
    to: Type.String({ description: 'masked' }),
    subject: TextOrNull,
    text: Text,
  },
  { title: 'RecordedMessage' },
)
