import type { MessageField, MessageFormat, RowFault } from '../model/messages.ts'
import { type CsvRecord, csvReader, separatorOf } from './csv.ts'
import { type FileInput, textOf, unreadable } from './decode.ts'
import { columnsOf, missingColumns, type RawRow, rowOf } from './messages.ts'

/** A row as it stands in the file, before anything is known about its fields. */
export type FoundRow =
  | { readonly row: number; readonly raw: RawRow }
  | { readonly row: number; readonly fault: RowFault; readonly field?: MessageField; readonly isLast?: true }

/** Reads a spreadsheet: its rows from the heading on, cells as text, numbers or dates. Null: not a spreadsheet. */
export type ReadTable = (bytes: Uint8Array) => Promise<readonly (readonly unknown[])[] | null>

/** A row longer than this is not a message; what follows it is still read. Characters. */
const LONGEST_ROW = 400_000

export function rowsOf(input: FileInput, format: MessageFormat, readTable: ReadTable): AsyncGenerator<FoundRow> {
  const readers = { jsonl: jsonRows, csv: csvRows, xlsx: (given: FileInput) => tableRows(given, readTable) }
  return readers[format](input)
}

async function* jsonRows(input: FileInput): AsyncGenerator<FoundRow> {
  let rest = ''
  let row = 0
  let isTooLong = false
  for await (const text of textOf(input)) {
    if (text === unreadable) return yield { row: row + 1, fault: 'unreadable', isLast: true }
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      row++
      if (isTooLong) isTooLong = false
      else yield* jsonRow(row, line)
    }
    if (rest.length <= LONGEST_ROW) continue
    if (!isTooLong) yield { row: row + 1, fault: 'row-too-long' }
    isTooLong = true
    rest = ''
  }
  if (!isTooLong) yield* jsonRow(row + 1, rest)
}

function* jsonRow(row: number, line: string): Generator<FoundRow> {
  if (line.trim() === '') return
  if (line.length > LONGEST_ROW) return yield { row, fault: 'row-too-long' }
  const value = parsed(line)
  if (value === undefined) yield { row, fault: 'not-json' }
  else if (value === null || typeof value !== 'object' || Array.isArray(value)) yield { row, fault: 'not-an-object' }
  else yield { row, raw: value }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined // JSON speaks by throwing; a row that is none is a fault of the file
  }
}

async function* csvRows(input: FileInput): AsyncGenerator<FoundRow> {
  let reader: ReturnType<typeof csvReader> | null = null
  let columns: ReturnType<typeof columnsOf> | null = null
  let line = 1
  let head = ''
  function* take(records: readonly CsvRecord[]): Generator<FoundRow> {
    for (const record of records) {
      line = record.line
      if (columns !== null) yield { row: record.line, raw: rowOf(columns, record.cells) }
      else {
        columns = columnsOf(record.cells)
        yield* absent(columns, record.line)
      }
    }
  }
  for await (const text of textOf(input)) {
    if (text === unreadable) return yield { row: line, fault: 'unreadable', isLast: true }
    head += text
    if (reader === null && !/[\r\n]/.test(head) && head.length <= LONGEST_ROW) continue
    reader ??= csvReader(separatorOf(head))
    for (const found of take(reader.feed(head))) {
      yield found
      if ('isLast' in found) return
    }
    head = ''
    if (reader.size() > LONGEST_ROW) return yield { row: line + 1, fault: 'row-too-long', isLast: true }
  }
  reader ??= csvReader(separatorOf(head))
  yield* take(reader.feed(head))
  if (reader.isOpen()) return yield { row: line + 1, fault: 'unreadable', isLast: true }
  yield* take(reader.end())
}

async function* tableRows(input: FileInput, readTable: ReadTable): AsyncGenerator<FoundRow> {
  const table = await readTable(await bytesOf(input))
  if (table === null) return yield { row: 1, fault: 'unreadable', isLast: true }
  const columns = columnsOf(table[0] ?? [])
  const gaps = [...absent(columns, 1)]
  if (table.length === 0 || gaps.length > 0) return yield* gaps
  for (const [at, cells] of table.entries()) {
    if (at > 0 && cells.some((cell) => cell !== null && cell !== '')) yield { row: at + 1, raw: rowOf(columns, cells) }
  }
}

/** Says which columns a table lacks; without them no row is read. */
function* absent(columns: ReturnType<typeof columnsOf>, row: number): Generator<FoundRow> {
  const missing = missingColumns(columns)
  for (const [at, field] of missing.entries()) {
    const isLast = at === missing.length - 1 ? { isLast: true as const } : {}
    yield { row, fault: 'column-missing', field, ...isLast }
  }
}

async function bytesOf(input: FileInput): Promise<Uint8Array> {
  if (typeof input === 'string') return new TextEncoder().encode(input)
  if (input instanceof Uint8Array) return input
  const pieces: Uint8Array[] = []
  for await (const piece of input) pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
