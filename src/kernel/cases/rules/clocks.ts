import type { Instant } from '../../../platform/time.ts'
import type { ServicePromise } from '../../matters/model.ts'
import type { Worktime } from '../../worktime/model.ts'
import { dueAfter, extend, recount, resume, warnAt } from '../../worktime/rules.ts'
import type { CaseClockState, CaseState, ClockFact, Thing, Under } from '../model/case.ts'
import type { ClockChange, Given } from './step.ts'

/** What the rules look up: the promises of the matter version the case lives under, and the working time of its unit. */
export type Facts = {
  readonly worktime: Worktime
  /** The other matter to which the category now named belongs; the promises here are then already its own. */
  readonly anew?: { readonly under: Under & Thing; readonly given: Given }
  promise(key: string): ServicePromise | null
  /** The unit that duty list and category name, at worst the fallback desk. */
  readonly responsibleUnit: string
}

/** A light turns yellow when a quarter of the term is left, unless the promise says otherwise. */
const WARNING = { share: 0.25 } as const

/** Turns what a step did to the clocks into facts with dates. The last change of a clock within one move counts. */
export function clockFacts(
  clocks: CaseState['clocks'],
  changes: readonly ClockChange[],
  at: Instant,
  facts: Facts,
): Record<string, ClockFact> {
  const found: Record<string, ClockFact> = {}
  for (const change of changes) {
    const fact = clockFact(clocks[change.clock], change, at, facts)
    if (fact) found[change.clock] = fact
  }
  return found
}

function clockFact(
  clock: CaseClockState | undefined,
  change: ClockChange,
  at: Instant,
  facts: Facts,
): ClockFact | null {
  const { worktime } = facts
  switch (change.did) {
    case 'start':
      return started(change.promise ?? change.clock, at, facts)
    case 'stop':
      return clock ? { is: 'off' } : null
    case 'end':
      return { is: 'ended' }
    case 'pause':
      return { is: 'paused', at }
    case 'resume':
      return clock ? running(clock.promise, resume(worktime, clock.account, clock.pausedAt ?? at, at), facts) : null
    case 'extend': {
      const promise = facts.promise(clock?.promise ?? '')
      return clock && promise
        ? running(clock.promise, extend(worktime, clock.account, promise.extension ?? promise.term), facts)
        : null
    }
    case 'recount':
      return clock?.account.provisional ? running(clock.promise, recount(worktime, clock.account), facts) : null
  }
}

function started(key: string, at: Instant, facts: Facts): ClockFact {
  const promise = facts.promise(key)
  if (!promise) throw new Error(`the matter promises nothing for '${key}'`)
  return running(key, dueAfter(facts.worktime, at, promise.term), facts)
}

function running(key: string, account: CaseClockState['account'], facts: Facts): ClockFact {
  const warning = facts.promise(key)?.warning ?? WARNING
  return { is: 'running', promise: key, account, warnAt: warnAt(facts.worktime, account, warning) }
}

/** The clocks that have run out at this instant, the earliest due first. */
export const endedClocks = (state: Pick<CaseState, 'clocks'>, at: Instant): string[] =>
  Object.entries(state.clocks)
    .filter(([, clock]) => clock.status === 'running' && clock.account.due < at)
    .sort(([, a], [, b]) => (a.account.due < b.account.due ? -1 : 1))
    .map(([name]) => name)

/** When time alone will next do something to this case; null when no clock runs. */
export function nextDue(state: Pick<CaseState, 'clocks'>): Instant | null {
  let next: Instant | null = null
  for (const clock of Object.values(state.clocks))
    if (clock.status === 'running' && (next === null || clock.account.due < next)) next = clock.account.due
  return next
}

/** When the clock that ends next begins to warn; null when no clock runs. */
export function warnOf({ clocks }: Pick<CaseState, 'clocks'>, due: Instant | null): Instant | null {
  const first = Object.values(clocks).find((clock) => clock.status === 'running' && clock.account.due === due)
  return first?.warnAt ?? null
}
