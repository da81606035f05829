import { type Refused, refused } from '../../../platform/http/problem.ts'
import { isTile, quadRange, type Tile } from '../../../platform/tiles/tile-grid.ts'
import { areasIn, pointsIn, tileOf } from '../../../platform/tiles/vector-tile.ts'
import type { Day } from '../../../platform/time.ts'
import type { StaffWho } from '../../organisations/model.ts'
import { dayOf, serialOf } from '../../worktime/rules/days.ts'
import type { Filters } from '../model/lists.ts'
import type { Counted, CountedMeasures, MapOverview, MapTileQuery } from '../model/map.ts'
import { sightOf } from '../policy/sight.ts'
import { cellsOver, showsOn, spanned } from '../rules/cells.ts'
import { cellArea, cellPoint, countedBy, heapPoint, spotPoint } from '../rules/map-tile.ts'
import { CELLS_TO_ZOOM, resolutionAt } from '../rules/zooms.ts'
import { cellsOf } from '../store/cells.ts'
import { conditionsOf } from '../store/filters.ts'
import { extentOf, heapsIn, spotsIn } from '../store/spots.ts'
import type { CaseDoorParts } from './door-parts.ts'
import { viewsOf } from './listing.ts'

export type MapParts = Pick<CaseDoorParts, 'db' | 'clock' | 'procedures'> & { readonly counted: CountedMeasures }

/** More cases than this in one tile are told as heaps. */
const MOST_POINTS = 1_500
const HEAPS = 256
/** Up to this zoom cells tell whoever sees the whole district how many there are where there are many. */
const CELLS_AS_POINTS_TO = 12
/** The map begins where the newest cases are. */
const NEWEST = 5_000

/** Where the map begins, and what this viewer may be shown on it. */
export async function mapOverview({ db }: MapParts, who: StaffWho): Promise<MapOverview> {
  const { bounds, firstDay, lastDay } = await extentOf(db, who.district, NEWEST)
  return { whole: sightOf(who).all, bounds: bounds && [...bounds], firstDay, lastDay }
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
  const heaps =
    counted !== null && tile.z <= CELLS_AS_POINTS_TO ? await cellsIn(parts, who, tile, { counted, filters, as }) : []
  const many = heaps.reduce((sum, { n }) => sum + n, 0) > MOST_POINTS
  const points =
    many && counted !== null ? heaps.map((cell) => cellPoint(cell, counted)) : await casesIn(parts, who, tile, filters)
  return { ok: true, tile: tileOf({ cases: pointsIn(tile, points) }) }
}

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

async function casesIn(parts: MapParts, who: StaffWho, tile: Tile, filters: Filters) {
  const { db, clock } = parts
  const { district } = who
  const now = clock.now()
  const view = viewsOf(parts, who)[filters.view ?? 'all']
  const asked = {
    district,
    filters: [...view.filters, ...conditionsOf(filters, { district, now, words: null, applicant: null })],
    ways: view.ways,
    quads: quadRange(tile),
  }
  const rows = await spotsIn(db, asked, MOST_POINTS + 1)
  if (rows.length <= MOST_POINTS) return rows.map((row) => spotPoint(row, now))
  return (await heapsIn(db, asked, HEAPS)).map(heapPoint)
}
