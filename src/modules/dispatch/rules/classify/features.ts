import type { Kind, Space } from '../../model/classify.ts'

/** FNV-1a over UTF-16 units with a start of its own per kind of feature, then mixed so that high bits are good too. */
function start(kind: number): number {
  return 0x811c9dc5 ^ Math.imul(kind, 0x9e3779b1)
}
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193)
function mixed(hash: number): number {
  const once = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}

const KIND = { word: 1, inside: 2, across: 3, pair: 4 }

/** What stands at the beginning says what the letter is about: it counts three times. Titles are that long. */
export const HEAD = { words: 12, characters: 24, weight: 3 }

/** The longest run of characters that is a feature. */
export const LONGEST_RUN = 3
export const UNKNOWN = -1

/** One number for a word, 32 bits. */
export function hashOfWord(word: string): number {
  let hash = start(KIND.word)
  for (let at = 0; at < word.length; at++) hash = step(hash, word.charCodeAt(at))
  return mixed(hash)
}

/** The hashes of a word's features: itself, its characters and its pairs of characters. */
export function hashesOf(word: string): number[] {
  const hashes = [hashOfWord(word)]
  for (let at = 0; at < word.length; at++) {
    const one = step(start(KIND.inside), word.charCodeAt(at))
    hashes.push(mixed(one))
    if (at + 1 < word.length) hashes.push(mixed(step(one, word.charCodeAt(at + 1))))
  }
  return hashes
}

/** Two words that follow one another, by their hashes. */
export const hashOfPair = (one: number, next: number): number => mixed(step(step(start(KIND.pair), one), next))

/** A word as a model sees it: its hash, the places of its features that the model knows, and whether it knows the word. */
export type SlottedWord = { readonly hash: number; readonly known: boolean; readonly slots: Int32Array }

/** A letter as places of features: its words, each with its follower, and the runs that begin at each character. */
export type Slotted = {
  readonly words: readonly SlottedWord[]
  /** For each of the first words the feature of it and its follower. */
  readonly pairs: Int32Array
  /** `LONGEST_RUN` places for each character: the run of one, of two and so on. */
  readonly runs: Int32Array
  readonly characters: number
}

export type Spaces = Readonly<Record<Kind, Space>>

export function slottedWord(word: string, { places, bits }: Space): SlottedWord {
  const shift = 32 - bits
  const hashes = hashesOf(word)
  const slots = hashes.map((hash) => places[hash >>> shift] ?? UNKNOWN)
  const known = !word.startsWith('#') && slots[0] !== UNKNOWN
  return { hash: hashes[0] ?? 0, known, slots: Int32Array.from(slots.filter((slot) => slot !== UNKNOWN)) }
}

/** Room for the places of one letter after another, so that nothing is allocated per letter. */
export function createSlotting(spaces: Spaces) {
  const pairs = new Int32Array(HEAD.words)
  let runs = new Int32Array(8_192)
  const { words: ofWords, runs: ofRuns } = spaces
  return (words: readonly SlottedWord[], text: string): Slotted => {
    if (runs.length < text.length * LONGEST_RUN) runs = new Int32Array(text.length * LONGEST_RUN * 2)
    for (let at = 0; at < HEAD.words; at++) {
      const [one, next] = [words[at], words[at + 1]]
      pairs[at] =
        one && next ? (ofWords.places[hashOfPair(one.hash, next.hash) >>> (32 - ofWords.bits)] ?? UNKNOWN) : UNKNOWN
    }
    fillRuns(runs, text, ofRuns)
    return { words, pairs, runs, characters: text.length }
  }
}

function fillRuns(runs: Int32Array, text: string, { places, bits }: Space): void {
  const shift = 32 - bits
  for (let at = 0; at < text.length; at++) {
    let hash = start(KIND.across)
    for (let more = 0; more < LONGEST_RUN; more++) {
      const end = at + more
      if (end < text.length) hash = step(hash, text.charCodeAt(end))
      runs[at * LONGEST_RUN + more] = end < text.length ? (places[mixed(hash) >>> shift] ?? UNKNOWN) : UNKNOWN
    }
  }
}

/** The kept words written together, as runs across words are read; a number is one sign. */
export const joined = (words: readonly string[]): string =>
  words.map((word) => (word.startsWith('#') ? '#' : word)).join('')
