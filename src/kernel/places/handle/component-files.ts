import type { Readable } from 'node:stream'
import type { Db } from '../../../platform/db/db.ts'
import { decodeCursor, encodeCursor } from '../../../platform/http/paging.ts'
import { cellText, recordsOf, type Sheet } from '../../../platform/tables/cell.ts'
import type { TableFormat } from '../../../platform/tables/read.ts'
import { type Column, tableStream } from '../../../platform/tables/write.ts'
import type { Said } from '../../../platform/words.ts'
import { type Component, type ComponentDraft, type ComponentFilters, componentStates } from '../model/components.ts'
import { changeBetween, fieldsOf, tidy } from '../rules/components.ts'
import { componentPage, componentsOf, writeComponents } from '../store/components.ts'
import type { Stroke } from '../store/layers.ts'
import { componentColumns, componentRowWords, componentsSheet } from '../words/component-files.ts'
import { componentStateWords } from '../words/components.ts'
import { placesRefusals } from '../words/layers.ts'
import { placed, type Yard } from './components.ts'

const AT_ONCE = 500

const columns: readonly Column[] = [
  { key: 'code', title: componentColumns.code, width: 20 },
  { key: 'typeName', title: componentColumns.typeName },
  { key: 'name', title: componentColumns.name, width: 24 },
  { key: 'owner', title: componentColumns.owner, width: 24 },
  { key: 'keeper', title: componentColumns.keeper, width: 24 },
  { key: 'state', title: componentColumns.state, width: 10 },
  { key: 'place', title: componentColumns.place, width: 30 },
  { key: 'lng', title: componentColumns.lng, kind: 'number', width: 14 },
  { key: 'lat', title: componentColumns.lat, kind: 'number', width: 14 },
  { key: 'community', title: componentColumns.community, width: 16 },
  { key: 'unitGrid', title: componentColumns.unitGrid, width: 18 },
  { key: 'note', title: componentColumns.note, width: 30 },
]

/** The list as a table; the same columns are read back by an import. Rows are read while the file is written. */
export function componentTable(db: Db, yard: Yard, filters: ComponentFilters, format: TableFormat): Readable {
  return tableStream(format, [{ name: componentsSheet, columns, rows: rowsOf(db, yard, filters) }])
}

async function* rowsOf(db: Db, { district, types }: Yard, filters: ComponentFilters) {
  const isByChange = filters.sort === 'changed'
  let after: string | null = null
  do {
    const from = after === null ? null : decodeCursor(after, isByChange ? 2 : 1)
    const rows: readonly Component[] = await componentPage(db, {
      district,
      filters,
      after: from?.ok ? from.key : null,
      limit: AT_ONCE,
    })
    const shown = rows.slice(0, AT_ONCE)
    for (const { at, type, state, code, name, owner, keeper, place, community, unitGrid, note } of shown) {
      const typeName = types.get(type)?.name ?? type
      const stateName = componentStateWords[state].zh
      yield {
        code,
        typeName,
        name,
        owner,
        keeper,
        state: stateName,
        place,
        lng: at[0],
        lat: at[1],
        community,
        unitGrid,
        note,
      }
    }
    const last = shown.at(-1)
    after = rows.length > AT_ONCE && last ? encodeCursor(isByChange ? [last.changedAt, last.code] : [last.code]) : null
  } while (after !== null)
}

export type RowFault = { readonly row: number; readonly field: string; readonly said: Said }
export type TakenRows = { readonly taken: number; readonly unchanged: number; readonly faults: readonly RowFault[] }

type Options = { readonly atomic: boolean; readonly reason: string }

/** Takes a table in: new codes are entered, known ones changed. With `atomic` one wrong row and none is taken. */
export async function takeComponentTable(
  tx: Db,
  yard: Yard,
  { sheet, atomic, reason }: Options & { readonly sheet: Sheet },
  stroke: Stroke,
): Promise<TakenRows> {
  const read = recordsOf(sheet).records.map(({ row, cells }) => ({ row, ...draftOf(cells) }))
  const known = await componentsOf(
    tx,
    yard.district,
    read.map(({ draft }) => draft.code),
  )
  const seen = new Set<string>()
  const faults: RowFault[] = []
  const written: Parameters<typeof writeComponents>[2][number][] = []
  let unchanged = 0
  for (const { row, draft, wrong } of read) {
    const before = known.get(draft.code) ?? null
    const component = placed(yard, draft, (before?.seq ?? 0) + 1, stroke)
    const found = [
      ...wrong,
      ...(seen.has(draft.code) ? [[componentColumns.code, componentRowWords.twice] as const] : []),
    ]
    if (typeof component === 'string' && wrong.length === 0) found.push([fieldOf[component], placesRefusals[component]])
    seen.add(draft.code)
    faults.push(...found.map(([field, said]) => ({ row, field, said })))
    if (found.length > 0 || typeof component === 'string') continue
    const change = changeBetween(before && fieldsOf(before), fieldsOf(component))
    if (Object.keys(change).length === 0) unchanged += 1
    else written.push({ ...component, history: { kind: before ? 'changed' : 'entered', reason, change } })
  }
  if (atomic && faults.length > 0) return { taken: 0, unchanged: 0, faults }
  for (let at = 0; at < written.length; at += AT_ONCE)
    await writeComponents(tx, yard.district, written.slice(at, at + AT_ONCE), stroke)
  return { taken: written.length, unchanged, faults }
}

const fieldOf = {
  'component-code-wrong': componentColumns.code,
  'component-type-unknown': componentColumns.code,
  'component-nowhere': `${componentColumns.lng} ${componentColumns.lat}`,
} as const

type Cells = Parameters<typeof cellText>[0]

function draftOf(cells: Readonly<Record<string, Cells>>) {
  const text = (key: keyof typeof componentColumns) => cellText(cells[componentColumns[key]] ?? cells[key])
  const wrong: (readonly [string, Said])[] = []
  const degrees = (key: 'lng' | 'lat', most: number): number => {
    const value = Number(text(key))
    if (text(key) === '' || !(Math.abs(value) <= most)) wrong.push([componentColumns[key], componentRowWords.degrees])
    return value
  }
  const written = text('state')
  const state = componentStates.find((one) => one === written || componentStateWords[one].zh === written)
  if (written !== '' && state === undefined) wrong.push([componentColumns.state, componentRowWords.state])
  if (text('name') === '') wrong.push([componentColumns.name, componentRowWords.name])
  const limits = { name: 60, owner: 100, keeper: 100, place: 200, note: 500 } as const
  for (const [key, most] of Object.entries(limits) as [keyof typeof limits, number][])
    if (text(key).length > most) wrong.push([componentColumns[key], componentRowWords.tooLong(most)])
  const draft: ComponentDraft = tidy({
    code: text('code'),
    name: text('name'),
    owner: text('owner'),
    keeper: text('keeper'),
    state: state ?? 'in-use',
    place: text('place'),
    lng: degrees('lng', 180),
    lat: degrees('lat', 90),
    note: text('note'),
  })
  return { draft, wrong }
}
