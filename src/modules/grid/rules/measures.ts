import type { CaseState } from '../../../kernel/cases/model/case.ts'
import type { Figure, Measuring } from '../../../kernel/cases/rules/figures.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { GridMeasure } from '../model/measures.ts'
import { gridEvent } from './grid-event.ts'

type Fact = { readonly measure: GridMeasure; readonly day: Day; readonly unit?: string | null }

/**
 * What one grid case adds to the city's figures as it stands; nothing for a case of another procedure. Volume by the
 * day of reporting, quality by the day of closing. What was closed and is looked at anew is not closed.
 */
export const gridMeasures: Measuring = (state) => {
  if (state.filing.procedure !== gridEvent.name) return []
  const category = String(state.marks.category ?? state.filing.category)
  const area = state.filing.area ?? ''
  return factsOf(state).map(
    ({ measure, day, unit = state.unit }): Figure => ({ measure, day, unit: unit ?? '', category, area, n: 1 }),
  )
}

function factsOf(state: CaseState): Fact[] {
  const { stage, marks, filing } = state
  const day = localDay(state.filedAt)
  const found: Fact[] = [{ measure: 'grid-reported', day, unit: filing.unit }]
  if (filing.channel === 'patrol') found.push({ measure: 'grid-by-patrol', day, unit: filing.unit })
  if (typeof marks.registeredAt === 'string') found.push({ measure: 'grid-registered', day })
  if (stage === 'rejected') found.push({ measure: 'grid-rejected', day })
  if (stage === 'linked') found.push({ measure: 'grid-linked', day })
  if (typeof marks.returnedBy === 'string') found.push({ measure: 'grid-returned', day, unit: marks.returnedBy })
  if (isOpen(stage)) found.push({ measure: 'grid-open', day })
  if (isOpen(stage) && marks.overdue === true) found.push({ measure: 'grid-overdue', day })
  return [...found, ...ofClosing(state)]
}

const isOpen = (stage: string): boolean => {
  const stages: Readonly<Record<string, { readonly settled?: true }>> = gridEvent.stages
  return stages[stage]?.settled !== true
}

function ofClosing({ stage, marks, promised }: CaseState): Fact[] {
  if ((stage !== 'closed' && stage !== 'archived') || typeof marks.closedAt !== 'string') return []
  const day = localDay(marks.closedAt as Instant)
  const measures: (GridMeasure | null)[] = [
    'grid-closed',
    promised?.stoppedAt ? (promised.stoppedAt <= promised.due ? 'grid-in-time' : 'grid-late') : null,
    marks.reworked === true ? 'grid-reworked' : null,
    spotOf(marks.sameSpot),
  ]
  return measures.flatMap((measure) => (measure ? [{ measure, day }] : []))
}

/** What the last comparison of places said, where anything could be said. */
const spotOf = (verdict: unknown): GridMeasure | null =>
  verdict === 'same' || verdict === 'turned' ? 'grid-same-spot' : verdict === 'far' ? 'grid-other-spot' : null
