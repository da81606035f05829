import { type Static, Type } from 'typebox'
import type { Instant } from '../../../platform/time.ts'

/** From the widest to the narrowest; a road, a lane or an estate stands in the territory itself. */
export const addressLevels = ['road', 'lane', 'estate', 'building', 'entrance', 'room'] as const
export type AddressLevel = (typeof addressLevels)[number]

/** In which levels an address of each may stand; null: in the territory itself. */
export const standsIn = {
  road: [null],
  lane: [null, 'road'],
  estate: [null, 'road', 'lane'],
  building: ['road', 'lane', 'estate'],
  entrance: ['building'],
  room: ['building', 'entrance'],
} as const satisfies Record<AddressLevel, readonly (AddressLevel | null)[]>

export type Address = {
  readonly id: string
  readonly level: AddressLevel
  readonly name: string
  readonly parent: string | null
  readonly aliases: string[]
  /** Its name behind those of all it stands in. */
  readonly path: string
  readonly lng: number | null
  readonly lat: number | null
  readonly street: string | null
  readonly community: string | null
  readonly grid: string | null
  readonly active: boolean
  /** How often it was written down. */
  readonly seq: number
  readonly changedAt: Instant
}

/** An address as it is to be written; when is told by the stroke that writes it. */
export type NewAddress = Omit<Address, 'seq' | 'changedAt'>

const said = {
  name: Type.String({ minLength: 1, maxLength: 60, title: '名称' }),
  aliases: Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 10, title: '别名' }),
  point: Type.Object(
    {
      lng: Type.Number({ minimum: -180, maximum: 180, title: '经度' }),
      lat: Type.Number({ minimum: -90, maximum: 90, title: '纬度' }),
    },
    { additionalProperties: false, title: '位置' },
  ),
}

export const AddressDraft = Type.Object(
  {
    level: Type.Enum([...addressLevels], { title: '级别' }),
    name: said.name,
    parent: Type.Optional(Type.String({ maxLength: 60, title: '上级地址' })),
    aliases: Type.Optional(said.aliases),
    point: Type.Optional(said.point),
  },
  { additionalProperties: false, title: 'NewAddress' },
)
export type AddressDraft = Static<typeof AddressDraft>

/** What may be said otherwise of an address that stands; what it stands in stays. */
export const AddressPatch = Type.Object(
  {
    ...Type.Partial(Type.Object(said)).properties,
    active: Type.Optional(Type.Boolean({ title: '在用' })),
    seq: Type.Integer({ minimum: 1, title: '版本', description: 'the `seq` that was read' }),
    reason: Type.String({ minLength: 2, maxLength: 200, title: '原因' }),
  },
  { additionalProperties: false, title: 'AddressChange' },
)
export type AddressPatch = Static<typeof AddressPatch>

export const addressSorts = ['name', 'path', 'changed'] as const
export const AddressFilters = Type.Object({
  parent: Type.Optional(Type.String({ maxLength: 60, title: '上级地址' })),
  q: Type.Optional(Type.String({ maxLength: 60, title: '查找', description: 'in any way of writing it' })),
  level: Type.Optional(Type.Enum([...addressLevels], { title: '级别' })),
  community: Type.Optional(Type.String({ maxLength: 20, title: '社区' })),
  active: Type.Optional(Type.Boolean({ title: '在用' })),
  sort: Type.Optional(Type.Enum([...addressSorts], { title: '排序' })),
})
export type AddressFilters = Static<typeof AddressFilters>
