import { type CaseDocumentParts, draftDocument, issueFor, occasionsOf } from '../src/kernel/cases/handle/documents.ts'
import { type CaseId, type CaseState, districtOf } from '../src/kernel/cases/model/case.ts'
import { scopedOf } from '../src/kernel/cases/policy.ts'
import { type CaseKind, caseKinds } from '../src/kernel/documents/model.ts'
import { issuingPost } from '../src/kernel/documents/policy.ts'
import { documentsOf } from '../src/kernel/documents/store/documents.ts'
import type { StaffWho } from '../src/kernel/organisations/model.ts'
import { checkForm } from '../src/platform/forms/check.ts'
import { type Instant, later, MINUTE } from '../src/platform/time.ts'

/** So many of each kind, so that register, prints and the residents' papers have something of everything. */
const wanted: Readonly<Record<CaseKind, number>> = { accepted: 8, supplement: 4, declined: 4, extended: 6, answer: 12 }
/** How long after the event an officer has written it down. */
const WRITING = 20 * MINUTE

type Values = Readonly<Record<string, string>>
type Due = {
  readonly kind: CaseKind
  readonly at: Instant
  readonly state: CaseState
  readonly who: StaffWho
  readonly values: Values
}

/**
 * The documents that officers of the invented town have issued: for the latest cases that gave occasion, each by one who
 * worked on the case and may sign, a little after it happened, in the order of time, so that numbers and days agree.
 * Broken off, it goes on where it stopped: what was issued for these cases is counted in. Answers how many it issued.
 */
export async function issueDemoDocuments(
  parts: CaseDocumentParts,
  cases: readonly CaseId[],
  now: Instant,
): Promise<number> {
  const due: Due[] = []
  const had: CaseKind[] = []
  const lacks = (kind: CaseKind) =>
    had.filter((one) => one === kind).length + due.filter((one) => one.kind === kind).length < wanted[kind]
  for (const id of cases.toReversed()) {
    if (!caseKinds.some(lacks)) break
    const state = await parts.engine.cases.find(id)
    if (state === null) continue
    const lying = new Set((await documentsOf(parts.db, districtOf(id), id)).map((one) => one.kind))
    for (const { kind, at } of await occasionsOf(parts, state)) {
      if (lying.has(kind)) {
        had.push(kind)
        continue
      }
      const written = later(at, WRITING)
      const found = lacks(kind) && written <= now ? await signedBy(parts, state, kind) : null
      if (found) due.push({ kind, at: written, state, ...found })
    }
  }
  let issued = 0
  for (const { kind, at, state, who, values } of due.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    const by = { district: who.district, who: who.id, unit: who.unit, ip: '127.0.0.1', at }
    if ((await issueFor(parts, who, by, state, { kind, regime, values })).ok) issued++
  }
  return issued
}

const regime = 'order'

/** Who of those that worked on the case may sign such a paper, the latest first, and what it says; null where it lacks something. */
async function signedBy(
  parts: CaseDocumentParts,
  state: CaseState,
  kind: CaseKind,
): Promise<{ readonly who: StaffWho; readonly values: Values } | null> {
  for (const id of state.handlers.toReversed()) {
    const who = id.startsWith('staff_') ? await parts.directory.staff(districtOf(state.id), id as StaffWho['id']) : null
    if (!who || !issuingPost(who, kind, scopedOf(state))) continue
    const draft = await draftDocument(parts, who, state, { kind, regime })
    if ('refusal' in draft) return null
    const values = Object.fromEntries(Object.entries(draft.values).filter(([, text]) => text.trim() !== ''))
    // What a case does not tell an officer would have to write himself; such a paper is not issued here.
    return checkForm(draft.form, values).length > 0 ? null : { who, values }
  }
  return null
}
