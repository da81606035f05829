import { type CoordinateSystem, fromSystem } from '../../../platform/geo/systems.ts'
import { type Cell, cellText, recordsOf, type Sheet } from '../../../platform/tables/cell.ts'
import type { FileFault } from '../model/facility.ts'
import { type FileFaultCode, fileFaultWords } from '../words/facilities.ts'

/** A row of a table or a feature of GeoJSON: cells by key, and under which heading each one stood. */
export type Line<Key extends string> = {
  readonly row: number
  readonly cells: Partial<Record<Key, Cell>>
  readonly heading: (key: Key) => string
}

export type LinesRead<Key extends string> =
  | { readonly ok: true; readonly lines: readonly Line<Key>[]; readonly faults: readonly FileFault[] }
  | { readonly ok: false; readonly refusal: 'file-unreadable' | 'file-without-rows' | 'columns-missing' }

/** The columns of a ledger: their headings in Chinese by their keys, and without which nothing can be read. */
export type Columns<Key extends string> = {
  readonly words: Readonly<Record<Key, string>>
  readonly needed: readonly Key[]
}

const keysOf = <Key extends string>(words: Readonly<Record<Key, string>>): Key[] => Object.keys(words) as Key[]

/** Reads the first sheet that has rows. Headings may be the Chinese ones of the template or their keys. */
export function linesOfSheets<Key extends string>(
  sheets: readonly Sheet[],
  { words, needed }: Columns<Key>,
): LinesRead<Key> {
  const sheet = sheets.find(({ rows }) => rows.length > 0)
  if (!sheet) return { ok: false, refusal: 'file-without-rows' }
  const { columns, records } = recordsOf(sheet)
  const names = (key: Key, column: string) => column === words[key] || column === key
  const found = new Map(keysOf(words).flatMap((key) => columns.filter((at) => names(key, at)).map((at) => [key, at])))
  if (needed.some((key) => !found.has(key))) return { ok: false, refusal: 'columns-missing' }
  if (records.length === 0) return { ok: false, refusal: 'file-without-rows' }
  const lines = records.map(({ row, cells }): Line<Key> => {
    const named = Object.fromEntries([...found].map(([key, at]) => [key, cells[at] ?? null]))
    return { row, heading: (key) => found.get(key) ?? words[key], cells: named as Partial<Record<Key, Cell>> }
  })
  return { ok: true, lines, faults: [] }
}

type Feature = { geometry?: { type?: unknown; coordinates?: unknown } | null; properties?: unknown }

/** Reads a GeoJSON FeatureCollection of points; properties are named as the columns of the table. */
export function linesOfGeoJson<Key extends string>(
  text: string,
  { words }: Columns<Key>,
): LinesRead<Key | 'lng' | 'lat'> {
  const features = featuresOf(text)
  if (features === null) return { ok: false, refusal: 'file-unreadable' }
  if (features.length === 0) return { ok: false, refusal: 'file-without-rows' }
  const faults: FileFault[] = []
  const lines = features.flatMap((feature, at): Line<Key | 'lng' | 'lat'>[] => {
    const row = at + 1
    const { geometry, properties } = (feature ?? {}) as Feature
    const [lng, lat] = geometry?.type === 'Point' && Array.isArray(geometry.coordinates) ? geometry.coordinates : []
    if (typeof lng !== 'number' || typeof lat !== 'number') {
      faults.push(faultAt({ row, column: 'geometry', code: 'not-a-point', value: geometry?.type }))
      return []
    }
    const given = (typeof properties === 'object' && properties !== null ? properties : {}) as Record<string, unknown>
    const cells = Object.fromEntries(keysOf(words).map((key) => [key, cellOf(given[key] ?? given[words[key]])]))
    return [{ row, heading: (key) => key, cells: { ...cells, lng, lat } as Partial<Record<Key | 'lng' | 'lat', Cell>> }]
  })
  return { ok: true, lines, faults }
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

type Fault = { readonly row: number; readonly column: string; readonly code: FileFaultCode; readonly value?: unknown }

/** A fault as the person sees it. */
export const faultAt = ({ row, column, code, value = '' }: Fault): FileFault => ({
  ...{ row, column, code },
  said: fileFaultWords[code],
  value: String(value ?? '').slice(0, 200),
})

type Drafted<Body> = { readonly code: string | null; readonly body: Body; readonly faults: readonly FileFault[] }
type Draft<Body> = { readonly row: number; readonly code: string | null; readonly body: Body }

/** The lines without fault as drafts, and every fault by its row; a code that stands there twice is one. */
export function draftsOf<Key extends string, Body>(
  read: LinesRead<Key | 'code'>,
  draftOf: (line: Line<Key | 'code'>) => Drafted<Body>,
) {
  if (!read.ok) return read
  const seen = new Set<string>()
  const faults: FileFault[] = [...read.faults]
  const drafts = read.lines.flatMap((line): Draft<Body>[] => {
    const { code, body, faults: own } = draftOf(line)
    const isTwice = code !== null && seen.has(code)
    const twice = isTwice
      ? [faultAt({ row: line.row, column: line.heading('code'), code: 'code-twice', value: code })]
      : []
    if (code !== null) seen.add(code)
    faults.push(...own, ...twice)
    return own.length + twice.length > 0 ? [] : [{ row: line.row, code, body }]
  })
  return { ok: true as const, drafts, faults: faults.sort((one, other) => one.row - other.row) }
}

/** Six decimals of a degree: a tenth of a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

type Placed = {
  readonly cells: { readonly lng?: Cell; readonly lat?: Cell }
  readonly system: CoordinateSystem
  readonly wrong: (key: 'lng' | 'lat', code: FileFaultCode) => null
}

/** Where a line lies, in WGS84; 0, 0 after a fault was told. */
export function pointOf({ cells, system, wrong }: Placed): readonly [number, number] {
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
