import type { Kind } from '../../model/kinds.ts'
import type { Counts, Reach } from '../../model/measures.ts'
import { type Time, UNREACHED, type Walk } from '../../model/walk.ts'
import { footholds } from './access.ts'
import { accessesOf, type Doors, placesOfKind, seedPlace } from './reach.ts'
import { clear, ENTRY, run, type Search, searchOver } from './search.ts'

/**
 * How many places of a kind each node of the network reaches within each limit. One search outward from each place.
 * Most junctions lie so deep in what is reached that everything round them is too: of those it is only counted how
 * often. On the rim the ends of what is covered of a chain are noted. Both are summed up once for all places.
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
    deep: new Uint16Array(junctions),
    onRim: new Uint16Array(junctions),
    // One more than there are inner nodes: what begins here, less what ended before.
    begins: new Int32Array(nodes.count - junctions + 1),
  }))
  const inner = innerChains(walk)
  for (const place of inMapOrder(doors, placesOfKind(places, kind))) {
    seedPlace(search, doors, place)
    run(search)
    const own = accessesOf(places, place)
    for (const tally of tallies) {
      tallyPlace(search, tally, inner)
      tallyHosts(search, tally, doors, own)
    }
    clear(search, 'forget')
  }
  return { kind, limits, counts: tallies.map((tally) => summedUp(walk, tally)) }
}

/** Neighbours one after the other, so that a search finds in the cache what the one before it looked at. */
function inMapOrder({ walk, places, doors }: Doors, of: readonly number[]): readonly number[] {
  const { from } = walk.network.chains
  const where = (place: number): number => from[doors.chain[places.from[place] ?? 0] ?? -1] ?? -1
  return of
    .map((place) => ({ place, where: where(place) }))
    .sort((a, b) => a.where - b.where)
    .map(({ place }) => place)
}

type Tally = {
  readonly limit: Time
  readonly deep: Uint16Array
  readonly onRim: Uint16Array
  readonly begins: Int32Array
}

/**
 * Half-edges of the chains that have inner nodes. `far`: time from the junction to the last of them, walked inward;
 * `room` of a junction: whoever is there with so much time left has covered the chains that begin there and come to the
 * beginning of those that end there; UNREACHED where one of them is walked one way only.
 */
type Inner = {
  readonly from: Uint32Array
  readonly to: Int32Array
  readonly chain: Int32Array
  readonly far: Int32Array
  readonly room: Int32Array
}

const known = new WeakMap<Walk, Inner>()

/** Made once for each walk. */
function innerChains(walk: Walk): Inner {
  const made = known.get(walk) ?? madeInner(walk)
  known.set(walk, made)
  return made
}

function madeInner({ network, edges, along, total }: Walk): Inner {
  const { chains, junctions } = network
  const count = edges.chain.length
  const made = {
    from: new Uint32Array(junctions + 1),
    to: new Int32Array(count),
    chain: new Int32Array(count),
    far: new Int32Array(count),
    room: new Int32Array(junctions),
  }
  let kept = 0
  for (let junction = 0; junction < junctions; junction += 1) {
    for (let edge = edges.from[junction] ?? 0; edge < (edges.from[junction + 1] ?? 0); edge += 1) {
      const side = edges.chain[edge] ?? 0
      const chain = side >>> 1
      const [first, last] = [(chains.first[chain] ?? 0) - junctions, (chains.first[chain + 1] ?? 0) - junctions]
      if (first === last) continue
      made.to[kept] = edges.towards[edge * 2] ?? 0
      made.chain[kept] = side
      const far = side & 1 ? (total[chain] ?? 0) - (along[first] ?? 0) : (along[last - 1] ?? 0)
      made.far[kept] = edges.towards[edge * 2 + 1] === UNREACHED ? UNREACHED : far
      const needed = chains.ways[chain] === 3 ? (side & 1 ? (total[chain] ?? 0) : far) : UNREACHED
      made.room[junction] = Math.max(made.room[junction] ?? 0, needed)
      kept += 1
    }
    made.from[junction + 1] = kept
  }
  return made
}

function tallyPlace(search: Search, tally: Tally, inner: Inner): void {
  const { entries, filled, times } = search
  const { limit, deep } = tally
  const { room } = inner
  for (let entry = 0; entry < filled; entry += ENTRY) {
    const junction = entries[entry] ?? 0
    const time = entries[entry + 1] ?? 0
    // A junction improved later stands further on again, with its last time.
    if (time > limit || time !== times[junction]) continue
    if (time + (room[junction] ?? 0) <= limit) deep[junction] = (deep[junction] ?? 0) + 1
    else tallyRim(search, tally, inner, junction)
  }
}

/** A junction in reach of which not everything round it is: each chain that begins or ends there is looked at. */
function tallyRim(
  { walk, times }: Search,
  { limit, onRim, begins }: Tally,
  { from, to, chain: sides, far }: Inner,
  junction: number,
): void {
  const { first, ways } = walk.network.chains
  const { junctions } = walk.network
  const time = times[junction] ?? 0
  onRim[junction] = (onRim[junction] ?? 0) + 1
  const end = from[junction + 1] ?? 0
  for (let edge = from[junction] ?? 0; edge < end; edge += 1) {
    const side = sides[edge] ?? 0
    const chain = side >>> 1
    const beyond = times[to[edge] ?? 0] ?? UNREACHED
    // A chain with both ends in reach is noted once, from its beginning.
    if (side & 1) {
      if (beyond > limit) tallyChain(walk, limit, begins, { chain, begin: UNREACHED, end: time })
      continue
    }
    const isWhole =
      time + (far[edge] ?? 0) <= limit ||
      (ways[chain] === 3 && limit - time + limit - beyond >= (walk.total[chain] ?? 0))
    if (!isWhole) tallyChain(walk, limit, begins, { chain, begin: time, end: beyond })
    else cover(begins, (first[chain] ?? 0) - junctions, (first[chain + 1] ?? 0) - junctions)
  }
}

/** One more place reaches the inner nodes from `begin` on, up to `stop`. */
function cover(begins: Int32Array, begin: number, stop: number): void {
  begins[begin] = (begins[begin] ?? 0) + 1
  begins[stop] = (begins[stop] ?? 0) - 1
}

type Ended = { readonly chain: number; readonly begin: Time; readonly end: Time }

function tallyChain(walk: Walk, limit: Time, begins: Int32Array, { chain, begin, end }: Ended): void {
  const { chains, junctions } = walk.network
  const first = (chains.first[chain] ?? 0) - junctions
  const last = (chains.first[chain + 1] ?? 0) - junctions
  const ways = chains.ways[chain] ?? 0
  const { along } = walk
  // Inner nodes before `front` reach the beginning in time, those from `back` on the end.
  let front = first
  let back = last
  if (ways & 2 && begin <= limit) front = firstBeyond(along, { first, last, time: limit - begin })
  if (ways & 1 && end <= limit && front < last)
    back = firstBeyond(along, { first, last, time: (walk.total[chain] ?? 0) - (limit - end) - 1 })
  if (front >= back) {
    cover(begins, first, last)
    return
  }
  if (front > first) cover(begins, first, front)
  if (back < last) cover(begins, back, last)
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

/** On the chain that the place stands on one walks straight to it: that adds what neither end brought in reach. */
function tallyHosts({ walk, times }: Search, { limit, begins }: Tally, { doors }: Doors, own: readonly number[]): void {
  const { chains, junctions } = walk.network
  for (const chain of new Set(own.map((at) => doors.chain[at] ?? -1))) {
    if (chain < 0) continue
    const ways = chains.ways[chain] ?? 0
    const begin = ways & 2 ? (times[chains.from[chain] ?? 0] ?? UNREACHED) : UNREACHED
    const end = ways & 1 ? (times[chains.to[chain] ?? 0] ?? UNREACHED) : UNREACHED
    const last = (chains.first[chain + 1] ?? 0) - junctions
    for (let inner = (chains.first[chain] ?? 0) - junctions; inner < last; inner += 1) {
      const walked = walk.along[inner] ?? 0
      if (Math.min(begin + walked, end + (walk.total[chain] ?? 0) - walked) <= limit) continue
      const isNear = own.some((at) => {
        const ahead = walked - (doors.along[at] ?? 0)
        const isOpen = ahead === 0 || (ahead > 0 ? ways & 2 : ways & 1)
        return doors.chain[at] === chain && isOpen && Math.abs(ahead) + (doors.off[at] ?? 0) <= limit
      })
      if (!isNear) continue
      cover(begins, inner, inner + 1)
    }
  }
}

/** The counts of every node: of the junctions as counted, along each chain as it begins and as was noted of it. */
function summedUp({ network }: Walk, { deep, onRim, begins }: Tally): Uint16Array {
  const { nodes, junctions, chains } = network
  const counts = new Uint16Array(nodes.count)
  for (let junction = 0; junction < junctions; junction += 1)
    counts[junction] = (deep[junction] ?? 0) + (onRim[junction] ?? 0)
  let running = 0
  for (let chain = 0; chain < chains.count; chain += 1) {
    const whole = deep[chains.from[chain] ?? 0] ?? 0
    const last = chains.first[chain + 1] ?? 0
    for (let node = chains.first[chain] ?? 0; node < last; node += 1) {
      running += begins[node - junctions] ?? 0
      counts[node] = running + whole
    }
  }
  return counts
}
