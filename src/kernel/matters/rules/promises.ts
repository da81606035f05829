import type { Day } from '../../../platform/time.ts'
import type { Term, TermUnit } from '../../worktime/model.ts'
import type { Matter, PromiseKey, ServicePromise } from '../model.ts'

const holdsOn = (span: { from: Day; until: Day | null }, day: Day): boolean =>
  span.from <= day && (span.until === null || day <= span.until)

/**
 * The promise under this key that is in force on the day (both ends of its span included), or null.
 * Where two overlap — `matterProblems` refuses to publish such a matter — the one that began later holds.
 */
export function promiseOn(matter: Pick<Matter, 'promises'>, key: PromiseKey, day: Day): ServicePromise | null {
  return matter.promises
    .filter((promise) => promise.key === key && holdsOn(promise, day))
    .reduce<ServicePromise | null>((latest, one) => (latest === null || one.from > latest.from ? one : latest), null)
}

/** Is this version of a matter in force on the day? Both ends of its span are included. */
export const inForceOn = (matter: Pick<Matter, 'effectiveFrom' | 'effectiveTo'>, day: Day): boolean =>
  holdsOn({ from: matter.effectiveFrom, until: matter.effectiveTo }, day)

/** The shared promises of a procedure, with those of one matter laid over them key by key. */
export function withPromises(
  shared: readonly ServicePromise[],
  own: readonly ServicePromise[],
): readonly ServicePromise[] {
  const ownKeys = new Set(own.map((promise) => promise.key))
  return [...shared.filter((promise) => !ownKeys.has(promise.key)), ...own]
}

const HOURS = { hour: 1, day: 24, workhour: null, workday: null } as const satisfies Record<TermUnit, number | null>

/**
 * Is the first term longer than the second? null where no calendar-free answer exists (working time against the
 * plain clock). So many working days are never shorter than as many plain days, so that much can be said.
 */
export function isLonger(term: Term, other: Term): boolean | null {
  if (term.unit === other.unit) return term.amount > other.amount
  const [hours, otherHours] = [HOURS[term.unit], HOURS[other.unit]]
  if (hours !== null && otherHours !== null) return term.amount * hours > other.amount * otherHours
  if (term.unit === 'workday' && otherHours !== null && term.amount * 24 > other.amount * otherHours) return true
  if (other.unit === 'workday' && hours !== null && term.amount * hours <= other.amount * 24) return false
  return null
}
