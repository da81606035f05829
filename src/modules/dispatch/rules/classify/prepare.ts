import { cutInOrder } from '../../../../platform/text/cut.ts'
import type { Field, Lesson, Letter } from '../../model/classify.ts'
import { levelled } from './characters.ts'
import { hashOfWord } from './hashes.ts'

/** What is read of a letter; the rest of a very long one adds nothing that its beginning did not say. */
const LONGEST = { title: 200, detail: 1_200 } as const
const FIELDS = ['title', 'detail'] as const
export const MOST_PIECES = LONGEST.title + LONGEST.detail

const NUMBER = /^[0-9.]+$/
const YEAR = /^(19|20)\d\d$/
const SAYS_SOMETHING = /[\p{L}\p{N}]/u

/** What is told of a piece of a letter: the piece, its field, and where it begins there. */
export type OnCut = (cut: string, field: Field, at: number) => void

/** Cuts a letter into pieces in order, title first; together they are what is read of it. */
export function cutLetter(letter: Letter, onCut: OnCut): void {
  for (const field of FIELDS) {
    let at = 0
    for (const cut of cutInOrder(levelled(letter[field].slice(0, LONGEST[field])))) {
      onCut(cut, field, at)
      at += cut.length
    }
  }
}

/** The word that a piece is to the model; null for what is no word, or one that says nothing. */
export function telling(cut: string, empty: ReadonlySet<number>): string | null {
  const word = readWord(cut)
  return word === null || empty.has(hashOfWord(word)) ? null : word
}

/** The words of a lesson. A segmented one has lost its blanks and empty words already. */
export function wordsOf(lesson: Lesson, empty: ReadonlySet<number>): string[] {
  const words: string[] = []
  const keep = (cut: string) => {
    const word = telling(cut, empty)
    if (word !== null) words.push(word)
  }
  if (lesson.form === 'raw') cutLetter(lesson, keep)
  else for (const cut of levelled(lesson.words).split(' ')) keep(cut)
  return words
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
