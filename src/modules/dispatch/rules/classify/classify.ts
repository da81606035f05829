import type { Classifier, Letter, Proposal, Silence } from '../../model/classify.ts'
import { blendsOf, confidencesBy } from './blend.ts'
import { createCounter } from './counting.ts'
import { createSlotting } from './features.ts'
import { frequentFirst } from './frequent.ts'
import { createCutting, type Pieces } from './pieces.ts'
import { reasonsFor } from './reasons.ts'
import { vocabularyIn } from './vocabulary.ts'
import type { Wordbook } from './wordbook.ts'

/** Known words must bring two characters, and three words in ten must be known: less is noise or another language. */
const ENOUGH = { characters: 2, share: 0.3 }
const BEST = 3

/** Reads letters with a loaded model. The same letter always gets the same answer; no letter makes it throw. */
export function readerOf(trained: Classifier): (letter: Letter) => Proposal {
  const model = frequentFirst(trained)
  const { spaces, fusion, labels } = model
  const blends = blendsOf(model)
  const count = createCounter(Math.max(spaces.words.buckets.length, spaces.runs.buckets.length))
  const { book, begin, look, voice } = vocabularyIn(model, blends)
  const slotting = createSlotting(spaces, book)
  const cutting = createCutting(look)
  return (letter) => {
    begin()
    const pieces = cutting(letter)
    const silence = silenceOf(book, pieces)
    if (silence !== null) return silent(silence)
    const slotted = slotting(pieces.words, pieces.count)
    const best = confidencesBy(blends, fusion.shifts, (reads) => count(slotted, reads))
      .map((confidence, index) => ({ index, label: labels[index] ?? '', confidence }))
      .toSorted((a, b) => b.confidence - a.confidence)
      .slice(0, BEST)
    const [first] = best
    if (first === undefined) return silent('nothing-known')
    return {
      label: first.label,
      confidence: first.confidence,
      sure: first.confidence >= model.threshold,
      best: best.map(({ label, confidence }) => ({ label, confidence })),
      reasons: reasonsFor(letter, pieces, (word) => voice(word, first.index)),
      silence: null,
    }
  }
}

const silent = (silence: Silence): Proposal => ({
  label: null,
  confidence: 0,
  sure: false,
  best: [],
  reasons: [],
  silence,
})

function silenceOf({ isKnown, spelt }: Wordbook, { words, count }: Pieces): Silence | null {
  if (count === 0) return 'nothing-written'
  let known = 0
  let characters = 0
  for (let at = 0; at < count; at++) {
    const word = words[at] as number
    if (isKnown[word] !== 1) continue
    known++
    characters += (spelt[word] as string).length
  }
  return characters < ENOUGH.characters || known < ENOUGH.share * count ? 'nothing-known' : null
}
