import type { Instant } from '../../platform/time.ts'

/** A resident, or a person acting for an enterprise. */
export type PersonId = `person_${string}`
/** Somebody who works for the city. */
export type StaffId = `staff_${string}`
/** One signed-in device. The token itself is never stored, only its hash. */
export type SessionId = `session_${string}`

/** What somebody proved when he signed in. */
export type SignInWay = 'code' | 'password' | 'password-and-totp' | 'oidc'

/** Somebody who is signed in, before anything is known about his posts. */
export type Signed =
  | { readonly kind: 'staff'; readonly id: StaffId; readonly district: string; readonly session: SessionId }
  | { readonly kind: 'resident'; readonly id: PersonId; readonly district: string; readonly session: SessionId }

export type Session = {
  readonly id: SessionId
  readonly district: string
  readonly who: StaffId | PersonId
  readonly way: SignInWay
  readonly device: string
  readonly ip: string
  readonly startedAt: Instant
  readonly seenAt: Instant
  readonly endsAt: Instant
}

/** A staff account as administrators see it; secrets never leave the store. */
export type StaffAccount = {
  readonly district: string
  readonly id: StaffId
  readonly account: string
  readonly name: string
  /** The home unit; posts may be held elsewhere too. */
  readonly unit: `unit_${string}`
  readonly state: 'active' | 'locked' | 'left'
  readonly mustChangePassword: boolean
  readonly totp: boolean
  readonly createdAt: Instant
}

/** The orders a list of accounts can be asked for. */
export const staffSorts = ['account', 'name', 'unit', '-created'] as const
export type StaffSort = (typeof staffSorts)[number]

/** What is known of a resident, opened from the sealed box. */
export type ResidentFacts = { readonly phone: string; readonly name: string | null }

/** A person acting for an organisation: 法定代表人, 经办人 and so on. */
export type AgentRelation = 'legal-representative' | 'handler' | 'employee'
export type Agency = { readonly creditCode: string; readonly organisation: string; readonly relation: AgentRelation }

/** Why a one-time code was sent; a code for one purpose opens nothing else. */
export type CodePurpose = 'sign-in' | 'change-phone' | 'follow-case'

/** The channel port: SMS in a city, the log of messages in the demo. Resolves when the channel took it. */
export type SendCode = (phone: string, code: string, purpose: CodePurpose) => Promise<void>

export type PeopleRefusal =
  | 'sign-in-refused'
  | 'second-step-needed'
  | 'too-many-tries'
  | 'ask-again-later'
  | 'code-wrong-or-over'
  | 'phone-wrong'
  | 'unknown-identity'
  | 'staff-only'
  | 'residents-only'
  | 'session-ended'
  | 'other-site'
  | 'password-too-short'
  | 'password-too-long'
  | 'password-too-common'
  | 'password-contains-account'
  | 'password-unchanged'
  | 'password-must-change'
  | 'no-such-account'
  | 'account-taken'
  | 'account-left'
  | 'no-such-session'
  | 'totp-already-on'
  | 'totp-not-started'
  | 'totp-code-wrong'
  | 'credit-code-wrong'
  | 'oidc-not-offered'
  | 'oidc-failed'
