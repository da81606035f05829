/** A box in the units of what is cut. */
export type Box = { readonly west: number; readonly north: number; readonly east: number; readonly south: number }

type Flat = readonly number[]

/** The part of a closed ring inside a box, by the four sides in turn (Sutherland and Hodgman 1974); empty when none is. */
export function clippedRing(ring: Flat, box: Box): Flat {
  let rest = ring
  for (const [axis, limit, sign] of sides(box)) {
    rest = cutRing(rest, axis, limit, sign)
    if (rest.length < 8) return []
  }
  return rest
}

const sides = ({ west, north, east, south }: Box): readonly (readonly [axis: 0 | 1, limit: number, sign: 1 | -1])[] => [
  [0, west, 1],
  [0, east, -1],
  [1, north, 1],
  [1, south, -1],
]

function cutRing(ring: Flat, axis: 0 | 1, limit: number, sign: 1 | -1): number[] {
  const out: number[] = []
  const isIn = (at: number) => ((ring[at + axis] ?? 0) - limit) * sign >= 0
  for (let at = 0; at + 3 < ring.length; at += 2) {
    const [from, to] = [isIn(at), isIn(at + 2)]
    if (from) out.push(ring[at] ?? 0, ring[at + 1] ?? 0)
    if (from !== to) out.push(...crossing(ring, at, axis, limit))
  }
  if (out.length > 0) out.push(out[0] ?? 0, out[1] ?? 0)
  return out
}

function crossing(points: Flat, at: number, axis: 0 | 1, limit: number): [number, number] {
  const [ax = 0, ay = 0, bx = 0, by = 0] = points.slice(at, at + 4)
  return axis === 0
    ? [limit, ay + ((by - ay) * (limit - ax)) / (bx - ax)]
    : [ax + ((bx - ax) * (limit - ay)) / (by - ay), limit]
}

/** The pieces of a line inside a box. */
export function clippedLine(line: Flat, box: Box): readonly Flat[] {
  let pieces: readonly Flat[] = [line]
  for (const [axis, limit, sign] of sides(box)) pieces = pieces.flatMap((piece) => cutLine(piece, axis, limit, sign))
  return pieces
}

function cutLine(line: Flat, axis: 0 | 1, limit: number, sign: 1 | -1): number[][] {
  const pieces: number[][] = []
  let open: number[] = []
  const isIn = (at: number) => ((line[at + axis] ?? 0) - limit) * sign >= 0
  for (let at = 0; at < line.length; at += 2) {
    const here = isIn(at)
    if (at > 0 && here !== isIn(at - 2)) {
      open.push(...crossing(line, at - 2, axis, limit))
      if (!here) {
        pieces.push(open)
        open = []
      }
    }
    if (here) open.push(line[at] ?? 0, line[at + 1] ?? 0)
  }
  pieces.push(open)
  return pieces.filter((piece) => piece.length >= 4)
}
