import type { Readable } from 'node:stream'
import type { Db } from '../../../platform/db/db.ts'
import { sortableId } from '../../../platform/ids.ts'
import { recordsOf, type Sheet } from '../../../platform/tables/cell.ts'
import type { TableFormat } from '../../../platform/tables/read.ts'
import { type Column, tableStream } from '../../../platform/tables/write.ts'
import { type Address, type AddressFilters, type AddressLevel, type NewAddress, standsIn } from '../model/addresses.ts'
import type { ComponentChange } from '../model/components.ts'
import { addressChange } from '../rules/addresses.ts'
import { addressesAt, addressesUnder, holdingOthers, noteChanges, rewriteAddresses } from '../store/address-changes.ts'
import { addressKey, addressPage } from '../store/address-pages.ts'
import { type WrittenAddress, writeAddresses } from '../store/addresses.ts'
import type { Stroke } from '../store/layers.ts'
import {
  addressColumnWords,
  addressesSheet,
  addressLevelWords,
  addressRowWords,
  addressStateWords,
} from '../words/addresses.ts'
import { placesRefusals } from '../words/layers.ts'
import { below } from './address-changes.ts'
import { type AddressRow, addressRow, type WrongCell } from './address-rows.ts'
import { searchable } from './addresses.ts'
import type { Atlas } from './atlas.ts'
import type { RowFault, TakenRows } from './component-files.ts'

const AT_ONCE = 500
const narrow = new Set<string>(['level', 'active', 'lng', 'lat'])
const columns: readonly Column[] = (Object.keys(addressColumnWords) as (keyof typeof addressColumnWords)[]).map(
  (key) => ({
    key,
    title: addressColumnWords[key],
    width: narrow.has(key) ? 14 : 24,
    ...(key === 'lng' || key === 'lat' ? { kind: 'number' as const } : {}),
  }),
)

/** The list as a table; the same columns are read back by an import. Rows are read while the file is written. */
export const addressTable = (db: Db, district: string, filters: AddressFilters, format: TableFormat): Readable =>
  tableStream(format, [{ name: addressesSheet, columns, rows: rowsOf(db, district, filters) }])

async function* rowsOf(db: Db, district: string, filters: AddressFilters) {
  const keyOf = addressKey[filters.sort ?? 'name']
  let after: ReturnType<typeof keyOf> | null = null
  for (;;) {
    const rows: Address[] = await addressPage(db, district, { filters, after, limit: AT_ONCE })
    for (const { level, active, aliases, name, path, ...rest } of rows.slice(0, AT_ONCE)) {
      const parent = path.slice(0, path.length - name.length)
      const said = { level: addressLevelWords[level].zh, active: addressStateWords[`${active}`].zh }
      yield { ...rest, ...said, name, path, parent, aliases: aliases.join('、') }
    }
    const last = rows[AT_ONCE - 1]
    if (rows.length <= AT_ONCE || !last) return
    after = keyOf(last)
  }
}

type Ground = {
  readonly standing: ReadonlyMap<string, Address>
  /** Ids of those in which others in use stand. */
  readonly holding: ReadonlySet<string>
  readonly atlas: Atlas
}
type Options = { readonly sheet: Sheet; readonly atomic: boolean; readonly reason: string }
type Row = AddressRow & { readonly row: number }

/**
 * Takes a table in, wider addresses before narrower ones: new ones are entered, known ones changed where the table says
 * something else. With `atomic` one wrong row and none is taken.
 */
export async function takeAddressTable(
  tx: Db,
  { district, atlas }: { readonly district: string; readonly atlas: Atlas },
  { sheet, atomic, reason }: Options,
  stroke: Stroke,
): Promise<TakenRows> {
  const rows = recordsOf(sheet).records.map(({ row, cells }): Row => ({ row, ...addressRow(cells) }))
  const paths = rows.flatMap(({ parent, name }) => [parent, parent + name])
  const standing = await addressesAt(tx, district, paths)
  const holding = await holdingOthers(
    tx,
    district,
    [...standing.values()].map(({ id }) => id),
  )
  const taken = new Taking({ standing, holding, atlas }, stroke)
  for (const row of rows) taken.take(row, reason)
  const { faults, entered, changed, lines, unchanged } = taken
  if (atomic && faults.length > 0) return { taken: 0, unchanged: 0, faults }
  for (let at = 0; at < entered.length; at += AT_ONCE)
    await writeAddresses(tx, district, entered.slice(at, at + AT_ONCE), stroke)
  await rewriteAddresses(tx, district, changed, stroke)
  for (const chain of taken.called) {
    const under = await addressesUnder(tx, district, chain.at(-1)?.id ?? '')
    await rewriteAddresses(tx, district, below(under, chain), stroke)
  }
  await noteChanges(tx, district, lines, stroke)
  return { taken: entered.length + changed.length, unchanged, faults }
}

/** What a table comes to, row by row: later rows may stand in earlier ones. */
class Taking {
  readonly faults: RowFault[] = []
  readonly entered: WrittenAddress[] = []
  readonly changed: (WrittenAddress & { readonly seq: number })[] = []
  readonly lines: Parameters<typeof noteChanges>[2][number][] = []
  /** Whose other names have changed, behind all they stand in: what stands in them is found by those too. */
  readonly called: (readonly NewAddress[])[] = []
  unchanged = 0
  private readonly known: Map<string, NewAddress>
  private readonly seen = new Set<string>()

  private readonly standing: ReadonlyMap<string, Address>
  private readonly holding: ReadonlySet<string>
  private readonly atlas: Atlas
  private readonly stroke: Stroke

  constructor({ standing, holding, atlas }: Ground, stroke: Stroke) {
    this.known = new Map(standing)
    this.standing = standing
    this.holding = holding
    this.atlas = atlas
    this.stroke = stroke
  }

  take(row: Row, reason: string): void {
    const within = row.parent === '' ? null : (this.known.get(row.parent) ?? undefined)
    const path = row.parent + row.name
    const found = [...row.wrong, ...this.wrongIn(row, within, path)]
    this.seen.add(path)
    this.faults.push(...found.map(([field, said]) => ({ row: row.row, field, said })))
    if (found.length > 0 || within === undefined || row.level === null) return
    const before = this.standing.get(path) ?? null
    const address = this.placed(row, { level: row.level, within, before })
    this.known.set(path, address)
    const change = addressChange(before, address)
    if (Object.keys(change).length === 0) this.unchanged += 1
    else this.note(address, before, { reason, change })
  }

  private wrongIn({ level, parent, active }: Row, within: NewAddress | null | undefined, path: string): WrongCell[] {
    if (within === undefined) return [[addressColumnWords.parent, addressRowWords.parent]]
    const allowed: readonly (AddressLevel | null)[] = level === null ? [] : standsIn[level]
    const fits = level === null || allowed.includes(within?.level ?? null)
    const before = this.standing.get(path)
    return [
      ...(fits && (!before || level === null || before.level === level)
        ? []
        : [
            [
              parent === '' ? addressColumnWords.level : addressColumnWords.parent,
              placesRefusals['address-level-wrong'],
            ] as const,
          ]),
      ...(active === false && before && this.holding.has(before.id)
        ? [[addressColumnWords.active, placesRefusals['address-holds-others']] as const]
        : []),
      ...(this.seen.has(path) ? [[addressColumnWords.name, addressRowWords.twice] as const] : []),
    ]
  }

  private placed(row: Row, { level, within, before }: Placing): NewAddress {
    const at = row.point ? this.atlas.at([row.point.lng, row.point.lat]) : null
    return {
      id: before?.id ?? `addr_${sortableId(this.stroke.at)}`,
      level,
      name: row.name,
      parent: within?.id ?? null,
      aliases: row.aliases,
      path: row.parent + row.name,
      lng: row.point?.lng ?? before?.lng ?? within?.lng ?? null,
      lat: row.point?.lat ?? before?.lat ?? within?.lat ?? null,
      street: at?.street?.code ?? before?.street ?? within?.street ?? null,
      community: at?.community?.code ?? before?.community ?? within?.community ?? null,
      grid: at?.['social-grid']?.code ?? before?.grid ?? within?.grid ?? null,
      active: row.active ?? before?.active ?? true,
    }
  }

  private note(address: NewAddress, before: Address | null, said: Pick<ComponentChange, 'reason' | 'change'>): void {
    const written = searchable(address, this.above(address))
    const seq = (before?.seq ?? 0) + 1
    if (before && 'aliases' in said.change) this.called.push([...this.above(address), address])
    if (before) this.changed.push({ ...written, seq })
    else this.entered.push(written)
    this.lines.push({ id: address.id, seq, kind: before ? 'changed' : 'entered', ...said })
  }

  private above({ path, name }: NewAddress): NewAddress[] {
    const within = this.known.get(path.slice(0, path.length - name.length))
    return within ? [...this.above(within), within] : []
  }
}

type Placing = { readonly level: AddressLevel; readonly within: NewAddress | null; readonly before: Address | null }
