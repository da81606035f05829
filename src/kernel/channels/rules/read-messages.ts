import type { Instant } from '../../../platform/time.ts'
import type { FiledMessage, MessageFormat, RowTrouble } from '../model/messages.ts'
import type { FileInput } from './decode.ts'
import { messageOf } from './messages.ts'
import { type FoundRow, type ReadTable, rowsOf } from './rows.ts'

export type ReadProgress = { readonly rows: number; readonly messages: number; readonly troubles: number }

export type ReadOptions = {
  readonly format: MessageFormat
  /** Reads spreadsheets; without it every spreadsheet is unreadable. */
  readonly readTable?: ReadTable
  /** A time later than this is a fault; left out, any time will do. */
  readonly now?: Instant
  /** One faulty row and none is taken. */
  readonly wholeOrNothing?: boolean
  readonly signal?: AbortSignal
  /** Called every thousand rows and at the end; what it returns is awaited, so it may let others have a turn. */
  readonly onProgress?: (progress: ReadProgress) => unknown
  readonly maxRows?: number
}

/** What one row came to. `sameAs`: an earlier row of this file says word for word the same under another id. */
export type MessageRow =
  | { readonly row: number; readonly message: FiledMessage; readonly sameAs: string | null }
  | { readonly row: number; readonly troubles: readonly RowTrouble[] }
  | { readonly row: number; readonly repeats: string }

/**
 * The rows of a file one after the other, however long it is. A row given twice, id and words alike, is passed over as
 * a repeat; the same id with other words is a fault. Stops, without a word, when the signal says so.
 */
export async function* messageRows(input: FileInput, options: ReadOptions): AsyncGenerator<MessageRow> {
  const known = { words: new Map<string, number>(), ids: new Map<number, string>() }
  const { maxRows = 1_000_000, readTable = () => Promise.resolve(null) } = options
  let count = 0
  for await (const found of rowsOf(input, options.format, readTable)) {
    if (options.signal?.aborted) return
    if (++count > maxRows)
      return yield { row: found.row, troubles: [{ row: found.row, field: null, fault: 'too-many-rows' }] }
    yield judged(found, options.now ?? null, known)
    if ('isLast' in found) return
  }
}

type Known = { readonly words: Map<string, number>; readonly ids: Map<number, string> }

function judged(found: FoundRow, now: Instant | null, known: Known): MessageRow {
  const { row } = found
  if ('fault' in found) return { row, troubles: [{ row, field: found.field ?? null, fault: found.fault }] }
  const checked = messageOf(found.raw, now)
  if (!checked.ok) return { row, troubles: checked.faults.map((fault) => ({ row, ...fault })) }
  const { message } = checked
  const words = wordsOf(message)
  const before = known.words.get(message.id)
  if (before === words) return { row, repeats: message.id }
  if (before !== undefined) return { row, troubles: [{ row, field: 'id', fault: 'id-twice' }] }
  known.words.set(message.id, words)
  const sameAs = known.ids.get(words) ?? null
  if (sameAs === null) known.ids.set(words, message.id)
  return { row, message, sameAs }
}

/** Fifty-three bits of what somebody said (cyrb53); enough to find the same words again among a million. */
function wordsOf({ author, topic, detail }: FiledMessage): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (const letter of `${author}\n${topic}\n${detail}`) {
    const code = letter.codePointAt(0) ?? 0
    high = Math.imul(high ^ code, 2_654_435_761)
    low = Math.imul(low ^ code, 1_597_334_677)
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909)
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909)
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0)
}

export type ReadResult =
  | {
      readonly ok: true
      readonly messages: readonly FiledMessage[]
      readonly troubles: readonly RowTrouble[]
      /** Ids of rows that were given before, word for word. */
      readonly repeats: readonly string[]
      /** Id to the id of an earlier message with the same words. */
      readonly sameAs: ReadonlyMap<string, string>
    }
  | {
      readonly ok: false
      readonly refusal: 'file-has-troubles' | 'file-empty' | 'cancelled'
      readonly troubles: readonly RowTrouble[]
    }

const TELL_EVERY = 1_000
/** A wrong file has a fault in every row; nobody reads more than this. */
const TROUBLES_AT_MOST = 1_000

/** The whole of a file at once. Rows with faults are left out and named, or, on request, nothing is taken. */
export async function readMessages(input: FileInput, options: ReadOptions): Promise<ReadResult> {
  const messages: FiledMessage[] = []
  const troubles: RowTrouble[] = []
  const repeats: string[] = []
  const sameAs = new Map<string, string>()
  let rows = 0
  const tell = () => options.onProgress?.({ rows, messages: messages.length, troubles: troubles.length })
  for await (const found of messageRows(input, options)) {
    rows++
    if ('message' in found) {
      messages.push(found.message)
      if (found.sameAs !== null) sameAs.set(found.message.id, found.sameAs)
    } else if ('repeats' in found) repeats.push(found.repeats)
    else if (troubles.length < TROUBLES_AT_MOST) troubles.push(...found.troubles)
    if (rows % TELL_EVERY === 0) await tell()
  }
  await tell()
  if (options.signal?.aborted) return { ok: false, refusal: 'cancelled', troubles }
  if (rows === 0) return { ok: false, refusal: 'file-empty', troubles }
  if (options.wholeOrNothing && troubles.length > 0) return { ok: false, refusal: 'file-has-troubles', troubles }
  return { ok: true, messages, troubles, repeats, sameAs }
}
