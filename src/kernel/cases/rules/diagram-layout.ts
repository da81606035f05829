import { packed } from './diagram-pack.ts'
import type { Arrow, Box, Parts } from './diagram-parts.ts'
import { type Course, type Rows, rowsOf, type Standing } from './diagram-rows.ts'

export type Point = { readonly x: number; readonly y: number }
/** `x` and `y` are the middle. */
export type Area = Point & { readonly width: number; readonly height: number }
export type PlacedBox = Box & Area
/** `way` runs from border to border, upright and level in turn. */
export type PlacedArrow = Arrow & { readonly label: Area; readonly way: readonly Point[] }
export type Placed = {
  readonly width: number
  readonly height: number
  readonly boxes: readonly PlacedBox[]
  readonly arrows: readonly PlacedArrow[]
}

/** The height of one level line between two rows, and the air above and below them all. */
const TRACK = 9
const AIR = 12

/** A procedure laid out from top to bottom: no box, label or line on top of another; lines only cross. */
export function place(parts: Parts): Placed {
  const laid = rowsOf(parts)
  const rows = packed(laid, laid.boxes.find((box) => box.id === parts.spine[0])?.x ?? 0)
  const columns = new Map(rows.courses.map((course) => [course, columnsOf(course, rows)]))
  const gaps = rows.heights.map((_, row) => tracksOf(row, rows.courses, columns))
  const middles: number[] = []
  let y = 0
  for (const [row, height] of rows.heights.entries()) {
    middles.push(y + height / 2)
    y += height + gapHeight(gaps[row])
  }
  const middle = (row: number) => middles[row] ?? 0
  const area = <T extends Standing<object>>(one: T) => ({ ...one, y: middle(one.row) })
  return {
    width: rows.width,
    height: y,
    boxes: rows.boxes.map(area),
    arrows: rows.courses.map((course) => {
      const across = columns.get(course) ?? []
      const corners = cornersOf(course, across, (row, x) => {
        const track = gaps[row]?.get(course)
        const bottom = middle(row) + (rows.heights[row] ?? 0) / 2
        return track === undefined ? null : { x, y: bottom + AIR + track * TRACK }
      })
      const way = [
        { x: across[0] ?? 0, y: middle(course.upper.row) + course.upper.height / 2 },
        ...corners,
        { x: across.at(-1) ?? 0, y: middle(course.lower.row) - course.lower.height / 2 },
      ]
      return { ...course.arrow, label: area(course.label), way: course.isBack ? way.toReversed() : way }
    }),
  }
}

type Tracks = ReadonlyMap<Course, number>

function gapHeight(tracks: Tracks | undefined): number {
  const levels = Math.max(0, ...[...(tracks?.values() ?? [])].map((at) => at + 1))
  return levels === 0 ? AIR : (levels - 1) * TRACK + 2 * AIR
}

/** Where a line is in each row it passes: at its ports in the first and the last. */
function columnsOf(course: Course, { courses }: Rows): readonly number[] {
  const inner = course.inner.map(({ x }) => x)
  return [
    snapped(port(course, 'upper', courses), inner[0]),
    ...inner,
    snapped(port(course, 'lower', courses), inner.at(-1)),
  ]
}

/** A step too small to be seen as one is none. */
const snapped = (x: number, next: number | undefined): number =>
  next !== undefined && Math.abs(x - next) < 5 ? next : x

/** Lines leave a box in the order in which they go on, side by side. */
function port(course: Course, side: 'upper' | 'lower', courses: readonly Course[]): number {
  const box = course[side]
  const half = box.width / 2 - 14
  const here = courses
    .filter((other) => other[side].id === box.id)
    .map((other) => ({ other, x: other.inner.at(side === 'upper' ? 0 : -1)?.x ?? box.x }))
    .sort((a, b) => a.x - b.x)
  // What runs straight on stays in the middle; the others keep to its sides.
  const straight = here.findIndex(({ x }) => Math.abs(x - box.x) < 1)
  const centre = straight < 0 ? (here.length - 1) / 2 : straight
  const gap = Math.min(18, half / Math.max(centre, here.length - 1 - centre, 0.5))
  const at = here.findIndex(({ other }) => other === course)
  const even = box.x + (at - centre) * gap
  return straight < 0 && here.length === 1 ? Math.min(Math.max(here[0]?.x ?? even, box.x - half), box.x + half) : even
}

/**
 * The level of each line that moves sideways between this row and the next. Among those that go left the leftmost is
 * the highest, among those that go right the rightmost: so neighbours do not cross one another.
 */
function tracksOf(row: number, courses: readonly Course[], columns: ReadonlyMap<Course, readonly number[]>): Tracks {
  const moves = courses.flatMap((course) => {
    const at = row - course.upper.row
    const [from, to] = [columns.get(course)?.[at], columns.get(course)?.[at + 1]]
    if (at < 0 || from === undefined || to === undefined || Math.abs(from - to) < 0.5) return []
    return [{ course, from, to, left: Math.min(from, to), right: Math.max(from, to) }]
  })
  const leftward = moves.filter(({ from, to }) => to < from).sort((a, b) => a.from - b.from || a.to - b.to)
  const rightward = moves.filter(({ from, to }) => to > from).sort((a, b) => b.from - a.from || b.to - a.to)
  const tracks = new Map<Course, number>()
  const placed: { left: number; right: number; track: number }[] = []
  for (const { course, left, right } of [...leftward, ...rightward]) {
    const met = placed.filter((other) => other.left <= right + 6 && other.right >= left - 6)
    const track = Math.max(-1, ...met.map((other) => other.track)) + 1
    placed.push({ left, right, track })
    tracks.set(course, track)
  }
  return tracks
}

/** The corners of a line between its two boxes: none where it runs straight down. */
function cornersOf(
  course: Course,
  across: readonly number[],
  onTrack: (row: number, x: number) => Point | null,
): readonly Point[] {
  return across.slice(0, -1).flatMap((x, at) => {
    const row = course.upper.row + at
    return [onTrack(row, x), onTrack(row, across[at + 1] ?? x)].filter((point) => point !== null)
  })
}
