import { type Static, Type } from 'typebox'

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
}

export const AddressDraft = Type.Object(
  {
    level: Type.Enum([...addressLevels], { title: '级别' }),
    name: Type.String({ minLength: 1, maxLength: 60, title: '名称' }),
    parent: Type.Optional(Type.String({ maxLength: 60, title: '上级地址' })),
    aliases: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 60 }), { maxItems: 10, title: '别名' })),
    point: Type.Optional(
      Type.Object(
        {
          lng: Type.Number({ minimum: -180, maximum: 180, title: '经度' }),
          lat: Type.Number({ minimum: -90, maximum: 90, title: '纬度' }),
        },
        { additionalProperties: false, title: '位置' },
      ),
    ),
  },
  { additionalProperties: false, title: 'NewAddress' },
)
export type AddressDraft = Static<typeof AddressDraft>
