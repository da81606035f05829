/** Points in squares from the raster's corner; closed, outer rings against the clock, holes with it. */
export type Outline = readonly (readonly [number, number])[]

/** Squares with a rim of bare ones round them. */
export type Covered = { readonly columns: number; readonly rows: number; readonly covers: Uint8Array }

/** East, north, west, south. */
const DX = [1, 0, -1, 0] as const
const DY = [0, 1, 0, -1] as const

/**
 * The outlines of what is covered, with corners cut off inward only: no outline ever leaves the squares it goes round.
 * Squares that touch at a corner are two things.
 */
export function outlinesOf({ columns, rows, covers }: Covered): Outline[] {
  // One bit for each side of a square that is a border already walked.
  const walked = new Uint8Array(covers.length)
  const found: Outline[] = []
  for (let cell = columns; cell < (rows - 1) * columns; cell += 1)
    if (covers[cell] === 1 && covers[cell - columns] === 0 && ((walked[cell] ?? 0) & 1) === 0) {
      walkRound({ columns, rows, covers }, walked, cell)
      found.push(cutCorners())
    }
  return found
}

/** The corners of one border, three numbers each: x, y, and 1 where it turns inward. One list for all borders. */
const turns: number[] = []

/**
 * Follows a border with the covered square on the left, from the south side of `start`. Side `d` of a square is the one
 * along which one walks in direction `d` with the square on the left: 0 its south, 1 its east, 2 its north, 3 its west.
 */
function walkRound({ columns, covers }: Covered, walked: Uint8Array, start: number): void {
  turns.length = 0
  let cell = start
  let side = 0
  do {
    walked[cell] = (walked[cell] ?? 0) | (1 << side)
    const ahead = cell + (DX[side] ?? 0) + (DY[side] ?? 0) * columns
    const right = (side + 3) % 4
    const beyond = ahead + (DX[right] ?? 0) + (DY[right] ?? 0) * columns
    // The corner at the end of this side.
    const x = (cell % columns) + (side < 2 ? 1 : 0)
    const y = Math.floor(cell / columns) + (side === 1 || side === 2 ? 1 : 0)
    if (covers[ahead] !== 1) {
      turns.push(x, y, 0)
      side = (side + 1) % 4
    } else if (covers[beyond] === 1) {
      turns.push(x, y, 1)
      cell = beyond
      side = right
    } else cell = ahead
  } while (cell !== start || side !== 0)
}

/** The points of one outline, two numbers each. */
const points: number[] = []

function add(x: number, y: number): void {
  const count = points.length
  if (count > 0 && points[count - 2] === x && points[count - 1] === y) return
  points.push(x, y)
}

/** Outward corners are cut across their square, from corner to corner on a staircase and by halves elsewhere. */
function cutCorners(): Outline {
  points.length = 0
  const count = turns.length
  for (let at = 0; at < count; at += 3) {
    const [x, y] = [turns[at] ?? 0, turns[at + 1] ?? 0]
    if (turns[at + 2] === 1) {
      add(x, y)
      continue
    }
    cut(x, y, at === 0 ? count - 3 : at - 3)
    cut(x, y, at + 3 === count ? 0 : at + 3)
  }
  const last = points.length - 2
  if (points[0] !== points[last] || points[1] !== points[last + 1]) points.push(points[0] ?? 0, points[1] ?? 0)
  return straightened()
}

/** The cut of the corner at x, y towards the corner beside it. */
function cut(x: number, y: number, beside: number): void {
  const east = (turns[beside] ?? 0) - x
  const north = (turns[beside + 1] ?? 0) - y
  const share = Math.abs(east) + Math.abs(north) === 1 && turns[beside + 2] === 1 ? 1 : 0.5
  add(x + Math.sign(east) * share, y + Math.sign(north) * share)
}

/** Without points in the middle of a straight line. */
function straightened(): Outline {
  const kept: (readonly [number, number])[] = []
  const last = points.length - 2
  for (let at = 0; at <= last; at += 2) {
    const [x, y] = [points[at] ?? 0, points[at + 1] ?? 0]
    if (at > 0 && at < last) {
      const [u, v] = [points[at - 2] ?? 0, points[at - 1] ?? 0]
      const [p, q] = [points[at + 2] ?? 0, points[at + 3] ?? 0]
      if ((x - u) * (q - y) === (y - v) * (p - x)) continue
    }
    kept.push([x, y])
  }
  return kept
}

/** Twice the area in squares; positive for outer rings. */
export function twiceArea(ring: Outline): number {
  let twice = 0
  for (let at = 1; at < ring.length; at += 1) {
    const [p, q] = [ring[at - 1], ring[at]]
    if (p && q) twice += p[0] * q[1] - p[1] * q[0]
  }
  return twice
}

/** Outer rings with their holes. */
export function polygonsOf(rings: readonly Outline[]): Outline[][] {
  const outers = rings.filter((ring) => twiceArea(ring) > 0).map((ring) => [ring])
  for (const hole of rings.filter((ring) => twiceArea(ring) < 0)) {
    const inside = outers
      .filter(([outer]) => outer && outer !== hole && holds(outer, hole))
      .sort(([p], [q]) => twiceArea(p ?? []) - twiceArea(q ?? []))[0]
    inside?.push(hole)
  }
  return outers
}

/** Whether a ring lies in another: by the middle of its first side, which lies on no side of the other. */
function holds(outer: Outline, ring: Outline): boolean {
  const [p = [0, 0], q = [0, 0]] = ring
  const [x, y] = [(p[0] + q[0]) / 2, (p[1] + q[1]) / 2]
  let inside = false
  for (let at = 1; at < outer.length; at += 1) {
    const [a, b] = [outer[at - 1], outer[at]]
    if (!a || !b || a[1] > y === b[1] > y) continue
    if (x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside
  }
  return inside
}
