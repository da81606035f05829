import type { Instant } from '../../../platform/time.ts'
import type { CaseEvent, CaseId, CaseState } from '../model/case.ts'
import type { PastCase, Stood } from '../model/past.ts'
import { nextDue, warnOf } from './clocks.ts'
import { evolve } from './evolve.ts'
import { HELD_STAGE } from './present.ts'
import type { AnyProcedure } from './procedure.ts'

type Procedures = Readonly<Record<string, AnyProcedure>>

/** Lives a case again from its facts and tells how it stood from `from` on; null where it did not exist yet. */
export function pastOf(
  id: CaseId,
  events: readonly CaseEvent[],
  { procedures, from }: { readonly procedures: Procedures; readonly from: Instant },
): PastCase | null {
  let state: CaseState | null = null
  let stood: Stood[] = []
  for (const event of events) {
    state = evolve(state, event, id)
    const now = stoodAs(state, procedures)
    stood = event.at <= from ? [now] : [...stood, now]
  }
  return state && { id, area: state.filing.area ?? '', grid: state.filing.grid, stood }
}

function stoodAs(state: CaseState, procedures: Procedures): Stood {
  const due = nextDue(state)
  return {
    at: state.lastAt,
    unit: state.unit,
    due,
    warnAt: warnOf(state, due),
    overdue: state.marks.overdue === true,
    settled: procedures[state.filing.procedure]?.stages[state.stage]?.settled ?? false,
    held: state.stage === HELD_STAGE,
  }
}

/** How it stood at an instant; null where it did not exist yet. */
export const stoodAt = ({ stood }: PastCase, at: Instant): Stood | null =>
  stood.findLast((change) => change.at <= at) ?? null
