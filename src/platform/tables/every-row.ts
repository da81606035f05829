import type { Cursor } from '../http/paging.ts'
import type { RowToWrite } from './write.ts'

const AT_ONCE = 500

export type Paging<Row> = {
  /** One row more than was asked for, after a key. */
  readonly page: (after: Cursor | null, limit: number) => Promise<readonly Row[]>
  readonly keyOf: (row: Row) => Cursor
}

/** Every row of a list, read page by page while the file is written. */
export async function* everyRow<Row>({ page, keyOf }: Paging<Row>, write: (row: Row) => RowToWrite) {
  for (let after: Cursor | null = null; ; ) {
    const found: readonly Row[] = await page(after, AT_ONCE)
    const rows = found.slice(0, AT_ONCE)
    for (const row of rows) yield write(row)
    const last = rows.at(-1)
    if (found.length <= AT_ONCE || last === undefined) return
    after = keyOf(last)
  }
}
