import type { BlockReads } from '../../model/classify.ts'
import { HEAD, LONGEST_RUN, type Slotted } from './features.ts'
import { UNKNOWN } from './space.ts'

/** Features, each once, and how often each stands there; only the first `size` count, and only until the next letter. */
export type Counts = { readonly slots: Int32Array; readonly counts: Float32Array; readonly size: number }

export type Counter = (letter: Slotted, reads: BlockReads) => Counts

type Tally = { readonly sums: Float32Array; readonly slots: Int32Array; size: number }

/** Counts into as many sums as the larger space has features. One is used again and again. */
export function createCounter(features: number): Counter {
  const counts = new Float32Array(features)
  const tally: Tally = { sums: new Float32Array(features), slots: new Int32Array(features), size: 0 }
  const { sums, slots } = tally
  return (letter, reads) => {
    tally.size = 0
    if (reads.kind === 'words') addWords(tally, letter, reads)
    else addRuns(tally, letter, reads)
    const { size } = tally
    for (let at = 0; at < size; at++) {
      const slot = slots[at] as number
      counts[at] = sums[slot] as number
      sums[slot] = 0
    }
    return { slots, counts, size }
  }
}

function add(tally: Tally, slot: number, weight: number): void {
  const sum = tally.sums[slot] as number
  if (sum === 0) tally.slots[tally.size++] = slot
  tally.sums[slot] = sum + weight
}

function addWords(tally: Tally, { book, words, count, pairs }: Slotted, { part, longest }: BlockReads): void {
  const { slots, starts } = book
  const from = part === 'rest' ? HEAD.words : 0
  const to = part === 'head' ? Math.min(HEAD.words, count) : count
  for (let at = from; at < to; at++) {
    const weight = part === 'whole' && at < HEAD.words ? HEAD.weight : 1
    const word = words[at] as number
    const end = starts[word + 1] as number
    for (let k = starts[word] as number; k < end; k++) add(tally, slots[k] as number, weight)
    const pair = longest > 1 && at + 1 < to && at < HEAD.words ? (pairs[at] as number) : UNKNOWN
    if (pair !== UNKNOWN) add(tally, pair, weight)
  }
}

/** Runs are read in whole letters. */
function addRuns(tally: Tally, { runs, characters }: Slotted, { longest }: BlockReads): void {
  for (let at = 0; at < characters; at++) {
    const weight = at < HEAD.characters ? HEAD.weight : 1
    for (let length = 0; length < longest; length++) {
      const slot = runs[at * LONGEST_RUN + length] as number
      if (slot !== UNKNOWN) add(tally, slot, weight)
    }
  }
}

const COMMON = 512
const logs = Float64Array.from({ length: COMMON }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)))

/** A word said five times says more than once said, but not five times more. Counts are whole. */
export const damped = (count: number): number => (count < COMMON ? (logs[count] as number) : 1 + Math.log(count))
