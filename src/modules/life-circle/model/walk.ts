import type { Network } from './network.ts'

/** Who walks, and how fast: the pace is the profile's. */
export type Gait = {
  readonly walker: 'adult' | 'elder' | 'child' | 'wheelchair'
  readonly metresPerMinute: number
}

/** Times are whole hundredths of a second, so that sums are exact and every machine agrees. */
export type Time = number

/** Time of what is not reached within the cap. */
export const UNREACHED: Time = 0x3fff_ffff

export const timeOf = { minutes: (minutes: number): Time => Math.round(minutes * 6_000) } as const
export const minutesOf = (time: Time): number => time / 6_000

/** A network with the times of one walker. Half-edges of junction `j` are `from[j]` to `from[j + 1] - 1`. */
export type Walk = {
  readonly network: Network
  readonly gait: Gait
  readonly edges: {
    readonly from: Uint32Array
    /** Twice the chain, plus 1 when it is walked from its end to its beginning. */
    readonly chain: Int32Array
    /** Two numbers each: the junction at the other end, and the time from there to here (`towards`) or there (`away`). */
    readonly towards: Int32Array
    readonly away: Int32Array
  }
  /** Time of each chain from end to end, UNREACHED where it is closed to this walker. */
  readonly total: Int32Array
  /** Time from the beginning of its chain to each inner node: index is the node less `junctions`. */
  readonly along: Int32Array
  /** Time for a metre off the network. */
  readonly perMetre: number
}
