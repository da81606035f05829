import type { MarkView } from '../model/reading.ts'

/** A stretch of a text; `weight` where it spoke for something, null where it is only read past. */
export type Piece = { readonly from: number; readonly words: string; readonly weight: number | null }

/** The text cut at its marks, every character once. A mark that overlaps an earlier one or lies outside is passed over. */
export function inPieces(text: string, marks: readonly Pick<MarkView, 'from' | 'to' | 'weight'>[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const put = (to: number, weight: number | null) => {
    if (to > at) pieces.push({ from: at, words: text.slice(at, to), weight })
    at = Math.max(at, to)
  }
  for (const { from, to, weight } of marks.toSorted((a, b) => a.from - b.from)) {
    if (from < at || to <= from || to > text.length) continue
    put(from, null)
    put(to, weight)
  }
  put(text.length, null)
  return pieces
}
