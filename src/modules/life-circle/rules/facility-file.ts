import type { CoordinateSystem } from '../../../platform/geo/systems.ts'
import { type Cell, cellText, type Sheet } from '../../../platform/tables/cell.ts'
import {
  type FacilityBody,
  type FacilityDraft,
  type FacilityState,
  type FileFault,
  facilityStates,
} from '../model/facility.ts'
import { isKind, type Kind, kinds } from '../model/kinds.ts'
import { type MeasureUnit, measureUnits } from '../model/profile.ts'
import { columnWords, type FileFaultCode, stateWords, unitWords } from '../words/facilities.ts'
import { kindWords } from '../words/kinds.ts'
import { type Columns, draftsOf, faultAt, type Line, linesOfGeoJson, linesOfSheets, pointOf } from './ledger-lines.ts'

/** What a file of facilities says, row by row, and what is wrong with it. Nothing is decided yet. */
export type FacilityFile = {
  readonly drafts: readonly FacilityDraft[]
  readonly faults: readonly FileFault[]
}

export type ReadFacilityFile =
  | ({ readonly ok: true } & FacilityFile)
  | { readonly ok: false; readonly refusal: 'file-unreadable' | 'file-without-rows' | 'columns-missing' }

export type FileKnowledge = {
  readonly system: CoordinateSystem
  readonly isArea: (code: string) => boolean
}

type ColumnKey = keyof typeof columnWords
const columns: Columns<ColumnKey> = { words: columnWords, needed: ['kind', 'name', 'lng', 'lat'] }

/** Reads the first sheet that has rows. */
export const readFacilitySheet = (sheets: readonly Sheet[], known: FileKnowledge): ReadFacilityFile =>
  draftsOf(linesOfSheets(sheets, columns), (line) => draftOf(line, known))

/** Reads a GeoJSON FeatureCollection of points. */
export const readFacilityGeoJson = (text: string, known: FileKnowledge): ReadFacilityFile =>
  draftsOf(linesOfGeoJson(text, columns), (line) => draftOf(line, known))

const LONGEST = { name: 80, address: 200, hours: 120, evidence: 300 } as const

/** One line as a facility, with every fault of it; the body counts only where there is none. */
function draftOf({ row, cells, heading }: Line<ColumnKey>, known: FileKnowledge) {
  const faults: FileFault[] = []
  const wrong = (key: ColumnKey, code: FileFaultCode): null => {
    faults.push(faultAt({ row, column: heading(key), code, value: cells[key] }))
    return null
  }
  const text = (key: ColumnKey): string => cellText(cells[key])
  const long = (key: keyof typeof LONGEST): string => {
    if (text(key).length > LONGEST[key]) wrong(key, 'too-long')
    return text(key)
  }
  const number = (key: ColumnKey, most: number): number | null => {
    if (text(key) === '') return null
    const value = Number(text(key).replaceAll(',', ''))
    if (Number.isNaN(value)) return wrong(key, 'not-a-number')
    return value >= 0 && value <= most ? value : wrong(key, 'number-outside')
  }
  const code = text('code') === '' ? null : text('code')
  if (code !== null && !/^[A-Za-z0-9][A-Za-z0-9_/-]{0,59}$/.test(code)) wrong('code', 'code-wrong')
  if (text('name') === '') wrong('name', 'missing')
  const area = text('area') === '' ? null : text('area')
  if (area !== null && !known.isArea(area)) wrong('area', 'unknown-area')
  const [lng, lat] = pointOf({ cells, system: known.system, wrong })
  const body: FacilityBody = {
    kind: kindNamed(text('kind')) ?? wrong('kind', text('kind') === '' ? 'missing' : 'unknown-kind') ?? 'convenience',
    name: long('name'),
    status: stateNamed(text('status')) ?? wrong('status', 'unknown-state') ?? 'open',
    lng,
    lat,
    area,
    address: long('address'),
    hours: long('hours'),
    openToAll: yesOf(cells.openToAll) ?? wrong('openToAll', 'not-yes-or-no') ?? true,
    capacity: number('capacity', 1_000_000),
    capacityUnit:
      text('capacityUnit') === '' ? null : (unitNamed(text('capacityUnit')) ?? wrong('capacityUnit', 'unknown-unit')),
    floorArea: number('floorArea', 10_000_000),
    evidence: long('evidence'),
  }
  return { code, body, faults }
}

const kindNamed = (text: string): Kind | null =>
  isKind(text) ? text : (kinds.find((kind) => kindWords[kind].zh === text || kindWords[kind].en === text) ?? null)

const stateNamed = (text: string): FacilityState | null =>
  text === '' ? 'open' : (facilityStates.find((state) => state === text || stateWords[state].zh === text) ?? null)

const unitNamed = (text: string): MeasureUnit | null =>
  measureUnits.find((unit) => unit === text || unitWords[unit].zh === text || unitWords[unit].en === text) ?? null

function yesOf(cell: Cell | undefined): boolean | null {
  const text = cellText(cell).toLowerCase()
  if (['', '是', 'true', 'yes', '1', 'y'].includes(text)) return true
  return ['否', 'false', 'no', '0', 'n'].includes(text) ? false : null
}
