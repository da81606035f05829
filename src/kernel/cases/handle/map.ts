import { bboxOf } from '../../../platform/geo/shapes.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { isTile, quadRange, type Tile } from '../../../platform/tiles/tile-grid.ts'
import { areasIn, pointsIn, type TilePoint, tileOf } from '../../../platform/tiles/vector-tile.ts'
import type { Day } from '../../../platform/time.ts'
import type { StaffWho } from '../../organisations/model.ts'
import { dayOf, serialOf } from '../../worktime/rules/days.ts'
import { COUNT_AT_MOST, type Filters } from '../model/lists.ts'
import type { Counted, CountedMeasures, MapOverview, MapTileQuery } from '../model/map.ts'
import { sightOf } from '../policy/sight.ts'
import { cellsOver, showsOn, spanned } from '../rules/cells.ts'
import { boundsWithin, spansOutside } from '../rules/far.ts'
import { cellArea, cellPoint, countedBy, heapPoint, samplePoint, spotPoint } from '../rules/map-tile.ts'
import { lightOf } from '../rules/present.ts'
import { type Graded, heapsOf, sampleOf } from '../rules/sample.ts'
import { CELLS_TO_ZOOM, resolutionAt, SAMPLE_LAYER } from '../rules/zooms.ts'
import { cellsOf } from '../store/cells.ts'
import { conditionsOf } from '../store/filters.ts'
import { countIn } from '../store/lists.ts'
import { gradedByQuestion, gradedInTile, type Quads, spotsAmong } from '../store/samples.ts'
import { waysOf } from '../store/sight.ts'
import { daysSpotted, liesFar, newestSpots } from '../store/spots.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { groundBox } from './ground-box.ts'
import { viewsOf } from './listing.ts'

export type MapParts = Pick<CaseDoorParts, 'db' | 'clock' | 'procedures'> & { readonly counted: CountedMeasures }

/** More cases than this in one tile are told as heaps. */
const MOST_POINTS = 1_500
/** No more cases than this are looked at for a tile, by where they lie or by what is asked. */
const MOST_READ = 1_500
const HEAPS = 256
/** Up to this zoom cells tell whoever sees the whole district how many there are where there are many. */
const CELLS_AS_POINTS_TO = 14
/** The map begins where the newest cases are. */
const NEWEST = 5_000

/** Where the map begins, how much lies beyond the district, and what this viewer may be shown on it. */
export async function mapOverview(parts: MapParts, who: StaffWho): Promise<MapOverview> {
  const { db } = parts
  const { district } = who
  const ground = await groundBox(parts, district)
  const bounds = boundsWithin(bboxOf(await newestSpots(db, district, NEWEST)), ground)
  const { first, last } = await daysSpotted(db, district)
  const sight = sightOf(who)
  const far = { filters: [liesFar(district, spansOutside(ground))], ways: waysOf(sight) }
  return {
    whole: sight.all,
    bounds: bounds && [...bounds],
    far: await countIn(db, district, far, COUNT_AT_MOST),
    firstDay: first,
    lastDay: last,
  }
}

/**
 * One tile of the map of cases within what the viewer may see: the cases of a list as points, or as how many lie in
 * each cell, which only whoever sees the whole district may be told.
 */
export async function caseTile(
  parts: MapParts,
  who: StaffWho,
  tile: Tile,
  { as = 'points', version: _asked, ...filters }: MapTileQuery,
): Promise<{ readonly ok: true; readonly tile: Buffer } | Refused> {
  if (!isTile(tile)) return refused('no-such-tile', 404)
  if (filters.words !== undefined || filters.phone !== undefined) return refused('map-without-words')
  const counted = sightOf(who).all ? countedBy(filters) : null
  if (as === 'cells') {
    if (tile.z > CELLS_TO_ZOOM) return refused('no-such-tile', 404)
    if (counted === null) return refused('cells-of-whole-district', 403)
    const cells = await cellsIn(parts, who, tile, { counted, filters, as })
    return { ok: true, tile: tileOf({ cells: areasIn(tile, cells.map(cellArea)) }) }
  }
  const points = counted === null ? null : await pointsOfCells(parts, who, tile, { counted, filters, as })
  if (points !== null) return { ok: true, tile: tileOf({ cases: pointsIn(tile, points) }) }
  const drawn = await casesIn(parts, who, tile, filters)
  const sample = drawn.per === 1 ? [] : [samplePoint(tile, drawn.per)]
  return { ok: true, tile: tileOf({ cases: pointsIn(tile, drawn.points), [SAMPLE_LAYER]: pointsIn(tile, sample) }) }
}

/** How many lie in each cell, counted and not estimated; null where the cases themselves can be shown. */
async function pointsOfCells(parts: MapParts, who: StaffWho, tile: Tile, asked: CellsAsked) {
  if (tile.z > CELLS_AS_POINTS_TO) return null
  const heaps = await cellsIn(parts, who, tile, asked)
  const sum = heaps.reduce((all, { n }) => all + n, 0)
  const points = () => heaps.map((cell) => cellPoint(cell, asked.counted))
  if (sum > MOST_POINTS) return points()
  const { per } = await candidatesIn(parts, who, quadRange(tile), asked.filters)
  return per === 1 ? null : points()
}

type Drawn = { readonly points: readonly TilePoint[]; readonly per: number }

type CellsAsked = { readonly counted: Counted; readonly filters: Filters; readonly as: 'points' | 'cells' }

async function cellsIn(parts: MapParts, { district }: StaffWho, tile: Tile, { counted, filters, as }: CellsAsked) {
  const { from, to } = filters
  const whole = from === undefined && to === undefined
  const today = parts.clock.now().slice(0, 10)
  const span = whole ? null : spanned((from ?? '2000-01-01') as Day, (to ?? today) as Day, daysOn)
  const found = await cellsOf(parts.db, {
    district,
    res: resolutionAt(tile.z),
    measures: parts.counted[counted],
    cells: cellsOver(tile),
    span,
  })
  return found.filter(({ cell }) => showsOn(tile, cell, as))
}

const daysOn = (day: Day, by: number): Day => dayOf(serialOf(day) + by)

/** The cases of a tile as points, as heaps where they are many, and from a fair sample where reading all takes too long. */
async function casesIn(parts: MapParts, who: StaffWho, tile: Tile, filters: Filters): Promise<Drawn> {
  const { db, clock } = parts
  const { district } = who
  const now = clock.now()
  const quads = quadRange(tile)
  const view = viewsOf(parts, who)[filters.view ?? 'all']
  const { drawn, per } = await candidatesIn(parts, who, quads, filters)
  const asked = {
    district,
    filters: [...view.filters, ...conditionsOf(filters, { district, now, words: null, applicant: null, far: null })],
    ways: view.ways,
    quads,
  }
  const rows = await spotsAmong(db, ids(drawn), asked)
  if (per === 1 && rows.length <= MOST_POINTS) return { points: rows.map((row) => spotPoint(row, now)), per }
  const size = Math.max(1, (quads[1] - quads[0]) / HEAPS)
  const lit = rows.map((row) => ({ ...row, red: lightOf(row, now) === 'red' }))
  return { points: heapsOf(lit, size, per).map((heap) => heapPoint(heap, per)), per }
}

const ids = (drawn: readonly Graded[]): string[] => drawn.map(({ id }) => id)

/** Which cases are looked at: those of the tile, or those of the question where more of them can be. */
async function candidatesIn({ db }: MapParts, who: StaffWho, quads: Quads, { view, open, unit }: Filters) {
  const reach = sightOf(who)
  // Every view but that of all is one of open cases.
  const isOpen = open === true || (view !== undefined && view !== 'all')
  const asked = { district: who.district, quads, open: isOpen }
  const inTile = sampleOf(await gradedInTile(db, asked, MOST_READ + 1), MOST_READ)
  if (inTile.per === 1) return inTile
  const found = await gradedByQuestion(db, { open: isOpen, unit: unit ?? null, reach }, MOST_READ + 1)
  const byQuestion = found === null ? inTile : sampleOf(found, MOST_READ)
  return byQuestion.per < inTile.per ? byQuestion : inTile
}
