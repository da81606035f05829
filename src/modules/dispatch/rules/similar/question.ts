import type { Postings } from './postings.ts'
import { COMPARED, LEADING, likenessOf, type Sketch, TITLE } from './sketch.ts'
import { markTags, type Table, tagOf, titleHeld } from './table.ts'
import { WORD_SPACE } from './words.ts'

/** So many entries are read for one question, the most telling words first; of one word the newest. */
const BUDGET = 3_200
const MOST_OF_ONE_WORD = 600
/** So many of the best are compared closely. */
const CLOSE = 64

/** What a question writes on; made once, so that asking makes nothing new. One question at a time. */
export const createScratch = () => ({
  holders: new Uint32Array(MOST_OF_ONE_WORD),
  found: new Uint32Array(BUDGET),
  scores: new Float32Array(1_024),
  /** Words of the whole question carry its number. */
  asked: new Uint32Array(WORD_SPACE),
  questions: 0,
  /** Tags of the text that is compared carry its turn. */
  marks: new Uint32Array(65_536),
  turns: 0,
  tags: new Uint16Array(COMPARED + TITLE),
  worths: new Float64Array(COMPARED + TITLE),
  words: 0,
  title: 0,
})
export type Scratch = ReturnType<typeof createScratch>

/** Lays the question out as tags and what they are worth. */
export function layOut(scratch: Scratch, numbers: readonly number[], { words, title }: Sketch): void {
  scratch.questions++
  for (const word of numbers) scratch.asked[word] = scratch.questions
  scratch.words = words.length
  scratch.title = title.length
  const put = (at: number, word: number, weight: number) => {
    scratch.tags[at] = tagOf(word)
    scratch.worths[at] = weight ** 2
  }
  for (const [at, { word, weight }] of words.entries()) put(at, word, weight)
  for (const [at, { word, weight }] of title.entries()) put(COMPARED + at, word, weight)
}

/** Texts that share telling words, in `found`; their weights together stand in `scores`. Returns how many. */
function touch({ holders, found, scores }: Scratch, postings: Postings, { words }: Sketch): number {
  let count = 0
  let left = BUDGET
  for (const { word, weight } of words.slice(0, LEADING)) {
    const worth = weight ** 2
    const read = postings.newest(word, Math.min(left, MOST_OF_ONE_WORD), holders)
    left -= read
    for (let at = 0; at < read; at++) {
      const text = holders[at] ?? 0
      const before = scores[text] ?? 0
      if (before === 0) found[count++] = text
      scores[text] = before + worth
    }
  }
  return count
}

/** The texts worth a close look, the most promising first. */
export function promising(scratch: Scratch, postings: Postings, table: Table, sketch: Sketch): number[] {
  const { found, scores } = scratch
  const count = touch(scratch, postings, sketch)
  let kept: { text: number; score: number }[] = []
  let least = 0
  for (let at = 0; at < count; at++) {
    const text = found[at] ?? 0
    const score = (scores[text] ?? 0) / (table.norms[text] || 1)
    scores[text] = 0
    if (score <= least) continue
    kept.push({ text, score })
    if (kept.length < CLOSE * 4) continue
    kept = kept.sort((a, b) => b.score - a.score).slice(0, CLOSE)
    least = kept.at(-1)?.score ?? 0
  }
  return kept
    .sort((a, b) => b.score - a.score)
    .slice(0, CLOSE)
    .map(({ text }) => text)
}

/** Of the question's words from `first` on: what those that carry the mark are worth, and what all are. */
function held({ tags, worths, marks, turns }: Scratch, first: number, length: number): readonly [number, number] {
  let sum = 0
  let all = 0
  for (let at = first; at < first + length; at++) {
    const worth = worths[at] ?? 0
    all += worth
    if (marks[tags[at] ?? 0] === turns) sum += worth
  }
  return [sum, all]
}

/** How alike the question laid out before is to one text, by words alone; 0 to 1. */
export function compare(
  scratch: Scratch,
  table: Table,
  text: number,
  norm: number,
  weightOf: (word: number) => number,
): number {
  markTags(table, text, scratch.marks, ++scratch.turns)
  const [shared] = held(scratch, 0, scratch.words)
  const [mine, all] = held(scratch, COMPARED, scratch.title)
  const cosine = Math.min(1, shared / (norm * (table.norms[text] ?? 0) || 1))
  const his = titleHeld(table, text, weightOf, (word) => scratch.asked[word] === scratch.questions)
  return likenessOf(cosine, ((all === 0 ? 0 : mine / all) + his) / 2)
}
