import { planeAt } from '../../../../platform/geo/measure.ts'
import type { LngLat } from '../../../../platform/geo/shapes.ts'
import type { Isochrone } from '../../model/plans.ts'
import { type Time, UNREACHED, type Walk } from '../../model/walk.ts'
import { type Standing, seedOutward } from '../reach/catchment.ts'
import { clear, ENTRY, run, type Search, searchOver } from '../reach/search.ts'
import type { Ground } from '../snap/grid.ts'
import type { Snapper } from '../snap/snap.ts'
import { standingOn } from '../snap/standing.ts'
import { outlinesOf, polygonsOf, twiceArea } from './outline.ts'
import { type Box, drawWalls, drawWays, type Raster, rasterOver, stepAside } from './raster.ts'

/** So many squares to the reach of a walk as the crow flies; none smaller than six metres nor larger than 25. */
const SQUARES = 56
const SIDES = { least: 6, most: 25 }

export type Isochrones = {
  /** From a point outward, one for each limit; null when no way is near, or none that this walker may use. */
  from(at: LngLat, limits: readonly Time[]): Isochrone[] | null
}

export type IsochroneParts = { readonly walk: Walk; readonly ground: Ground; readonly snapper: Snapper }

/** Ready to answer many clicks; the search and its arrays are kept from one to the next. */
export function isochronesOver({ walk, ground, snapper }: IsochroneParts): Isochrones {
  const searches = new Map<Time, Search>()
  return {
    from(at, limits) {
      const foot = snapper.snap(at)
      if (foot === null) return null
      const door = standingOn(walk, foot)
      if (door.chain < 0) return null
      return limits.map((limit) => {
        const search = searches.get(limit) ?? searchOver(walk, { cap: limit, direction: 'away' })
        searches.set(limit, search)
        const isochrone = isochroneOf(ground, search, { door, limit })
        clear(search, 'forget')
        return isochrone
      })
    },
  }
}

type From = { readonly door: Standing; readonly limit: Time }

function isochroneOf(ground: Ground, search: Search, { door, limit }: From): Isochrone {
  const { walk } = search
  seedOutward(search, door)
  run(search)
  const side = Math.min(SIDES.most, Math.max(SIDES.least, limit / walk.perMetre / SQUARES))
  const raster = rasterOver(boxOf(ground, search, door), side)
  drawWays(ground, { walk, times: search.times, door, cap: limit }, raster)
  const walled = new Uint8Array(raster.best.length)
  drawWalls(ground, raster, walled)
  stepAside(raster, walled, { perMetre: walk.perMetre, cap: limit })
  return surfaceOf(ground, raster, limit)
}

/** The box round the junctions reached and the door's own chain, with the room that chains out of them may take. */
function boxOf({ x, y, network }: Ground, search: Search, door: Standing): Box {
  const { chains } = network
  const box = { west: Number.POSITIVE_INFINITY, south: Number.POSITIVE_INFINITY, east: -Infinity, north: -Infinity }
  const take = (node: number, room: number) => {
    box.west = Math.min(box.west, (x[node] ?? 0) - room)
    box.east = Math.max(box.east, (x[node] ?? 0) + room)
    box.south = Math.min(box.south, (y[node] ?? 0) - room)
    box.north = Math.max(box.north, (y[node] ?? 0) + room)
  }
  const { perMetre } = search.walk
  for (let entry = 0; entry < search.filled; entry += ENTRY) {
    const junction = search.entries[entry] ?? 0
    const left = search.cap - (search.times[junction] ?? 0)
    take(junction, Math.min(left, longestFrom(search.walk, junction)) / perMetre)
  }
  const room = search.cap / perMetre
  if (search.filled === 0) {
    take(chains.from[door.chain] ?? 0, room)
    take(chains.to[door.chain] ?? 0, room)
  }
  return box
}

/** Time of the longest chain at a junction; nobody gets farther along one than its length. */
function longestFrom({ edges }: Walk, junction: number): Time {
  let longest = 0
  for (let link = (edges.from[junction] ?? 0) * 2; link < (edges.from[junction + 1] ?? 0) * 2; link += 2) {
    const time = edges.away[link + 1] ?? 0
    if (time < UNREACHED && time > longest) longest = time
  }
  return longest
}

function surfaceOf({ network }: Ground, raster: Raster, limit: Time): Isochrone {
  const { columns, rows, best, worst, west, south, side } = raster
  const covers = new Uint8Array(best.length)
  for (let cell = 0; cell < best.length; cell += 1)
    if ((best[cell] ?? 0) <= limit && (worst[cell] ?? 0) <= limit) covers[cell] = 1
  bareRim(covers, columns, rows)
  const plane = planeAt(network.origin)
  const rings = outlinesOf({ columns, rows, covers })
  const squares = rings.reduce((sum, ring) => sum + twiceArea(ring) / 2, 0)
  const surface = polygonsOf(rings).map((polygon) =>
    polygon.map((ring) => ring.map(([x, y]) => plane.toLngLat([west + x * side, south + y * side]))),
  )
  return { limit, surface, squareMetres: Math.round(squares * side * side) }
}

function bareRim(covers: Uint8Array, columns: number, rows: number): void {
  covers.fill(0, 0, columns)
  covers.fill(0, (rows - 1) * columns)
  for (let row = 0; row < rows; row += 1) {
    covers[row * columns] = 0
    covers[row * columns + columns - 1] = 0
  }
}
