import type { Network } from '../../model/network.ts'
import { CELL, cellsAlong, type Ground } from './grid.ts'

/** Where a point meets the network, after `off` metres. */
export type Foot = { readonly chain: number; readonly segment: number; readonly share: number; readonly off: number }

/** Nobody is taken to the network from farther than this. */
export const MOST_OFF = 300
/** A level away counts as so many metres, and so does a scrap of network that leads nowhere. */
const LEVEL_METRES = 20
const SCRAP_METRES = 60
/** Shorter parts than this, apart from the largest, are scraps. */
const SCRAP = 500
/** Doors may stand on a wall, and paths in a gate: so close to its ends a line crosses no wall. */
const NEAR_END = 0.3

const closedTo = new WeakMap<Network, Uint8Array>()

/** Sorts of way that nobody steps onto from a door: bridges, tunnels, stairs, crossings, ferries. */
function offSorts(network: Network): Uint8Array {
  const known = closedTo.get(network)
  if (known) return known
  const made = Uint8Array.from(network.classes, ({ off }) => (off ? 1 : 0))
  closedTo.set(network, made)
  return made
}

export type Point = { readonly x: number; readonly y: number; readonly level: number }

/** The nearest piece of way that is reached without crossing a wall; null when there is none within MOST_OFF. */
export function nearestFoot(ground: Ground, point: Point): Foot | null {
  const { segments } = ground
  const column = Math.floor((point.x - segments.west) / CELL)
  const row = Math.floor((point.y - segments.south) / CELL)
  const best: Best = { rank: MOST_OFF + 1e-9, segment: -1, share: 0, off: 0 }
  for (let ring = 0; (ring - 1) * CELL < best.rank; ring += 1)
    for (let y = row - ring; y <= row + ring; y += 1) {
      if (y < 0 || y >= segments.rows) continue
      const step = Math.abs(y - row) === ring ? 1 : Math.max(1, ring * 2)
      for (let x = column - ring; x <= column + ring; x += step)
        if (x >= 0 && x < segments.columns) lookInto(ground, point, { cell: y * segments.columns + x, best })
    }
  if (best.segment < 0) return null
  return { chain: ground.chainOf[best.segment] ?? 0, segment: best.segment, share: best.share, off: best.off }
}

type Best = { rank: number; segment: number; share: number; off: number }

function lookInto(ground: Ground, point: Point, { cell, best }: { cell: number; best: Best }): void {
  const { segments, network, x, y } = ground
  const offs = offSorts(network)
  for (let at = segments.from[cell] ?? 0; at < (segments.from[cell + 1] ?? 0); at += 1) {
    const segment = segments.list[at] ?? 0
    const sort = network.segments.sort[segment] ?? 0
    if (offs[sort] === 1) continue
    const [a, b] = [ground.a[segment] ?? 0, ground.b[segment] ?? 0]
    const [ax, ay] = [x[a] ?? 0, y[a] ?? 0]
    const [dx, dy] = [(x[b] ?? 0) - ax, (y[b] ?? 0) - ay]
    const square = dx * dx + dy * dy
    const raw = square === 0 ? 0 : ((point.x - ax) * dx + (point.y - ay) * dy) / square
    const share = raw < 0 ? 0 : raw > 1 ? 1 : raw
    const [px, py] = [ax + dx * share, ay + dy * share]
    const off = Math.sqrt((point.x - px) ** 2 + (point.y - py) ** 2)
    if (off >= best.rank || off > MOST_OFF) continue
    const rank = off + detour(network, { segment, sort, chain: ground.chainOf[segment] ?? 0, level: point.level })
    if (rank >= best.rank || isWalled(ground, point, { x: px, y: py })) continue
    best.rank = rank
    best.segment = segment
    best.share = share
    best.off = off
  }
}

type Candidate = { readonly segment: number; readonly sort: number; readonly chain: number; readonly level: number }

function detour({ classes, chains, islandOf, islands }: Network, { sort, chain, level }: Candidate): number {
  const island = islandOf[chains.from[chain] ?? 0] ?? 0
  const isScrap = island > 0 && (islands[island]?.metres ?? 0) < SCRAP
  return Math.abs((classes[sort]?.level ?? 0) - level) * LEVEL_METRES + (isScrap ? SCRAP_METRES : 0)
}

type XY = { readonly x: number; readonly y: number }

/** Whether a wall, a water or a track lies between two points. */
export function isWalled({ walls, network }: Pick<Ground, 'walls' | 'network'>, from: XY, to: XY): boolean {
  if (network.walls.length === 0) return false
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  if (length <= NEAR_END * 2) return false
  const [ux, uy] = [((to.x - from.x) / length) * NEAR_END, ((to.y - from.y) / length) * NEAR_END]
  const line = [from.x + ux, from.y + uy, to.x - ux, to.y - uy]
  let walled = false
  cellsAlong(walls, line, (cell) => {
    for (let at = walls.from[cell] ?? 0; !walled && at < (walls.from[cell + 1] ?? 0); at += 1)
      walled = meets(line, network.walls, (walls.list[at] ?? 0) * 4)
  })
  return walled
}

function meets(line: readonly number[], walls: Float32Array, at: number): boolean {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = line
  const [x3, y3, x4, y4] = [walls[at] ?? 0, walls[at + 1] ?? 0, walls[at + 2] ?? 0, walls[at + 3] ?? 0]
  const side = (ax: number, ay: number, bx: number, by: number, px: number, py: number) =>
    (bx - ax) * (py - ay) - (by - ay) * (px - ax)
  const [p, q] = [side(x1, y1, x2, y2, x3, y3), side(x1, y1, x2, y2, x4, y4)]
  if (p * q > 0) return false
  return side(x3, y3, x4, y4, x1, y1) * side(x3, y3, x4, y4, x2, y2) <= 0
}
