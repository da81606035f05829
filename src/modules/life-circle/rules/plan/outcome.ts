import type { Coverage, Need, Reach } from '../../model/measures.ts'
import type { PlanChange, PlanOutcome } from '../../model/plans.ts'
import { UNREACHED } from '../../model/walk.ts'
import { coverageFrom, type Sums, sumsOf, timesOfNeeds } from '../measure/coverage.ts'

const known = new WeakMap<Reach, { needs: readonly Need[]; sum: Sums; missing: Uint8Array }>()

/** Sums of the city as it is, and how many must-haves each building lacks; reckoned once for a plan. */
function startOf(reach: Reach, needs: readonly Need[]) {
  const found = known.get(reach)
  if (found?.needs === needs) return found
  const [sum] = sumsOf(reach, needs, null, 1)
  const times = timesOfNeeds(reach, needs)
  const missing = new Uint8Array(reach.homes.count)
  for (const [at, { limit, must }] of needs.entries())
    if (must)
      for (let home = 0; home < missing.length; home += 1)
        if ((times[at]?.[home] ?? UNREACHED) > limit) missing[home] = (missing[home] ?? 0) + 1
  if (!sum) throw new Error('one area has one sum')
  const made = { needs, sum, missing }
  known.set(reach, made)
  return made
}

/** Coverage before and after by what changed, without reckoning the rest again. */
export function outcomeOf(before: Reach, after: Reach, needs: readonly Need[]): PlanOutcome {
  const start = startOf(before, needs)
  const { people: peopleOf } = before.homes
  const sum: Sums = {
    ...start.sum,
    kindPeople: start.sum.kindPeople.slice(),
    kindBuildings: start.sum.kindBuildings.slice(),
  }
  const missing = new Map<number, number>()
  const changes = { gained: [] as PlanChange[], lost: [] as PlanChange[] }
  const [was, is] = [timesOfNeeds(before, needs), timesOfNeeds(after, needs)]
  for (const [at, { kind, limit, must }] of needs.entries()) {
    const [old, now] = [was[at], is[at]]
    if (!old || !now || old === now) continue
    for (let home = 0; home < old.length; home += 1) {
      const [covered, covers] = [(old[home] ?? 0) <= limit, (now[home] ?? 0) <= limit]
      if (covered === covers) continue
      const people = peopleOf[home] ?? 0
      const sign = covers ? 1 : -1
      sum.kindPeople[at] = (sum.kindPeople[at] ?? 0) + sign * people
      sum.kindBuildings[at] = (sum.kindBuildings[at] ?? 0) + sign
      if (must) missing.set(home, (missing.get(home) ?? start.missing[home] ?? 0) - sign)
      changes[covers ? 'gained' : 'lost'].push({ home, kind, people, time: now[home] ?? UNREACHED })
    }
  }
  for (const [home, lacks] of missing) {
    const sign = Number(lacks === 0) - Number(start.missing[home] === 0)
    sum.allPeople += sign * (peopleOf[home] ?? 0)
    sum.allBuildings += sign
  }
  const coverage = (of: Sums): Coverage => coverageFrom(of, needs)
  return { before: coverage(start.sum), after: coverage(sum), ...changes }
}
