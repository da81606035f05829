import Flatbush from 'flatbush'
import type { Plane } from '../../../../platform/geo/measure.ts'
import type { MultiPolygon } from '../../../../platform/geo/shapes.ts'
import type { Progress } from '../../model/topology.ts'

/**
 * The borders of many surfaces laid over one another and cut wherever they meet, on a raster of one centimetre:
 * vertices that fall into the same square are one, and a border that passes a vertex within a centimetre passes through it.
 */
export type Arrangement = {
  readonly xs: Int32Array
  readonly ys: Int32Array
  /** The ends of each piece of border. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** How many features lie to the left of it, seen from `from` to `to`, and to its right; and how many parents' borders it is. */
  readonly left: Int32Array
  readonly right: Int32Array
  readonly parents: Int32Array
}

/** Squares of the raster in a metre. */
export const PER_METRE = 100
const OFFSET = 2 ** 25
const WIDTH = 2 ** 26
const ROUNDS = 5
const TURN_EVERY = 2_000
const DRAWN_EVERY = 500

type Piece = { from: number; to: number; left: number; right: number; parents: number }

type Board = {
  readonly xs: number[]
  readonly ys: number[]
  readonly vertexAt: Map<number, number>
  pieces: Map<number, Piece>
}

export type Plates = {
  readonly features: readonly MultiPolygon[]
  readonly parents: readonly MultiPolygon[]
  readonly plane: Plane
}

export function* arrange(plates: Plates): Generator<Progress, Arrangement> {
  const board: Board = { xs: [], ys: [], vertexAt: new Map(), pieces: new Map() }
  const all = plates.features.length
  for (let at = 0; at < all; at++) {
    if (at % DRAWN_EVERY === 0) yield { step: 'areas', done: at, of: all }
    draw(board, plates.features[at] ?? [], plates.plane, false)
  }
  for (const surface of plates.parents) draw(board, surface, plates.plane, true)
  for (let round = 0; round < ROUNDS; round++) if (!(yield* cut(board))) break
  const pieces = [...board.pieces.values()]
  return {
    xs: Int32Array.from(board.xs),
    ys: Int32Array.from(board.ys),
    from: Int32Array.from(pieces, (piece) => piece.from),
    to: Int32Array.from(pieces, (piece) => piece.to),
    left: Int32Array.from(pieces, (piece) => piece.left),
    right: Int32Array.from(pieces, (piece) => piece.right),
    parents: Int32Array.from(pieces, (piece) => piece.parents),
  }
}

function draw(board: Board, surface: MultiPolygon, plane: Plane, isParent: boolean): void {
  for (const polygon of surface)
    polygon.forEach((ring, place) => {
      const vertices = ring.map((point) => {
        const [east, north] = plane.toMetres(point)
        return vertex(board, Math.round(east * PER_METRE), Math.round(north * PER_METRE))
      })
      // Outer rings are taken against the clock and holes with it, whatever the file says.
      const isForward = twiceArea(board, vertices) > 0 === (place === 0)
      for (let at = 1; at < vertices.length; at++) {
        const [a = 0, b = 0] = [vertices[at - 1], vertices[at]]
        if (a === b) continue
        const [from, to] = isForward ? [a, b] : [b, a]
        add(
          board.pieces,
          isParent ? { from, to, left: 0, right: 0, parents: 1 } : { from, to, left: 1, right: 0, parents: 0 },
        )
      }
    })
}

function vertex({ xs, ys, vertexAt }: Board, x: number, y: number): number {
  const key = (x + OFFSET) * WIDTH + (y + OFFSET)
  const known = vertexAt.get(key)
  if (known !== undefined) return known
  vertexAt.set(key, xs.length)
  ys.push(y)
  return xs.push(x) - 1
}

function twiceArea({ xs, ys }: Board, ring: readonly number[]): number {
  let twice = 0
  for (let at = 1; at < ring.length; at++) {
    const [a = 0, b = 0] = [ring[at - 1], ring[at]]
    twice += (xs[a] ?? 0) * (ys[b] ?? 0) - (xs[b] ?? 0) * (ys[a] ?? 0)
  }
  return twice
}

/** Adds a piece to those that lie there already; it is kept from its lower vertex to its higher one. */
function add(pieces: Map<number, Piece>, { from, to, left, right, parents }: Piece): void {
  const isTurned = from > to
  const [low, high] = isTurned ? [to, from] : [from, to]
  const key = low * WIDTH + high
  const piece = pieces.get(key) ?? { from: low, to: high, left: 0, right: 0, parents: 0 }
  piece.left += isTurned ? right : left
  piece.right += isTurned ? left : right
  piece.parents += parents
  pieces.set(key, piece)
}

/** Cuts every piece where another crosses or touches it; whether anything was cut. */
function* cut(board: Board): Generator<Progress, boolean> {
  const pieces = [...board.pieces.values()]
  if (pieces.length === 0) return false
  const index = boxesOf(board, pieces)
  const cuts = new Map<number, Set<number>>()
  const mark = (piece: number, at: number) => {
    const { from = 0, to = 0 } = pieces[piece] ?? {}
    if (at === from || at === to) return
    const set = cuts.get(piece)
    if (set) set.add(at)
    else cuts.set(piece, new Set([at]))
  }
  for (let at = 0; at < pieces.length; at++) {
    if (at % TURN_EVERY === 0) yield { step: 'borders', done: at, of: pieces.length }
    const piece = pieces[at]
    if (!piece) continue
    const [west, south, east, north] = boxOf(board, piece)
    for (const other of index.search(west, south, east, north, (found) => found > at)) {
      const second = pieces[other]
      if (second) meet(board, { at, piece }, { at: other, piece: second }, mark)
    }
  }
  if (cuts.size === 0) return false
  board.pieces = recut(board, pieces, cuts)
  return true
}

function boxOf({ xs, ys }: Board, { from, to }: Piece): [number, number, number, number] {
  const [x1 = 0, x2 = 0, y1 = 0, y2 = 0] = [xs[from], xs[to], ys[from], ys[to]]
  return [Math.min(x1, x2) - 1, Math.min(y1, y2) - 1, Math.max(x1, x2) + 1, Math.max(y1, y2) + 1]
}

function boxesOf(board: Board, pieces: readonly Piece[]): Flatbush {
  const index = new Flatbush(pieces.length)
  for (const piece of pieces) index.add(...boxOf(board, piece))
  index.finish()
  return index
}

type Placed = { readonly at: number; readonly piece: Piece }
type Mark = (piece: number, vertex: number) => void

function meet(board: Board, one: Placed, two: Placed, mark: Mark): void {
  const { from: a, to: b } = one.piece
  const { from: c, to: d } = two.piece
  if (passes(board, one.piece, c)) mark(one.at, c)
  if (passes(board, one.piece, d)) mark(one.at, d)
  if (passes(board, two.piece, a)) mark(two.at, a)
  if (passes(board, two.piece, b)) mark(two.at, b)
  if (a === c || a === d || b === c || b === d) return
  const [onA, onB] = [side(board, c, d, a), side(board, c, d, b)]
  const [onC, onD] = [side(board, a, b, c), side(board, a, b, d)]
  if (onA > 0 === onB > 0 || onC > 0 === onD > 0 || onA * onB === 0 || onC * onD === 0) return
  const along = onA / (onA - onB)
  const { xs, ys } = board
  const [ax = 0, ay = 0, bx = 0, by = 0] = [xs[a], ys[a], xs[b], ys[b]]
  const crossing = vertex(board, Math.round(ax + along * (bx - ax)), Math.round(ay + along * (by - ay)))
  mark(one.at, crossing)
  mark(two.at, crossing)
}

/** Twice the area of the triangle a, b, p: positive when p lies to the left. */
function side({ xs, ys }: Board, a: number, b: number, p: number): number {
  const [ax = 0, ay = 0] = [xs[a], ys[a]]
  return ((xs[b] ?? 0) - ax) * ((ys[p] ?? 0) - ay) - ((ys[b] ?? 0) - ay) * ((xs[p] ?? 0) - ax)
}

/** Whether a piece passes a vertex, not one of its own ends, within one square. */
function passes(board: Board, { from, to }: Piece, vertex: number): boolean {
  if (vertex === from || vertex === to) return false
  const { xs, ys } = board
  const [ax = 0, ay = 0] = [xs[from], ys[from]]
  const [dx, dy] = [(xs[to] ?? 0) - ax, (ys[to] ?? 0) - ay]
  const [px, py] = [(xs[vertex] ?? 0) - ax, (ys[vertex] ?? 0) - ay]
  const along = px * dx + py * dy
  const length = dx * dx + dy * dy
  if (along <= 0 || along >= length) return false
  const off = dx * py - dy * px
  return off * off <= length
}

function recut(
  board: Board,
  pieces: readonly Piece[],
  cuts: ReadonlyMap<number, ReadonlySet<number>>,
): Map<number, Piece> {
  const { xs, ys } = board
  const anew = new Map<number, Piece>()
  pieces.forEach((piece, at) => {
    const { from, to } = piece
    const [ax = 0, ay = 0] = [xs[from], ys[from]]
    const along = (v: number) => ((xs[v] ?? 0) - ax) * ((xs[to] ?? 0) - ax) + ((ys[v] ?? 0) - ay) * ((ys[to] ?? 0) - ay)
    const stops = [from, ...[...(cuts.get(at) ?? [])].sort((a, b) => along(a) - along(b)), to]
    for (let stop = 1; stop < stops.length; stop++)
      add(anew, { ...piece, from: stops[stop - 1] ?? from, to: stops[stop] ?? to })
  })
  return anew
}
