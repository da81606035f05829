import type { CaseState } from '../model/case.ts'
import type { Move, Role } from '../model/procedure.ts'
import type { AnyProcedure } from './procedure.ts'
import { ownerOf } from './step.ts'

/** A notice that a move sends: to a person, to whoever works in a unit, or to everybody with a capacity. */
export type CaseNotice = {
  readonly toKind: 'resident' | 'staff' | 'unit'
  readonly toId: string
  readonly template: string
  readonly params: Readonly<Record<string, string | null>>
}

type To = Pick<CaseNotice, 'toKind' | 'toId'>

/** Who hears of a move, and what he is told: number, stage and due, never a name or a word of the message. */
export function noticesOf(procedure: AnyProcedure, move: Move, after: CaseState, nextDue: string | null): CaseNotice[] {
  const params = { number: after.filing.number, stage: after.stage, unit: after.unit }
  return (move.notices ?? []).flatMap(({ to, template }) => {
    const found = addressee(procedure, to, after)
    const due = found?.toKind === 'resident' ? answerDue(procedure, after) : nextDue
    return found ? [{ ...found, template, params: { ...params, due } }] : []
  })
}

/** What a resident is promised: his own time to act, or the answer; never the deadline of a stage inside the office. */
function answerDue(procedure: AnyProcedure, { stage, registers, clocks }: CaseState): string | null {
  const clock = ownerOf(procedure.stages[stage], registers) === 'applicant' ? clocks.stage : clocks.main
  return clock?.status === 'running' ? clock.account.due : null
}

function addressee(
  procedure: AnyProcedure,
  to: string,
  { filing, holder, unit, stage, registers }: CaseState,
): To | null {
  const desk: To | null = unit ? { toKind: 'unit', toId: unit } : null
  // He hears of his own case, whose number he knows; what was opened beneath it tells that one.
  const told = filing.parent === null ? filing.applicant : null
  if (to === 'applicant') return told ? { toKind: 'resident', toId: told } : null
  if (to === 'unit') return desk
  if (to === 'holder') return holder ? { toKind: 'staff', toId: holder } : desk
  const owner = ownerOf(procedure.stages[stage], registers)
  if (owner === undefined) return null
  if (owner === 'handler') return holder ? { toKind: 'staff', toId: holder } : desk
  if (owner === 'applicant') return filing.applicant ? { toKind: 'resident', toId: filing.applicant } : null
  if (owner === 'lead') return filing.leadUnit ? { toKind: 'unit', toId: filing.leadUnit } : null
  return inUnit.includes(owner) ? desk : { toKind: 'unit', toId: capacityBox(owner) }
}

const inUnit: readonly Role[] = ['section-head']

/** The inbox of everybody who holds a capacity, whatever his unit. */
export const capacityBox = (role: Role): string => `capacity:${role}`
