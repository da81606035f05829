import type { Letter, Reason } from '../../model/classify.ts'
import { damped } from './counting.ts'
import type { Token } from './prepare.ts'
import type { Seen } from './vocabulary.ts'

/** How many different words are shown, and how many places of them in the letter. */
const MOST = { words: 6, places: 18 }

/** Tokens and what the model sees in each, side by side. */
export type Asked = { readonly tokens: readonly Token[]; readonly seen: readonly Seen[]; readonly index: number }

/** The words that spoke loudest for a class, in the order in which they stand in the letter. */
export function reasonsFor(letter: Letter, { tokens, seen, index }: Asked): Reason[] {
  const said = new Map<Seen, number>()
  for (const word of seen) if ((word.voices[index] ?? 0) > 0) said.set(word, (said.get(word) ?? 0) + 1)
  let all = 0
  const voices = [...said].map(([word, times]) => {
    const voice = damped(times) * (word.voices[index] ?? 0)
    all += voice
    return { word, voice }
  })
  const loudest = voices.toSorted((a, b) => b.voice - a.voice).slice(0, MOST.words)
  const weights = new Map(loudest.map(({ word, voice }) => [word, voice / all]))
  const reasons: Reason[] = []
  for (let at = 0; at < tokens.length && reasons.length < MOST.places; at++) {
    const [token, word] = [tokens[at], seen[at]]
    const weight = word && weights.get(word)
    if (weight === undefined || token === undefined) continue
    const [field, from, to] = [token.field, token.at, token.at + token.length]
    reasons.push({ field, from, to, words: letter[field].slice(from, to), weight })
  }
  return reasons
}
