import type { Kind } from '../../model/kinds.ts'
import type { Reach } from '../../model/measures.ts'
import type { Homes, Places } from '../../model/places.ts'
import { type Time, UNREACHED, type Walk } from '../../model/walk.ts'
import { type Foothold, footholds } from './access.ts'
import { fillNodes } from './fill.ts'
import { run, type Search, searchOver, seed } from './search.ts'

export type ReachQuestion = {
  readonly walk: Walk
  readonly places: Places
  readonly homes: Homes
  readonly kinds: readonly Kind[]
  readonly cap: Time
}

/** Times to the nearest place of each kind from every junction and every building. */
export function reachOf({ walk, places, homes, kinds, cap }: ReachQuestion): Reach {
  const doors = footholds(walk, places.access)
  const homeDoors = footholds(walk, homes.access)
  const found = kinds.map((kind) => nearestOf({ walk, places, doors, cap }, placesOfKind(places, kind)))
  const lists = chainLists(walk)
  const atHome = kinds.map((kind, at) => {
    const { times, owners } = found[at] ?? { times: new Int32Array(0), owners: new Int32Array(0) }
    return homesFrom(
      { walk, places, doors, cap },
      { times, owners, homes: homeDoors, lists, of: placesOfKind(places, kind) },
    )
  })
  return {
    walk,
    places,
    homes,
    kinds,
    cap,
    junctions: found.map(({ times }) => times),
    owners: found.map(({ owners }) => owners),
    homeTimes: atHome.map(({ times }) => times),
    nearest: atHome.map(({ nearest }) => nearest),
  }
}

/** The places of one kind, as indexes. */
export const placesOfKind = ({ told }: Places, kind: Kind): number[] =>
  told.flatMap((place, at) => (place.kind === kind ? [at] : []))

export type Doors = { readonly walk: Walk; readonly places: Places; readonly doors: Foothold; readonly cap: Time }

/** Starts a search at every door of a place: at both ends of the chain that the door stands on. */
export function seedPlace(search: Search, { walk, places, doors }: Doors, place: number): void {
  const { chains } = walk.network
  for (let at = places.from[place] ?? 0; at < (places.from[place + 1] ?? 0); at += 1) {
    const chain = doors.chain[at] ?? -1
    if (chain < 0) continue
    const [here, off, ways] = [doors.along[at] ?? 0, doors.off[at] ?? 0, chains.ways[chain] ?? 0]
    const onward = (walk.total[chain] ?? 0) - here
    if (ways & 1) seed(search, { junction: chains.from[chain] ?? 0, time: off + here, owner: place })
    if (ways & 2) seed(search, { junction: chains.to[chain] ?? 0, time: off + onward, owner: place })
  }
}

/** Times and owners of the junctions for some places, searched outward from all of them at once. */
export function nearestOf(doors: Doors, of: readonly number[]): { times: Int32Array; owners: Int32Array } {
  const owners = new Int32Array(doors.walk.network.junctions).fill(-1)
  const search = searchOver(doors.walk, { cap: doors.cap, direction: 'towards', owners })
  for (const place of of) seedPlace(search, doors, place)
  run(search)
  return { times: search.times, owners }
}

/** Times of every node of the network for one kind of a reach. */
export function nodeTimes({ walk, places, kinds, junctions, cap }: Reach, kind: Kind): Int32Array {
  const times = junctions[kinds.indexOf(kind)] ?? new Int32Array(walk.network.junctions).fill(UNREACHED)
  const owned = placesOfKind(places, kind).flatMap((place) => accessesOf(places, place))
  return fillNodes(walk, { times, holds: footholds(walk, places.access), owned, cap })
}

export function accessesOf({ from }: Places, place: number): number[] {
  const list: number[] = []
  for (let at = from[place] ?? 0; at < (from[place + 1] ?? 0); at += 1) list.push(at)
  return list
}

/** The doors that stand on each chain, as a list threaded through `next`; emptied for each kind. */
export type ChainLists = { readonly heads: Int32Array }
export const chainLists = ({ network }: Walk): ChainLists => ({ heads: new Int32Array(network.chains.count).fill(-1) })

export type HomesQuestion = {
  readonly times: Int32Array
  readonly owners: Int32Array
  readonly homes: Foothold
  readonly lists: ChainLists
  readonly of: readonly number[]
}

/** Time and nearest place of every building, by the ends of its chain and by the doors on the chain itself. */
export function homesFrom(doors: Doors, { times, owners, homes, lists, of }: HomesQuestion) {
  const { walk, cap } = doors
  const count = homes.chain.length
  const answer = { times: new Int32Array(count).fill(UNREACHED), nearest: new Int32Array(count).fill(-1) }
  const beside = doorsByChain(doors, lists, of)
  for (let home = 0; home < count; home += 1) {
    const found = homeFrom({ walk, times, owners, doors: doors.doors, beside, heads: lists.heads }, homes, home)
    if (found.time > cap) continue
    answer.times[home] = found.time
    answer.nearest[home] = found.owner
  }
  for (const at of beside.access) lists.heads[doors.doors.chain[at] ?? 0] = -1
  return answer
}

export type Beside = {
  readonly access: readonly number[]
  readonly next: readonly number[]
  readonly place: readonly number[]
}

function doorsByChain({ places, doors }: Doors, { heads }: ChainLists, of: readonly number[]): Beside {
  const list = { access: [] as number[], next: [] as number[], place: [] as number[] }
  for (const place of of)
    for (const at of accessesOf(places, place)) {
      const chain = doors.chain[at] ?? -1
      if (chain < 0) continue
      list.next.push(heads[chain] ?? -1)
      heads[chain] = list.access.push(at) - 1
      list.place.push(place)
    }
  return list
}

type Near = {
  readonly walk: Walk
  readonly times: Int32Array
  readonly owners: Int32Array
  readonly doors: Foothold
  readonly beside: Beside
  readonly heads: Int32Array
}

/** Of places on the same chain at the same time the one told first is the nearest. */
function homeFrom({ walk, times, owners, doors, beside, heads }: Near, homes: Foothold, home: number) {
  const { chains } = walk.network
  const chain = homes.chain[home] ?? -1
  let [time, owner] = [UNREACHED, -1]
  if (chain < 0) return { time, owner }
  const [here, off, ways] = [homes.along[home] ?? 0, homes.off[home] ?? 0, chains.ways[chain] ?? 0]
  const [a, b] = [chains.from[chain] ?? 0, chains.to[chain] ?? 0]
  const take = (walked: number, of: number) => {
    if (walked > time || (walked === time && of > owner)) return
    time = walked
    owner = of
  }
  if (ways & 2) take((times[a] ?? UNREACHED) + here, owners[a] ?? -1)
  if (ways & 1) take((times[b] ?? UNREACHED) + (walk.total[chain] ?? 0) - here, owners[b] ?? -1)
  for (let at = heads[chain] ?? -1; at >= 0; at = beside.next[at] ?? -1) {
    const door = beside.access[at] ?? 0
    const walked = (doors.along[door] ?? 0) - here
    if (walked > 0 ? ways & 1 : walked === 0 || ways & 2)
      take(Math.abs(walked) + (doors.off[door] ?? 0), beside.place[at] ?? -1)
  }
  return { time: time >= UNREACHED ? UNREACHED : time + off, owner }
}
