import type { Said } from '../words.ts'
import type { Sheet } from './cell.ts'
import { csvText, parseCsv } from './csv.ts'
import { defaultLimits, limitText, type TableLimits } from './limits.ts'
import { type TableRefusal, tableWords } from './words.ts'
import { isWorkbookPart, readSheets } from './workbook.ts'
import { unpack } from './zip.ts'

export type TableFormat = 'xlsx' | 'csv'

export type ReadAnswer =
  | { readonly ok: true; readonly sheets: readonly Sheet[] }
  | { readonly ok: false; readonly refusal: TableRefusal; readonly said: Said }

const refuse = (refusal: TableRefusal, limit = 0): ReadAnswer => ({
  ok: false,
  refusal,
  said: tableWords[refusal](limitText(limit)),
})

/**
 * Reads a whole file into memory: every sheet of a workbook, or the one table of a CSV file. A formula gives its last
 * result, a date its text. Refuses what is too large (before unpacking it), old or locked workbooks, and what is no
 * table. Never throws over the contents of the file.
 */
export async function readTable(
  file: Buffer,
  format: TableFormat,
  given: Partial<TableLimits> = {},
): Promise<ReadAnswer> {
  const limits = { ...defaultLimits, ...given }
  if (file.length > limits.bytes) return refuse('table-too-large', limits.bytes)
  const answer = format === 'csv' ? readCsv(file) : await readWorkbook(file, limits)
  return answer.ok ? withinLimits(answer.sheets, limits) : answer
}

function withinLimits(sheets: readonly Sheet[], { rows, columns }: TableLimits): ReadAnswer {
  // The heading does not count as a row.
  if (sheets.some((sheet) => sheet.rows.length > rows + 1)) return refuse('too-many-rows', rows)
  if (sheets.some((sheet) => sheet.rows.some((row) => row.length > columns))) return refuse('too-many-columns', columns)
  return { ok: true, sheets }
}

function readCsv(file: Buffer): ReadAnswer {
  if (file.includes(0) && !/^(fffe|feff)/.test(file.toString('hex', 0, 2))) return refuse('not-a-table')
  const text = csvText(file)
  return text === null ? refuse('unknown-encoding') : { ok: true, sheets: [{ name: '', rows: parseCsv(text) }] }
}

async function readWorkbook(file: Buffer, limits: TableLimits): Promise<ReadAnswer> {
  // OLE2 container: a workbook of before 2007, or a new one with a password.
  if (file.subarray(0, 4).toString('hex') === 'd0cf11e0')
    return refuse(file.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'locked-excel' : 'old-excel')
  const parts = await unpack(file, limits.unpacked, isWorkbookPart)
  if (parts === 'too-large') return refuse('table-unpacks-too-large', limits.unpacked)
  if (!parts?.has('xl/workbook.xml')) return refuse('not-a-table')
  try {
    const sheets = await readSheets(parts, limits)
    if (typeof sheets === 'string') return refuse(sheets, sheets === 'too-many-rows' ? limits.rows : limits.columns)
    return sheets.length > 0 ? { ok: true, sheets } : refuse('not-a-table')
  } catch (error) {
    if (error instanceof SyntaxError) return refuse('not-a-table')
    throw error
  }
}
