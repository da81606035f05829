import type { Time, Walk } from '../../model/walk.ts'
import { UNREACHED } from '../../model/walk.ts'
import { type HomesByChain, type Standing, seedAt, standingAt } from '../reach/catchment.ts'
import { improvedBy, run, type Search, searchOver, seed } from '../reach/search.ts'

/** A place that is open in a plan, with its doors. `id`: its index among the places, or beyond them for one added. */
export type OpenPlace = { readonly id: number; readonly doors: readonly Standing[] }

/** A way that a plan makes: between two points, both ways, in so much time. */
export type Link = { readonly ends: readonly [Standing, Standing]; readonly time: Time }

/**
 * One kind in a plan: what is open, and the times that follow. States are never changed; each edit makes the next one,
 * so undoing is going back. `linked`: the doors that links brought, each as near as what lies beyond it.
 */
export type KindState = {
  readonly open: readonly OpenPlace[]
  readonly linked: readonly OpenPlace[]
  readonly times: Int32Array
  readonly owners: Int32Array
  readonly homeTimes: Int32Array
  readonly nearest: Int32Array
}

export type Grounds = { readonly walk: Walk; readonly homes: HomesByChain; readonly cap: Time }

const copied = (state: KindState): KindState => ({
  ...state,
  times: state.times.slice(),
  owners: state.owners.slice(),
  homeTimes: state.homeTimes.slice(),
  nearest: state.nearest.slice(),
})

const searchIn = ({ walk, cap }: Grounds, { times, owners }: KindState): Search =>
  searchOver(walk, { cap, direction: 'towards', times, owners })

/** The next state with one more place: only what it improves is walked. */
export function withPlace(grounds: Grounds, state: KindState, place: OpenPlace): KindState {
  const next = { ...copied(state), open: [...state.open, place] }
  improve(grounds, next, place)
  return next
}

function improve(grounds: Grounds, state: KindState, place: OpenPlace): void {
  const search = searchIn(grounds, state)
  for (const door of place.doors) seedAt(search, door, place.id)
  run(search)
  refresh(grounds, state, { junctions: improvedBy(search), chains: chainsOf(place) })
}

const chainsOf = ({ doors }: OpenPlace): number[] => doors.map(({ chain }) => chain).filter((chain) => chain >= 0)

/** The next state without a place: what it was the nearest of is searched again from its rim and from the other places. */
export function withoutPlace(grounds: Grounds, state: KindState, id: number): KindState {
  const gone = state.open.find((place) => place.id === id)
  const next = { ...copied(state), open: state.open.filter((place) => place !== gone) }
  const { times, owners } = next
  const { edges } = grounds.walk
  const lost: number[] = []
  for (let junction = 0; junction < owners.length; junction += 1) if (owners[junction] === id) lost.push(junction)
  for (const junction of lost) {
    times[junction] = UNREACHED
    owners[junction] = -1
  }
  const search = searchIn(grounds, next)
  for (const junction of lost)
    for (let link = (edges.from[junction] ?? 0) * 2; link < (edges.from[junction + 1] ?? 0) * 2; link += 2) {
      const beyond = edges.away[link] ?? 0
      // Those lost themselves are UNREACHED, or were given a time from the rim just now.
      const time = (times[beyond] ?? UNREACHED) + (edges.away[link + 1] ?? UNREACHED)
      if (time < UNREACHED) seed(search, { junction, time, owner: owners[beyond] ?? -1 })
    }
  for (const place of next.open) for (const door of place.doors) seedAt(search, door, place.id)
  run(search)
  const homes = [...next.nearest.keys()].filter((home) => next.nearest[home] === id)
  refresh(grounds, next, { junctions: lost, chains: gone ? chainsOf(gone) : [], homes })
  return next
}

/** Lets links carry people over: each end becomes a door as near as the other end is, until nothing gets nearer. */
export function withLinks(grounds: Grounds, state: KindState, links: readonly Link[]): KindState {
  let next: KindState | null = null
  for (let changed = true; changed; ) {
    changed = false
    for (const { ends, time } of links)
      for (const [here, there] of [ends, [ends[1], ends[0]] as const]) {
        const now = next ?? state
        const beyond = nearestAt(grounds, now, there)
        const by = beyond.time + time
        if (by > grounds.cap || by >= nearestAt(grounds, now, here).time) continue
        const door: OpenPlace = { id: beyond.owner, doors: [{ ...here, off: by }] }
        next ??= copied(state)
        next = { ...next, linked: [...next.linked, door] }
        improve(grounds, next, door)
        changed = true
      }
  }
  return next ?? state
}

type Found = { readonly time: Time; readonly owner: number }

/** Time and place of whoever stands at a point. */
export function nearestAt({ walk }: Grounds, { times, owners, open, linked }: KindState, at: Standing): Found {
  return nearestWith(walk, { times, owners, doors: doorsByChain([...open, ...linked]) }, at)
}

type Door = { readonly standing: Standing; readonly id: number }
type Nearness = Pick<KindState, 'times' | 'owners'> & { readonly doors: ReadonlyMap<number, readonly Door[]> }

function doorsByChain(places: readonly OpenPlace[]): Map<number, Door[]> {
  const found = new Map<number, Door[]>()
  for (const { id, doors } of places)
    for (const standing of doors) {
      const list = found.get(standing.chain)
      if (list) list.push({ standing, id })
      else found.set(standing.chain, [{ standing, id }])
    }
  return found
}

function nearestWith(walk: Walk, { times, owners, doors }: Nearness, { chain, along, off }: Standing): Found {
  let [time, owner] = [UNREACHED, -1]
  if (chain < 0) return { time, owner }
  const { chains } = walk.network
  const ways = chains.ways[chain] ?? 0
  const take = (walked: number, of: number) => {
    if (walked >= time) return
    time = walked
    owner = of
  }
  const [a, b] = [chains.from[chain] ?? 0, chains.to[chain] ?? 0]
  if (ways & 2) take((times[a] ?? UNREACHED) + along, owners[a] ?? -1)
  if (ways & 1) take((times[b] ?? UNREACHED) + (walk.total[chain] ?? 0) - along, owners[b] ?? -1)
  for (const { standing, id } of doors.get(chain) ?? []) {
    const ahead = standing.along - along
    if (ahead === 0 || (ahead > 0 ? ways & 1 : ways & 2)) take(Math.abs(ahead) + standing.off, id)
  }
  return time >= UNREACHED ? { time: UNREACHED, owner: -1 } : { time: time + off, owner }
}

type Touched = {
  readonly junctions: ArrayLike<number>
  readonly chains: readonly number[]
  readonly homes?: readonly number[]
}

/** Reckons the buildings again on every chain that something changed at. */
function refresh({ walk, homes, cap }: Grounds, state: KindState, touched: Touched): void {
  const near = { times: state.times, owners: state.owners, doors: doorsByChain([...state.open, ...state.linked]) }
  const again = (home: number) => {
    const { time, owner } = nearestWith(walk, near, standingAt(homes.holds, home))
    state.homeTimes[home] = time > cap ? UNREACHED : time
    state.nearest[home] = time > cap ? -1 : owner
  }
  const seen = new Set<number>()
  const onChain = (chain: number) => {
    if (homes.from[chain] === homes.from[chain + 1] || seen.has(chain)) return
    seen.add(chain)
    for (let at = homes.from[chain] ?? 0; at < (homes.from[chain + 1] ?? 0); at += 1) again(homes.list[at] ?? 0)
  }
  for (let at = 0; at < touched.junctions.length; at += 1) {
    const junction = touched.junctions[at] ?? 0
    for (let edge = walk.edges.from[junction] ?? 0; edge < (walk.edges.from[junction + 1] ?? 0); edge += 1)
      onChain((walk.edges.chain[edge] ?? 0) >>> 1)
  }
  for (const chain of touched.chains) onChain(chain)
  for (const home of touched.homes ?? []) again(home)
}
