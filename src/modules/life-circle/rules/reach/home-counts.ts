import type { Kind } from '../../model/kinds.ts'
import type { Counts, Reach } from '../../model/measures.ts'
import type { Time } from '../../model/walk.ts'
import { footholds } from './access.ts'
import { catchmentsOf, eachHomeAround, homesByChain, standingAt } from './catchment.ts'
import { accessesOf, placesOfKind } from './reach.ts'

/** How many places of a kind each building reaches within each limit: one search outward from each place. */
export function homeCounts(
  reach: Pick<Reach, 'walk' | 'places' | 'homes'>,
  kind: Kind,
  limits: readonly Time[],
): Counts {
  const { walk, places, homes } = reach
  const catchments = catchmentsOf(walk, homesByChain(walk, homes), Math.max(0, ...limits))
  const doors = footholds(walk, places.access)
  const counts = limits.map(() => new Uint16Array(homes.count))
  for (const place of placesOfKind(places, kind)) {
    const standings = accessesOf(places, place).map((access) => standingAt(doors, access))
    eachHomeAround(catchments, standings, (home, time) => {
      for (const [at, limit] of limits.entries()) if (time <= limit) add(counts[at], home)
    })
  }
  return { kind, limits, counts }
}

function add(count: Uint16Array | undefined, home: number): void {
  if (count) count[home] = (count[home] ?? 0) + 1
}
