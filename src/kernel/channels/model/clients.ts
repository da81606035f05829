import type { Instant } from '../../../platform/time.ts'

export type ClientId = `client_${string}`

/** What another system may be let do through its key. */
export const clientRights = [
  'intake.write',
  'intake.read',
  'catalogue.read',
  'indicators.read',
  'sensors.write',
] as const
export type ClientRight = (typeof clientRights)[number]

/** Another system that speaks to our HTTP API under a key of its own. */
export type Client = {
  readonly district: string
  readonly id: ClientId
  readonly name: string
  /** The last letters of its key, to tell two keys apart. */
  readonly hint: string
  readonly rights: readonly ClientRight[]
  readonly perMinute: number
  readonly active: boolean
  /** Until when the key before this one still opens. */
  readonly oldUntil: Instant | null
  readonly seenAt: Instant | null
  readonly endedAt: Instant | null
  readonly createdBy: string
  readonly createdAt: Instant
}

/** Who speaks, for the routes behind `clientKey`. */
export type KnownClient = Pick<Client, 'district' | 'id' | 'name' | 'rights'>
