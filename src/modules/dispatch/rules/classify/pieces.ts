import type { Letter } from '../../model/classify.ts'
import { cutLetter, MOST_PIECES } from './prepare.ts'
import { NO_WORD } from './wordbook.ts'

/** The words of a letter as numbers, title first, and where each stands in its field. Lives until the next letter. */
export type Pieces = {
  readonly words: Int32Array
  readonly begins: Int32Array
  readonly lengths: Int32Array
  count: number
  ofTitle: number
}

/** Cuts one letter after another into the same arrays. */
export function createCutting(look: (cut: string) => number): (letter: Letter) => Pieces {
  const room = () => new Int32Array(MOST_PIECES)
  const pieces: Pieces = { words: room(), begins: room(), lengths: room(), count: 0, ofTitle: 0 }
  const { words, begins, lengths } = pieces
  return (letter) => {
    pieces.count = 0
    pieces.ofTitle = 0
    cutLetter(letter, (cut, field, at) => {
      const word = look(cut)
      if (word === NO_WORD) return
      const place = pieces.count++
      words[place] = word
      begins[place] = at
      lengths[place] = cut.length
      if (field === 'title') pieces.ofTitle = pieces.count
    })
    return pieces
  }
}
