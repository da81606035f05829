import type { Space } from '../../model/classify.ts'
import { hashesOf } from './hashes.ts'
import { placeIn, UNKNOWN } from './space.ts'

/** The number of what is no word, or one that says nothing. */
export const NO_WORD = -1

/**
 * Every word that was looked at, by number: how it is spelt, its hash, whether the model knows it, and the places of its
 * features, which lie one word after the other in `slots`. In flat arrays, as a letter asks for some hundred words.
 */
export type Wordbook = {
  readonly space: Space
  readonly numbers: Map<string, number>
  readonly spelt: string[]
  hashes: Uint32Array
  isKnown: Uint8Array
  /** The features of word `n` lie from `starts[n]` up to `starts[n + 1]`. */
  starts: Int32Array
  slots: Int32Array
}

/** Residents use some ten thousand words again and again; beyond that the memory starts anew. */
const MOST = 60_000
const FIRST = 16_384

export const emptyWordbook = (space: Space): Wordbook => ({
  space,
  numbers: new Map(),
  spelt: [],
  hashes: new Uint32Array(FIRST),
  isKnown: new Uint8Array(FIRST),
  starts: new Int32Array(FIRST),
  slots: new Int32Array(FIRST * 4),
})

/** Between two letters: a book that is full is emptied. True when all numbers are void. */
export function turnPage({ numbers, spelt }: Wordbook): boolean {
  if (numbers.size < MOST) return false
  numbers.clear()
  spelt.length = 0
  return true
}

/** The number of a word, written into the book when it is new. */
export function numberOf(book: Wordbook, word: string): number {
  const known = book.numbers.get(word)
  if (known !== undefined) return known
  const fresh = written(book, word)
  book.numbers.set(word, fresh)
  return fresh
}

/** Writes a word into the book as its last. */
export function written(book: Wordbook, word: string): number {
  const number = book.spelt.length
  const hashes = hashesOf(word)
  const first = number === 0 ? 0 : (book.starts[number] as number)
  makeRoom(book, number + 2, first + hashes.length)
  const { slots, starts, isKnown, space } = book
  book.spelt.push(word)
  book.hashes[number] = hashes[0] ?? 0
  isKnown[number] = !word.startsWith('#') && placeIn(space, hashes[0] ?? 0) !== UNKNOWN ? 1 : 0
  let next = first
  for (const hash of hashes) {
    const place = placeIn(space, hash)
    if (place !== UNKNOWN) slots[next++] = place
  }
  starts[number] = first
  starts[number + 1] = next
  return number
}

function makeRoom(book: Wordbook, words: number, slots: number): void {
  if (book.starts.length < words) {
    book.hashes = grown(book.hashes, new Uint32Array(words * 2))
    book.isKnown = grown(book.isKnown, new Uint8Array(words * 2))
    book.starts = grown(book.starts, new Int32Array(words * 2))
  }
  if (book.slots.length < slots) book.slots = grown(book.slots, new Int32Array(slots * 2))
}

function grown<T extends { set(from: ArrayLike<number>): void } & ArrayLike<number>>(from: T, into: T): T {
  into.set(from)
  return into
}
