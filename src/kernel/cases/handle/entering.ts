import type { Static } from 'typebox'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { cleanLine } from '../../channels/rules/text.ts'
import type { Capacity, StaffWho } from '../../organisations/model.ts'
import { postsWith } from '../../organisations/policy.ts'
import type { Operator } from '../../people/handle/operations.ts'
import { residentWith } from '../../people/handle/residents.ts'
import { phoneOf } from '../../people/rules/phone.ts'
import { logOperation } from '../../people/store/logs.ts'
import type { EntryBody } from '../model/lists.ts'
import type { Filed } from './cases.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { takeIn } from './intake.ts'

export const ENTER_RIGHT = 'orders.enter'
const enters: readonly Capacity[] = ['intake', 'intake-head', 'grid-worker', 'administrator']

type Entry = Static<typeof EntryBody> & { readonly key: string | null }

/** Files what a caller says, in his name: who has a telephone is found again by it, whoever answers the call. */
export async function enterFor(
  parts: CaseDoorParts,
  who: StaffWho,
  by: Operator,
  { caller, channel, key, ...message }: Entry,
): Promise<Filed | Refused> {
  const may = postsWith(who, ENTER_RIGHT).some(({ capacities }) => capacities.some((one) => enters.includes(one)))
  if (!may) return refused('may-not-enter', 403)
  const { district } = who
  const phone = caller.phone ? phoneOf(caller.phone) : null
  if (caller.phone && phone === null) return refused('phone-wrong')
  const name = cleanLine(caller.name ?? '')
  const contact = {
    ...(name.ok && name.text !== '' && { name: name.text }),
    ...(phone !== null && { phone }),
  }
  const applicant = phone ? await residentWith(parts, { district, phone, name: contact.name ?? null, at: by.at }) : null
  const filed = await takeIn(parts, {
    district,
    message,
    contact,
    applicant,
    channel,
    by: who.id,
    enteredBy: who.id,
    key: key === null ? null : `${who.id}:enter:${key}`,
  })
  const outcome = filed.ok ? 'done' : filed.refusal
  const target = filed.ok ? filed.state.id : '-'
  await logOperation(parts.db, { ...by, what: 'cases.enter', target, outcome })
  return filed
}
