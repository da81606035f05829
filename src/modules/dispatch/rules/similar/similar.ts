import { createNaming } from './naming.ts'
import { createPostings } from './postings.ts'
import { compare, createScratch, layOut, promising } from './question.ts'
import { LEADING, scoreOf, sketchOf, tellingOf } from './sketch.ts'
import { bytesOf, createTable, putRow, roomIn } from './table.ts'
import { numbersOf, printOf, WORD_SPACE } from './words.ts'

/** A text as the index is given it: the words it holds, in any order; those of its title stand among them. */
export type Comparable = {
  readonly id: string
  readonly words: readonly string[]
  readonly title: readonly string[]
  /** Days since 1970. */
  readonly day: number
  /** Path of the area it speaks of, `''` where none is known. */
  readonly area: string
}

export type Question = Omit<Comparable, 'id'> & { readonly limit: number; readonly but?: string }

/** How alike, 0 to 1: `likeness` by words alone, `score` after place and time. `exact`: the very same words. */
export type Likeness = {
  readonly id: string
  readonly exact: boolean
  readonly likeness: number
  readonly score: number
}

/** From here on two texts are shown as perhaps one matter; see the README for what that finds and misses. */
export const ALIKE = 0.45

const createParts = () => ({
  postings: createPostings(),
  table: createTable(),
  naming: createNaming(),
  scratch: createScratch(),
  /** In how many texts each word stands, counted over whole texts, not over what is kept of them. */
  holding: new Uint32Array(WORD_SPACE),
  counted: 0,
})
type Parts = ReturnType<typeof createParts>

/**
 * An index of texts by their most telling words, for one process. A text costs some hundreds of bytes in typed
 * arrays, and a question reads a bounded number of entries however many texts there are.
 */
export function createSimilarIndex() {
  const parts = createParts()
  const { naming, postings, table, holding, scratch } = parts
  return {
    /** Adds a text; one that is known already stays as it is. */
    add: (text: Comparable) => add(parts, text),
    /** The texts most like the question, best first. */
    find: (question: Question) => find(parts, question),
    /** Lets the index know how common words are before it is filled, so that the first texts are kept by what tells. */
    count: (words: readonly string[]) => count(parts, numbersOf(words)),
    /** Takes a text out: it is found no more. What its words told stays counted. */
    remove: naming.forget,
    has: (id: string) => naming.placeOf(id) !== undefined,
    size: naming.size,
    /** Bytes in typed arrays; ids and their map come on top. */
    bytes: () =>
      postings.bytes() +
      bytesOf(table) +
      holding.byteLength +
      scratch.asked.byteLength +
      scratch.marks.byteLength +
      scratch.scores.byteLength,
  }
}

export type SimilarIndex = ReturnType<typeof createSimilarIndex>

const weighing =
  ({ counted, holding }: Parts) =>
  (word: number): number =>
    tellingOf(counted, holding[word] ?? 0)

function count(parts: Parts, numbers: readonly number[]): void {
  for (const word of numbers) parts.holding[word] = (parts.holding[word] ?? 0) + 1
  parts.counted++
}

function add(parts: Parts, { id, words, title, day, area }: Comparable): void {
  const { naming, postings, table, scratch } = parts
  if (naming.placeOf(id) !== undefined) return
  const at = naming.put(id)
  const numbers = numbersOf(words)
  count(parts, numbers)
  const sketch = sketchOf(numbers, numbersOf(title), weighing(parts))
  for (const { word } of sketch.words.slice(0, LEADING)) postings.push(word, at)
  putRow(table, at, { sketch, print: printOf(numbers), day, area: naming.areaNumber(area) })
  if (scratch.scores.length < roomIn(table)) scratch.scores = new Float32Array(roomIn(table))
}

function find(parts: Parts, { words, title, day, area, limit, but }: Question): Likeness[] {
  const { naming, postings, table, scratch } = parts
  const weightOf = weighing(parts)
  const numbers = numbersOf(words)
  const sketch = sketchOf(numbers, numbersOf(title), weightOf)
  if (sketch.norm === 0) return []
  layOut(scratch, numbers, sketch)
  const print = printOf(numbers)
  return promising(scratch, postings, table, sketch)
    .flatMap((text) => {
      const id = naming.idOf(text)
      if (id === null || id === but) return []
      const exact = table.prints[text] === print
      const likeness = exact ? 1 : compare(scratch, table, text, sketch.norm, weightOf)
      const days = Math.abs(day - (table.days[text] ?? 0))
      const score = scoreOf(likeness, { days, area, other: naming.areaOf(table.areas[text] ?? 0) })
      return [{ id, exact, likeness, score }]
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
    .slice(0, limit)
}
