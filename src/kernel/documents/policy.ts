import type { Capacity, HeldPost, StaffWho } from '../organisations/model.ts'
import { capacitiesOver, hasRight, postsWith, type Scoped } from '../organisations/policy.ts'
import type { DocumentKind } from './model.ts'

export const ISSUE_RIGHT = 'documents.issue'
export const READ_RIGHT = 'documents.read'
export const REVOKE_RIGHT = 'documents.revoke'
export const SETTINGS_RIGHT = 'documents.settings'

const intake: readonly Capacity[] = ['intake', 'intake-head']
const office: readonly Capacity[] = ['handler', 'section-head', 'leader-in-charge']

/**
 * Who signs what: intake says what is taken on, who works on it says the rest. What a document tells was decided in the
 * case before (an extension by its approver, a no by the superior, an answer by its checker); here it is put on paper.
 */
const issuers: Readonly<Record<DocumentKind, readonly Capacity[]>> = {
  accepted: [...intake, ...office],
  supplement: [...intake, ...office],
  declined: intake,
  extended: office,
  answer: [...office, ...intake],
  revocation: ['intake-head', 'section-head', 'leader-in-charge', 'top-leader'],
}

/** The post in which somebody may issue this about the thing; null where he may not. Its unit's organ is the issuer. */
export const issuingPost = (who: StaffWho, kind: DocumentKind, thing: Scoped): HeldPost | null =>
  postsWith(who, kind === 'revocation' ? REVOKE_RIGHT : ISSUE_RIGHT).find((post) => {
    const held = capacitiesOver({ ...who, posts: [post] }, thing)
    return issuers[kind].some((capacity) => held.has(capacity))
  }) ?? null

/** The post in which somebody may revoke or replace a document about the thing. */
export const endingPost = (who: StaffWho, thing: Scoped): HeldPost | null => issuingPost(who, 'revocation', thing)

export const mayKeepSettings = (who: StaffWho): boolean => hasRight(who, SETTINGS_RIGHT)
