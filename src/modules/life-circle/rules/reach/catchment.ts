import type { Homes } from '../../model/places.ts'
import { type Time, UNREACHED, type Walk } from '../../model/walk.ts'
import { type Foothold, footholds } from './access.ts'
import { clear, ENTRY, run, type Search, searchOver, seed } from './search.ts'

/** A point on the network in a walker's times. */
export type Standing = { readonly chain: number; readonly along: Time; readonly off: Time }

export const standingAt = (holds: Foothold, at: number): Standing => ({
  chain: holds.chain[at] ?? -1,
  along: holds.along[at] ?? 0,
  off: holds.off[at] ?? 0,
})

/** Buildings by the chain that they stand on. */
export type HomesByChain = { readonly from: Uint32Array; readonly list: Uint32Array; readonly holds: Foothold }

export function homesByChain(walk: Walk, homes: Homes): HomesByChain {
  const holds = footholds(walk, homes.access)
  const from = new Uint32Array(walk.network.chains.count + 1)
  for (const chain of holds.chain) if (chain >= 0) from[chain + 1] = (from[chain + 1] ?? 0) + 1
  for (let at = 1; at < from.length; at += 1) from[at] = (from[at] ?? 0) + (from[at - 1] ?? 0)
  const list = new Uint32Array(from[from.length - 1] ?? 0)
  const next = from.slice()
  for (const [home, chain] of holds.chain.entries()) {
    if (chain < 0) continue
    list[next[chain] ?? 0] = home
    next[chain] = (next[chain] ?? 0) + 1
  }
  return { from, list, holds }
}

export type Catchments = { readonly search: Search; readonly homes: HomesByChain }

export function catchmentsOf(walk: Walk, homes: HomesByChain, cap: Time): Catchments {
  return { search: searchOver(walk, { cap, direction: 'towards' }), homes }
}

/** Starts a search at a point of a chain: at both of its ends, as far as the chain may be walked so. */
export function seedAt(search: Search, { chain, along, off }: Standing, owner: number): void {
  if (chain < 0) return
  const { chains } = search.walk.network
  const ways = chains.ways[chain] ?? 0
  const onward = (search.walk.total[chain] ?? UNREACHED) - along
  if (ways & 1) seed(search, { junction: chains.from[chain] ?? 0, time: off + along, owner })
  if (ways & 2) seed(search, { junction: chains.to[chain] ?? 0, time: off + onward, owner })
}

/** Starts a search away from a point of a chain, along it as far as that may be walked away from the point. */
export function seedOutward(search: Search, { chain, along, off }: Standing): void {
  const { total, network } = search.walk
  const { from, to, ways } = network.chains
  if ((ways[chain] ?? 0) & 2) seed(search, { junction: from[chain] ?? 0, time: off + along, owner: -1 })
  if ((ways[chain] ?? 0) & 1)
    seed(search, { junction: to[chain] ?? 0, time: off + (total[chain] ?? UNREACHED) - along, owner: -1 })
}

/** Calls `visit` once for every building from which one of the points is reached within the cap, with its time. */
export function eachHomeAround(
  { search, homes }: Catchments,
  points: readonly Standing[],
  visit: (home: number, time: Time) => void,
): void {
  const { walk, times } = search
  const { chains } = walk.network
  for (const point of points) seedAt(search, point, -1)
  run(search)
  const hosts = [...new Set(points.map(({ chain }) => chain))].filter((chain) => chain >= 0)
  const tell = (chain: number) => {
    for (let at = homes.from[chain] ?? 0; at < (homes.from[chain + 1] ?? 0); at += 1) {
      const home = homes.list[at] ?? 0
      const time = timeFrom(walk, times, standingAt(homes.holds, home), points)
      if (time <= search.cap) visit(home, time)
    }
  }
  for (let entry = 0; entry < search.filled; entry += ENTRY) {
    const junction = search.entries[entry] ?? 0
    if (times[junction] !== search.entries[entry + 1]) continue
    for (let edge = walk.edges.from[junction] ?? 0; edge < (walk.edges.from[junction + 1] ?? 0); edge += 1) {
      const side = walk.edges.chain[edge] ?? 0
      const chain = side >>> 1
      if (homes.from[chain] === homes.from[chain + 1] || hosts.includes(chain)) continue
      // A chain with both ends in reach is told once, from its beginning.
      if ((side & 1) === 0 || (times[chains.from[chain] ?? 0] ?? 0) === UNREACHED) tell(chain)
    }
  }
  for (const chain of hosts) tell(chain)
  clear(search, 'forget')
}

/** Time of a building by the ends of its chain, or straight to a point on it. */
export function timeFrom(walk: Walk, times: Int32Array, home: Standing, points: readonly Standing[]): Time {
  const { chain, along, off } = home
  if (chain < 0) return UNREACHED
  const { chains } = walk.network
  const ways = chains.ways[chain] ?? 0
  let least: number = UNREACHED
  if (ways & 2) least = Math.min(least, (times[chains.from[chain] ?? 0] ?? UNREACHED) + along)
  if (ways & 1) least = Math.min(least, (times[chains.to[chain] ?? 0] ?? UNREACHED) + (walk.total[chain] ?? 0) - along)
  for (const point of points) {
    if (point.chain !== chain) continue
    const ahead = point.along - along
    if (ahead === 0 || (ahead > 0 ? ways & 1 : ways & 2)) least = Math.min(least, Math.abs(ahead) + point.off)
  }
  return least >= UNREACHED ? UNREACHED : least + off
}
