import type { CaseEvent, CaseState } from '../../../../kernel/cases/model/case.ts'
import type { ProposalView } from '../../../../kernel/cases/model/views.ts'
import type { AnyProcedure } from '../../../../kernel/cases/rules/procedure.ts'
import type { Sorting, SortingKind } from '../../model/board.ts'
import { isUnder } from './propose.ts'

type Moved = { readonly event: CaseEvent & { readonly seq: number }; readonly before: CaseState }

/** Roles that rule on whose a case is after a unit has disputed it. */
const courts: readonly string[] = ['ruling-office', 'supervisor', 'outside-leader']

/** What kind of saying where a case belongs this move is; null for every other move, and for those nobody makes. */
export function kindOf({ moves }: AnyProcedure, name: string): SortingKind | null {
  const move = moves[name]
  if (move === undefined) return null
  const by = (roles: readonly string[]) => move.by.some((role) => roles.includes(role))
  if (move.holds === 'field-unit') return by(['dispatcher']) ? 'dispatched' : by(courts) ? 'ruled' : null
  return move.effects?.some((effect) => 'matter' in effect) ? 'reclassified' : null
}

/**
 * What was proposed against what was chosen. A category that was not named was not chosen against anything; one that is
 * finer than the proposed one does not correct it. Null for a move that says nothing about where the case belongs.
 */
export function sortingOf(
  procedure: AnyProcedure,
  { event, before }: Moved,
  proposal: Pick<ProposalView, 'category' | 'unit' | 'confidence' | 'sure'>,
): Sorting | null {
  if (event.by === null || !('move' in event.body)) return null
  const kind = kindOf(procedure, event.body.move)
  if (kind === null) return null
  const { category, unit } = event.body.fields ?? {}
  const stands = typeof before.marks.category === 'string' ? before.marks.category : before.filing.category
  const chosenUnit = typeof unit === 'string' && kind !== 'reclassified' ? unit : null
  return {
    case: before.id,
    seq: event.seq,
    at: event.at,
    by: event.by,
    kind,
    proposedCategory: proposal.category,
    proposedUnit: proposal.unit,
    chosenCategory: typeof category === 'string' ? category : stands,
    chosenUnit,
    confidence: proposal.confidence,
    sure: proposal.sure,
    categoryCorrected: typeof category === 'string' && !isUnder(category, proposal.category),
    unitCorrected: chosenUnit !== null && chosenUnit !== proposal.unit,
  }
}
