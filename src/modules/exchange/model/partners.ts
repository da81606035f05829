import type { CaseId } from '../../../kernel/cases/model/case.ts'
import type { Instant } from '../../../platform/time.ts'

export type PartnerId = `partner_${string}`

/** Another city's Open311 server to which cases are passed on. */
export type Partner = {
  readonly district: string
  readonly id: PartnerId
  readonly name: string
  /** The endpoint below which `requests.json` stands. */
  readonly url: string
  readonly jurisdiction: string | null
  readonly hasKey: boolean
  readonly active: boolean
  /** Up to when its changes have been read. */
  readonly readUntil: Instant | null
  readonly failingSince: Instant | null
  readonly error: string | null
}
export type SealedPartner = Partner & { readonly sealedKey: string | null }

/** What is passed on, and as what: a matter, or everything under a category; the nearest one counts. */
export type Mapping = {
  readonly partner: PartnerId
  readonly matter: string | null
  readonly category: string | null
  readonly code: string
}

/**
 * waiting: not sent yet · unsure: sent, and no answer came, so it is looked for before it is sent again · sent: taken,
 * with a number or a token · blind: taken, and nothing ever comes back · refused: the other side said no ·
 * dead: tried too often. The last two wait for a person.
 */
export const passingStates = ['waiting', 'unsure', 'sent', 'blind', 'refused', 'dead'] as const
export type PassingState = (typeof passingStates)[number]

/** One case on its way to, or at, one partner. */
export type Passing = {
  readonly district: string
  readonly caseId: CaseId
  readonly partner: PartnerId
  readonly code: string
  readonly state: PassingState
  readonly round: number
  readonly remoteId: string | null
  readonly token: string | null
  readonly status: 'open' | 'closed' | null
  readonly notes: string | null
  readonly notice: string | null
  readonly attempts: number
  readonly error: string | null
  readonly at: Instant
  readonly sentAt: Instant | null
  readonly seenAt: Instant | null
}

/** A request as another server tells of it, as far as we read it. */
export type RemoteRequest = {
  readonly id: string | null
  readonly token: string | null
  readonly status: 'open' | 'closed' | null
  readonly notes: string | null
  readonly notice: string | null
  readonly description: string | null
}
