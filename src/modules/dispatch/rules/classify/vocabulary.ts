import type { Classifier } from '../../model/classify.ts'
import { type Blend, voicesIn } from './blend.ts'
import { type SlottedWord, slottedWord } from './features.ts'

/** A word as a model sees it, and how it speaks for each class beyond what it says for all of them. */
export type Seen = SlottedWord & { readonly voices: Float32Array }

/** Residents use some ten thousand words again and again; beyond that the memory starts anew. */
const MOST = 60_000

/** Looks at every word once. The first blend is the one that reads all words. */
export function vocabularyIn(
  { spaces }: Pick<Classifier, 'spaces'>,
  [blend]: readonly Blend[],
): (word: string) => Seen {
  const seen = new Map<string, Seen>()
  return (word) => {
    const known = seen.get(word)
    if (known !== undefined) return known
    if (seen.size >= MOST) seen.clear()
    const slotted = slottedWord(word, spaces.words)
    const voices = blend === undefined ? new Float32Array(0) : voicesIn(blend, slotted.slots)
    const fresh = { ...slotted, voices }
    seen.set(word, fresh)
    return fresh
  }
}
