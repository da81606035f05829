import type { Kind } from '../../model/kinds.ts'
import type { Capacity, Reach } from '../../model/measures.ts'
import type { Time } from '../../model/walk.ts'
import { footholds } from '../reach/access.ts'
import { catchmentsOf, eachHomeAround, homesByChain, standingAt } from '../reach/catchment.ts'
import { accessesOf, placesOfKind } from '../reach/reach.ts'

/** Weights of the thirds of the catchment: the wider set of Luo and Qi (2009), 1.00, 0.68 and 0.22. */
const THIRDS = [1, 0.68, 0.22] as const

/**
 * E2SFCA: what each place has for each person around it, nearer people counting more; then what each building reaches,
 * summed over the places around it. Places whose capacity nobody told have no ratio and add nothing.
 */
export function capacityOf(reach: Reach, kind: Kind, limit: Time): Capacity {
  const { walk, places, homes } = reach
  const byChain = homesByChain(walk, homes)
  const catchments = catchmentsOf(walk, byChain, limit)
  const doors = footholds(walk, places.access)
  const of = placesOfKind(places, kind)
  const ratio = new Float64Array(of.length).fill(Number.NaN)
  const reached = new Float64Array(homes.count)
  for (const [at, place] of of.entries()) {
    const capacity = places.told[place]?.capacity ?? null
    if (capacity === null) continue
    const around: { home: number; weight: number }[] = []
    let people = 0
    const standings = accessesOf(places, place).map((access) => standingAt(doors, access))
    eachHomeAround(catchments, standings, (home, time) => {
      const weight = THIRDS[Math.min(2, Math.floor((time * 3) / (limit + 1)))] ?? 0
      around.push({ home, weight })
      people += weight * (homes.people[home] ?? 0)
    })
    const each = people === 0 ? 0 : capacity / people
    ratio[at] = each
    for (const { home, weight } of around) reached[home] = (reached[home] ?? 0) + weight * each
  }
  return { kind, places: of, ratio, homes: reached }
}
