import { type Cell, cellText } from '../../../platform/tables/cell.ts'
import type { Day } from '../../../platform/time.ts'
import type { Said } from '../../../platform/words.ts'
import type { Role, RoleId, UnitId, UnitKind, UnitLevel, UnitVersion } from '../model.ts'
import { rowWords, tableColumns, yesNo } from '../words/tables.ts'
import { unitKinds, unitLevels } from '../words.ts'
import type { UnitTraits } from './tree.ts'

export type RowFault = { readonly row: number; readonly column: string; readonly said: Said }
type Column = keyof typeof tableColumns
type Cells = Readonly<Record<string, Cell>>
type Faults = (readonly [Column, Said])[]

const textAt = (cells: Cells, column: Column): string => cellText(cells[tableColumns[column].zh])
const faultsAt = (row: number, faults: Faults): RowFault[] =>
  faults.map(([column, words]) => ({ row, column: tableColumns[column].zh, said: words }))

/** A day as a cell holds one: `2026-03-02`, or with its time behind. Nothing is the day an import is of. */
function dayAt(cells: Cells, today: Day, faults: Faults): Day {
  const text = textAt(cells, 'from').slice(0, 10).replaceAll('/', '-')
  if (text === '') return today
  if (!/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) faults.push(['from', rowWords.badDay])
  return text as Day
}

function needed(cells: Cells, column: Column, most: number, faults: Faults): string {
  const text = textAt(cells, column)
  if (text === '') faults.push([column, rowWords.missing])
  if (text.length > most) faults.push([column, rowWords.tooLong])
  return text
}

const oneOfWords = <Key extends string>(words: Readonly<Record<Key, Said>>, text: string): Key | undefined =>
  (Object.keys(words) as Key[]).find(
    (key) => key === text || words[key].en === text || words[key].zh === text || words[key].zh.split('（')[0] === text,
  )

export type UnitRow = {
  readonly row: number
  readonly from: Day
  readonly traits: Omit<UnitTraits, 'parent'>
  readonly parentCode: string
}

type Read<Row> = { readonly rows: readonly Row[]; readonly faults: readonly RowFault[] }
type Records = readonly { readonly row: number; readonly cells: Cells }[]

/** The rows of a file of units; whether they fit the tree is judged one after the other by `decideUnit`. */
export function readUnits(records: Records, today: Day): Read<UnitRow> {
  const seen = new Set<string>()
  const faults: RowFault[] = []
  const rows = records.flatMap(({ row, cells }): UnitRow[] => {
    const found: Faults = []
    const code = needed(cells, 'code', 40, found)
    if (seen.has(code)) found.push(['code', rowWords.twice])
    seen.add(code)
    const name = needed(cells, 'name', 60, found)
    const shortName = textAt(cells, 'shortName') || name
    if (shortName.length > 20) found.push(['shortName', rowWords.tooLong])
    const kind = oneOfWords<UnitKind>(unitKinds, textAt(cells, 'kind'))
    if (kind === undefined) found.push(['kind', rowWords.badKind])
    const level = oneOfWords<UnitLevel>(unitLevels, textAt(cells, 'level'))
    if (level === undefined) found.push(['level', rowWords.badLevel])
    const from = dayAt(cells, today, found)
    faults.push(...faultsAt(row, found))
    if (found.length > 0 || kind === undefined || level === undefined) return []
    return [{ row, from, traits: { code, name, shortName, kind, level }, parentCode: textAt(cells, 'parent') }]
  })
  return { rows, faults }
}

export type PersonRow = {
  readonly row: number
  readonly account: string
  readonly name: string
  readonly unit: UnitId
  readonly role: RoleId | null
  readonly partTime: boolean
  readonly from: Day
}

export type PersonFacts = {
  readonly today: Day
  readonly units: readonly Pick<UnitVersion, 'id' | 'code'>[]
  readonly roles: readonly Pick<Role, 'id' | 'name'>[]
  readonly taken: readonly string[]
}

export const accountIn = (cells: Cells): string => textAt(cells, 'account').toLowerCase()

/** The rows of a file of people: each a new account and, where a role is named, its first post. */
export function readPeople(records: Records, { today, units, roles, taken }: PersonFacts): Read<PersonRow> {
  const seen = new Set<string>()
  const faults: RowFault[] = []
  const rows = records.flatMap(({ row, cells }): PersonRow[] => {
    const found: Faults = []
    const account = accountIn(cells)
    if (!/^[a-z0-9][a-z0-9._-]{2,39}$/.test(account)) found.push(['account', rowWords.badAccount])
    if (taken.includes(account)) found.push(['account', rowWords.accountTaken])
    if (seen.has(account)) found.push(['account', rowWords.twice])
    seen.add(account)
    const name = needed(cells, 'person', 40, found)
    const unit = units.find(({ code }) => code === textAt(cells, 'unit'))?.id
    if (unit === undefined) found.push(['unit', rowWords.noUnit])
    const roleText = textAt(cells, 'role')
    const role = roles.find((one) => one.name === roleText)?.id ?? null
    if (roleText !== '' && role === null) found.push(['role', rowWords.noRole])
    const part = textAt(cells, 'partTime')
    if (part !== '' && oneOfWords(yesNo, part) === undefined) found.push(['partTime', rowWords.badYesNo])
    const from = dayAt(cells, today, found)
    faults.push(...faultsAt(row, found))
    if (found.length > 0 || unit === undefined) return []
    return [{ row, account, name, unit, role, partTime: oneOfWords(yesNo, part) === 'yes', from }]
  })
  return { rows, faults }
}
