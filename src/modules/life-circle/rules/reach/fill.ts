import { UNREACHED, type Walk } from '../../model/walk.ts'
import type { Foothold } from './access.ts'

export type Sources = {
  /** Times of the junctions towards the nearest source. */
  readonly times: Int32Array
  /** Where the sources stand on their chains; `owned` are their places in it. */
  readonly holds: Foothold
  readonly owned: readonly number[]
  readonly cap: number
}

/** Times of every node of the network: of the junctions as searched, of the others by both ends of their chain. */
export function fillNodes(walk: Walk, { times, holds, owned, cap }: Sources): Int32Array {
  const { chains, nodes, junctions } = walk.network
  const { total, along } = walk
  const filled = new Int32Array(nodes.count)
  filled.set(times)
  for (let chain = 0; chain < chains.count; chain += 1) {
    const [first, last] = [chains.first[chain] ?? 0, chains.first[chain + 1] ?? 0]
    if (first === last) continue
    const time = total[chain] ?? UNREACHED
    const ways = time === UNREACHED ? 0 : (chains.ways[chain] ?? 0)
    const begin = ways & 2 ? (times[chains.from[chain] ?? 0] ?? UNREACHED) : UNREACHED
    const end = (ways & 1 ? (times[chains.to[chain] ?? 0] ?? UNREACHED) : UNREACHED) + time
    for (let node = first; node < last; node += 1) {
      const walked = along[node - junctions] ?? 0
      const [back, on] = [begin + walked, end - walked]
      const least = back < on ? back : on
      filled[node] = least > cap ? UNREACHED : least
    }
  }
  for (const at of owned) fillBeside(walk, filled, { holds, at, cap })
  return filled
}

/** Whoever stands on the source's own chain walks straight to it, past no junction. */
function fillBeside(
  walk: Walk,
  filled: Int32Array,
  { holds, at, cap }: Pick<Sources, 'holds' | 'cap'> & { at: number },
) {
  const chain = holds.chain[at] ?? -1
  if (chain < 0) return
  const { chains, junctions } = walk.network
  const [here, off, ways] = [holds.along[at] ?? 0, holds.off[at] ?? 0, chains.ways[chain] ?? 0]
  for (let node = chains.first[chain] ?? 0; node < (chains.first[chain + 1] ?? 0); node += 1) {
    const walked = (walk.along[node - junctions] ?? 0) - here
    if (walked > 0 ? !(ways & 2) : walked < 0 && !(ways & 1)) continue
    const time = Math.abs(walked) + off
    if (time <= cap && time < (filled[node] ?? 0)) filled[node] = time
  }
}
