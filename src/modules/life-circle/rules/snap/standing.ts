import { UNREACHED, type Walk } from '../../model/walk.ts'
import type { Standing } from '../reach/catchment.ts'
import type { Foot } from './nearest.ts'

/** A foot on the network in a walker's times. */
export function standingOn(walk: Walk, { chain, segment, share, off }: Foot): Standing {
  const { chains, junctions } = walk.network
  if (walk.total[chain] === UNREACHED) return { chain: -1, along: 0, off: 0 }
  const first = (chains.first[chain] ?? 0) - junctions
  const rank = segment - first - chain
  const last = (chains.first[chain + 1] ?? 0) - junctions
  const begins = rank === 0 ? 0 : (walk.along[first + rank - 1] ?? 0)
  const ends = first + rank === last ? (walk.total[chain] ?? 0) : (walk.along[first + rank] ?? 0)
  return { chain, along: begins + Math.round((ends - begins) * share), off: Math.round(off * walk.perMetre) }
}
