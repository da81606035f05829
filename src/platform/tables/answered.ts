import type { Readable } from 'node:stream'
import { cellText, type Sheet } from './cell.ts'
import { type Column, type RowToWrite, type SheetToWrite, tableStream } from './write.ts'

/**
 * Sheets as they were sent, each row with columns behind it that say what became of it. `told` is asked by the number
 * of the row as a person sees it in the file; the heading is the first row that holds anything.
 */
export function answeredTable(
  sheets: readonly Sheet[],
  added: readonly Column[],
  told: (row: number, sheet: string) => RowToWrite,
): Readable {
  return tableStream(
    'xlsx',
    sheets.map((sheet) => answered(sheet, added, told)),
  )
}

function answered(
  { name, rows }: Sheet,
  added: readonly Column[],
  told: (row: number, sheet: string) => RowToWrite,
): SheetToWrite {
  const top = Math.max(
    0,
    rows.findIndex((row) => row.some((cell) => cellText(cell) !== '')),
  )
  const heading = rows[top] ?? []
  const width = Math.max(1, ...rows.map((row) => row.length))
  const given = Array.from({ length: width }, (_, at): Column => {
    return { key: String(at), title: cellText(heading[at]), width: 18 }
  })
  return {
    name,
    columns: [...given, ...added],
    rows: rows.slice(top + 1).map((cells, at): RowToWrite => {
      const own = Object.fromEntries(cells.map((cell, place) => [String(place), cell]))
      return { ...own, ...told(top + 2 + at, name) }
    }),
  }
}
