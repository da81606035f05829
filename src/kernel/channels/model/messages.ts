import type { Instant } from '../../../platform/time.ts'

/** One message of a file, as it stands in a citizen's own words. `author` is whatever the other system calls him: a hash, never a name. */
export type FiledMessage = {
  readonly id: string
  readonly author: string
  readonly topic: string
  readonly at: Instant
  readonly detail: string
  readonly reply?: string
  readonly repliedAt?: Instant
}

export const messageFields = ['id', 'author', 'topic', 'at', 'detail', 'reply', 'repliedAt'] as const
export type MessageField = (typeof messageFields)[number]

export const messageFormats = ['jsonl', 'csv', 'xlsx'] as const
export type MessageFormat = (typeof messageFormats)[number]

export type RowFault =
  | 'not-json'
  | 'not-an-object'
  | 'missing'
  | 'not-text'
  | 'too-long'
  | 'nul-in-text'
  | 'time-malformed'
  | 'time-in-future'
  | 'reply-without-time'
  | 'reply-before-message'
  | 'id-twice'
  | 'row-too-long'
  | 'column-missing'
  | 'too-many-rows'
  | 'unreadable'

/** What is wrong in one row. `row` counts lines of the file from 1, the heading included; `field` null: the row itself. */
export type RowTrouble = { readonly row: number; readonly field: MessageField | null; readonly fault: RowFault }

/** The bound of each field in characters. */
export const longest = {
  id: 64,
  author: 64,
  topic: 200,
  at: 40,
  detail: 20_000,
  reply: 40_000,
  repliedAt: 40,
} as const satisfies Record<MessageField, number>
