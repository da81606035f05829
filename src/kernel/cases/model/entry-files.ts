import { type Static, Type } from 'typebox'
import type { Instant } from '../../../platform/time.ts'
import type { Said } from '../../../platform/words.ts'
import type { CaseId } from './case.ts'

/** `check`: says what is wrong and files nothing; `sound`: files the rows that are right; `all`: every row or none. */
export const entryModes = ['check', 'sound', 'all'] as const
export type EntryMode = (typeof entryModes)[number]

export const entryFileStates = ['waiting', 'running', 'checked', 'done', 'refused', 'unreadable', 'cancelled'] as const
export type EntryFileState = (typeof entryFileStates)[number]
export const isOpen = (state: EntryFileState): boolean => state === 'waiting' || state === 'running'

/** `repeated`: the same was filed before, so it was not filed again; `left`: right, but not filed. */
export const rowOutcomes = ['filed', 'sound', 'faulty', 'repeated', 'left'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

export const entryColumns = [
  'name',
  'phone',
  'title',
  'text',
  'place',
  'area',
  'category',
  'channel',
  'happenedOn',
] as const
export type EntryColumn = (typeof entryColumns)[number]

/** What is wrong with one cell, or with the row where no cell is named. */
export type EntryRowFault = { readonly column: EntryColumn | null; readonly said: Said }
/** An open case that perhaps tells the same; a hint, never a bar. */
export type AlikeCase = { readonly id: string; readonly number: string }

export type EntryRowResult = {
  readonly row: number
  readonly outcome: RowOutcome
  readonly fingerprint: string | null
  /** The case it became; of a repeated row the case that is there already. */
  readonly caseId: CaseId | null
  readonly number: string | null
  readonly faults: readonly EntryRowFault[]
  readonly alike: readonly AlikeCase[]
}

export type EntryFile = {
  readonly id: string
  readonly by: string
  readonly byName: string
  readonly fileName: string
  readonly mode: EntryMode
  readonly state: EntryFileState
  readonly total: number
  readonly done: number
  readonly filed: number
  readonly faulty: number
  readonly repeated: number
  readonly alike: number
  readonly refusal: string | null
  readonly at: Instant
  readonly endedAt: Instant | null
  /** Whether the file is still there: to be filed after a check, or fetched with what became of it. */
  readonly isKept: boolean
}

const OrNull = <T extends Parameters<typeof Type.Array>[0]>(type: T) => Type.Union([type, Type.Null()])

export const EntryFileView = Type.Object({
  id: Type.String(),
  by: Type.String(),
  byName: Type.String(),
  fileName: Type.String(),
  mode: Type.Enum([...entryModes]),
  state: Type.Enum([...entryFileStates]),
  total: Type.Integer(),
  done: Type.Integer(),
  filed: Type.Integer(),
  faulty: Type.Integer(),
  repeated: Type.Integer(),
  alike: Type.Integer(),
  refusal: OrNull(Type.String()),
  at: Type.String(),
  endedAt: OrNull(Type.String()),
  isKept: Type.Boolean(),
})

export const EntryRowView = Type.Object({
  row: Type.Integer({ description: 'as the file counts, the heading included' }),
  outcome: Type.Enum([...rowOutcomes]),
  caseId: OrNull(Type.String()),
  number: OrNull(Type.String()),
  faults: Type.Array(
    Type.Object({
      column: OrNull(Type.Enum([...entryColumns])),
      said: Type.Object({ zh: Type.String(), en: Type.String() }),
    }),
  ),
  alike: Type.Array(Type.Object({ id: Type.String(), number: Type.String() })),
})

export const entryFileSorts = ['newest', 'oldest'] as const

export const EntryFileFilters = {
  state: Type.Optional(Type.Enum([...entryFileStates], { title: '状态' })),
  q: Type.Optional(Type.String({ maxLength: 100, title: '文件名' })),
  sort: Type.Optional(Type.Enum([...entryFileSorts], { title: '排序' })),
}
const Filters = Type.Object(EntryFileFilters)
export type EntryFileFilters = Static<typeof Filters>
