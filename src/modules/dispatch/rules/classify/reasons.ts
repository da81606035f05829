import type { Letter, Reason } from '../../model/classify.ts'
import type { Token } from './prepare.ts'
import { damped } from './rarity.ts'
import type { Seen } from './vocabulary.ts'

/** How many different words are shown, and how many places of them in the letter. */
const MOST = { words: 6, places: 18 }

export type Asked = { readonly letter: Letter; readonly tokens: readonly Token[]; readonly index: number }

/** The words that spoke loudest for a class, in the order in which they stand in the letter. */
export function reasonsFor(look: (word: string) => Seen, { letter, tokens, index }: Asked): Reason[] {
  const said = new Map<string, number>()
  for (const { word } of tokens) said.set(word, (said.get(word) ?? 0) + 1)
  const voices: { word: string; voice: number }[] = []
  let all = 0
  for (const [word, times] of said) {
    const voice = damped(times) * (look(word).voices[index] ?? 0)
    if (voice <= 0) continue
    all += voice
    voices.push({ word, voice })
  }
  const loudest = voices.toSorted((a, b) => b.voice - a.voice).slice(0, MOST.words)
  const weights = new Map(loudest.map(({ word, voice }) => [word, voice / all]))
  const reasons: Reason[] = []
  for (const { word, field, at, length } of tokens) {
    const weight = weights.get(word)
    if (weight === undefined || reasons.length === MOST.places) continue
    reasons.push({ field, from: at, to: at + length, words: letter[field].slice(at, at + length), weight })
  }
  return reasons
}
