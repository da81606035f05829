import type { Static } from 'typebox'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { cleanLine } from '../../channels/rules/text.ts'
import type { Capacity, StaffWho } from '../../organisations/model.ts'
import { postsWith } from '../../organisations/policy.ts'
import type { Operator } from '../../people/handle/operations.ts'
import { residentWith } from '../../people/handle/residents.ts'
import { callNumberOf, phoneOf } from '../../people/rules/phone.ts'
import { logOperation } from '../../people/store/logs.ts'
import type { EntryBody } from '../model/lists.ts'
import type { Filed } from './cases.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { type Intake, makeReady, takeIn } from './intake.ts'

export const ENTER_RIGHT = 'orders.enter'
const enters: readonly Capacity[] = ['intake', 'intake-head', 'grid-worker', 'administrator']

export type Entry = Static<typeof EntryBody> & { readonly key: string | null }

/** Whether any of his posts files for others. */
export const mayEnter = (who: StaffWho): boolean =>
  postsWith(who, ENTER_RIGHT).some(({ capacities }) => capacities.some((one) => enters.includes(one)))

type Contact = Intake['contact']

/** What the door of entries makes of one, before anybody is written down for it. */
function intakeOf(
  who: StaffWho,
  { caller, channel, key, ...message }: Entry,
): { ok: true; intake: Intake; contact: Contact } | Refused {
  if (!mayEnter(who)) return refused('may-not-enter', 403)
  const phone = caller.phone ? callNumberOf(caller.phone) : null
  if (caller.phone && phone === null) return refused('call-number-wrong')
  const name = cleanLine(caller.name ?? '')
  const contact = {
    ...(name.ok && name.text !== '' && { name: name.text }),
    ...(phone !== null && { phone }),
  }
  const intake = {
    district: who.district,
    message,
    contact,
    applicant: null,
    channel,
    by: who.id,
    enteredBy: who.id,
    key: key === null ? null : `${who.id}:enter:${key}`,
  }
  return { ok: true, intake, contact }
}

/** Whether an entry could be filed now, or why not; nothing is filed and nobody written down. Throws as `enterFor` does. */
export async function tryEntry(parts: CaseDoorParts, who: StaffWho, entry: Entry): Promise<{ ok: true } | Refused> {
  const read = intakeOf(who, entry)
  if (!read.ok) return read
  const ready = await makeReady(parts, read.intake)
  return ready.ok ? { ok: true } : ready
}

/** Files what a caller says, in his name: who has a mobile telephone is found again by it, whoever answers the call. */
export async function enterFor(
  parts: CaseDoorParts,
  who: StaffWho,
  by: Operator,
  entry: Entry,
): Promise<Filed | Refused> {
  const read = intakeOf(who, entry)
  if (!read.ok) return read
  const { intake, contact } = read
  const { district } = who
  const { phone, name = null } = contact
  // Nobody can sign in with a fixed line, and a whole house may answer it.
  const mobile = phone ? phoneOf(phone) : null
  const applicant = mobile ? await residentWith(parts, { district, phone: mobile, name, at: by.at }) : null
  const filed = await takeIn(parts, { ...intake, applicant })
  const outcome = filed.ok ? 'done' : filed.refusal
  const target = filed.ok ? filed.state.id : '-'
  await logOperation(parts.db, { ...by, what: 'cases.enter', target, outcome })
  return filed
}
