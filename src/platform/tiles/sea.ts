import type { Bbox, LngLat } from '../geo/shapes.ts'
import { nodesOfWay } from '../osm/areas.ts'
import type { Osm } from '../osm/model.ts'
import { tagsAt } from '../osm/tags.ts'

type Line = readonly LngLat[]

/** A surface of sea: its outer ring, then the islands in it; the last point of a ring is its first. */
export type Sea = readonly Line[]

/**
 * The sea of an extract inside a box, from its coastlines (`natural=coastline`: land on the left, water on the right).
 * Where the coast crosses the box it is closed along the box. None where a coast breaks off inside, for then nobody knows
 * on which side of it the water ends.
 */
export function seaOf(osm: Osm, box: Bbox): readonly Sea[] {
  const coasts = coastsOf(osm)
  if (coasts === null || coasts.length === 0) return []
  const pieces: Line[] = []
  const whole: Line[] = []
  for (const coast of coasts) {
    const isClosed = coast[0] === coast.at(-1)
    const inside = coast.every((point) => isIn(point, box))
    if (inside && isClosed) whole.push(coast)
    else if (!isClosed && [coast[0], coast.at(-1)].some((end) => end && isIn(end, box))) return []
    else pieces.push(...clipped(isClosed ? turnedOutward(coast, box) : coast, box))
  }
  const islands = whole.filter((ring) => twiceArea(ring) > 0)
  const lagoons = whole.filter((ring) => twiceArea(ring) < 0)
  const open = pieces.length > 0 ? closedAlong(pieces, box) : islands.length > 0 ? [frame(box)] : []
  const seas = open.map((outer): Sea => [outer, ...islands.filter(([point]) => point && holds(outer, point))])
  return [...seas, ...lagoons.map((ring): Sea => [ring])]
}

/** The coastlines joined end to end in their own direction; null where a node of one is missing. */
function coastsOf(osm: Osm): Line[] | null {
  const byStart = new Map<number, number[]>()
  for (let way = 0; way < osm.ways.count; way += 1) {
    if (tagsAt(osm.texts, osm.ways.tags, way).natural !== 'coastline') continue
    const nodes = nodesOfWay(osm, way)
    if (nodes === null) return null
    const [first = -1] = nodes
    if (nodes.length > 1) byStart.set(first, nodes)
  }
  const ends = new Set([...byStart.values()].map((nodes) => nodes.at(-1) ?? -1))
  // Those that nothing leads to begin a coast; what is left then are rings.
  const starts = [...byStart.keys()].sort((a, b) => Number(ends.has(a)) - Number(ends.has(b)))
  return starts.flatMap((start) => {
    const coast: number[] = []
    for (let at = start, next = byStart.get(at); next !== undefined; next = byStart.get(at)) {
      byStart.delete(at)
      coast.push(...(coast.length === 0 ? next : next.slice(1)))
      at = coast.at(-1) ?? -1
    }
    if (coast.length < 2) return []
    const line = coast.map((node): LngLat => [(osm.nodes.lng[node] ?? 0) / 1e7, (osm.nodes.lat[node] ?? 0) / 1e7])
    const [first] = line
    return [first && coast[0] === coast.at(-1) ? [...line.slice(0, -1), first] : line]
  })
}

const isIn = ([x, y]: LngLat, [west, south, east, north]: Bbox) => x > west && x < east && y > south && y < north

/** A ring begun at a point outside of the box, so that no piece of it is cut at its seam. */
function turnedOutward(ring: Line, box: Bbox): Line {
  const open = ring.slice(0, -1)
  const at = open.findIndex((point) => !isIn(point, box))
  const from = [...open.slice(at), ...open.slice(0, at)]
  const [first] = from
  return first ? [...from, first] : from
}

/** The stretches of a line inside the box, each from border to border (Liang and Barsky 1984, a segment at a time). */
function clipped(line: Line, box: Bbox): Line[] {
  const found: LngLat[][] = []
  let now: LngLat[] | null = null
  for (let at = 1; at < line.length; at += 1) {
    const [from, to] = [line[at - 1], line[at]]
    const part = from && to ? within(from, to, box) : null
    if (part === null) {
      now = null
      continue
    }
    const [a, b, isCut] = part
    if (now === null) {
      now = [a]
      found.push(now)
    }
    now.push(b)
    if (isCut) now = null
  }
  return found.filter((piece) => piece.length > 1)
}

/** The part of a segment inside the box, and whether it leaves it there. */
function within(
  [ax, ay]: LngLat,
  [bx, by]: LngLat,
  [west, south, east, north]: Bbox,
): [LngLat, LngLat, boolean] | null {
  let [enter, leave] = [0, 1]
  const [dx, dy] = [bx - ax, by - ay]
  for (const [run, room] of [
    [-dx, ax - west],
    [dx, east - ax],
    [-dy, ay - south],
    [dy, north - ay],
  ] as const) {
    if (run === 0 && room < 0) return null
    if (run < 0) enter = Math.max(enter, room / run)
    if (run > 0) leave = Math.min(leave, room / run)
  }
  if (enter >= leave) return null
  return [[ax + enter * dx, ay + enter * dy], [ax + leave * dx, ay + leave * dy], leave < 1]
}

/** How far along the box a point of its border lies, clockwise from its north-western corner; each side counts 1. */
function along([x, y]: LngLat, [west, south, east, north]: Bbox): number {
  const [across, down] = [(x - west) / (east - west), (north - y) / (north - south)]
  const sides = [
    [Math.abs(down), across],
    [Math.abs(1 - across), 1 + down],
    [Math.abs(1 - down), 3 - across],
    [Math.abs(across), 4 - down],
  ] as const
  return sides.reduce((best, side) => (side[0] < best[0] ? side : best))[1] % 4
}

/** Water lies right of a coast: its rings go on clockwise along the box to where the next coast comes in. */
function closedAlong(pieces: readonly Line[], box: Bbox): Line[] {
  const [west, south, east, north] = box
  const corners: readonly LngLat[] = [
    [east, north],
    [east, south],
    [west, south],
    [west, north],
  ]
  const left = new Map(pieces.map((piece) => [piece, along(piece[0] ?? [west, north], box)]))
  const rings: Line[] = []
  for (const first of pieces) {
    if (!left.has(first)) continue
    const ring: LngLat[] = []
    for (let piece = first; left.has(piece); ) {
      left.delete(piece)
      ring.push(...piece)
      const from = along(piece.at(-1) ?? [west, north], box)
      const far = (start: number) => (start - from + 4) % 4 || 4
      const [next, start] = [...left, [first, along(first[0] ?? [west, north], box)] as const].reduce((best, one) =>
        far(one[1]) < far(best[1]) ? one : best,
      )
      for (let corner = Math.floor(from) + 1; corner < from + far(start); corner += 1)
        ring.push(corners[(corner - 1) % 4] ?? [west, north])
      piece = next
    }
    const [begin] = ring
    if (begin) rings.push([...ring, begin])
  }
  return rings
}

const frame = ([west, south, east, north]: Bbox): Line => [
  [west, north],
  [east, north],
  [east, south],
  [west, south],
  [west, north],
]

/** Twice the area; above zero for a ring that runs counter-clockwise. */
function twiceArea(ring: Line): number {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y]
    return sum + x * nextY - nextX * y
  }, 0)
}

function holds(ring: Line, [x, y]: LngLat): boolean {
  let inside = false
  for (let at = 1; at < ring.length; at += 1) {
    const [[ax, ay], [bx, by]] = [ring[at - 1] ?? [0, 0], ring[at] ?? [0, 0]]
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  }
  return inside
}
