import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { StaffWho } from '../../organisations/model.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import { residentFacts } from '../../people/handle/residents.ts'
import { type CaseState, districtOf } from '../model/case.ts'
import { mayUnmask, standsBetween } from '../policy/unmasking.ts'
import { contactOf, formOf } from '../rules/present-timeline.ts'
import { tellingOf } from '../store/timeline.ts'
import type { CaseDoorParts } from './door-parts.ts'

type Parts = Pick<CaseDoorParts, 'db' | 'vault'>
type Contact = { readonly name: string | null; readonly phone: string | null }

/**
 * Name and telephone in full. Every look is recorded with its reason, the refused one as well; who asked to stay
 * hidden from the unit is shown only to those who stand between.
 */
export async function unmask(
  parts: Parts,
  who: StaffWho,
  by: Operator,
  { state, reason }: { readonly state: CaseState; readonly reason: string },
): Promise<({ ok: true } & Contact) | Refused> {
  const told = mayUnmask(who, state) ? await toldIn(parts, state) : null
  return operate(parts.db, by, { what: 'cases.unmask', target: `${state.id} ${reason}` }, async () => {
    if (!mayUnmask(who, state)) return refused('not-yours', 403)
    if (told === null) return refused('nobody-to-unmask', 404)
    if (formOf(told).anonymous === true && !standsBetween(who, state)) return refused('caller-stays-hidden', 403)
    const left = contactOf(told)
    const known = state.filing.applicant
      ? await residentFacts(parts, districtOf(state.id), state.filing.applicant)
      : null
    const contact = { name: left.name ?? known?.name ?? null, phone: left.phone ?? known?.phone ?? null }
    return contact.name === null && contact.phone === null
      ? refused('nobody-to-unmask', 404)
      : { ok: true as const, ...contact }
  })
}

async function toldIn({ db, vault }: Parts, { id }: CaseState): Promise<Parameters<typeof contactOf>[0] | null> {
  const sealed = await tellingOf(db, id, 1)
  const opened = sealed ? await vault.open(districtOf(id), sealed) : 'destroyed'
  return typeof opened === 'object' && opened !== null && !Array.isArray(opened)
    ? (opened as Parameters<typeof contactOf>[0])
    : null
}
