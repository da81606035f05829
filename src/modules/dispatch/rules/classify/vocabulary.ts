import type { Classifier } from '../../model/classify.ts'
import { hashesOf, hashOfWord } from './features.ts'
import { knows, speaksFor } from './score.ts'

/** A word as a model sees it: the hashes of its features, whether training knew it, and how it speaks for each class. */
export type Seen = { readonly hashes: readonly number[]; readonly known: boolean; readonly voices: Float32Array }

/** Residents use some ten thousand words again and again; beyond that the memory starts anew. */
const MOST = 60_000

/** Looks at every word once. */
export function vocabularyIn(model: Classifier): (word: string) => Seen {
  const seen = new Map<string, Seen>()
  return (word) => {
    const known = seen.get(word)
    if (known !== undefined) return known
    if (seen.size >= MOST) seen.clear()
    const fresh = lookAt(model, word)
    seen.set(word, fresh)
    return fresh
  }
}

function lookAt({ words, labels }: Classifier, word: string): Seen {
  const hashes = hashesOf(word)
  const voices = Float32Array.from(labels, (_, index) =>
    hashes.reduce((sum, hash) => sum + speaksFor(words, hash, index), 0),
  )
  return { hashes, known: !word.startsWith('#') && knows(words, hashOfWord(word)), voices }
}
