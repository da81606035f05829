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
    if (covers[cell] === 1 && covers[cell - columns] === 0 && ((walked[cell] ?? 0) & 1) === 0)
      found.push(cutCorners(walkRound({ columns, rows, covers }, walked, cell)))
  return found
}

type Corner = { readonly x: number; readonly y: number; readonly inward: boolean }

/**
 * Follows a border with the covered square on the left, from the south side of `start`. Side `d` of a square is the one
 * along which one walks in direction `d` with the square on the left: 0 its south, 1 its east, 2 its north, 3 its west.
 */
function walkRound({ columns, covers }: Covered, walked: Uint8Array, start: number): Corner[] {
  const corners: Corner[] = []
  let [cell, side] = [start, 0]
  do {
    walked[cell] = (walked[cell] ?? 0) | (1 << side)
    const ahead = cell + (DX[side] ?? 0) + (DY[side] ?? 0) * columns
    const right = (side + 3) % 4
    const beyond = ahead + (DX[right] ?? 0) + (DY[right] ?? 0) * columns
    const [x, y] = [cell % columns, Math.floor(cell / columns)]
    // The corner at the end of this side.
    const at = { x: x + (side === 0 || side === 1 ? 1 : 0), y: y + (side === 1 || side === 2 ? 1 : 0) }
    if (covers[ahead] !== 1) {
      corners.push({ ...at, inward: false })
      side = (side + 1) % 4
    } else if (covers[beyond] === 1) {
      corners.push({ ...at, inward: true })
      cell = beyond
      side = right
    } else cell = ahead
  } while (cell !== start || side !== 0)
  return corners
}

/** Outward corners are cut across their square, from corner to corner on a staircase and by halves elsewhere. */
function cutCorners(corners: readonly Corner[]): Outline {
  const points: (readonly [number, number])[] = []
  const add = (x: number, y: number) => {
    const last = points.at(-1)
    if (last?.[0] !== x || last[1] !== y) points.push([x, y])
  }
  for (const [at, corner] of corners.entries()) {
    if (corner.inward) {
      add(corner.x, corner.y)
      continue
    }
    for (const next of [corners.at(at - 1), corners[(at + 1) % corners.length]]) {
      if (!next) continue
      const length = Math.abs(next.x - corner.x) + Math.abs(next.y - corner.y)
      const cut = length === 1 && next.inward ? 1 : 0.5
      add(corner.x + Math.sign(next.x - corner.x) * cut, corner.y + Math.sign(next.y - corner.y) * cut)
    }
  }
  const [first] = points
  const last = points.at(-1)
  if (first && last && (first[0] !== last[0] || first[1] !== last[1])) points.push(first)
  return straightened(points)
}

/** Without points in the middle of a straight line. */
function straightened(points: Outline): Outline {
  return points.filter(([x, y], at) => {
    const [before, after] = [points[at - 1], points[at + 1]]
    if (!before || !after) return true
    return (x - before[0]) * (after[1] - y) !== (y - before[1]) * (after[0] - x)
  })
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
