import { cellToBoundary, cellToLatLng, cellToParent, latLngToCell, polygonToCells } from 'h3-js'
import { inBbox, type LngLat, type Ring } from '../../../platform/geo/shapes.ts'
import { remembering } from '../../../platform/remembering.ts'
import { type Tile, tileBox } from '../../../platform/tiles/tile-grid.ts'
import type { Day } from '../../../platform/time.ts'
import { resolutionAt } from './zooms.ts'

/** Resolutions of H3 that are kept, coarse to fine: cells of 253 km² down to 0.1 km². */
export const resolutions = [5, 6, 7, 8, 9] as const
const FINEST = 9
/** How far a cell whose middle lies outside may reach into a tile, as a share of the tile's side. */
const REACH = 0.12
/** Up to this zoom a district has fewer cells than a tile may hold, and all of them are read. */
const ALL_TO_ZOOM = 9

/** Cells and tiles are drawn again and again, and where they lie never changes. */
const KEPT = { tiles: 500, cells: 50_000 } as const

/** The cells that show within a tile, those that only reach into it too; null where all cells are as few. */
export const cellsOver = (tile: Tile): readonly string[] | null => (tile.z <= ALL_TO_ZOOM ? null : cellsOf(tile))

const cellsOf = remembering(
  KEPT.tiles,
  ({ z, x, y }: Tile) => `${z}/${x}/${y}`,
  (tile) => {
    const [west, south, east, north] = tileBox(tile, REACH)
    const box = [
      [south, west],
      [south, east],
      [north, east],
      [north, west],
    ]
    return polygonToCells(box, resolutionAt(tile.z))
  },
)

const byName = (cell: string): string => cell

/** Whether a cell shows on a tile; as a point only on the one tile that its middle lies in. */
export const showsOn = (tile: Tile, cell: string, as: 'points' | 'cells'): boolean =>
  inBbox(tileBox(tile, as === 'cells' ? REACH : 0), middleOf(cell))

/** The border of a cell, closed. */
export const borderOf = remembering(
  KEPT.cells,
  byName,
  (cell): Ring => cellToBoundary(cell, true) as [number, number][],
)

export const middleOf = remembering(KEPT.cells, byName, (cell): LngLat => {
  const [lat, lng] = cellToLatLng(cell)
  return [lng, lat]
})

/** What one line of the books adds to the cells: a measure at a spot, on the day it counts for. */
export type Added = {
  readonly measure: string
  readonly day: Day
  readonly lng: number
  readonly lat: number
  readonly n: number
}
export type CellRow = {
  readonly res: number
  readonly measure: string
  readonly grain: 'all' | 'month' | 'day'
  readonly cell: string
  readonly day: Day
  readonly n: number
}

/** The day under which all days, and a whole month, are kept. */
const ALL_DAYS: Day = '1970-01-01'
const monthOf = (day: Day): Day => `${day.slice(0, 8)}01` as Day

/** Lines of the books as rows of cells: each in every resolution, in all, by month and by day; sums of nothing left out. */
export function addedUp(lines: readonly Added[]): CellRow[] {
  const rows = new Map<string, CellRow>()
  for (const { measure, day, lng, lat, n } of lines) {
    let cell = latLngToCell(lat, lng, FINEST)
    for (const res of [...resolutions].reverse()) {
      if (res !== FINEST) cell = cellToParent(cell, res)
      const grains = { all: ALL_DAYS, month: monthOf(day), day } as const
      for (const [grain, on] of Object.entries(grains)) {
        const key = `${res} ${measure} ${grain} ${cell} ${on}`
        const known = rows.get(key)
        const sum = (known?.n ?? 0) + n
        rows.set(key, { res, measure, grain: grain as CellRow['grain'], cell, day: on as Day, n: sum })
      }
    }
  }
  return [...rows.values()].filter(({ n }) => n !== 0)
}

export type DaysOf = { readonly from: Day; readonly to: Day }

/**
 * A span of days as few rows: whole months, the days that come on top of them, and the days that are taken away from
 * them again, where that is shorter.
 */
export type Spanned = {
  readonly months: DaysOf | null
  readonly added: readonly DaysOf[]
  readonly taken: readonly DaysOf[]
}

/** Both days included. `dayAfter` steps through the calendar. */
export function spanned(from: Day, to: Day, dayAfter: (day: Day, by: number) => Day): Spanned {
  const [first, last] = [monthOf(from), monthOf(to)]
  const end = dayAfter(nextMonth(last), -1)
  if (first === last && (from !== first || to !== end)) return { months: null, added: [{ from, to }], taken: [] }
  const head = edgeOf(
    { from, to: dayAfter(nextMonth(first), -1) },
    from > first ? { from: first, to: dayAfter(from, -1) } : null,
  )
  const tail = edgeOf({ from: last, to }, to < end ? { from: dayAfter(to, 1), to: end } : null)
  const months = {
    from: head.whole ? first : nextMonth(first),
    to: tail.whole ? last : monthOf(dayAfter(last, -1)),
  }
  return {
    months: months.from <= months.to ? months : null,
    added: [...head.added, ...tail.added],
    taken: [...head.taken, ...tail.taken],
  }
}

/** A month of which the span holds `inside` and not `outside`: whole less the one, or no month and the other. */
function edgeOf(inside: DaysOf, outside: DaysOf | null) {
  const whole = outside === null || daysIn(outside) < daysIn(inside)
  return { whole, added: whole ? [] : [inside], taken: whole && outside ? [outside] : [] }
}

/** Within one month. */
const daysIn = ({ from, to }: DaysOf): number => Number(to.slice(8)) - Number(from.slice(8)) + 1

function nextMonth(day: Day): Day {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const next = month === 12 ? [year + 1, 1] : [year, month + 1]
  return `${next[0]}-${String(next[1]).padStart(2, '0')}-01` as Day
}
