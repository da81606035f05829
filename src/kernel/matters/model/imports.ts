import type { Said } from '../../../platform/words.ts'
import type { Matter } from '../model.ts'

/** One fault of a file: where it stands as the person sees it, and why. */
export type RowError = {
  /** Sheet of a workbook, or list of a YAML or JSON file. */
  readonly sheet: string
  /** Row of the sheet, or place in the list from 1. */
  readonly row: number
  /** Heading of the column, or JSON pointer into the entry; '' for the whole row. */
  readonly column: string
  readonly code: string
  readonly said: Said
  /** What stands there, cut at 200 letters. */
  readonly value: string
}

export type Place = Pick<RowError, 'sheet' | 'row' | 'column'>

/** One matter of a file: itself, or what is wrong with it. `locate` leads a JSON pointer back to its place. */
export type Entry = {
  readonly matter: Matter | null
  readonly errors: readonly RowError[]
  readonly locate: (pointer: string) => Place
}

/** What an import did, or would do. */
export type ImportReport = {
  readonly drafts: number
  readonly published: number
  readonly unchanged: number
  readonly categories: number
  readonly errors: readonly RowError[]
}

export type ImportOptions = {
  /** Everything or nothing; else faulty rows are left out. */
  readonly atomic: boolean
  /** Publish at once what can be published; else everything becomes a draft. */
  readonly publish: boolean
  /** Say what would happen and write nothing. */
  readonly dryRun: boolean
}
