/**
 * A backup is gzipped lines of JSON: a head; for each table its name and columns, its rows (every value as
 * PostgreSQL's own text), and its count and checksum; and a tail, without which it is not whole.
 */
import type { Instant } from '../time.ts'

export const FORMAT = 1

export type Head = {
  readonly format: typeof FORMAT
  readonly madeAt: Instant
  readonly server: string
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[]
}

export type TableStart = { readonly table: string; readonly columns: readonly string[] }
export type Row = readonly (string | null)[]

/** SHA-256 over the lines of the rows, each with its line end. */
export type TableEnd = { readonly end: string; readonly rows: number; readonly sha256: string }

export type Tail = { readonly whole: true; readonly tables: number; readonly rows: number }

/** What a backup holds; printed by the commands. */
export type Manifest = Head & { readonly tables: readonly TableEnd[] }

/** After every batch: which table, how many of its rows, which of how many tables it is (the total is known only while writing). */
export type Progress = {
  readonly table: string
  readonly rows: number
  readonly nth: number
  readonly ofTables: number | null
}

export type OnProgress = (progress: Progress) => void

export const BATCH = 1_000
