import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import type { Instant } from '../../../platform/time.ts'
import type { PersonId, ResidentFacts } from '../model.ts'
import { maskPhone, phoneOf } from '../rules/phone.ts'
import { logLogin } from '../store/logs.ts'
import { findByPhone, findSealed, insertResident, replaceSealed } from '../store/residents.ts'
import { macOfPhone, redeemCode } from './codes.ts'
import type { From, PeopleParts } from './parts.ts'
import type { Begun, Sessions } from './sessions.ts'

type Parts = Pick<PeopleParts, 'db' | 'clock' | 'mac' | 'vault'>
type Known = { readonly district: string; readonly phone: string; readonly name: string | null; readonly at: Instant }

/**
 * The resident with this telephone; unknown so far, he is written down now, the number sealed under a key of his own.
 * Also for a counter clerk who files for a caller. `phone` must be one that `phoneOf` gave.
 */
export async function residentWith(parts: Parts, { district, phone, name, at }: Known): Promise<PersonId> {
  const phoneMac = macOfPhone(parts, district, phone)
  const known = await findByPhone(parts.db, district, phoneMac)
  if (known !== null) return known
  const id: PersonId = `person_${sortableId(at)}`
  const sealed = await parts.vault.seal(district, id, { phone, name })
  if (await insertResident(parts.db, { district, id, phoneMac, sealed, at })) return id
  const other = await findByPhone(parts.db, district, phoneMac)
  if (other === null) throw new Error('a resident that was there a moment ago is gone')
  return other
}

/** What is known of residents, in the order given; null for who is unknown or whose key is destroyed. */
export async function residentsFacts(
  parts: Pick<Parts, 'db' | 'vault'>,
  district: string,
  ids: readonly PersonId[],
): Promise<readonly (ResidentFacts | null)[]> {
  const sealed = await findSealed(parts.db, district, ids)
  const known = [...sealed.keys()]
  const opened = await parts.vault.openMany(district, [...sealed.values()])
  const facts = new Map(known.map((id, at) => [id, opened[at]]))
  return ids.map((id) => {
    const found = facts.get(id)
    return found === undefined || found === 'destroyed' ? null : (found as ResidentFacts)
  })
}

export async function residentFacts(
  parts: Pick<Parts, 'db' | 'vault'>,
  district: string,
  id: PersonId,
): Promise<ResidentFacts | null> {
  const [facts = null] = await residentsFacts(parts, district, [id])
  return facts
}

export async function nameResident(
  parts: Pick<Parts, 'db' | 'vault'>,
  district: string,
  id: PersonId,
  name: string,
): Promise<Refused | { ok: true }> {
  const facts = await residentFacts(parts, district, id)
  if (facts === null) return refused('no-such-account', 404)
  await replaceSealed(parts.db, district, id, await parts.vault.seal(district, id, { ...facts, name }))
  return { ok: true }
}

export type CodeSignIn = { readonly district: string; readonly phone: string; readonly code: string }

/** Signs a resident in by the code sent to his telephone. Every try stands in the login log, the number masked. */
export async function signInResident(
  parts: Parts & { readonly sessions: Sessions },
  given: CodeSignIn,
  from: From,
): Promise<(Begun & { ok: true; id: PersonId }) | Refused> {
  const at = parts.clock.now()
  const { district } = given
  const redeemed = await redeemCode(parts, { ...given, purpose: 'sign-in' }, from)
  const phone = phoneOf(given.phone)
  const line = {
    district,
    at,
    kind: 'resident',
    unit: null,
    account: phone ? maskPhone(phone) : '?',
    way: 'code',
    ...from,
  } as const
  if (!redeemed.ok) {
    await logLogin(parts.db, { ...line, who: null, outcome: redeemed.refusal })
    return redeemed
  }
  const id = await residentWith(parts, { district, phone: redeemed.phone, name: null, at })
  const begun = await parts.sessions.begin(parts.db, district, id, 'code', from)
  await logLogin(parts.db, { ...line, who: id, outcome: 'done' })
  return { ok: true, id, ...begun }
}
