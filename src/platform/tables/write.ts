import { once } from 'node:events'
import { PassThrough, Readable } from 'node:stream'
import { setImmediate as nextTurn } from 'node:timers/promises'
import excel from 'exceljs'
import type { Cell } from './cell.ts'
import { BYTE_ORDER_MARK, csvLine } from './csv.ts'
import type { TableFormat } from './read.ts'

/** `date` takes `2026-11-23` and becomes a date of the spreadsheet; `text` stays text whatever it looks like. */
export type Column = {
  readonly key: string
  readonly title: string
  /** In letters. */
  readonly width?: number
  readonly kind?: 'text' | 'number' | 'date'
  /** Offered as a drop-down in a workbook; something else may still be written, and is judged where the file is read. */
  readonly choices?: readonly string[]
}

export type RowToWrite = Readonly<Record<string, Cell>>

export type SheetToWrite = {
  readonly name: string
  readonly columns: readonly Column[]
  readonly rows: Iterable<RowToWrite> | AsyncIterable<RowToWrite>
}

export const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Record<TableFormat, string>

const ROWS_BETWEEN_TURNS = 200
/** Excel's own limit; a longer text makes the file unreadable. */
const LONGEST_CELL = 32_767

/**
 * A file as a stream, written row by row while it is read: 100,000 rows need no more memory than a few. A CSV file has
 * the first sheet only. Text that looks like a formula is kept from being one. The stream fails when `rows` fails.
 */
export function tableStream(format: TableFormat, sheets: readonly SheetToWrite[]): Readable {
  if (format === 'csv') return Readable.from(csvChunks(sheets[0]), { objectMode: false })
  const out = new PassThrough()
  writeWorkbook(out, sheets).catch((error: Error) => out.destroy(error))
  return out
}

async function* csvChunks(sheet: SheetToWrite | undefined): AsyncGenerator<string> {
  if (!sheet) return
  let chunk = BYTE_ORDER_MARK + csvLine(sheet.columns.map(({ title }) => title))
  let count = 0
  for await (const row of sheet.rows) {
    chunk += csvLine(sheet.columns.map(({ key }) => row[key] ?? null))
    if (++count % ROWS_BETWEEN_TURNS > 0) continue
    yield chunk
    chunk = ''
  }
  yield chunk
}

async function writeWorkbook(out: PassThrough, sheets: readonly SheetToWrite[]): Promise<void> {
  const book = new excel.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  const lists: (readonly string[])[] = []
  for (const { name, columns, rows } of sheets) {
    const sheet = book.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = columns.map(({ key, width = 16, kind = 'text' }) => ({
      key,
      width,
      style: { numFmt: formats[kind] },
    }))
    const heading = sheet.addRow(columns.map(({ title }) => title))
    heading.font = { bold: true }
    heading.commit()
    offerChoices(sheet, columns, lists)
    let count = 0
    for await (const row of rows) {
      if (out.destroyed) return
      sheet.addRow(columns.map((column) => cellValue(column, row[column.key] ?? null))).commit()
      if (++count % ROWS_BETWEEN_TURNS === 0) await breathe(out)
    }
    sheet.commit()
  }
  writeLists(book, lists)
  await book.commit()
}

/** Sheet of the values that drop-downs offer; a list in the cell's own rule may have 255 letters only. */
const LISTS = 'lists'
const ROWS_WITH_CHOICES = 5_000

/** What the streaming sheet has and its types do not tell. */
type WithRules = { readonly dataValidations: { add(address: string, rule: excel.DataValidation): void } }

function offerChoices(sheet: excel.Worksheet, columns: readonly Column[], lists: (readonly string[])[]): void {
  const { dataValidations } = sheet as unknown as WithRules
  for (const [at, { choices = [] }] of columns.entries()) {
    if (choices.length === 0) continue
    lists.push(choices)
    const list = `${LISTS}!$${letterOf(lists.length)}$1:$${letterOf(lists.length)}$${choices.length}`
    const column = letterOf(at + 1)
    const rule = { type: 'list', allowBlank: true, showErrorMessage: false, formulae: [list] } as const
    dataValidations.add(`${column}2:${column}${ROWS_WITH_CHOICES + 1}`, { ...rule, formulae: [...rule.formulae] })
  }
}

function writeLists(book: excel.stream.xlsx.WorkbookWriter, lists: readonly (readonly string[])[]): void {
  if (lists.length === 0) return
  const sheet = book.addWorksheet(LISTS, { state: 'hidden' })
  const longest = Math.max(...lists.map((list) => list.length))
  for (let at = 0; at < longest; at++) sheet.addRow(lists.map((list) => list[at] ?? null)).commit()
  sheet.commit()
}

/** A, B … Z of the columns; nobody offers more than twenty-six lists. */
const letterOf = (column: number): string => String.fromCharCode(64 + column)

/** exceljs does not wait for its reader, so we do; and others get their turn. */
async function breathe(out: PassThrough): Promise<void> {
  await nextTurn()
  if (out.writableNeedDrain && !out.destroyed) await Promise.race([once(out, 'drain'), once(out, 'close')])
}

const formats = { text: '@', number: 'General', date: 'yyyy-mm-dd' } as const

function cellValue({ kind = 'text' }: Column, cell: Cell): excel.CellValue {
  if (cell === null || cell === '') return null
  if (kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(String(cell)) ? new Date(`${cell}T00:00:00Z`) : String(cell)
  if (typeof cell !== 'string') return cell
  return cell.length > LONGEST_CELL ? `${cell.slice(0, LONGEST_CELL - 1)}…` : cell
}

/** Excel takes 31 letters and none of []:*?/\ in the name of a sheet. */
const sheetName = (name: string): string => name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || 'Sheet'
