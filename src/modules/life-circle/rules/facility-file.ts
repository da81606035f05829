import { type CoordinateSystem, fromSystem } from '../../../platform/geo/systems.ts'
import { type Cell, cellText, recordsOf, type Sheet } from '../../../platform/tables/cell.ts'
import {
  type FacilityBody,
  type FacilityDraft,
  type FacilityState,
  type FileFault,
  facilityStates,
} from '../model/facility.ts'
import { isKind, type Kind, kinds } from '../model/kinds.ts'
import { type MeasureUnit, measureUnits } from '../model/profile.ts'
import { columnWords, type FileFaultCode, fileFaultWords, stateWords, unitWords } from '../words/facilities.ts'
import { kindWords } from '../words/kinds.ts'

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
const keys = Object.keys(columnWords) as ColumnKey[]
const needed = ['kind', 'name', 'lng', 'lat'] as const satisfies readonly ColumnKey[]

/** A row of a table or a feature of GeoJSON: cells by key, and under which heading each one stood. */
type Line = { readonly row: number; readonly cells: Partial<Record<ColumnKey, Cell>>; readonly heading: Headings }
type Headings = (key: ColumnKey) => string

/** Reads the first sheet that has rows. Headings may be the Chinese ones of the template or their keys. */
export function readFacilitySheet(sheets: readonly Sheet[], known: FileKnowledge): ReadFacilityFile {
  const sheet = sheets.find(({ rows }) => rows.length > 0)
  if (!sheet) return { ok: false, refusal: 'file-without-rows' }
  const { columns, records } = recordsOf(sheet)
  const headingOf = new Map(keys.flatMap((key) => columns.filter((at) => names(key, at)).map((at) => [key, at])))
  if (needed.some((key) => !headingOf.has(key))) return { ok: false, refusal: 'columns-missing' }
  if (records.length === 0) return { ok: false, refusal: 'file-without-rows' }
  const heading: Headings = (key) => headingOf.get(key) ?? columnWords[key]
  const lines = records.map(({ row, cells }) => ({
    row,
    heading,
    cells: Object.fromEntries([...headingOf].map(([key, at]) => [key, cells[at] ?? null])),
  }))
  return { ok: true, ...draftsOf(lines, known) }
}

const names = (key: ColumnKey, column: string): boolean => column === columnWords[key] || column === key

type Feature = { geometry?: { type?: unknown; coordinates?: unknown } | null; properties?: unknown }

/** Reads a GeoJSON FeatureCollection of points; properties are named as the columns of the table. */
export function readFacilityGeoJson(text: string, known: FileKnowledge): ReadFacilityFile {
  const features = featuresOf(text)
  if (features === null) return { ok: false, refusal: 'file-unreadable' }
  if (features.length === 0) return { ok: false, refusal: 'file-without-rows' }
  const faults: FileFault[] = []
  const lines = features.flatMap((feature, at): Line[] => {
    const row = at + 1
    const { geometry, properties } = (feature ?? {}) as Feature
    const [lng, lat] = geometry?.type === 'Point' && Array.isArray(geometry.coordinates) ? geometry.coordinates : []
    if (typeof lng !== 'number' || typeof lat !== 'number') {
      faults.push(faultAt(row, 'geometry', 'not-a-point', geometry?.type))
      return []
    }
    const given = (typeof properties === 'object' && properties !== null ? properties : {}) as Record<string, unknown>
    const cells = Object.fromEntries(keys.map((key) => [key, cellOf(given[key] ?? given[columnWords[key]])]))
    return [{ row, heading: (key) => key, cells: { ...cells, lng, lat } }]
  })
  const read = draftsOf(lines, known)
  return { ok: true, drafts: read.drafts, faults: [...faults, ...read.faults].sort((a, b) => a.row - b.row) }
}

function featuresOf(text: string): readonly unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(text)
    const isCollection = typeof parsed === 'object' && parsed !== null && 'features' in parsed
    return isCollection && Array.isArray(parsed.features) ? parsed.features : null
  } catch {
    return null // JSON speaks by throwing
  }
}

const cellOf = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null

const faultAt = (row: number, column: string, code: FileFaultCode, value: unknown = ''): FileFault => ({
  row,
  column,
  code,
  said: fileFaultWords[code],
  value: String(value ?? '').slice(0, 200),
})

function draftsOf(lines: readonly Line[], known: FileKnowledge): FacilityFile {
  const seen = new Set<string>()
  const faults: FileFault[] = []
  const drafts = lines.flatMap((line): FacilityDraft[] => {
    const read = draftOf(line, known)
    if (read.code !== null && seen.has(read.code))
      read.faults.push(faultAt(line.row, line.heading('code'), 'code-twice', read.code))
    if (read.code !== null) seen.add(read.code)
    faults.push(...read.faults)
    return read.faults.length > 0 ? [] : [{ row: line.row, code: read.code, body: read.body }]
  })
  return { drafts, faults }
}

const LONGEST = { name: 80, address: 200, hours: 120, evidence: 300 } as const

/** One line as a facility, with every fault of it; the body counts only where there is none. */
function draftOf({ row, cells, heading }: Line, known: FileKnowledge) {
  const faults: FileFault[] = []
  const wrong = (key: ColumnKey, code: FileFaultCode): null => {
    faults.push(faultAt(row, heading(key), code, cells[key]))
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
  const [lng, lat] = pointOf(cells, known.system, wrong)
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

type Wrong = (key: ColumnKey, code: FileFaultCode) => null

/** Six decimals of a degree: a tenth of a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

function pointOf(cells: Line['cells'], system: CoordinateSystem, wrong: Wrong): readonly [number, number] {
  const nothing = [0, 0] as const
  const [lngText, latText] = [cellText(cells.lng), cellText(cells.lat)]
  if (lngText === '') wrong('lng', 'missing')
  if (latText === '') wrong('lat', 'missing')
  if (lngText === '' || latText === '') return nothing
  const [lng, lat] = [Number(lngText), Number(latText)]
  if (Number.isNaN(lng)) wrong('lng', 'not-a-number')
  if (Number.isNaN(lat)) wrong('lat', 'not-a-number')
  if (Number.isNaN(lng) || Number.isNaN(lat)) return nothing
  // What lies in China this way round and nowhere the other: the commonest slip of all lists of points.
  const isSwapped = lng >= 18 && lng <= 54 && lat >= 73 && lat <= 135
  if (isSwapped) wrong('lng', 'coordinates-swapped')
  else if (Math.abs(lng) > 180 || Math.abs(lat) > 90) wrong('lng', 'coordinates-outside')
  else {
    const [east, north] = fromSystem(system, [lng, lat])
    return [rounded(east), rounded(north)]
  }
  return nothing
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
