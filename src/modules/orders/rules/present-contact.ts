import type { CaseState } from '../../../kernel/cases/model/case.ts'
import { type OpenedEvent, writtenIn } from '../../../kernel/cases/rules/present-timeline.ts'
import type { CaseForResident } from '../model/views.ts'

/**
 * Whether the unit has been in touch with the applicant (先行联系), as he may check it against what he knows himself:
 * the last call that was recorded, else that one is still due or was missed. Null where nobody has to call.
 */
export function contactTold(
  opened: readonly OpenedEvent[],
  { clocks, marks }: Pick<CaseState, 'clocks' | 'marks'>,
): CaseForResident['contact'] {
  const last = opened.findLast(({ event }) => event.type === 'Contacted')
  if (last) return { is: writtenIn(last).reached === 'yes' ? 'reached' : 'not-reached', at: last.event.at }
  if (marks.contactMissed === true) return { is: 'missed', at: null }
  return clocks.contact?.status === 'running' ? { is: 'ahead', at: null } : null
}
