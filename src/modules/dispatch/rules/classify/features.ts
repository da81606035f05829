import type { Kind, Space } from '../../model/classify.ts'
import { hashOfPair, KIND, mixed, start, step } from './hashes.ts'
import { placeIn, UNKNOWN } from './space.ts'
import type { Wordbook } from './wordbook.ts'

/** What stands at the beginning says what the letter is about: it counts three times. Titles are that long. */
export const HEAD = { words: 12, characters: 24, weight: 3 }

/** The longest run of characters that is a feature. */
export const LONGEST_RUN = 3

export type Spaces = Readonly<Record<Kind, Space>>

/**
 * A letter as a model sees it: its words as numbers of the wordbook, and the runs that begin at each character. Lives
 * only until the next letter is looked at.
 */
export type Slotted = {
  readonly book: Wordbook
  readonly words: Int32Array
  readonly count: number
  /** For each of the first words the feature of it and its follower. */
  readonly pairs: Int32Array
  /** `LONGEST_RUN` places for each character: the run of one, of two and so on. */
  readonly runs: Int32Array
  readonly characters: number
}

/** Room for the places of one letter after another, so that nothing is allocated per letter. */
export function createSlotting(spaces: Spaces, book: Wordbook) {
  const pairs = new Int32Array(HEAD.words)
  let codes = new Uint16Array(4_096)
  let runs = new Int32Array(codes.length * LONGEST_RUN)
  return (words: Int32Array, count: number): Slotted => {
    const characters = charactersOf(book, words, count)
    if (codes.length < characters) {
      codes = new Uint16Array(characters * 2)
      runs = new Int32Array(codes.length * LONGEST_RUN)
    }
    for (let at = 0; at < HEAD.words; at++)
      pairs[at] =
        at + 1 < count
          ? placeIn(spaces.words, hashOfPair(hashAt(book, words[at]), hashAt(book, words[at + 1])))
          : UNKNOWN
    writeTogether(codes, { book, words, count })
    fillRuns(runs, codes.subarray(0, characters), spaces.runs)
    return { book, words, count, pairs, runs, characters }
  }
}

const hashAt = ({ hashes }: Wordbook, word: number | undefined): number => hashes[word ?? 0] as number

/** A number is one sign where words are written together; every other word is as long as it is. */
const isNumber = (word: string): boolean => word.charCodeAt(0) === NUMBER_SIGN
const NUMBER_SIGN = '#'.charCodeAt(0)

function charactersOf({ spelt }: Wordbook, words: Int32Array, count: number): number {
  let characters = 0
  for (let at = 0; at < count; at++) {
    const word = spelt[words[at] as number] as string
    characters += isNumber(word) ? 1 : word.length
  }
  return characters
}

/** The kept words written together, as runs across words are read. */
function writeTogether(codes: Uint16Array, { book, words, count }: Pick<Slotted, 'book' | 'words' | 'count'>): void {
  let next = 0
  for (let at = 0; at < count; at++) {
    const word = book.spelt[words[at] as number] as string
    if (isNumber(word)) codes[next++] = NUMBER_SIGN
    else for (let k = 0; k < word.length; k++) codes[next++] = word.charCodeAt(k)
  }
}

function fillRuns(runs: Int32Array, codes: Uint16Array, space: Space): void {
  for (let at = 0; at < codes.length; at++) {
    let hash = start(KIND.across)
    for (let more = 0; more < LONGEST_RUN; more++) {
      const end = at + more
      if (end < codes.length) hash = step(hash, codes[end] as number)
      runs[at * LONGEST_RUN + more] = end < codes.length ? placeIn(space, mixed(hash)) : UNKNOWN
    }
  }
}
