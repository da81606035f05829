import type { BlockReads } from '../../model/classify.ts'
import { HEAD, LONGEST_RUN, type Slotted, UNKNOWN } from './features.ts'

/** Features, each once, and how often each stands there; only the first `size` count, and only until the next letter. */
export type Counts = { readonly slots: Int32Array; readonly counts: Float32Array; readonly size: number }

export type Counter = (letter: Slotted, reads: BlockReads) => Counts

/** Counts into as many sums as the larger space has features. One is used again and again. */
export function createCounter(features: number): Counter {
  const sums = new Float32Array(features)
  const slots = new Int32Array(features)
  const counts = new Float32Array(features)
  let size = 0
  const add = (slot: number, weight: number): void => {
    if (sums[slot] === 0) slots[size++] = slot
    sums[slot] = (sums[slot] ?? 0) + weight
  }
  return (letter, reads) => {
    size = 0
    if (reads.kind === 'words') addWords(letter, reads, add)
    else addRuns(letter, reads, add)
    for (let at = 0; at < size; at++) {
      const slot = slots[at] ?? 0
      counts[at] = sums[slot] ?? 0
      sums[slot] = 0
    }
    return { slots, counts, size }
  }
}

type Add = (slot: number, weight: number) => void

function addWords({ words, pairs }: Slotted, { part, longest }: BlockReads, add: Add): void {
  const from = part === 'rest' ? HEAD.words : 0
  const to = part === 'head' ? Math.min(HEAD.words, words.length) : words.length
  for (let at = from; at < to; at++) {
    const weight = part === 'whole' && at < HEAD.words ? HEAD.weight : 1
    const slots = words[at]?.slots
    if (slots !== undefined) for (let k = 0; k < slots.length; k++) add(slots[k] as number, weight)
    const pair = longest > 1 && at + 1 < to && at < HEAD.words ? (pairs[at] ?? UNKNOWN) : UNKNOWN
    if (pair !== UNKNOWN) add(pair, weight)
  }
}

/** Runs are read in whole letters. */
function addRuns({ runs, characters }: Slotted, { longest }: BlockReads, add: Add): void {
  for (let at = 0; at < characters; at++) {
    const weight = at < HEAD.characters ? HEAD.weight : 1
    for (let length = 1; length <= longest; length++) {
      const slot = runs[at * LONGEST_RUN + length - 1] ?? UNKNOWN
      if (slot !== UNKNOWN) add(slot, weight)
    }
  }
}

const COMMON = 512
const logs = Float64Array.from({ length: COMMON }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)))

/** A word said five times says more than once said, but not five times more. Counts are whole. */
export const damped = (count: number): number => (count < COMMON ? (logs[count] ?? 0) : 1 + Math.log(count))
