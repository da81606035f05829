import type { Kind, Space } from '../../model/classify.ts'
import { type Counts, createCounter } from './counting.ts'
import { createSlotting, type Slotted, type Spaces } from './features.ts'
import { spaceOf } from './space.ts'
import { emptyWordbook, numberOf, turnPage } from './wordbook.ts'

/** Hashes are told apart by their first bits; of runs there are many, most of them too rare to be known. */
const BITS: Readonly<Record<Kind, number>> = { words: 20, runs: 22 }

/** In how many lessons a feature stands at least. */
const FEWEST: Readonly<Record<Kind, number>> = { words: 2, runs: 4 }
/** Cells of a block at most: with many classes the rarest features are not known. */
const LARGEST = 2 ** 25

/** Where every hash is a feature; made only for training, as it takes much memory. */
const everything = (kind: Kind): Space =>
  spaceOf(
    BITS[kind],
    Int32Array.from({ length: 2 ** BITS[kind] }, (_, bucket) => bucket),
  )

/** Looks at lessons with the features of a model; every word is looked at once as long as the memory lasts. */
export function createLooking(spaces: Spaces) {
  const book = emptyWordbook(spaces.words)
  const slotting = createSlotting(spaces, book)
  return (words: readonly string[]): Slotted => {
    turnPage(book)
    return slotting(
      Int32Array.from(words, (word) => numberOf(book, word)),
      words.length,
    )
  }
}

/** The features that stand in enough of the lessons; with many classes in more of them, so that memory suffices. */
export function spacesOf(lessons: readonly (readonly string[])[], classes: number): Spaces {
  const all = { words: everything('words'), runs: everything('runs') }
  const look = createLooking(all)
  const count = createCounter(2 ** Math.max(BITS.words, BITS.runs))
  const holders = { words: new Int32Array(2 ** BITS.words), runs: new Int32Array(2 ** BITS.runs) }
  const note = (into: Int32Array, { slots, size }: Counts) => {
    for (let at = 0; at < size; at++) into[slots[at] ?? 0] = (into[slots[at] ?? 0] ?? 0) + 1
  }
  for (const words of lessons) {
    const slotted = look(words)
    note(holders.words, count(slotted, { kind: 'words', part: 'whole', longest: 2 }))
    note(holders.runs, count(slotted, { kind: 'runs', part: 'whole', longest: 3 }))
  }
  const most = LARGEST / (2 * classes + 1)
  const kept = (kind: Kind): Space => {
    for (let fewest = FEWEST[kind]; ; fewest++) {
      const buckets = all[kind].buckets.filter((bucket) => (holders[kind][bucket] ?? 0) >= fewest)
      if (buckets.length <= most) return spaceOf(BITS[kind], buckets)
    }
  }
  return { words: kept('words'), runs: kept('runs') }
}
