import type { Said } from '../../platform/words.ts'

/** A file that could not be sent yet; its answer's `hash` goes into the list `into` of the body. */
export type PostedFile = {
  /** Kept over all tries, so that the server takes it once. */
  readonly key: string
  readonly url: string
  readonly into: string
  readonly name: string
  readonly content: Blob
  /** What the server called it, once it is there. */
  readonly hash: string | null
}

/** One thing that somebody wants sent, kept on the device until the server has answered. */
export type Posting = {
  /** Also the idempotency key: sent ten times, it happens once. */
  readonly id: string
  /** Who wrote it, where he was signed in; empty for a visitor. His words are shown to nobody else. */
  readonly owner: string
  /** In the writer's own words, to know it by. */
  readonly label: string
  readonly at: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, unknown>>
  readonly files: readonly PostedFile[]
  /** What the page needs to open it once more; nothing once it has arrived. */
  readonly draft: unknown
  readonly state: 'waiting' | 'arrived' | 'refused'
  /** It was on the line once without an answer: to change it now might make it two. */
  readonly mayHaveArrived: boolean
  readonly answer: unknown
  readonly why: Said | null
}

/** Where postings lie: IndexedDB in a browser. */
export type Shelf = {
  all(): Promise<readonly Posting[]>
  put(posting: Posting): Promise<void>
  remove(id: string): Promise<void>
}

/** Pure: nothing of what was typed stays once the server has it. */
export const arrived = (posting: Posting, answer: unknown): Posting => ({
  ...posting,
  body: {},
  files: [],
  draft: null,
  state: 'arrived',
  answer,
  why: null,
})

/** Pure: whether the writer may take it back to his page; what was on the line without an answer may be there already. */
export const mayBeChanged = ({ state, mayHaveArrived }: Posting): boolean =>
  state === 'refused' || (state === 'waiting' && !mayHaveArrived)

/** Pure: the file that the server would not have; null where it was not a file that it refused. */
export const refusedFile = ({ state, files }: Posting): PostedFile | null =>
  state === 'refused' ? (files.find(({ hash }) => hash === null) ?? null) : null

/** Pure: the same without a file, to be tried anew under the same key: nothing of it has been filed. */
export const withoutFile = (posting: Posting, key: string): Posting => ({
  ...posting,
  files: posting.files.filter((file) => file.key !== key),
  state: 'waiting',
  why: null,
})
