/** Longest piece said in one breath: some voices fall silent in the middle of longer ones. */
const MOST = 120

/**
 * Pure: a text as pieces to be said one after the other, cut where a reader would pause. Lines that were said just before
 * are left out, as a page repeats its title in its buttons.
 */
export function piecesOf(text: string): readonly string[] {
  const lines = text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
  return lines.filter((line, at) => line !== lines[at - 1]).flatMap(cut)
}

function cut(line: string): string[] {
  const found: string[] = []
  let piece = ''
  for (const part of line.match(/[^。！？；.!?;，,]+[。！？；.!?;，,]*/gu) ?? [line]) {
    if (piece !== '' && piece.length + part.length > MOST) {
      found.push(piece.trim())
      piece = ''
    }
    piece += part
  }
  return piece.trim() === '' ? found : [...found, piece.trim()]
}
