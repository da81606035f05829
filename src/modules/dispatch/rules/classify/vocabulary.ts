import type { Classifier } from '../../model/classify.ts'
import { type Blend, putVoices } from './blend.ts'
import { telling } from './prepare.ts'
import { emptyWordbook, NO_WORD, numberOf, turnPage, type Wordbook } from './wordbook.ts'

/** Pieces of letters as words of a model, each looked at once, and how each word speaks for every class. */
export type Vocabulary = {
  readonly book: Wordbook
  /** Between two letters. */
  readonly begin: () => void
  /** The number of the word that a piece is, `NO_WORD` for none. */
  readonly look: (cut: string) => number
  /** What a word adds to a class beyond what it adds to all of them. */
  readonly voice: (word: number, index: number) => number
}

/** Pieces that are no words are remembered too: there are few of them, and each comes in every letter. */
export function vocabularyIn({ spaces, empty, labels }: Classifier, [blend]: readonly Blend[]): Vocabulary {
  const book = emptyWordbook(spaces.words)
  const pieces = new Map<string, number>()
  const classes = labels.length
  let voices = new Float32Array(0)

  /** The first blend is the one that reads all words. */
  function speak(word: number): void {
    const needed = (word + 1) * classes
    if (voices.length < needed) {
      const larger = new Float32Array(Math.max(needed * 2, 65_536))
      larger.set(voices)
      voices = larger
    }
    const slots = book.slots.subarray(book.starts[word], book.starts[word + 1])
    if (blend !== undefined) putVoices(blend, slots, voices, word * classes)
  }

  function lookAt(cut: string): number {
    const word = telling(cut, empty)
    if (word === null) return NO_WORD
    const before = book.spelt.length
    const number = numberOf(book, word)
    if (number === before) speak(number)
    return number
  }

  return {
    book,
    begin: () => {
      if (turnPage(book) || pieces.size >= MOST_PIECES_KNOWN) pieces.clear()
    },
    look: (cut) => {
      const known = pieces.get(cut)
      if (known !== undefined) return known
      const fresh = lookAt(cut)
      pieces.set(cut, fresh)
      return fresh
    },
    voice: (word, index) => voices[word * classes + index] as number,
  }
}

const MOST_PIECES_KNOWN = 120_000
