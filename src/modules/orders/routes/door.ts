import type { FastifyRequest } from 'fastify'
import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import type { Looker } from '../../../kernel/cases/handle/photos.ts'
import type { Actor, CaseId, CaseState } from '../../../kernel/cases/model/case.ts'
import { applicant, isOwn, visitor } from '../../../kernel/cases/policy/applicant.ts'
import type { ResidentWho } from '../../../kernel/organisations/model.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { followById } from '../handle/follow.ts'

/** The resident who asks, null for a visitor; a member of staff has a door of his own. */
export const residentOf = ({ who }: FastifyRequest): ResidentWho | null | 'staff' =>
  who?.kind === 'staff' ? 'staff' : who

export const lookerOf = ({ district }: CaseDoorParts, { who }: FastifyRequest): Looker => ({
  district: who?.district ?? district,
  id: who?.id ?? 'visitor',
})

export type LetIn = { readonly ok: true; readonly state: CaseState; readonly actor: Actor }

/**
 * Lets in the applicant himself, or whoever brings the case's code in `x-follow-code`. A case of somebody else is
 * like one that is not there.
 */
export async function letIn(parts: CaseDoorParts, request: FastifyRequest, id: CaseId): Promise<LetIn | Refused> {
  const { who, headers } = request
  const code = headers['x-follow-code']
  if (who?.kind === 'resident') {
    const state = id.startsWith(`case_${who.district}_`) ? await parts.engine.cases.find(id) : null
    if (state && isOwn(who, state)) return { ok: true, state, actor: applicant(who) }
  }
  if (typeof code !== 'string') return who === null ? refused('not-signed-in', 401) : refused('no-such-case', 404)
  const followed = await followById(parts, id, { district: lookerOf(parts, request).district, code, ip: request.ip })
  return followed.ok ? { ...followed, actor: visitor } : followed
}
