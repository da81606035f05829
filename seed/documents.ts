import { type CaseDocumentParts, draftDocument, issueFor, occasionsOf } from '../src/kernel/cases/handle/documents.ts'
import { type CaseId, type CaseState, districtOf } from '../src/kernel/cases/model/case.ts'
import { scopedOf } from '../src/kernel/cases/policy.ts'
import type { CaseKind } from '../src/kernel/documents/model.ts'
import { issuingPost } from '../src/kernel/documents/policy.ts'
import type { StaffWho } from '../src/kernel/organisations/model.ts'
import { checkForm } from '../src/platform/forms/check.ts'
import { type Instant, later, MINUTE } from '../src/platform/time.ts'

/** So many of each kind, so that register, prints and the residents' papers have something of everything. */
const wanted: Readonly<Record<CaseKind, number>> = { accepted: 8, supplement: 4, declined: 4, extended: 6, answer: 12 }
/** How long after the event an officer has written it down. */
const WRITING = 20 * MINUTE

type Due = { readonly kind: CaseKind; readonly at: Instant; readonly state: CaseState; readonly who: StaffWho }

/**
 * The documents that officers of the invented town have issued: for the latest cases that gave occasion, each by one who
 * worked on the case and may sign, a little after it happened, in the order of time, so that numbers and days agree.
 * Answers how many were issued.
 */
export async function issueDemoDocuments(
  parts: CaseDocumentParts,
  cases: readonly CaseId[],
  now: Instant,
): Promise<number> {
  const due: Due[] = []
  const counted = new Map<CaseKind, number>()
  for (const id of cases.toReversed()) {
    if (Object.entries(wanted).every(([kind, most]) => (counted.get(kind as CaseKind) ?? 0) >= most)) break
    const state = await parts.engine.cases.find(id)
    if (state === null) continue
    for (const { kind, at } of await occasionsOf(parts, state)) {
      const count = counted.get(kind) ?? 0
      const who = count < wanted[kind] && later(at, WRITING) <= now ? await signerOf(parts, state, kind) : null
      if (who === null) continue
      counted.set(kind, count + 1)
      due.push({ kind, at: later(at, WRITING), state, who })
    }
  }
  let issued = 0
  for (const one of due.toSorted((a, b) => (a.at < b.at ? -1 : 1))) if (await issueOne(parts, one)) issued++
  return issued
}

/** One of those who worked on the case who may sign such a paper, the latest first. */
async function signerOf({ directory }: CaseDocumentParts, state: CaseState, kind: CaseKind): Promise<StaffWho | null> {
  for (const id of state.handlers.toReversed()) {
    if (!id.startsWith('staff_')) continue
    const who = await directory.staff(districtOf(state.id), id as StaffWho['id'])
    if (who && issuingPost(who, kind, scopedOf(state))) return who
  }
  return null
}

async function issueOne(parts: CaseDocumentParts, { kind, at, state, who }: Due): Promise<boolean> {
  const regime = 'order'
  const draft = await draftDocument(parts, who, state, { kind, regime })
  // What a case does not tell an officer would have to write himself; such a paper is not issued here.
  if ('refusal' in draft || checkForm(draft.form, draft.values).length > 0) return false
  const by = { district: who.district, who: who.id, unit: who.unit, ip: '127.0.0.1', at }
  return (await issueFor(parts, who, by, state, { kind, regime, values: draft.values })).ok
}
