import type { Static } from 'typebox'
import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { type Intake, takeIn } from '../../../kernel/cases/handle/intake.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { applicant as asApplicant, visitor } from '../../../kernel/cases/policy/applicant.ts'
import { dueOf, stageLabel } from '../../../kernel/cases/rules/present.ts'
import { STAGE_CLOCK } from '../../../kernel/cases/rules/step.ts'
import { cleanLine } from '../../../kernel/channels/rules/text.ts'
import { findEntry } from '../../../kernel/channels/store/entries.ts'
import type { ResidentWho } from '../../../kernel/organisations/model.ts'
import { residentFacts, residentWith } from '../../../kernel/people/handle/residents.ts'
import { phoneOf } from '../../../kernel/people/rules/phone.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { OrderBody, OrderFiled } from '../model/views.ts'
import { joined, originalToJoin } from './joining.ts'

type Body = Static<typeof OrderBody>
type Filed = { readonly ok: true; readonly id: string; readonly answer: Static<typeof OrderFiled> }

/**
 * Files what a resident or a visitor writes. A visitor's telephone is not proved: the case goes to the name it
 * belongs to, but number and code open this one case only, and the name he gives is written nowhere else.
 */
export async function fileOrder(
  parts: CaseDoorParts,
  who: ResidentWho | null,
  body: Body,
  key: string | null,
): Promise<Filed | Refused> {
  const { contact: given = {}, joins, entry, ...told } = body
  const phone = given.phone ? phoneOf(given.phone) : null
  if (given.phone && phone === null) return refused('phone-wrong')
  const applicant = await applicantOf(parts, who, phone)
  const original = joins ? await originalToJoin(parts, applicant.district, joins as CaseId) : null
  if (original && 'refusal' in original) return original
  const { message, channel } = await through(parts, told, entry)
  const filed = await takeIn(parts, {
    district: applicant.district,
    message,
    contact: await contactOf(parts, who, given.name, phone),
    applicant: applicant.id,
    channel,
    by: who?.id ?? 'visitor',
    enteredBy: null,
    key: key === null ? null : `${who?.id ?? 'visitor'}:orders:${key}`,
  })
  if (!filed.ok) return filed
  const { code, matter } = filed
  const by = who ? asApplicant(who) : visitor
  const state = original ? await joined(parts, filed.state, original.id, by) : filed.state
  const clock = state.clocks[STAGE_CLOCK] ?? Object.values(state.clocks)[0]
  const due = clock ? dueOf(clock.account, clock.warnAt, parts.clock.now()) : null
  return {
    ok: true,
    id: state.id,
    answer: {
      id: who ? state.id : null,
      number: state.filing.number,
      code,
      matter: matter.name,
      stage: state.stage,
      stageLabel: stageLabel(parts.words, state.filing.procedure, state.stage),
      due: due?.at ?? null,
      explained: due?.explained ?? null,
    },
  }
}

type Through = { readonly message: Intake['message']; readonly channel: Intake['channel'] }

/** Whoever came by a printed code writes from where it hangs, unless he names another place; a code that ended is no hindrance. */
async function through({ db }: CaseDoorParts, told: Intake['message'], named: string | undefined): Promise<Through> {
  const [district = '', code = ''] = named?.split('.') ?? []
  const entry = named === undefined ? null : await findEntry(db, district, code)
  if (entry === null || !entry.active) return { message: told, channel: 'web' }
  const { address, grid } = entry.place
  const isThere = told.place === undefined || told.place === address
  const place = isThere && address !== undefined ? { place: address } : {}
  const area = isThere && grid !== undefined && told.area === undefined ? { area: grid } : {}
  return { message: { ...told, ...place, ...area }, channel: entry.kind === 'mailbox' ? 'mailbox' : 'web' }
}

async function applicantOf(parts: CaseDoorParts, who: ResidentWho | null, phone: string | null) {
  if (who) return { district: who.district, id: who.id }
  const { district, clock } = parts
  return { district, id: phone ? await residentWith(parts, { district, phone, name: null, at: clock.now() }) : null }
}

/** What the handler will call: what was written now, else what is known of the one who is signed in. */
async function contactOf(
  parts: CaseDoorParts,
  who: ResidentWho | null,
  name: string | undefined,
  phone: string | null,
): Promise<Intake['contact']> {
  const known = who ? await residentFacts(parts, who.district, who.id) : null
  const line = cleanLine(name ?? '')
  const called = line.ok && line.text !== '' ? line.text : known?.name
  const number = phone ?? known?.phone
  return { ...(called && { name: called }), ...(number && { phone: number }) }
}
