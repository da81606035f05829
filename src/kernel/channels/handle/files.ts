import { readTable } from '../../../platform/tables/read.ts'
import type { FileInput } from '../rules/decode.ts'
import {
  type MessageRow,
  messageRows,
  type ReadOptions,
  type ReadResult,
  readMessages,
} from '../rules/read-messages.ts'

/** The first sheet of a workbook, heading and all; null when it is none or too large. */
async function firstSheet(bytes: Uint8Array): Promise<readonly (readonly unknown[])[] | null> {
  const table = await readTable(Buffer.from(bytes), 'xlsx')
  return table.ok ? (table.sheets[0]?.rows ?? null) : null
}

/** `readMessages` for files of all three kinds. */
export const readMessageFile = (input: FileInput, options: ReadOptions): Promise<ReadResult> =>
  readMessages(input, { readTable: firstSheet, ...options })

/** `messageRows` for files of all three kinds, row by row, however long. */
export const messageFileRows = (input: FileInput, options: ReadOptions): AsyncGenerator<MessageRow> =>
  messageRows(input, { readTable: firstSheet, ...options })
