import type { News } from '../src/kernel/cases/handle/parts.ts'
import type { CaseId, CaseState } from '../src/kernel/cases/model/case.ts'
import { nextDue } from '../src/kernel/cases/rules/clocks.ts'
import { type Instant, later } from '../src/platform/time.ts'
import { type Act, nextAct } from './acts.ts'
import type { Plan } from './plot.ts'
import { createQueue, type Queued } from './queue.ts'

/** What will happen at a time, if nothing happens before: somebody acts, a clock ends, one case hears of another. */
export type Waiting =
  | { readonly kind: 'messages'; readonly id: null }
  | { readonly kind: 'clock'; readonly id: CaseId }
  | { readonly kind: 'act'; readonly id: CaseId; readonly act: Act; readonly version: number }

export type Agenda = {
  /** Notes what follows from a change of a case, and forgets a case of which nothing follows any more. */
  note(news: Pick<News, 'state' | 'wakes'>): void
  pop(): Queued<Waiting> | undefined
  /** A case that has changed meanwhile does not do what was noted before. */
  isStale(at: Instant, waiting: Waiting): boolean
  stateOf(id: CaseId): CaseState | undefined
  /** Cases of which something will follow. */
  waiting(): number
}

export function createAgenda(planFor: (state: CaseState) => Plan | null): Agenda {
  const queue = createQueue<Waiting>()
  const states = new Map<CaseId, CaseState>()
  return {
    pop: queue.pop,
    stateOf: (id) => states.get(id),
    waiting: () => states.size,
    note({ state, wakes }) {
      states.set(state.id, state)
      if (wakes) queue.push(state.lastAt, { kind: 'messages', id: null })
      const due = nextDue(state)
      if (due !== null) queue.push(later(due, 1), { kind: 'clock', id: state.id })
      const plan = planFor(state)
      const act = plan && nextAct(state, plan)
      if (act) queue.push(act.at, { kind: 'act', id: state.id, act, version: state.version })
      if (due === null && !act) states.delete(state.id)
    },
    isStale(at, waiting) {
      if (waiting.id === null) return false
      const state = states.get(waiting.id)
      if (!state) return true
      if (waiting.kind === 'act') return state.version !== waiting.version
      const due = nextDue(state)
      return due === null || later(due, 1) !== at
    },
  }
}
