import { cellText, type TableRecord } from '../../../platform/tables/cell.ts'
import type { Day } from '../../../platform/time.ts'
import type { Duty, UnitVersion } from '../model.ts'
import { dutyColumns, dutyParts, dutyRowWords } from '../words/duties.ts'
import { rowWords } from '../words/tables.ts'
import type { RowFault } from './table-rows.ts'

export type DutyFacts = {
  readonly today: Day
  readonly categories: ReadonlySet<string>
  /** Names of areas with those above them, to their path of codes. */
  readonly areas: ReadonlyMap<string, string>
  readonly units: readonly Pick<UnitVersion, 'id' | 'code'>[]
  /** Every line that has not ended by today. */
  readonly standing: readonly Duty[]
}

export type DutyRow = { readonly row: number; readonly line: Omit<Duty, 'id'>; readonly standing: Duty | null }
/** What a row asks for: nothing new, another line in place of one, the end of one, or one more. */
export type DutyStep = DutyRow & { readonly does: 'nothing' | 'add' | 'replace' | 'end' }

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
type Column = keyof typeof dutyColumns

/** The rows of a file of duties, each with what it asks for; faults by row and column. */
export function readDuties(records: readonly TableRecord[], facts: DutyFacts) {
  const faults: RowFault[] = []
  const seen = new Set<string>()
  const steps = records.flatMap(({ row, cells }): DutyStep[] => {
    const textAt = (column: Column) => cellText(cells[dutyColumns[column].zh] ?? cells[dutyColumns[column].en])
    const before = faults.length
    const wrong = (column: Column, said: RowFault['said']) =>
      void faults.push({ row, column: dutyColumns[column].zh, said })
    const line = readLine(textAt, facts, wrong)
    const id = textAt('id')
    const known = id === '' ? null : (facts.standing.find((one) => one.id === id) ?? undefined)
    if (known === undefined) wrong('id', dutyRowWords.noLine)
    const key = line && known !== undefined ? (known?.id ?? keyOf(line)) : ''
    if (key !== '' && seen.has(key)) wrong(id === '' ? 'category' : 'id', dutyRowWords.twice)
    seen.add(key)
    if (faults.length > before || line === null || known === undefined) return []
    const standing = known ?? facts.standing.find((one) => keyOf(one) === keyOf(line)) ?? null
    return [{ row, line, standing, does: doing(line, standing) }]
  })
  return { steps, faults }
}

function readLine(
  textAt: (column: Column) => string,
  { today, categories, areas, units }: DutyFacts,
  wrong: (column: Column, said: RowFault['said']) => void,
): Omit<Duty, 'id'> | null {
  const category = textAt('category')
  if (category !== '' && !categories.has(category)) wrong('category', dutyRowWords.noCategory)
  const areaText = textAt('area')
  const area = areaText === '' ? null : (areas.get(areaText) ?? [...areas.values()].find((code) => code === areaText))
  if (area === undefined) wrong('area', dutyRowWords.noArea)
  const unit = units.find(({ code }) => code === textAt('unit'))?.id
  if (unit === undefined) wrong('unit', rowWords.noUnit)
  const partText = textAt('part')
  const parts = Object.keys(dutyParts) as Duty['part'][]
  const part = parts.find((one) => [one, dutyParts[one].zh, dutyParts[one].en].includes(partText))
  if (part === undefined) wrong('part', dutyRowWords.badPart)
  const basis = textAt('basis')
  if (basis === '') wrong('basis', rowWords.missing)
  if (basis.length > 200) wrong('basis', rowWords.tooLong)
  const day = (column: 'from' | 'to') => {
    const text = textAt(column).slice(0, 10).replaceAll('/', '-')
    if (text !== '' && !DAY.test(text)) wrong(column, rowWords.badDay)
    return text as Day | ''
  }
  const [from, to] = [day('from') || today, day('to') || null]
  if (to !== null && to <= from) wrong('to', dutyRowWords.upsideDown)
  if (area === undefined || unit === undefined || part === undefined) return null
  return { category, unit, area, part, basis, from, to }
}

const keyOf = ({ category, area, unit, part }: Omit<Duty, 'id'>): string => [category, area ?? '', unit, part].join(' ')

function doing(line: Omit<Duty, 'id'>, standing: Duty | null): DutyStep['does'] {
  if (standing === null) return 'add'
  const isSame = keyOf(line) === keyOf(standing) && line.basis === standing.basis
  if (isSame && line.to === standing.to) return 'nothing'
  return isSame && line.to !== null ? 'end' : 'replace'
}
