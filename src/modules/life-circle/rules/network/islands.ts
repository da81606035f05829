import type { LngLat } from '../../../../platform/geo/shapes.ts'
import type { Island, Network } from '../../model/network.ts'

type Parts = Pick<Network, 'junctions' | 'chains' | 'segments'>
export type Islands = { readonly islands: readonly Island[]; readonly islandOf: Int32Array }

/** The parts of a network that hang together by chains that somebody may walk in some direction, largest first. */
export function islandsOf({ junctions, chains, segments }: Parts, at: (junction: number) => LngLat): Islands {
  const parent = Int32Array.from({ length: junctions }, (_, junction) => junction)
  const root = (junction: number): number => {
    let top = junction
    while (parent[top] !== top) {
      parent[top] = parent[parent[top] ?? 0] ?? 0
      top = parent[top] ?? 0
    }
    return top
  }
  for (let chain = 0; chain < chains.count; chain += 1) {
    if (chains.ways[chain] === 0) continue
    const [one, other] = [root(chains.from[chain] ?? 0), root(chains.to[chain] ?? 0)]
    // The lowest junction stands for its part, so the answer does not depend on the order of joining.
    if (one < other) parent[other] = one
    else parent[one] = other
  }
  const found = new Map<number, { first: number; nodes: number; centimetres: number }>()
  for (let junction = 0; junction < junctions; junction += 1) {
    const top = root(junction)
    const island = found.get(top) ?? { first: junction, nodes: 0, centimetres: 0 }
    island.nodes += 1
    found.set(top, island)
  }
  for (let chain = 0; chain < chains.count; chain += 1) {
    const island = found.get(root(chains.from[chain] ?? 0))
    if (!island) continue
    const inner = (chains.first[chain + 1] ?? 0) - (chains.first[chain] ?? 0)
    const begin = (chains.first[chain] ?? 0) - junctions + chain
    island.nodes += inner
    for (let segment = begin; segment <= begin + inner; segment += 1)
      island.centimetres += segments.length[segment] ?? 0
  }
  const sorted = [...found].sort(([, p], [, q]) => q.nodes - p.nodes || p.first - q.first)
  const rank = new Map(sorted.map(([top], place) => [top, place]))
  return {
    islands: sorted.map(([, { first, nodes, centimetres }]) => ({ nodes, metres: centimetres / 100, at: at(first) })),
    islandOf: Int32Array.from({ length: junctions }, (_, junction) => rank.get(root(junction)) ?? -1),
  }
}
