import type { Letter, Reason } from '../../model/classify.ts'
import { damped } from './counting.ts'
import type { Pieces } from './pieces.ts'

/** How many different words are shown, and how many places of them in the letter. */
const MOST = { words: 6, places: 18 }

type Voice = { readonly word: number; readonly voice: number }

/** The words that spoke loudest for a class, in the order in which they stand in the letter. */
export function reasonsFor(letter: Letter, pieces: Pieces, voice: (word: number) => number): Reason[] {
  const { words, count } = pieces
  const said = new Map<number, number>()
  for (let at = 0; at < count; at++) {
    const word = words[at] as number
    if (voice(word) > 0) said.set(word, (said.get(word) ?? 0) + 1)
  }
  let all = 0
  const loudest: Voice[] = []
  for (const [word, times] of said) {
    const own = damped(times) * voice(word)
    all += own
    insert(loudest, { word, voice: own })
  }
  const weights = new Map(loudest.map(({ word, voice: own }) => [word, own / all]))
  const reasons: Reason[] = []
  for (let at = 0; at < count && reasons.length < MOST.places; at++) {
    const weight = weights.get(words[at] as number)
    if (weight === undefined) continue
    const field = at < pieces.ofTitle ? 'title' : 'detail'
    const from = pieces.begins[at] as number
    const to = from + (pieces.lengths[at] as number)
    reasons.push({ field, from, to, words: letter[field].slice(from, to), weight })
  }
  return reasons
}

/** Among the loudest, loudest first; of equally loud ones the first stays before. */
function insert(loudest: Voice[], own: Voice): void {
  let at = loudest.length
  while (at > 0 && (loudest[at - 1] as Voice).voice < own.voice) at--
  if (at >= MOST.words) return
  loudest.splice(at, 0, own)
  if (loudest.length > MOST.words) loudest.pop()
}
