import type { Letter, Proposal } from '../modules/dispatch/model/classify.ts'
import { silenceWords } from '../modules/dispatch/words/classify.ts'

/** What is wanted of letters that were read: a line of JSON for each, or only what a measurement needs. */
export type Wanted = 'lines' | 'guesses'

/** Of the letters in their order. Small, as it is handed from thread to thread. */
export type Readings = {
  readonly count: number
  readonly lines: string
  readonly guesses: readonly Pick<Proposal, 'label' | 'confidence'>[]
}

export function readAll(read: (letter: Letter) => Proposal, letters: readonly Letter[], wanted: Wanted): Readings {
  const count = letters.length
  if (wanted === 'lines') return { count, lines: letters.map((letter) => lineOf(read(letter))).join(''), guesses: [] }
  const guesses = letters.map((letter) => {
    const { label, confidence } = read(letter)
    return { label, confidence }
  })
  return { count, lines: '', guesses }
}

function lineOf({ silence, ...proposal }: Proposal): string {
  return `${JSON.stringify(silence === null ? proposal : { ...proposal, silence: silenceWords[silence].zh })}\n`
}
