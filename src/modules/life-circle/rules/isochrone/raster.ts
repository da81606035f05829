import { type Time, UNREACHED, type Walk } from '../../model/walk.ts'
import type { Standing } from '../reach/catchment.ts'
import { CELL, type Cells, type Ground } from '../snap/grid.ts'

/**
 * Squares of ground with the earliest and the latest time at which a piece of way in them is reached. A square is
 * covered when the earliest is in time, and so is the latest: nothing out of reach lies in it.
 */
export type Raster = {
  readonly west: number
  readonly south: number
  readonly side: number
  readonly columns: number
  readonly rows: number
  readonly best: Int32Array
  readonly worst: Int32Array
}

export type Box = { readonly west: number; readonly south: number; readonly east: number; readonly north: number }

export function rasterOver({ west, south, east, north }: Box, side: number): Raster {
  // Two squares of rim stay bare, so that every outline closes.
  const columns = Math.ceil((east - west) / side) + 4
  const rows = Math.ceil((north - south) / side) + 4
  return {
    west: west - 2 * side,
    south: south - 2 * side,
    side,
    columns,
    rows,
    best: new Int32Array(columns * rows).fill(UNREACHED),
    worst: new Int32Array(columns * rows).fill(-1),
  }
}

/** What was searched from a door: the times of the junctions, and where on its chain the door itself stands. */
export type Searched = { readonly walk: Walk; readonly times: Int32Array; readonly door: Standing; readonly cap: Time }

/** The time of a node of a chain, by either end or straight from the door. */
function nodeTime({ walk, times, door }: Searched, chain: number, along: Time): Time {
  const { chains } = walk.network
  const ways = chains.ways[chain] ?? 0
  const total = walk.total[chain] ?? UNREACHED
  let time: number = UNREACHED
  if (total === UNREACHED) return time
  if (ways & 1) time = (times[chains.from[chain] ?? 0] ?? UNREACHED) + along
  if (ways & 2) time = Math.min(time, (times[chains.to[chain] ?? 0] ?? UNREACHED) + total - along)
  if (door.chain === chain) {
    const ahead = along - door.along
    if (ahead === 0 || (ahead > 0 ? ways & 1 : ways & 2)) time = Math.min(time, door.off + Math.abs(ahead))
  }
  return time
}

/** Calls `visit` with everything in the cells under a raster; what lies in several is told again. */
function eachUnder(
  raster: Raster,
  { west, south, columns, rows, from, list }: Cells,
  visit: (at: number) => void,
): void {
  const cellOf = (metres: number, most: number) => Math.max(0, Math.min(most, Math.floor(metres / CELL)))
  const left = cellOf(raster.west - west, columns - 1)
  const right = cellOf(raster.west + raster.columns * raster.side - west, columns - 1)
  const high = cellOf(raster.south + raster.rows * raster.side - south, rows - 1)
  for (let row = cellOf(raster.south - south, rows - 1); row <= high; row += 1)
    for (let at = from[row * columns + left] ?? 0; at < (from[row * columns + right + 1] ?? 0); at += 1)
      visit(list[at] ?? 0)
}

/** Draws every way under the raster with its times. */
export function drawWays(ground: Ground, searched: Searched, raster: Raster): void {
  eachUnder(raster, ground.segments, (segment) => drawSegment(ground, searched, raster, segment))
}

/**
 * The piece of way that is drawn: x, y, u, v its ends in metres; ways; the time it takes; the times at both ends. One
 * array for all pieces, for there are tens of thousands in a raster.
 */
const pen = new Float64Array(8)

function drawSegment(ground: Ground, searched: Searched, raster: Raster, segment: number): void {
  const { walk, door } = searched
  const { chains, junctions } = walk.network
  const chain = ground.chainOf[segment] ?? 0
  const [a, b] = [ground.a[segment] ?? 0, ground.b[segment] ?? 0]
  pen[0] = ground.x[a] ?? 0
  pen[1] = ground.y[a] ?? 0
  pen[2] = ground.x[b] ?? 0
  pen[3] = ground.y[b] ?? 0
  const { times } = searched
  const isFar = times[chains.from[chain] ?? 0] === UNREACHED && times[chains.to[chain] ?? 0] === UNREACHED
  if (walk.total[chain] === UNREACHED || (isFar && door.chain !== chain)) {
    pen[4] = 0
    drawPiece(raster)
    return
  }
  const inner = segment - chain
  const first = (chains.first[chain] ?? 0) - junctions
  const from = inner === first ? 0 : (walk.along[inner - 1] ?? 0)
  const to = inner + junctions === chains.first[chain + 1] ? (walk.total[chain] ?? 0) : (walk.along[inner] ?? 0)
  pen[4] = chains.ways[chain] ?? 0
  pen[5] = to - from
  pen[6] = nodeTime(searched, chain, from)
  pen[7] = nodeTime(searched, chain, to)
  if (door.chain === chain && door.along > from && door.along < to) drawBothSides(raster, door, from)
  else drawPiece(raster)
}

/** The door stands within this piece: it is drawn as two, each from the door. */
function drawBothSides(raster: Raster, door: Standing, from: Time): void {
  const [x = 0, y = 0, u = 0, v = 0, , takes = 0, , last = 0] = pen
  const share = (door.along - from) / takes
  const [mx, my] = [x + (u - x) * share, y + (v - y) * share]
  pen[2] = mx
  pen[3] = my
  pen[5] = door.along - from
  pen[7] = door.off
  drawPiece(raster)
  pen[0] = mx
  pen[1] = my
  pen[2] = u
  pen[3] = v
  pen[5] = takes - (door.along - from)
  pen[6] = door.off
  pen[7] = last
  drawPiece(raster)
}

/** Walks from square to square along a piece of way (Amanatides and Woo 1987). */
function drawPiece(raster: Raster): void {
  const { side, columns, rows, west, south } = raster
  const x = pen[0] ?? 0
  const y = pen[1] ?? 0
  const dx = (pen[2] ?? 0) - x
  const dy = (pen[3] ?? 0) - y
  let column = Math.floor((x - west) / side)
  let row = Math.floor((y - south) / side)
  const stepX = dx > 0 ? 1 : -1
  const stepY = dy > 0 ? 1 : -1
  const eachX = dx === 0 ? 2 : side / Math.abs(dx)
  const eachY = dy === 0 ? 2 : side / Math.abs(dy)
  let nextX = dx === 0 ? 2 : (west + (column + (dx > 0 ? 1 : 0)) * side - x) / dx
  let nextY = dy === 0 ? 2 : (south + (row + (dy > 0 ? 1 : 0)) * side - y) / dy
  for (let at = 0; ; ) {
    const leaves = Math.min(1, nextX, nextY)
    if (column >= 0 && column < columns && row >= 0 && row < rows)
      markSquare(raster, row * columns + column, at, leaves)
    if (leaves >= 1) return
    at = leaves
    if (nextX <= nextY) {
      column += stepX
      nextX += eachX
    } else {
      row += stepY
      nextY += eachY
    }
  }
}

/** The times within one square: between two shares of the piece the earliest stands at an end, the latest may between. */
function markSquare({ best, worst }: Raster, cell: number, from: number, to: number): void {
  const ways = pen[4] ?? 0
  if (ways === 0) {
    worst[cell] = UNREACHED
    return
  }
  const takes = pen[5] ?? 0
  const byA = ways & 1 ? (pen[6] ?? 0) : UNREACHED
  const byB = ways & 2 ? (pen[7] ?? 0) : UNREACHED
  const p = from * takes
  const q = to * takes
  const atP = Math.min(byA + p, byB + takes - p)
  const atQ = Math.min(byA + q, byB + takes - q)
  const peak = (byB - byA + takes) / 2
  const latest = peak > p && peak < q ? byA + peak : Math.max(atP, atQ)
  const earliest = Math.min(atP, atQ)
  if (earliest < (best[cell] ?? 0)) best[cell] = Math.ceil(earliest)
  if (latest > (worst[cell] ?? 0)) worst[cell] = Math.min(UNREACHED, Math.ceil(latest))
}

/** Squares that a wall, a water or a track passes are not stepped into off the ways. */
export function drawWalls(ground: Ground, raster: Raster, walled: Uint8Array): void {
  const { walls, network } = ground
  if (network.walls.length === 0) return
  const count = raster.best.length
  const found = { ...raster, worst: new Int32Array(count).fill(-1) }
  eachUnder(raster, walls, (wall) => {
    for (let at = 0; at < 4; at += 1) pen[at] = network.walls[wall * 4 + at] ?? 0
    pen[4] = 0
    drawPiece(found)
  })
  for (let cell = 0; cell < walled.length; cell += 1) if ((found.worst[cell] ?? -1) >= 0) walled[cell] = 1
}

/** How far people step off the ways: to the doors along them, not across fields. */
const ASIDE = 40

/** Covers the ground beside the ways as far as there is time, over no wall and into no square with a way of its own. */
export function stepAside(
  raster: Raster,
  walled: Uint8Array,
  { perMetre, cap }: { perMetre: number; cap: Time },
): void {
  const { best, worst, columns, side } = raster
  const step = Math.ceil(side * 1.5 * perMetre)
  const around = [1, -1, columns, -columns, columns + 1, columns - 1, -columns + 1, -columns - 1]
  let front: number[] = []
  for (let cell = columns; cell < best.length - columns; cell += 1)
    if ((best[cell] ?? 0) + step <= cap && (worst[cell] ?? 0) <= cap) front.push(cell)
  for (let steps = Math.max(1, Math.round(ASIDE / side)); steps > 0 && front.length > 0; steps -= 1) {
    const reached: number[] = []
    for (const cell of front) {
      const time = (best[cell] ?? 0) + step
      if (time > cap) continue
      for (const by of around) {
        const next = cell + by
        if (worst[next] !== -1 || walled[next] === 1 || (best[next] ?? -1) <= time) continue
        if (best[next] === UNREACHED) reached.push(next)
        best[next] = time
      }
    }
    front = reached
  }
}
