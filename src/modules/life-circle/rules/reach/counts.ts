import type { Kind } from '../../model/kinds.ts'
import type { Counts, Reach } from '../../model/measures.ts'
import { type Time, UNREACHED } from '../../model/walk.ts'
import { footholds } from './access.ts'
import { accessesOf, type Doors, placesOfKind, seedPlace } from './reach.ts'
import { clear, run, type Search, searchOver } from './search.ts'

/**
 * How many places of a kind each node of the network reaches within each limit. One search outward from each place;
 * of a chain only the ends of what is covered are noted, and summed up once for all places.
 */
export function nodeCounts(
  { walk, places }: Pick<Reach, 'walk' | 'places'>,
  kind: Kind,
  limits: readonly Time[],
): Counts {
  const { nodes, junctions } = walk.network
  const doors: Doors = { walk, places, doors: footholds(walk, places.access), cap: Math.max(0, ...limits) }
  const search = searchOver(walk, { cap: doors.cap, direction: 'towards' })
  const tallies = limits.map((limit) => ({
    limit,
    atJunctions: new Uint16Array(junctions),
    // One more than there are inner nodes: what begins here, less what ended before.
    begins: new Int32Array(nodes.count - junctions + 1),
  }))
  const host = new Int32Array(walk.network.chains.count).fill(-1)
  for (const place of placesOfKind(places, kind)) {
    const own = accessesOf(places, place).filter((at) => (doors.doors.chain[at] ?? -1) >= 0)
    for (const at of own) host[doors.doors.chain[at] ?? 0] = place
    seedPlace(search, doors, place)
    run(search)
    for (const tally of tallies) tallyPlace(search, tally, { host, place, own, doors })
    clear(search, 'forget')
  }
  return { kind, limits, counts: tallies.map(({ atJunctions, begins }) => summedUp(atJunctions, begins, nodes.count)) }
}

type Tally = { readonly limit: Time; readonly atJunctions: Uint16Array; readonly begins: Int32Array }
type Hosts = {
  readonly host: Int32Array
  readonly place: number
  readonly own: readonly number[]
  readonly doors: Doors
}

function tallyPlace(search: Search, tally: Tally, hosts: Hosts): void {
  const { times, walk, touched, keys, count } = search
  const { from, to, chain: chainOf } = walk.edges
  const { limit, atJunctions } = tally
  const { first } = walk.network.chains
  for (let entry = 0; entry < count; entry += 1) {
    const junction = touched[entry] ?? 0
    const time = times[junction] ?? 0
    // A junction that was improved later stands further on again, with its last time.
    if (time !== keys[entry] || time > limit) continue
    atJunctions[junction] = (atJunctions[junction] ?? 0) + 1
    const end = from[junction + 1] ?? 0
    for (let edge = from[junction] ?? 0; edge < end; edge += 1) {
      const side = chainOf[edge] ?? 0
      const chain = side >>> 1
      if (first[chain] === first[chain + 1] || hosts.host[chain] === hosts.place) continue
      const other = times[to[edge] ?? 0] ?? UNREACHED
      // A chain with both ends in reach is noted once, from its beginning.
      if ((side & 1) === 0) tallyChain(search, tally, { chain, begin: time, end: other })
      else if (other > limit) tallyChain(search, tally, { chain, begin: UNREACHED, end: time })
    }
  }
  for (const chain of new Set(hosts.own.map((at) => hosts.doors.doors.chain[at] ?? 0)))
    tallyHost(search, tally, { ...hosts, chain })
}

type Ended = { readonly chain: number; readonly begin: Time; readonly end: Time }

function tallyChain({ walk }: Search, { limit, begins }: Tally, { chain, begin, end }: Ended): void {
  const { chains, junctions } = walk.network
  const [first, last] = [(chains.first[chain] ?? 0) - junctions, (chains.first[chain + 1] ?? 0) - junctions]
  const [ways, total] = [chains.ways[chain] ?? 0, walk.total[chain] ?? 0]
  const { along } = walk
  // Inner nodes before `front` reach the beginning in time, those from `back` on the end.
  let [front, back] = [first, last]
  if (ways & 2 && begin <= limit) {
    const room = limit - begin
    front = (along[last - 1] ?? 0) <= room ? last : firstBeyond(along, { first, last, time: room })
  }
  if (ways & 1 && end <= limit && front < last) {
    const room = total - (limit - end)
    back = (along[first] ?? 0) >= room ? first : firstBeyond(along, { first, last, time: room - 1 })
  }
  if (front >= back) {
    begins[first] = (begins[first] ?? 0) + 1
    begins[last] = (begins[last] ?? 0) - 1
    return
  }
  if (front > first) {
    begins[first] = (begins[first] ?? 0) + 1
    begins[front] = (begins[front] ?? 0) - 1
  }
  if (back < last) {
    begins[back] = (begins[back] ?? 0) + 1
    begins[last] = (begins[last] ?? 0) - 1
  }
}

type Stretch = { readonly first: number; readonly last: number; readonly time: Time }

/** The first inner node farther along its chain than a time; `last` when there is none. */
function firstBeyond(along: Int32Array, { first, last, time }: Stretch): number {
  let [low, high] = [first, last]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((along[middle] ?? 0) <= time) low = middle + 1
    else high = middle
  }
  return low
}

/** The chain that the place stands on, node by node: one may walk straight to it or round by either end. */
function tallyHost(
  { walk, times }: Search,
  { limit, begins }: Tally,
  { own, doors, chain }: Hosts & { chain: number },
): void {
  const { chains, junctions } = walk.network
  const ways = chains.ways[chain] ?? 0
  const begin = ways & 2 ? (times[chains.from[chain] ?? 0] ?? UNREACHED) : UNREACHED
  const end = ways & 1 ? (times[chains.to[chain] ?? 0] ?? UNREACHED) : UNREACHED
  const total = walk.total[chain] ?? 0
  for (
    let inner = (chains.first[chain] ?? 0) - junctions;
    inner < (chains.first[chain + 1] ?? 0) - junctions;
    inner += 1
  ) {
    const walked = walk.along[inner] ?? 0
    let time = Math.min(begin + walked, end + total - walked)
    for (const at of own) {
      if (doors.doors.chain[at] !== chain) continue
      const ahead = walked - (doors.doors.along[at] ?? 0)
      const open = ahead === 0 || (ahead > 0 ? ways & 2 : ways & 1)
      if (open) time = Math.min(time, Math.abs(ahead) + (doors.doors.off[at] ?? 0))
    }
    if (time > limit) continue
    begins[inner] = (begins[inner] ?? 0) + 1
    begins[inner + 1] = (begins[inner + 1] ?? 0) - 1
  }
}

function summedUp(atJunctions: Uint16Array, begins: Int32Array, count: number): Uint16Array {
  const counts = new Uint16Array(count)
  counts.set(atJunctions)
  let running = 0
  for (let node = atJunctions.length; node < count; node += 1) {
    running += begins[node - atJunctions.length] ?? 0
    counts[node] = running
  }
  return counts
}
