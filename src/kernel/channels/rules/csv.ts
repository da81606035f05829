/** One record of a CSV text, with the line of the file on which it begins (from 1). */
export type CsvRecord = { readonly line: number; readonly cells: readonly string[] }

/** The mark that the first line has most of: comma, tab or semicolon. */
export function separatorOf(text: string): string {
  const first = text.slice(0, text.search(/[\r\n]|$/))
  const counted = [',', '\t', ';'].map((mark) => ({ mark, count: first.split(mark).length }))
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).mark
}

type Reading = { cells: string[]; cell: string; quoted: boolean; closed: boolean; line: number; begins: number }

/**
 * Reads CSV (RFC 4180) piece by piece: quotes, doubled quotes, line breaks inside quotes, any line ending.
 * `feed` gives the records that are complete so far, `end` the last one. Blank lines are left out.
 */
export function csvReader(separator = ',') {
  const now: Reading = { cells: [], cell: '', quoted: false, closed: false, line: 1, begins: 1 }
  let pending = ''
  return {
    feed(text: string): CsvRecord[] {
      const all = pending + text
      // Quotes and a CR at the edge can only be understood with what follows.
      const keep = /["\r]*$/.exec(all)?.[0].length ?? 0
      pending = all.slice(all.length - keep)
      return read(now, all.slice(0, all.length - keep), separator)
    },
    end(): CsvRecord[] {
      const records = read(now, pending, separator)
      pending = ''
      return [...records, ...finish(now)]
    },
    /** Whether the text ended inside quotes. */
    isOpen: () => now.quoted,
    /** How many characters the record has that is being read. */
    size: () => now.cell.length + now.cells.reduce((sum, cell) => sum + cell.length, 0),
  }
}

function read(now: Reading, text: string, separator: string): CsvRecord[] {
  const records: CsvRecord[] = []
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? ''
    const isBreak = letter === '\n' || letter === '\r'
    const goesOn = letter === '\r' && text[at + 1] === '\n'
    if (isBreak && !goesOn) now.line++
    if (now.quoted) {
      if (letter !== '"') now.cell += letter
      else if (text[at + 1] === '"') now.cell += text[++at]
      else [now.quoted, now.closed] = [false, true]
    } else if (letter === '"' && now.cell === '' && !now.closed) now.quoted = true
    else if (letter === separator) endCell(now)
    else if (!isBreak) now.cell += letter
    else if (!goesOn) records.push(...finish(now))
  }
  return records
}

function endCell(now: Reading): void {
  now.cells.push(now.cell)
  now.cell = ''
  now.closed = false
}

function finish(now: Reading): CsvRecord[] {
  const isBlank = now.cells.length === 0 && now.cell === '' && !now.closed
  endCell(now)
  const record = { line: now.begins, cells: now.cells }
  now.cells = []
  now.begins = now.line
  return isBlank ? [] : [record]
}
