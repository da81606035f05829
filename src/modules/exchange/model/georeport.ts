import type { Instant } from '../../../platform/time.ts'
import type { Said } from '../../../platform/words.ts'

/** Open311 GeoReport v2, http://wiki.open311.org/GeoReport_v2, and its service discovery. */

export const SPECIFICATION = 'http://wiki.open311.org/GeoReport_v2'
/** Where the endpoint stands below the public address. */
export const ENDPOINT = '/api/exchange/open311/v2'

export type Format = 'xml' | 'json'

/** What an answer carries in either format: XML from the names, JSON by the Spark convention. */
export type Tree = null | string | number | boolean | readonly Tree[] | { readonly [name: string]: Tree | undefined }

/** 404 what does not exist, 403 a key that is missing or wrong, 429 a key used up, 400 everything else. */
export type ErrorStatus = 400 | 403 | 404 | 429

export type ErrorLine = { readonly code: number | string; readonly said: Said }

export type Faults = { readonly ok: false; readonly status: ErrorStatus; readonly errors: readonly ErrorLine[] }

export const DESCRIPTION_MOST = 4_000
export const ROWS_MOST = 1_000
export const DAYS_MOST = 90

export type RequestStatus = 'open' | 'closed'

/** realtime: the number at once; batch: a token that leads to it; blackbox: nothing at all. */
export const serviceTypes = ['realtime', 'batch', 'blackbox'] as const
export type ServiceType = (typeof serviceTypes)[number]

/** What is asked of the list of requests; what was left out or left empty is null. */
export type Question = {
  /** Overrides everything else. */
  readonly ids: readonly string[] | null
  readonly codes: readonly string[] | null
  readonly status: RequestStatus | null
  readonly from: Instant | null
  readonly to: Instant | null
  readonly updatedAfter: Instant | null
  readonly updatedBefore: Instant | null
  readonly near: { readonly lat: number; readonly long: number; readonly metres: number } | null
  readonly page: number
  readonly pageSize: number
  readonly extensions: boolean
}

/** One attribute of a service definition, as far as the specification knows it. */
export type Attribute = {
  readonly code: string
  readonly datatype: 'string' | 'number' | 'datetime' | 'text' | 'singlevaluelist' | 'multivaluelist'
  readonly required: boolean
  readonly datatypeDescription: Said | null
  readonly order: number
  readonly description: Said
  readonly values: readonly { readonly key: string; readonly name: Said }[]
}

/** What somebody posted, once it is in order. */
export type Posting = {
  readonly code: string
  readonly lat: number | null
  readonly long: number | null
  readonly addressString: string | null
  readonly addressId: string | null
  readonly description: string
  readonly mediaUrl: string | null
  readonly name: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly accountId: string | null
  readonly attributes: Readonly<Record<string, readonly string[]>>
}

/** What is kept of a request beside its case: what the case itself has no place for. No personal data. */
export type RequestRow = {
  readonly district: string
  readonly caseId: string
  readonly client: string
  readonly key: string | null
  readonly token: string
  readonly type: ServiceType
  readonly lat: number | null
  readonly long: number | null
  readonly addressId: string | null
  readonly mediaUrl: string | null
  /** Hash of a picture that was sent along, if any. */
  readonly picture: string | null
  readonly at: Instant
}
