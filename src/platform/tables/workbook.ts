import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Cell, Sheet } from './cell.ts'
import type { TableLimits } from './limits.ts'
import { dateText, isDateFormat } from './serial-date.ts'
import type { TableRefusal } from './words.ts'
import { type XmlEvent, xmlEvents } from './xml.ts'

/**
 * Reads the parts of a workbook (ECMA-376, SpreadsheetML). Our own, because exceljs either stops everybody until a
 * long file is read, or, streaming, breaks Chinese letters where two chunks meet and leaves copies in /tmp.
 */

type Parts = ReadonlyMap<string, Buffer>
type Book = { readonly strings: readonly string[]; readonly isDate: readonly boolean[]; readonly is1904: boolean }

/** The parts of the zip file that `readSheets` looks at. */
export const isWorkbookPart = (name: string): boolean =>
  /^xl\/(workbook|sharedStrings|styles)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^xl\/worksheets\/[^/]+\.xml$/i.test(name)

const TURN_EVERY = 100

/** The sheets in their order, or which limit they break. Throws a SyntaxError over broken XML. */
export async function readSheets(parts: Parts, limits: TableLimits): Promise<readonly Sheet[] | TableRefusal> {
  const targets = targetsOf(partText(parts, 'xl/_rels/workbook.xml.rels'))
  const { sheets: names, is1904 } = workbookOf(partText(parts, 'xl/workbook.xml'))
  const strings = await stringsOf(partText(parts, 'xl/sharedStrings.xml'))
  const book: Book = { strings, isDate: dateStyles(partText(parts, 'xl/styles.xml')), is1904 }
  const sheets: Sheet[] = []
  for (const { name, id } of names) {
    const part = targets.get(id)
    if (part === undefined || !parts.has(part)) continue
    const rows = await rowsOf(partText(parts, part), book, limits)
    if (!Array.isArray(rows)) return rows
    sheets.push({ name, rows })
  }
  return sheets
}

const partText = (parts: Parts, name: string): string => new TextDecoder().decode(parts.get(name) ?? Buffer.alloc(0))

function targetsOf(text: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  for (const event of xmlEvents(text)) {
    if (event.kind !== 'open' || event.name !== 'Relationship') continue
    const target = event.attributes('Target') ?? ''
    targets.set(event.attributes('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`)
  }
  return targets
}

function workbookOf(text: string): { sheets: readonly { name: string; id: string }[]; is1904: boolean } {
  const sheets: { name: string; id: string }[] = []
  let is1904 = false
  for (const event of xmlEvents(text)) {
    if (event.kind !== 'open') continue
    if (event.name === 'workbookPr') is1904 = /^(1|true)$/.test(event.attributes('date1904') ?? '')
    if (event.name === 'sheet') sheets.push({ name: event.attributes('name') ?? '', id: event.attributes('id') ?? '' })
  }
  return { sheets, is1904 }
}

/** Rich text is joined; the reading aids of East Asian text (`rPh`) are no part of it. */
async function stringsOf(text: string): Promise<readonly string[]> {
  const strings: string[] = []
  const inside = { text: false, aid: false }
  let words = ''
  for (const event of xmlEvents(text)) {
    if (event.kind === 'text') words += inside.text && !inside.aid ? event.text : ''
    else if (event.name === 't') inside.text = event.kind === 'open'
    else if (event.name === 'rPh') inside.aid = event.kind === 'open'
    else if (event.name === 'si' && event.kind === 'close') {
      strings.push(lettersOf(words))
      words = ''
      if (strings.length % (10 * TURN_EVERY) === 0) await nextTurn()
    }
  }
  return strings
}

/** `_x000a_` is how a workbook writes a letter that XML does not take. */
const lettersOf = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text

/** For each cell style, whether it shows a number as a date. */
function dateStyles(text: string): readonly boolean[] {
  const custom = new Map<string, string>()
  const styles: boolean[] = []
  let isCell = false
  for (const event of xmlEvents(text)) {
    if (event.kind === 'text') continue
    if (event.name === 'cellXfs') isCell = event.kind === 'open'
    if (event.kind === 'close') continue
    const id = event.attributes('numFmtId') ?? '0'
    if (event.name === 'numFmt') custom.set(id, event.attributes('formatCode') ?? '')
    if (event.name === 'xf' && isCell) styles.push(isDateFormat(Number(id), custom.get(id)))
  }
  return styles
}

type OpenCell = { readonly column: number; readonly type: string; readonly style: number; text: string }

async function rowsOf(text: string, book: Book, limits: TableLimits): Promise<Cell[][] | TableRefusal> {
  const rows: Cell[][] = []
  let [row, column, isValue] = [0, 0, false]
  let cell: OpenCell | null = null
  for (const event of xmlEvents(text)) {
    if (event.kind === 'text') {
      if (cell && isValue) cell.text += event.text
    } else if (event.name === 'v' || event.name === 't') isValue = event.kind === 'open'
    else if (event.name === 'row' && event.kind === 'open') {
      row = Number(event.attributes('r') ?? row + 1)
      column = 0
      if (row % TURN_EVERY === 0) await nextTurn()
    } else if (event.name === 'c' && event.kind === 'open') {
      cell = openCell(event, column)
      column = cell.column
    } else if (event.name === 'c' && cell) {
      const value = cellValue(cell, book)
      if (value !== null && row > limits.rows + 1) return 'too-many-rows'
      if (value !== null && column > limits.columns) return 'too-many-columns'
      if (value !== null) place(rows, row, column, value)
      cell = null
    }
  }
  return rows
}

function openCell(event: Extract<XmlEvent, { kind: 'open' }>, before: number): OpenCell {
  const letters = /^[A-Z]+/.exec(event.attributes('r') ?? '')?.[0]
  const column = letters ? [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) : before + 1
  return { column, type: event.attributes('t') ?? 'n', style: Number(event.attributes('s') ?? -1), text: '' }
}

function place(rows: Cell[][], row: number, column: number, value: Cell): void {
  while (rows.length < row) rows.push([])
  const cells = rows[row - 1] ?? []
  while (cells.length < column - 1) cells.push(null)
  cells.push(value)
}

/** A formula's last result stands in its cell like any value; an error stands as its own word, `#N/A`. */
function cellValue({ type, style, text }: OpenCell, { strings, isDate, is1904 }: Book): Cell {
  if (text === '') return null
  if (type === 's') return strings[Number(text)] ?? null
  if (type === 'b') return text === '1'
  if (type === 'd') return text.endsWith('T00:00:00') ? text.slice(0, 10) : text
  if (type !== 'n') return lettersOf(text)
  const number = Number(text)
  if (Number.isNaN(number)) return text
  return isDate[style] ? dateText(number, is1904) : number
}
