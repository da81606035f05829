import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { cellText, recordsOf, type Sheet, type TableRecord } from '../../../platform/tables/cell.ts'
import type { Said } from '../../../platform/words.ts'
import type { Entry, Place, RowError } from '../model/imports.ts'
import { asMatter, MatterSchema, PromiseSchema } from '../model/schema.ts'
import type { Matter } from '../model.ts'
import { rowFault, valueAt } from '../rules/import.ts'
import { matterColumnWords, promiseColumnWords, sheetWords } from '../words/sheets.ts'
import { matterColumns } from './matter-columns.ts'
import { promiseColumns } from './promise-columns.ts'
import { cellUnder, columnAt, doorOf, faultsOf, type Spec, valueOfRow } from './row-door.ts'

export type ReadWorkbook = { readonly entries: readonly Entry[]; readonly errors: readonly RowError[] }

/** `version` is '' where the row speaks of the matter in whatever version stands on its sheet. */
type PromiseRow = { readonly row: number; readonly matter: string; readonly version: string; readonly value: unknown }

const matterSpecs: readonly Spec[] = matterColumns.map(({ key, ...column }) => ({
  ...column,
  title: matterColumnWords[key],
}))
const promiseSpecs: readonly Spec[] = promiseColumns.map(({ key, ...column }) => ({
  ...column,
  title: promiseColumnWords[key],
}))
/** Promises are judged row by row, so that a fault is told at its row. */
const { promises: _promises, ...headProperties } = MatterSchema.properties
const headDoor = doorOf(Type.Object(headProperties, { additionalProperties: false }), matterSpecs)
const promiseDoor = doorOf(PromiseSchema, promiseSpecs)
const matterCheck = Compile(MatterSchema)

/**
 * Reads a workbook as `matterWorkbook` writes it. An empty cell under 表单 keeps the form the matter has; `formOf`
 * gives it. Headings may be Chinese or English and stand in any order.
 */
export function readWorkbook(
  sheets: readonly Sheet[],
  district: string,
  formOf: (id: string) => Matter['form'] | null,
): ReadWorkbook {
  const page = pageOf(sheets, sheetWords.matters)
  if (!page) {
    const place = { sheet: sheetWords.matters.zh, row: 1, column: '' }
    return { entries: [], errors: [rowFault(place, 'sheet-missing')] }
  }
  const promisePage = pageOf(sheets, sheetWords.promises)
  const promises = promisePage ? promiseRows(promisePage) : []
  const { columns, records } = recordsOf(page)
  const gaps = ['id', 'nameZh'] as const
  const missing = gaps
    .map((key) => matterColumnWords[key])
    .filter(({ zh, en }) => !columns.includes(zh) && !columns.includes(en))
  if (missing.length > 0)
    return {
      entries: [],
      errors: missing.map(({ zh }) => rowFault({ sheet: page.name, row: 1, column: zh }, 'column-missing')),
    }
  const entries = records.map((record) => entryOf(page.name, record, { district, formOf, promises, promisePage }))
  const known = new Set(records.map(({ cells }) => cellText(cellUnder(cells, matterColumnWords.id))))
  const strays = promises.filter(({ matter }) => !known.has(matter))
  return {
    entries,
    errors: strays.map(({ row, matter }) =>
      rowFault({ sheet: promisePage?.name ?? '', row, column: promiseColumnWords.matter.zh }, 'unknown-matter', matter),
    ),
  }
}

const pageOf = (sheets: readonly Sheet[], { zh, en }: Said): Sheet | undefined =>
  sheets.find(({ name }) => name === zh || name.toLowerCase() === en)

function promiseRows(page: Sheet): PromiseRow[] {
  return recordsOf(page).records.map(({ row, cells }) => ({
    row,
    matter: cellText(cellUnder(cells, promiseColumnWords.matter)),
    version: cellText(cellUnder(cells, promiseColumnWords.version)),
    value: valueOfRow(cells, promiseSpecs),
  }))
}

type Around = {
  readonly district: string
  readonly formOf: (id: string) => Matter['form'] | null
  readonly promises: readonly PromiseRow[]
  readonly promisePage: Sheet | undefined
}

function entryOf(
  sheet: string,
  { row, cells }: TableRecord,
  { district, formOf, promises, promisePage }: Around,
): Entry {
  const head = { ...valueOfRow(cells, matterSpecs), district }
  const id = cellText(cellUnder(cells, matterColumnWords.id))
  const form = 'form' in head ? head.form : formOf(id)
  const whole = form === null ? head : { ...head, form }
  const own = promises.filter(
    ({ matter, version }) => matter === id && (version === '' || version === String(valueAt(head, '/version'))),
  )
  const locate = (pointer: string): Place => {
    const [, index, rest = ''] = /^\/promises\/(\d+)(\/.*)?$/.exec(pointer) ?? []
    const promiseRow = index === undefined ? undefined : own[Number(index)]
    if (promiseRow) return { sheet: promisePage?.name ?? '', row: promiseRow.row, column: columnAt(promiseSpecs, rest) }
    return { sheet, row, column: columnAt(matterSpecs, pointer) }
  }
  const errors = [
    ...(form === null ? [rowFault(locate('/form'), 'form-missing')] : []),
    ...faultsOf(headDoor, whole, locate).filter(({ column }) => form !== null || column !== matterColumnWords.form.zh),
    ...own.flatMap(({ value }, at) => faultsOf(promiseDoor, value, (pointer) => locate(`/promises/${at}${pointer}`))),
  ]
  const value: unknown = { ...whole, promises: own.map((line) => line.value) }
  return { matter: errors.length === 0 && matterCheck.Check(value) ? asMatter(value) : null, errors, locate }
}
