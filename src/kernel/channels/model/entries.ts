import { type Static, Type } from 'typebox'
import type { Instant } from '../../../platform/time.ts'

export const entryKinds = ['mailbox', 'station', 'case', 'grid-member', 'facility'] as const
export type EntryKind = (typeof entryKinds)[number]

/** Where the code hangs; WGS84. What is filed through it can take this as its place. */
export const EntryPlace = Type.Object(
  {
    address: Type.Optional(Type.String({ maxLength: 200, title: '地址' })),
    lng: Type.Optional(Type.Number({ minimum: -180, maximum: 180, title: '经度' })),
    lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90, title: '纬度' })),
    grid: Type.Optional(Type.String({ maxLength: 60, title: '网格' })),
  },
  { additionalProperties: false },
)
export type EntryPlace = Readonly<Static<typeof EntryPlace>>

/** A printed code that leads somewhere: a mailbox on the street, a station, a case, whoever cares for a grid. */
export type Entry = {
  readonly district: string
  readonly code: string
  readonly kind: EntryKind
  readonly title: string
  readonly place: EntryPlace
  /** The number of a case, or the id of a station or of a member of staff; null for a mailbox that is nothing but itself. */
  readonly target: string | null
  readonly active: boolean
  readonly createdBy: string
  readonly createdAt: Instant
  readonly endedAt: Instant | null
}
