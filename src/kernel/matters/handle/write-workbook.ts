import type { Readable } from 'node:stream'
import { answeredTable } from '../../../platform/tables/answered.ts'
import type { Sheet } from '../../../platform/tables/cell.ts'
import { type SheetToWrite, tableStream } from '../../../platform/tables/write.ts'
import type { Said } from '../../../platform/words.ts'
import type { RowError } from '../model/imports.ts'
import type { Matter } from '../model.ts'
import { errorColumnWord, matterColumnWords, promiseColumnWords, sheetWords } from '../words/sheets.ts'
import { matterColumns } from './matter-columns.ts'
import { promiseColumns } from './promise-columns.ts'

/** The catalogue as a workbook: one row for each matter, and a sheet of promises. */
export function matterWorkbook(matters: readonly Matter[]): Readable {
  const promises = matters.flatMap((matter) =>
    matter.promises.map((promise) => ({
      matter: matter.id,
      version: matter.version,
      ...Object.fromEntries(promiseColumns.map(({ key, write }) => [key, write(promise)])),
    })),
  )
  const titled = <Key extends string>(words: Readonly<Record<Key, Said>>, columns: readonly { key: Key }[]) =>
    columns.map((column) => ({ ...column, title: words[column.key].zh }))
  const sheets: SheetToWrite[] = [
    {
      name: sheetWords.matters.zh,
      columns: titled(matterColumnWords, matterColumns),
      rows: matters.map((matter) => Object.fromEntries(matterColumns.map(({ key, write }) => [key, write(matter)]))),
    },
    {
      name: sheetWords.promises.zh,
      columns: [
        { key: 'matter', title: promiseColumnWords.matter.zh, width: 24 },
        { key: 'version', title: promiseColumnWords.version.zh, width: 8, kind: 'number' },
        ...titled(promiseColumnWords, promiseColumns),
      ],
      rows: promises,
    },
  ]
  return tableStream('xlsx', sheets)
}

/** The file as it was sent, with a last column that says what is wrong with each row. */
export const workbookWithErrors = (sheets: readonly Sheet[], errors: readonly RowError[]): Readable =>
  answeredTable(sheets, [{ key: 'errors', title: errorColumnWord.zh, width: 60 }], (row, sheet) => ({
    errors: errors
      .filter((error) => error.sheet === sheet && error.row === row)
      .map(({ column, said }) => (column ? `${column}：${said.zh}` : said.zh))
      .join('；'),
  }))
