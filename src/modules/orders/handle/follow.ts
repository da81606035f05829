import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import type { CaseId, CaseState } from '../../../kernel/cases/model/case.ts'
import { idOfNumber } from '../../../kernel/cases/store/lists.ts'
import { pressBrake, releaseBrake, unpressBrake } from '../../../kernel/people/store/brakes.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'

type Found = { readonly ok: true; readonly state: CaseState } | Refused
type Try = { readonly district: string; readonly code: string; readonly ip: string }

const wrong = refused('number-or-code-wrong', 404)

/**
 * Opens a case to whoever knows its number and its six digits. A wrong number and a wrong code get the same answer;
 * ten wrong tries at one number make everybody wait who tries it, and one address has a budget of its own.
 */
export const followByNumber = async (parts: CaseDoorParts, number: string, given: Try): Promise<Found> =>
  follow(parts, number, given, () => idOfNumber(parts.db, given.district, number))

/** The same for somebody who has the id from a first look. */
export const followById = async (parts: CaseDoorParts, id: CaseId, given: Try): Promise<Found> =>
  follow(parts, id, given, async () => (id.startsWith(`case_${given.district}_`) ? id : null))

async function follow(
  parts: CaseDoorParts,
  of: string,
  { district, code, ip }: Try,
  find: () => Promise<CaseId | null>,
): Promise<Found> {
  const { db, clock, engine } = parts
  const at = clock.now()
  const byIp = { district, name: 'follow-ip', of: ip } as const
  const byCase = { district, name: 'follow-number', of: `${of} ${ip}` } as const
  const mayTry = (await pressBrake(db, byIp, at)).ok && (await pressBrake(db, byCase, at)).ok
  if (!mayTry) return refused('follow-locked', 429)
  const id = await find()
  const state = id && engine.cases.codeOf(id) === code ? await engine.cases.find(id) : null
  if (!state || state.filing.parent !== null) return wrong
  await releaseBrake(db, byCase)
  await unpressBrake(db, byIp)
  return { ok: true, state }
}
