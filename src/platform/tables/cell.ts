/** What a cell holds once it is read: a date is its text (`2026-11-23`, or `2026-11-23T08:30:00` in local time). */
export type Cell = string | number | boolean | null

/** One sheet as it stands in the file. `rows[0]` is the first row, so row n of the program is row n + 1 of the file. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] }

/**
 * Whether a spreadsheet might take the text for a formula when a person opens it: = + - @ and their full-width
 * forms, tab and return. A plain number is none. (OWASP, CSV injection.)
 */
export const looksLikeFormula = (text: string): boolean =>
  /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text)

/** The text of a cell, blanks around it gone; null and blanks alone are ''. */
export const cellText = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : String(cell).trim()

/** A row under its heading: cells by the name of their column, and its number in the file for messages. */
export type TableRecord = { readonly row: number; readonly cells: Readonly<Record<string, Cell>> }

/**
 * The rows of a sheet under its first row that holds anything, as records; empty rows are passed over. A heading
 * given twice counts once, the first time.
 */
export function recordsOf(sheet: Sheet): {
  readonly columns: readonly string[]
  readonly records: readonly TableRecord[]
} {
  const top = sheet.rows.findIndex((row) => row.some((cell) => cellText(cell) !== ''))
  const columns = (sheet.rows[top] ?? []).map(cellText)
  const records = sheet.rows.flatMap((row, at) => {
    if (at <= top || row.every((cell) => cellText(cell) === '')) return []
    const named = columns.map((column, place) => [column, row[place] ?? null] as const)
    return [{ row: at + 1, cells: Object.fromEntries(named.filter(([column]) => column !== '').toReversed()) }]
  })
  return { columns: [...new Set(columns.filter((column) => column !== ''))], records }
}
