import type { Network, WayClass } from '../../model/network.ts'
import { type Gait, UNREACHED, type Walk } from '../../model/walk.ts'

/**
 * How many times longer a metre takes than on a pavement. △ Settings of ours until a city measures its own: stairs take
 * twice the time of the level, two and a half times for the elderly; a pushchair is carried where there is no ramp.
 */
const onSteps = { adult: 2, elder: 2.5, child: 2, wheelchair: 1 } as const
const CARRIED = 6
/** What slows a walker slows wheels three times as much: 1.1 becomes 1.3. */
const WHEELS_SLOWED = 3
/** A ferry goes about 12 km/h where the map does not tell how long it takes. */
const FERRY_METRES_PER_MINUTE = 200

/** Times a metre's time is multiplied by; null where this walker does not pass. */
export function factorOf({ kind, wheels, pram, slow }: WayClass, { walker, metresPerMinute }: Gait): number | null {
  if (kind === 'ferry') return metresPerMinute / FERRY_METRES_PER_MINUTE
  if (walker === 'wheelchair') return wheels ? 1 + (slow - 1) * WHEELS_SLOWED : null
  if (walker === 'child' && !pram) return CARRIED
  return (kind === 'steps' ? onSteps[walker] : 1) * slow
}

/** A network with the times of one walker, and its junctions with what goes out of them. */
export function walkOver(network: Network, gait: Gait): Walk {
  // Hundredths of a second for a centimetre.
  const pace = 60 / gait.metresPerMinute
  const factors = network.classes.map((sort) => factorOf(sort, gait))
  const { total, along } = timesOf(network, { pace, factors })
  return { network, gait, total, along, perMetre: pace * 100, edges: edgesOf(network, total) }
}

type Paces = { readonly pace: number; readonly factors: readonly (number | null)[] }

function timesOf({ chains, segments, junctions, nodes }: Network, { pace, factors }: Paces) {
  const total = new Int32Array(chains.count)
  const along = new Int32Array(nodes.count - junctions)
  for (let chain = 0; chain < chains.count; chain += 1) {
    const first = (chains.first[chain] ?? 0) - junctions
    const last = (chains.first[chain + 1] ?? 0) - junctions
    let time = 0
    let closed = false
    for (let inner = first; inner <= last; inner += 1) {
      const segment = inner + chain
      const factor = factors[segments.sort[segment] ?? 0] ?? null
      if (factor === null) closed = true
      time += Math.round((segments.length[segment] ?? 0) * pace * (factor ?? 1)) + (segments.wait[segment] ?? 0) * 10
      if (inner < last) along[inner] = time
    }
    total[chain] = closed || time >= UNREACHED ? UNREACHED : time
  }
  return { total, along }
}

function edgesOf({ junctions, chains }: Network, total: Int32Array): Walk['edges'] {
  const from = new Uint32Array(junctions + 1)
  const isEdge = (chain: number): boolean => total[chain] !== UNREACHED && chains.ways[chain] !== 0
  for (let chain = 0; chain < chains.count; chain += 1) {
    if (!isEdge(chain)) continue
    const [a, b] = [chains.from[chain] ?? 0, chains.to[chain] ?? 0]
    from[a + 1] = (from[a + 1] ?? 0) + 1
    from[b + 1] = (from[b + 1] ?? 0) + 1
  }
  for (let at = 1; at <= junctions; at += 1) from[at] = (from[at] ?? 0) + (from[at - 1] ?? 0)
  const count = from[junctions] ?? 0
  const edges = {
    from,
    chain: new Int32Array(count),
    towards: new Int32Array(count * 2),
    away: new Int32Array(count * 2),
  }
  const next = from.slice()
  for (let chain = 0; chain < chains.count; chain += 1) {
    if (!isEdge(chain)) continue
    const [a, b, ways] = [chains.from[chain] ?? 0, chains.to[chain] ?? 0, chains.ways[chain] ?? 0]
    const time = total[chain] ?? UNREACHED
    const [forward, back] = [ways & 1 ? time : UNREACHED, ways & 2 ? time : UNREACHED]
    for (const [side, start, end] of [[0, a, b] as const, [1, b, a] as const]) {
      const at = next[start] ?? 0
      next[start] = at + 1
      edges.chain[at] = chain * 2 + side
      edges.towards[at * 2] = end
      edges.away[at * 2] = end
      edges.away[at * 2 + 1] = side === 0 ? forward : back
      edges.towards[at * 2 + 1] = side === 0 ? back : forward
    }
  }
  return edges
}
