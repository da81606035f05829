import { type Static, Type } from 'typebox'
import { OrNull, SaidView } from '../../../kernel/cases/model/views.ts'
import { serviceTypes } from './georeport.ts'
import { passingStates } from './partners.ts'

const Text = Type.String()
const TextOrNull = OrNull(Text)

const line = {
  matter: OrNull(Type.String({ pattern: '^matter_[0-9a-z_-]{1,60}$', title: '事项' })),
  category: OrNull(Type.String({ minLength: 1, maxLength: 200, title: '类别' })),
  code: Type.String({ minLength: 1, maxLength: 100, title: '对方服务编码' }),
}
export const MappingLine = Type.Object(line, { additionalProperties: false, title: 'PartnerMapping' })
export type MappingLine = Static<typeof MappingLine>

export const PartnerView = Type.Object(
  {
    id: Text,
    name: Text,
    url: Text,
    jurisdiction: TextOrNull,
    hasKey: Type.Boolean(),
    active: Type.Boolean(),
    readUntil: TextOrNull,
    failingSince: TextOrNull,
    error: TextOrNull,
    mappings: Type.Array(MappingLine),
    counts: Type.Record(Type.String(), Type.Integer(), { description: 'deliveries by state' }),
  },
  { title: 'ExchangePartner' },
)
export type PartnerView = Static<typeof PartnerView>

export const PartnerBody = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60, title: '名称' }),
    url: Type.String({ minLength: 8, maxLength: 500, title: '接口地址' }),
    jurisdiction: OrNull(Type.String({ maxLength: 100, title: '对方 jurisdiction_id' })),
    /** Null or left out: the key that is there stays. */
    key: Type.Optional(OrNull(Type.String({ minLength: 1, maxLength: 400, title: '对方密钥' }))),
    active: Type.Boolean({ title: '启用' }),
  },
  { additionalProperties: false, title: 'ExchangePartnerDraft' },
)
export type PartnerBody = Static<typeof PartnerBody>

export const MappingsBody = Type.Object(
  { rows: Type.Array(MappingLine, { maxItems: 500, title: '对应关系' }) },
  { additionalProperties: false },
)

export const RemoteServices = Type.Object(
  { rows: Type.Array(Type.Object({ code: Text, name: Text })) },
  { title: 'PartnerServices' },
)

export const DeliveryView = Type.Object(
  {
    case: Text,
    number: TextOrNull,
    title: TextOrNull,
    partner: Text,
    code: Text,
    state: Type.Enum([...passingStates]),
    remoteId: TextOrNull,
    status: TextOrNull,
    notes: TextOrNull,
    attempts: Type.Integer(),
    error: TextOrNull,
    at: Text,
    sentAt: TextOrNull,
    seenAt: TextOrNull,
  },
  { title: 'ExchangeDelivery' },
)
export type DeliveryView = Static<typeof DeliveryView>

export const OfferView = Type.Object(
  {
    matter: Text,
    code: Text,
    name: SaidView,
    type: Type.Enum([...serviceTypes]),
    offered: Type.Boolean(),
    attributes: Type.Integer(),
  },
  { title: 'Open311Offer' },
)
export type OfferView = Static<typeof OfferView>

export const OfferBody = Type.Object(
  { type: Type.Enum([...serviceTypes], { title: '返回方式' }), offered: Type.Boolean({ title: '对外提供' }) },
  { additionalProperties: false },
)

export const KeyUse = Type.Object(
  { client: Text, calls: Type.Integer(), filed: Type.Integer() },
  { title: 'Open311KeyUse' },
)
export type KeyUse = Static<typeof KeyUse>
