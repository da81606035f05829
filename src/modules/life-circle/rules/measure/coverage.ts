import type { Coverage, LeftOut, Need, Reach } from '../../model/measures.ts'
import { UNREACHED } from '../../model/walk.ts'

/** Sums of one area, to be made into shares. */
export type Sums = {
  people: number
  buildings: number
  readonly kindPeople: Float64Array
  readonly kindBuildings: Float64Array
  allPeople: number
  allBuildings: number
}

const noSums = (needs: number): Sums => ({
  people: 0,
  buildings: 0,
  kindPeople: new Float64Array(needs),
  kindBuildings: new Float64Array(needs),
  allPeople: 0,
  allBuildings: 0,
})

/** The building's times for each need; UNREACHED throughout for a kind that was not measured. */
export function timesOfNeeds({ kinds, homeTimes, homes }: Reach, needs: readonly Need[]): Int32Array[] {
  return needs.map(({ kind }) => homeTimes[kinds.indexOf(kind)] ?? new Int32Array(homes.count).fill(UNREACHED))
}

/**
 * Sums for each area. `areaOf` names the area of each building, -1 for none; without it all buildings are one area.
 * People are added in the order of the buildings, so the same input gives the same bytes.
 */
export function sumsOf(reach: Reach, needs: readonly Need[], areaOf: Int32Array | null, areas: number): Sums[] {
  const sums = Array.from({ length: areas }, () => noSums(needs.length))
  const times = timesOfNeeds(reach, needs)
  const { count, people: peopleOf } = reach.homes
  for (let home = 0; home < count; home += 1) {
    const sum = sums[areaOf === null ? 0 : (areaOf[home] ?? -1)]
    if (!sum) continue
    const people = peopleOf[home] ?? 0
    sum.people += people
    sum.buildings += 1
    let missing = 0
    for (let at = 0; at < needs.length; at += 1) {
      const need = needs[at]
      if (need && (times[at]?.[home] ?? UNREACHED) <= need.limit) {
        sum.kindPeople[at] = (sum.kindPeople[at] ?? 0) + people
        sum.kindBuildings[at] = (sum.kindBuildings[at] ?? 0) + 1
      } else if (need?.must) missing += 1
    }
    if (missing > 0) continue
    sum.allPeople += people
    sum.allBuildings += 1
  }
  return sums
}

export function coverageFrom(sum: Sums, needs: readonly Need[]): Coverage {
  const weights = needs.reduce((total, { weight }) => total + weight, 0)
  const weighted = needs.reduce((total, { weight }, at) => total + weight * (sum.kindPeople[at] ?? 0), 0)
  return {
    kinds: needs.map(({ kind }, at) => ({
      kind,
      people: { covered: sum.kindPeople[at] ?? 0, of: sum.people },
      buildings: { covered: sum.kindBuildings[at] ?? 0, of: sum.buildings },
    })),
    all: {
      people: { covered: sum.allPeople, of: sum.people },
      buildings: { covered: sum.allBuildings, of: sum.buildings },
    },
    score: sum.people === 0 || weights === 0 ? null : (100 * weighted) / (weights * sum.people),
  }
}

/** Coverage of everybody. */
export function coverageOf(reach: Reach, needs: readonly Need[]): Coverage {
  const [sum = noSums(needs.length)] = sumsOf(reach, needs, null, 1)
  return coverageFrom(sum, needs)
}

/** Coverage by area (grid, community, street, district): one for each number in `areaOf`, from 0 on. */
export function coverageByArea(reach: Reach, needs: readonly Need[], areaOf: Int32Array): Coverage[] {
  const areas = areaOf.reduce((most, area) => Math.max(most, area + 1), 0)
  return sumsOf(reach, needs, areaOf, areas).map((sum) => coverageFrom(sum, needs))
}

/** The buildings beyond a need's limit: those with most people first, then the farthest. */
export function leftOutOf(reach: Reach, need: Need): LeftOut[] {
  const [times] = timesOfNeeds(reach, [need])
  const nearest = reach.nearest[reach.kinds.indexOf(need.kind)]
  const found: LeftOut[] = []
  for (let home = 0; home < reach.homes.count; home += 1) {
    const time = times?.[home] ?? UNREACHED
    if (time > need.limit)
      found.push({ home, people: reach.homes.people[home] ?? 0, time, nearest: nearest?.[home] ?? -1 })
  }
  return found.sort((a, b) => b.people - a.people || b.time - a.time || a.home - b.home)
}
