import type { Classifier, Letter, Proposal, Silence } from '../../model/classify.ts'
import { blendsOf, confidencesBy } from './blend.ts'
import { createCounter } from './counting.ts'
import { createSlotting, joined } from './features.ts'
import { tokensOf } from './prepare.ts'
import { reasonsFor } from './reasons.ts'
import { type Seen, vocabularyIn } from './vocabulary.ts'

/** Known words must bring two characters, and three words in ten must be known: less is noise or another language. */
const ENOUGH = { characters: 2, share: 0.3 }
const BEST = 3

/** Reads letters with a loaded model. The same letter always gets the same answer; no letter makes it throw. */
export function readerOf(model: Classifier): (letter: Letter) => Proposal {
  const { spaces, fusion, labels } = model
  const blends = blendsOf(model)
  const count = createCounter(Math.max(spaces.words.buckets.length, spaces.runs.buckets.length))
  const slotting = createSlotting(spaces)
  const look = vocabularyIn(model, blends)
  return (letter) => {
    const tokens = tokensOf(letter, model.empty)
    const words = tokens.map(({ word }) => word)
    const seen = words.map(look)
    const silence = silenceOf(words, seen)
    if (silence !== null) return silent(silence)
    const slotted = slotting(seen, joined(words))
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
      reasons: reasonsFor(letter, { tokens, seen, index: first.index }),
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

function silenceOf(words: readonly string[], seen: readonly Seen[]): Silence | null {
  if (words.length === 0) return 'nothing-written'
  let known = 0
  let characters = 0
  for (let at = 0; at < seen.length; at++) {
    if (seen[at]?.known !== true) continue
    known++
    characters += words[at]?.length ?? 0
  }
  return characters < ENOUGH.characters || known < ENOUGH.share * words.length ? 'nothing-known' : null
}
