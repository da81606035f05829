import type { Kind } from '../../model/kinds.ts'
import type { Reach } from '../../model/measures.ts'
import { type Time, UNREACHED, type Walk } from '../../model/walk.ts'
import { footholds } from './access.ts'
import { type Standing, seedOutward, standingAt } from './catchment.ts'
import { accessesOf } from './reach.ts'
import { run, type Search, searchOver } from './search.ts'

/**
 * How many places of each kind are reached from a point within each limit, a place with several doors once. A kind of
 * which none is reached is missing.
 */
export function countsAround(
  { walk, places }: Pick<Reach, 'walk' | 'places'>,
  door: Standing,
  limits: readonly Time[],
): ReadonlyMap<Kind, readonly number[]> {
  const counts = new Map<Kind, number[]>()
  if (door.chain < 0) return counts
  const search = searchOver(walk, { cap: Math.max(0, ...limits), direction: 'away' })
  seedOutward(search, door)
  run(search)
  const holds = footholds(walk, places.access)
  for (const [place, { kind }] of places.told.entries()) {
    const times = accessesOf(places, place).map((at) => timeTo(search, door, standingAt(holds, at)))
    const time = Math.min(UNREACHED, ...times)
    if (time > search.cap) continue
    const count = counts.get(kind) ?? limits.map(() => 0)
    counts.set(
      kind,
      count.map((many, at) => (time <= (limits[at] ?? 0) ? many + 1 : many)),
    )
  }
  return counts
}

/** Time to a point by the ends of its chain, or straight along the chain that both stand on. */
function timeTo({ walk, times }: Search, door: Standing, { chain, along, off }: Standing): Time {
  if (chain < 0) return UNREACHED
  const { chains } = walk.network
  const ways = chains.ways[chain] ?? 0
  let least: number = UNREACHED
  if (ways & 1) least = Math.min(least, (times[chains.from[chain] ?? 0] ?? UNREACHED) + along)
  if (ways & 2) least = Math.min(least, (times[chains.to[chain] ?? 0] ?? UNREACHED) + totalOf(walk, chain) - along)
  if (door.chain === chain) {
    const ahead = along - door.along
    if (ahead === 0 || (ahead > 0 ? ways & 1 : ways & 2)) least = Math.min(least, door.off + Math.abs(ahead))
  }
  return least >= UNREACHED ? UNREACHED : least + off
}

const totalOf = ({ total }: Walk, chain: number): Time => total[chain] ?? UNREACHED
