import type { Progress } from '../../model/topology.ts'
import { type Arrangement, PER_METRE } from './arrangement.ts'

/** A piece of ground between borders, on the raster: its outer line against the clock, and islands in it. */
export type Face = {
  readonly ring: readonly number[]
  readonly holes: readonly (readonly number[])[]
  /** Square metres, and metres across in the mean (twice the area by the length of the border). */
  readonly area: number
  readonly width: number
}

type Cycle = {
  readonly ring: readonly number[]
  readonly twice: number
  readonly length: number
  readonly piece: number
}

const TURN_EVERY = 2_000

/**
 * The faces that are worth a look: those beside a border which is not simply the line between two features. Where
 * features fit together inside their parents these are few, however many features there are.
 */
export function* oddFaces(board: Arrangement): Generator<Progress, readonly Face[]> {
  const walk = walker(board)
  const cycles: Cycle[] = []
  const count = board.from.length
  for (let piece = 0; piece < count; piece++) {
    if (piece % TURN_EVERY === 0) yield { step: 'faces', done: piece, of: count }
    if (board.left[piece] === 1 && board.right[piece] === 1 && board.parents[piece] === 0) continue
    for (const half of [piece * 2, piece * 2 + 1]) {
      const cycle = walk(half)
      if (cycle !== null) cycles.push(cycle)
    }
  }
  return withIslands(board, cycles)
}

/** Walks round the face to the left of half a piece; null where it has been walked already. */
function walker(board: Arrangement): (half: number) => Cycle | null {
  const { xs, ys, from, to } = board
  const tail = (half: number) => (half % 2 === 0 ? from : to)[half >> 1] ?? 0
  const head = (half: number) => tail(half ^ 1)
  const around = spokes(board, tail)
  const walked = new Uint8Array(from.length * 2)
  const next = (half: number): number => {
    const out = around(head(half))
    const at = out.indexOf(half ^ 1)
    return out[(at + out.length - 1) % out.length] ?? half ^ 1
  }
  return (start) => {
    if (walked[start] === 1) return null
    const ring: number[] = []
    let [twice, length] = [0, 0]
    for (let half = start; walked[half] !== 1; half = next(half)) {
      walked[half] = 1
      const [a, b] = [tail(half), head(half)]
      ring.push(a)
      const [ax = 0, ay = 0, bx = 0, by = 0] = [xs[a], ys[a], xs[b], ys[b]]
      twice += ax * by - bx * ay
      length += Math.hypot(bx - ax, by - ay)
    }
    return { ring, twice, length, piece: start >> 1 }
  }
}

/** The halves that leave a vertex, against the clock. */
function spokes(
  { xs, ys, from, to }: Arrangement,
  tail: (half: number) => number,
): (vertex: number) => readonly number[] {
  const starts = new Uint32Array(xs.length + 1)
  for (const ends of [from, to]) for (const vertex of ends) starts[vertex + 1] = (starts[vertex + 1] ?? 0) + 1
  for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const halves = new Uint32Array(from.length * 2)
  const filled = starts.slice()
  for (let half = 0; half < halves.length; half++) {
    const vertex = tail(half)
    halves[filled[vertex] ?? 0] = half
    filled[vertex] = (filled[vertex] ?? 0) + 1
  }
  const sorted = new Map<number, readonly number[]>()
  const angle = (half: number): number => {
    const [a, b] = [tail(half), tail(half ^ 1)]
    return Math.atan2((ys[b] ?? 0) - (ys[a] ?? 0), (xs[b] ?? 0) - (xs[a] ?? 0))
  }
  return (vertex) => {
    const known = sorted.get(vertex)
    if (known) return known
    const out = [...halves.subarray(starts[vertex], starts[vertex + 1])].sort((a, b) => angle(a) - angle(b))
    sorted.set(vertex, out)
    return out
  }
}

/** Lines walked with the clock are the outsides of islands; each belongs into the smallest face round it, if that is odd. */
function withIslands(board: Arrangement, cycles: readonly Cycle[]): readonly Face[] {
  const part = partsOf(board)
  const partOf = ({ ring }: Cycle) => part(ring[0] ?? 0)
  const outer = cycles.filter(({ twice }) => twice > 0).sort((a, b) => a.twice - b.twice)
  const islands = new Map<Cycle, (readonly number[])[]>()
  const parts = new Set(outer.map(partOf))
  if (parts.size > 1)
    for (const island of cycles.filter(({ twice }) => twice < 0)) {
      const own = partOf(island)
      const round = outer.find(
        (face) => partOf(face) !== own && face.twice > -island.twice && holds(board, face, island),
      )
      if (round) islands.set(round, [...(islands.get(round) ?? []), island.ring])
    }
  return outer.map((cycle) => {
    const holes = islands.get(cycle) ?? []
    const twice = holes.reduce((sum, hole) => sum - Math.abs(twiceOf(board, hole)), cycle.twice)
    const area = twice / 2 / PER_METRE ** 2
    return { ring: cycle.ring, holes, area, width: (2 * area * PER_METRE) / cycle.length }
  })
}

function twiceOf({ xs, ys }: Arrangement, ring: readonly number[]): number {
  let twice = 0
  ring.forEach((a, at) => {
    const b = ring[(at + 1) % ring.length] ?? a
    twice += (xs[a] ?? 0) * (ys[b] ?? 0) - (xs[b] ?? 0) * (ys[a] ?? 0)
  })
  return twice
}

function holds({ xs, ys }: Arrangement, face: Cycle, island: Cycle): boolean {
  const spot = island.ring[0] ?? 0
  const [x = 0, y = 0] = [xs[spot], ys[spot]]
  let inside = false
  face.ring.forEach((a, at) => {
    const b = face.ring[(at + 1) % face.ring.length] ?? a
    const [ax = 0, ay = 0, bx = 0, by = 0] = [xs[a], ys[a], xs[b], ys[b]]
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  })
  return inside
}

/** Which connected part of the borders a vertex belongs to. */
function partsOf({ xs, from, to }: Arrangement): (vertex: number) => number {
  const up = Int32Array.from(xs, (_, at) => at)
  const top = (vertex: number): number => {
    let at = vertex
    for (let above = up[at] ?? at; above !== at; above = up[at] ?? at) {
      up[at] = up[above] ?? above
      at = up[at] ?? at
    }
    return at
  }
  from.forEach((a, at) => {
    up[top(a)] = top(to[at] ?? a)
  })
  return top
}
