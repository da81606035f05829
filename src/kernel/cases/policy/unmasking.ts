import type { Capacity, StaffWho } from '../../organisations/model.ts'
import { isKeeper, isKeeperOnly } from '../../organisations/policy/keepers.ts'
import { capacitiesOver, postsWith } from '../../organisations/policy.ts'
import type { CaseState } from '../model/case.ts'
import { scopedOf } from '../policy.ts'
import { READ_RIGHT } from './sight.ts'

/**
 * Whoever works on a case may have to call the person: by his capacity over it, or because he had a hand in it. Who only
 * keeps the system does not (decision 0021).
 */
export function mayUnmask(who: StaffWho, state: CaseState): boolean {
  if (isKeeperOnly(who.posts.flatMap(({ capacities }) => capacities))) return false
  const capacities = readingCapacities(who, state)
  return state.handlers.includes(who.id) || [...capacities].some((capacity) => !isKeeper(capacity))
}

const between: readonly Capacity[] = [
  'intake',
  'intake-head',
  'dispatcher',
  'visit-steward',
  'supervisor',
  'administrator',
]

/** Who stands between an applicant that stays hidden and the unit that deals with his case. */
export const standsBetween = (who: StaffWho, state: CaseState): boolean =>
  [...readingCapacities(who, state)].some((capacity) => between.includes(capacity))

const readingCapacities = (who: StaffWho, state: CaseState): ReadonlySet<Capacity> =>
  capacitiesOver({ ...who, posts: postsWith(who, READ_RIGHT) }, scopedOf(state))
