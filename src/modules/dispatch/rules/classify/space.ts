import type { Space } from '../../model/classify.ts'

export const UNKNOWN = -1

const WORD_BITS = 32

/**
 * A bit for every bucket of hashes, and for each thirty-two of them, beside their bits, how many known ones stand before.
 * A table of places would be sixteen times as large, and every look at it would miss the processor's cache.
 */
export function spaceOf(bits: number, buckets: Int32Array): Space {
  const ranks = new Uint32Array((2 ** bits / WORD_BITS) * 2)
  for (const bucket of buckets) {
    const at = (bucket >>> 5) * 2
    ranks[at] = (ranks[at] ?? 0) | (1 << (bucket & 31))
  }
  let before = 0
  for (let at = 0; at < ranks.length; at += 2) {
    ranks[at + 1] = before
    before += bitsIn(ranks[at] ?? 0)
  }
  return { bits, buckets, ranks, places: Int32Array.from({ length: buckets.length }, (_, place) => place) }
}

/** Where a hash stands among the features that the space knows; `UNKNOWN` where it is none of them. */
export function placeIn({ bits, ranks, places }: Space, hash: number): number {
  const bucket = hash >>> (WORD_BITS - bits)
  const at = (bucket >>> 5) * 2
  const own = ranks[at] as number
  const bit = 1 << (bucket & 31)
  if ((own & bit) === 0) return UNKNOWN
  return places[(ranks[at + 1] as number) + bitsIn(own & (bit - 1))] as number
}

/** How many bits of thirty-two are set (Warren, Hacker's Delight, 5-1). */
function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
