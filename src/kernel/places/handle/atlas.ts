import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { Db } from '../../../platform/db/db.ts'
import { type PolygonIndex, polygonIndexSteps } from '../../../platform/geo/polygon-index.ts'
import type { Bbox, LngLat } from '../../../platform/geo/shapes.ts'
import type { Day } from '../../../platform/time.ts'
import { type Layer, layers, parentLayer } from '../model/layers.ts'
import { type Bordered, bordersOf, type Edition, editionsOn } from '../store/layers.ts'

/** An area in which a point lies: its code in its layer (without the level before it) and its name. */
export type Found = { readonly code: string; readonly name: string }

/** In which area of each layer a point lies; null where a layer has no edition or a gap. */
export type Whereabouts = Readonly<Record<Layer, Found | null>>

/** The editions in force on a day, laid out for questions; answers in microseconds, without the database. */
export type Atlas = {
  readonly editions: readonly Edition[]
  at(point: LngLat): Whereabouts
  /** The area of a code in a layer; null: there is none on this day. */
  named(layer: Layer, code: string): Bordered | null
  /** The box round all areas of a layer; null where it has none. */
  extent(layer: Layer): Bbox | null
  /** Every area of a layer on this day, by code. */
  all(layer: Layer): readonly Bordered[]
}

type Sheet = {
  readonly version: number
  readonly features: readonly Bordered[]
  readonly index: PolygonIndex
  readonly extent: Bbox | null
  readonly byCode: ReadonlyMap<string, Bordered>
}

/** How long the editions are believed without asking again, in milliseconds of the machine. */
const BELIEVED = 5_000
/** How long whoever asks waits for a newer atlas before he is answered from the one that is there. */
const PATIENCE = 100

type Kept = { readonly until: number; readonly whole: Atlas | null; readonly coming: Promise<Atlas> }
type Shelf = { readonly atlases: Map<string, Kept>; readonly sheets: Map<string, Promise<Sheet>> }
const shelves = new WeakMap<object, Shelf>()

const shelfOf = (db: Db): Shelf => {
  const shelf = shelves.get(db) ?? { atlases: new Map(), sheets: new Map() }
  shelves.set(db, shelf)
  return shelf
}

/**
 * The atlas of a district on a day. Its sheets are read once per edition, however often it is asked for. While a new
 * edition is being laid out, which takes seconds for tens of thousands of areas, the one before it answers.
 */
export async function atlasOf(db: Db, district: string, day: Day): Promise<Atlas> {
  const kept = shelfOf(db).atlases.get(`${district} ${day}`)
  if (kept && kept.until > performance.now()) return kept.whole ?? kept.coming
  const coming = renewed(db, district, day)
  if (!kept?.whole) return coming
  const late = new AbortController()
  const before = pause(PATIENCE, kept.whole, { signal: late.signal, ref: false })
  before.catch(() => {}) // Called off: the newer one was there first.
  const first = await Promise.race([coming, before])
  late.abort()
  return first
}

/** Reads the editions anew; resolves once the atlas of the day answers from them. */
export function renewed(db: Db, district: string, day: Day): Promise<Atlas> {
  const { atlases } = shelfOf(db)
  const key = `${district} ${day}`
  const coming = readAtlas(db, district, day)
  const until = performance.now() + BELIEVED
  atlases.set(key, { until, whole: atlases.get(key)?.whole ?? null, coming })
  coming.then(
    (whole) => atlases.get(key)?.coming === coming && atlases.set(key, { until, whole, coming }),
    () => atlases.get(key)?.coming === coming && atlases.delete(key),
  )
  return coming
}

/** Believes nothing any more. */
export const forgetAtlas = (db: Db): void => shelfOf(db).atlases.clear()

async function readAtlas(db: Db, district: string, day: Day): Promise<Atlas> {
  const editions = await editionsOn(db, district, day)
  const sheets = new Map(
    await Promise.all(
      editions.map(async (edition) => [edition.layer, await sheetOf(db, { district, ...edition })] as const),
    ),
  )
  keepOnly(shelfOf(db), district, editions)
  const named = (layer: Layer, code: string) => sheets.get(layer)?.byCode.get(code) ?? null
  return {
    editions,
    named,
    extent: (layer) => sheets.get(layer)?.extent ?? null,
    all: (layer) => sheets.get(layer)?.features ?? [],
    at(point) {
      const found = Object.fromEntries(layers.map((layer) => [layer, areaAt(sheets.get(layer), point)]))
      return withParents(found as Record<Layer, Bordered | null>, named)
    },
  }
}

/** Sheets of editions that nobody asks for any more go; two days may be asked for at once. */
function keepOnly({ sheets, atlases }: Shelf, district: string, editions: readonly Edition[]): void {
  if (sheets.size <= 3 * layers.length) return
  const now = new Set(editions.map(({ layer, version }) => sheetKey(district, layer, version)))
  for (const key of sheets.keys()) if (key.startsWith(`${district} `) && !now.has(key)) sheets.delete(key)
  for (const [key, { until }] of atlases) if (until < performance.now()) atlases.delete(key)
}

const sheetKey = (district: string, layer: Layer, version: number) => `${district} ${layer} ${version}`

function sheetOf(db: Db, edition: Edition & { district: string }): Promise<Sheet> {
  const { sheets } = shelfOf(db)
  const { district, layer, version } = edition
  const key = sheetKey(district, layer, version)
  const known = sheets.get(key)
  if (known) return known
  const sheet = laidOut(db, edition)
  sheets.set(key, sheet)
  sheet.catch(() => sheets.delete(key))
  return sheet
}

/** Milliseconds that laying out may hold the process. */
const TURN = 8

async function laidOut(db: Db, edition: Edition & { district: string }): Promise<Sheet> {
  const features = await bordersOf(db, edition)
  const steps = polygonIndexSteps(features.map(({ surface }) => surface))
  let turned = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done)
      return {
        version: edition.version,
        features,
        index: step.value,
        extent: step.value.extent,
        byCode: new Map(features.map((feature) => [feature.code, feature])),
      }
    if (performance.now() - turned < TURN) continue
    await nextTurn()
    turned = performance.now()
  }
}

/** In hair-thin gaps and on the outermost border the area beside it is meant: a tenth of a metre, about 10⁻⁶ degrees. */
const HAIR = 1e-6
const beside = [
  [0, 0],
  [-HAIR, 0],
  [HAIR, 0],
  [0, -HAIR],
  [0, HAIR],
  [-HAIR, -HAIR],
  [HAIR, HAIR],
] as const

function areaAt(sheet: Sheet | undefined, [lng, lat]: LngLat): Bordered | null {
  if (sheet === undefined) return null
  for (const [east, north] of beside) {
    const at = sheet.index.find(lng + east, lat + north)
    if (at >= 0) return sheet.features[at] ?? null
  }
  return null
}

/** A layer without an edition is read from the areas below it: a grid knows its community, that its street. */
function withParents(
  found: Record<Layer, Bordered | null>,
  named: (layer: Layer, code: string) => Bordered | null,
): Whereabouts {
  const answer = { ...found }
  for (const layer of layers.toReversed()) {
    const above = parentLayer[layer]
    const parent = answer[layer]?.parent ?? null
    if (above === null || answer[above] !== null || parent === null) continue
    answer[above] = named(above, parent) ?? { code: parent, name: '', parent: null, surface: [] }
  }
  const plain = (area: Bordered | null) => area && { code: area.code, name: area.name }
  return Object.fromEntries(layers.map((layer) => [layer, plain(answer[layer])])) as Record<Layer, Found | null>
}
