import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { fieldsOf } from '../../../platform/http/malformed.ts'
import type { Cell, TableRecord } from '../../../platform/tables/cell.ts'
import type { Said } from '../../../platform/words.ts'
import type { Place, RowError } from '../model/imports.ts'
import { rowError, rowFault, valueAt } from '../rules/import.ts'
import { choiceWords } from '../words/sheets.ts'
import { notJson } from './matter-columns.ts'

/** How a column is read, whichever sheet it stands on. */
export type Spec = {
  readonly title: Said
  /** JSON pointer of its value. */
  readonly at: string
  readonly read: (cell: Cell) => unknown
  readonly choices?: readonly Said[]
}

/** A schema whose fields bear the headings of their columns, so that its sentences speak of what a person sees. */
export type RowDoor = {
  readonly specs: readonly Spec[]
  readonly schema: TSchema
  readonly check: ReturnType<typeof Compile>
}

export function doorOf(schema: TSchema, specs: readonly Spec[]): RowDoor {
  const titled = JSON.parse(JSON.stringify(schema)) as { properties?: Record<string, unknown>; title?: string }
  for (const { at, title } of specs) {
    let here: typeof titled | undefined = titled
    for (const step of at.split('/').slice(1)) here = here?.properties?.[step] as typeof titled | undefined
    if (here) here.title = title.zh
  }
  return { specs, schema: titled as TSchema, check: Compile(titled as TSchema) }
}

export const cellUnder = (cells: TableRecord['cells'], { zh, en }: Said): Cell => cells[zh] ?? cells[en] ?? null

/** Lays the cells of a row at their places in a value; a cell that says nothing leaves its place empty. */
export function valueOfRow(cells: TableRecord['cells'], specs: readonly Spec[]): Record<string, unknown> {
  const value: Record<string, unknown> = {}
  for (const { title, at, read } of specs) {
    const given = read(cellUnder(cells, title))
    if (given === undefined) continue
    const steps = at.split('/').slice(1)
    let here = value
    for (const step of steps.slice(0, -1)) {
      const inner = (here[step] ?? {}) as Record<string, unknown>
      here[step] = inner
      here = inner
    }
    here[steps.at(-1) ?? ''] = given
  }
  return value
}

/** What is wrong with the value of a row: one fault for each column. */
export function faultsOf(door: RowDoor, value: unknown, locate: (pointer: string) => Place): RowError[] {
  if (door.check.Check(value)) return []
  const faults = fieldsOf(door.schema, 'body', door.check.Errors(value)).map(({ pointer, zh, en }) => {
    const stands = valueAt(value, pointer)
    const place = locate(pointer)
    if (stands === notJson) return rowFault(place, 'not-json')
    const choices = door.specs.find(({ title }) => title.zh === place.column)?.choices
    return rowError(place, 'malformed', choices ? choiceWords(choices) : { zh, en }, stands)
  })
  return faults.filter(({ column }, at) => faults.findIndex((other) => other.column === column) === at)
}

/** The heading under which the value at a pointer stands: its own column, one above it, or the first beneath it. */
export function columnAt(specs: readonly Spec[], pointer: string): string {
  const own = specs.find(({ at }) => pointer === at || pointer.startsWith(`${at}/`))
  return (own ?? specs.find(({ at }) => at.startsWith(`${pointer}/`)))?.title.zh ?? ''
}
