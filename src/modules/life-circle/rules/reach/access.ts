import type { Accesses } from '../../model/network.ts'
import { UNREACHED, type Walk } from '../../model/walk.ts'

/** A point on a chain in a walker's times: `along` from the chain's beginning, `off` to step onto it. */
export type Foothold = {
  readonly chain: Int32Array
  readonly along: Int32Array
  readonly off: Int32Array
}

/** Accesses in a walker's times. Chain -1 for those that meet no network, or a way that is closed to the walker. */
export function footholds({ network, total, along, perMetre }: Walk, access: Accesses): Foothold {
  const { chains, junctions } = network
  const count = access.chain.length
  const made = { chain: new Int32Array(count).fill(-1), along: new Int32Array(count), off: new Int32Array(count) }
  for (let at = 0; at < count; at += 1) {
    const chain = access.chain[at] ?? -1
    if (chain < 0 || total[chain] === UNREACHED) continue
    const [first, last] = [chains.first[chain] ?? 0, chains.first[chain + 1] ?? 0]
    // The place of the segment in its chain, and the times at which it begins and ends.
    const segment = (access.segment[at] ?? 0) - (first - junctions) - chain
    const begins = segment === 0 ? 0 : (along[first - junctions + segment - 1] ?? 0)
    const ends = first + segment === last ? (total[chain] ?? 0) : (along[first - junctions + segment] ?? 0)
    made.chain[at] = chain
    made.along[at] = begins + Math.round((ends - begins) * (access.share[at] ?? 0))
    made.off[at] = Math.round((access.off[at] ?? 0) * perMetre)
  }
  return made
}
