import { type Cell, looksLikeFormula } from './cell.ts'

/** CSV as Excel writes and reads it (RFC 4180; byte order mark, CRLF, quotes doubled). */

/** The text of a CSV file: UTF-8, UTF-16 with its mark, or GB 18030, which Chinese Excel still saves. null: none. */
export function csvText(file: Buffer): string | null {
  const utf16 =
    file[0] === 0xff && file[1] === 0xfe ? 'utf-16le' : file[0] === 0xfe && file[1] === 0xff ? 'utf-16be' : null
  for (const encoding of utf16 ? [utf16] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(file)
    } catch {
      // a decoder speaks by throwing; the next encoding is tried
    }
  }
  return null
}

/** Cells row by row. The delimiter is the one the first line has most of: comma, tab or semicolon. */
export function parseCsv(text: string): Cell[][] {
  const mark = delimiterOf(text)
  const rows: Cell[][] = []
  let row: Cell[] = []
  for (let at = 0; at < text.length; ) {
    const { value, next } = text[at] === '"' ? quoted(text, at, mark) : bare(text, at, mark)
    row.push(unguarded(value))
    if (text[next] === mark) {
      at = next + 1
      if (at === text.length) row.push('')
      continue
    }
    rows.push(row)
    row = []
    at = next + (text.startsWith('\r\n', next) ? 2 : 1)
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function delimiterOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  const counted = [',', '\t', ';'].map((mark) => ({ mark, count: first.split(mark).length }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).mark
}

/** What stands between a closing quote and the next delimiter is taken as it is: people write `"5" pipe`. */
function quoted(text: string, at: number, mark: string): { value: string; next: number } {
  let value = ''
  for (let from = at + 1; ; ) {
    const end = text.indexOf('"', from)
    if (end < 0) return { value: value + text.slice(from), next: text.length }
    value += text.slice(from, end)
    if (text[end + 1] !== '"') {
      const rest = bare(text, end + 1, mark)
      return { value: value + rest.value.trimEnd(), next: rest.next }
    }
    value += '"'
    from = end + 2
  }
}

function bare(text: string, at: number, mark: string): { value: string; next: number } {
  let next = at
  while (next < text.length && text[next] !== mark && text[next] !== '\n' && text[next] !== '\r') next++
  return { value: text.slice(at, next), next }
}

/** An apostrophe that guards a cell against being taken for a formula is ours, not the writer's. */
const unguarded = (value: string): string =>
  value.startsWith("'") && looksLikeFormula(value.slice(1)) ? value.slice(1) : value

/** One line. Text that looks like a formula is guarded by an apostrophe, so that opening the file runs nothing. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  const safe = typeof cell === 'string' && looksLikeFormula(text) ? `'${text}` : text
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Excel takes a CSV file for UTF-8 only with this in front. */
export const BYTE_ORDER_MARK = '\uFEFF'
