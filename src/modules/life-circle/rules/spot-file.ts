import type { CoordinateSystem } from '../../../platform/geo/systems.ts'
import { cellText, type Sheet } from '../../../platform/tables/cell.ts'
import type { FileFault } from '../model/facility.ts'
import { type SpotBody, spotKinds, spotStates } from '../model/spot.ts'
import type { FileFaultCode } from '../words/facilities.ts'
import { spotColumns, spotKindWords, spotStateWords } from '../words/spots.ts'
import {
  type Columns,
  draftsOf,
  faultAt,
  type Line,
  type LinesRead,
  linesOfGeoJson,
  linesOfSheets,
  pointOf,
} from './ledger-lines.ts'

type Key = keyof typeof spotColumns
const columns: Columns<Key> = { words: spotColumns, needed: ['kind', 'name', 'lng', 'lat'] }

/** A spot as a file tells it; its photographs stay what they are. */
export type SpotDraft = {
  readonly row: number
  readonly code: string | null
  readonly body: Omit<SpotBody, 'photos'>
}

export type ReadSpotFile =
  | { readonly ok: true; readonly drafts: readonly SpotDraft[]; readonly faults: readonly FileFault[] }
  | Extract<LinesRead<Key>, { ok: false }>

export type SpotKnowledge = {
  readonly system: CoordinateSystem
  readonly isArea: (code: string) => boolean
  /** The id of a unit that is told by its id or its name; null: there is none. */
  readonly unitNamed: (text: string) => string | null
}

export const readSpotSheet = (sheets: readonly Sheet[], known: SpotKnowledge): ReadSpotFile =>
  draftsOf(linesOfSheets(sheets, columns), (line) => draftOf(line, known))

export const readSpotGeoJson = (text: string, known: SpotKnowledge): ReadSpotFile =>
  draftsOf(linesOfGeoJson(text, columns), (line) => draftOf(line, known))

const LONGEST = { name: 60, about: 500, keeper: 60 } as const
const MONTH = 30

function draftOf({ row, cells, heading }: Line<Key>, known: SpotKnowledge) {
  const faults: FileFault[] = []
  const wrong = (key: Key, code: FileFaultCode): null => {
    faults.push(faultAt({ row, column: heading(key), code, value: cells[key] }))
    return null
  }
  const text = (key: Key): string => cellText(cells[key])
  const long = (key: keyof typeof LONGEST): string => {
    if (text(key).length > LONGEST[key]) wrong(key, 'too-long')
    return text(key)
  }
  const code = text('code') === '' ? null : text('code')
  if (code !== null && !/^[0-9a-z]{8}$/.test(code)) wrong('code', 'spot-code-wrong')
  if (text('name').length < 2) wrong('name', 'missing')
  const area = text('area') === '' ? null : text('area')
  if (area !== null && !known.isArea(area)) wrong('area', 'unknown-area')
  const [lng, lat] = pointOf({ cells, system: known.system, wrong })
  const body: SpotDraft['body'] = {
    kind: kindNamed(text('kind')) ?? wrong('kind', text('kind') === '' ? 'missing' : 'unknown-spot-kind') ?? 'rest',
    name: long('name'),
    status: stateNamed(text('status')) ?? wrong('status', 'unknown-spot-state') ?? 'in-use',
    ...{ lng, lat, area },
    about: long('about'),
    unit: text('unit') === '' ? null : (known.unitNamed(text('unit')) ?? wrong('unit', 'unknown-office')),
    keeper: long('keeper'),
    upkeepDays: daysOf(text('upkeepDays')) ?? wrong('upkeepDays', 'number-outside') ?? MONTH,
  }
  return { code, body, faults }
}

const kindNamed = (text: string) =>
  spotKinds.find((kind) => kind === text || spotKindWords[kind].zh === text || spotKindWords[kind].en === text) ?? null

const stateNamed = (text: string) =>
  text === '' ? 'in-use' : (spotStates.find((state) => state === text || spotStateWords[state].zh === text) ?? null)

/** A month where nothing is said. */
function daysOf(text: string): number | null {
  if (text === '') return MONTH
  const days = Number(text)
  return Number.isInteger(days) && days >= 1 && days <= 366 ? days : null
}
