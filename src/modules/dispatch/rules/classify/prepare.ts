import { cutInOrder } from '../../../../platform/text/cut.ts'
import type { Field, Lesson, Letter } from '../../model/classify.ts'
import { levelled } from './characters.ts'
import { hashOfWord } from './features.ts'

/** A word as the model reads it, and where it stood in its field. */
export type Token = { readonly word: string; readonly field: Field; readonly at: number; readonly length: number }

/** What is read of a letter; the rest of a very long one adds nothing that its beginning did not say. */
const LONGEST = { title: 200, detail: 1_200 } as const

const NUMBER = /^[0-9.]+$/
const YEAR = /^(19|20)\d\d$/
const SAYS_SOMETHING = /[\p{L}\p{N}]/u

/** The words of a letter in order, title first, without punctuation and without the words that say nothing. */
export function tokensOf(letter: Letter, empty: ReadonlySet<number>): Token[] {
  const tokens: Token[] = []
  for (const field of ['title', 'detail'] as const) {
    let at = 0
    for (const cut of cutInOrder(levelled(letter[field].slice(0, LONGEST[field])))) {
      const word = readWord(cut)
      if (word !== null && !empty.has(hashOfWord(word))) tokens.push({ word, field, at, length: cut.length })
      at += cut.length
    }
  }
  return tokens
}

/** The words of a lesson. A segmented one has lost its blanks and empty words already. */
export function wordsOf(lesson: Lesson, empty: ReadonlySet<number>): string[] {
  if (lesson.form === 'raw') return tokensOf(lesson, empty).map(({ word }) => word)
  return levelled(lesson.words)
    .split(' ')
    .flatMap((cut) => readWord(cut) ?? [])
    .filter((word) => !empty.has(hashOfWord(word)))
}

/** Small letters; of a number only how long it is, of a year that it is one. Null for what is no word. */
function readWord(cut: string): string | null {
  const first = cut.charCodeAt(0)
  if (first >= 0x4e00 && first <= 0x9fff) return cut
  if (!SAYS_SOMETHING.test(cut)) return null
  if (!NUMBER.test(cut)) return cut.toLowerCase()
  return YEAR.test(cut) ? '#y' : `#${Math.min(cut.length, 6)}`
}

/** How many raw letters must use a word before its absence from all segmented ones means something. */
const OFTEN = 5

/**
 * Words that segmented lessons have left out: those that raw ones use and no segmented one does. So both forms become
 * alike without anybody's list of stop words. None where there are no segmented lessons.
 */
export function emptyWords(lessons: readonly Lesson[]): ReadonlySet<number> {
  const nothing: ReadonlySet<number> = new Set()
  const kept = new Set<string>()
  const uses = new Map<string, number>()
  for (const lesson of lessons) {
    const words = new Set(wordsOf(lesson, nothing))
    if (lesson.form === 'segmented') for (const word of words) kept.add(word)
    else for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1)
  }
  if (kept.size === 0) return nothing
  return new Set(
    [...uses].filter(([word, count]) => count >= OFTEN && !kept.has(word)).map(([word]) => hashOfWord(word)),
  )
}
