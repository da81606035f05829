import { grown } from './postings.ts'
import { COMPARED, type Sketch, TITLE } from './sketch.ts'

/** Sixteen bits of a word: enough to say whether one of sixty-four words is another's. */
export const tagOf = (word: number): number => (word ^ (word >>> 16)) & 0xffff || 1

/** What is kept of a text beside the ways that lead to it. */
export type Row = { readonly sketch: Sketch; readonly print: number; readonly day: number; readonly area: number }

/** The texts of an index, one typed array per field. A text is its place in them. */
export type Table = {
  tags: Uint16Array<ArrayBuffer>
  titles: Uint32Array<ArrayBuffer>
  norms: Float32Array<ArrayBuffer>
  prints: Uint32Array<ArrayBuffer>
  days: Int32Array<ArrayBuffer>
  areas: Uint16Array<ArrayBuffer>
}

export const createTable = (length = 1_024): Table => ({
  tags: new Uint16Array(length * COMPARED),
  titles: new Uint32Array(length * TITLE),
  norms: new Float32Array(length),
  prints: new Uint32Array(length),
  days: new Int32Array(length),
  areas: new Uint16Array(length),
})

/** How many texts it has room for. */
export const roomIn = (table: Table): number => table.days.length

export const bytesOf = (table: Table): number =>
  Object.values(table).reduce((sum, column) => sum + column.byteLength, 0)

function lengthen(table: Table, length: number): void {
  const from = { ...table }
  Object.assign(table, createTable(length))
  table.tags.set(from.tags)
  table.titles = grown(from.titles, length * TITLE)
  table.norms.set(from.norms)
  table.prints.set(from.prints)
  table.days.set(from.days)
  table.areas.set(from.areas)
}

export function putRow(table: Table, at: number, { sketch, print, day, area }: Row): void {
  if (at >= roomIn(table)) lengthen(table, Math.ceil(at * 1.5))
  sketch.words.forEach(({ word }, place) => {
    table.tags[at * COMPARED + place] = tagOf(word)
  })
  sketch.title.forEach(({ word }, place) => {
    table.titles[at * TITLE + place] = word + 1 // 0 is no word
  })
  table.norms[at] = sketch.norm
  table.prints[at] = print
  table.days[at] = day
  table.areas[at] = area
}

/** Sets `marks` of every tag of the text to `mark`; there is a mark for each of 65,536 tags. */
export function markTags({ tags }: Table, at: number, marks: Uint32Array, mark: number): void {
  for (let place = at * COMPARED; place < (at + 1) * COMPARED; place++) {
    const tag = tags[place] ?? 0
    if (tag === 0) break
    marks[tag] = mark
  }
}

/** The share of the title's words, by what they tell, that `holds` says yes to; 0 to 1. */
export function titleHeld(
  { titles }: Table,
  at: number,
  weightOf: (word: number) => number,
  holds: (word: number) => boolean,
): number {
  let held = 0
  let all = 0
  for (let place = at * TITLE; place < (at + 1) * TITLE; place++) {
    const word = (titles[place] ?? 0) - 1
    if (word < 0) break
    const worth = weightOf(word) ** 2
    all += worth
    if (holds(word)) held += worth
  }
  return all === 0 ? 0 : held / all
}
