import { ringArea } from './measure.ts'
import { isLngLat, type LngLat, type Ring } from './shapes.ts'

/** What can be wrong with a ring by itself. */
export type RingFault = 'not-a-number' | 'not-closed' | 'too-few-points' | 'crosses-itself' | 'no-area'

/** `at`: where on the map the fault is, as far as it has a place. */
export type FoundRingFault = { readonly fault: RingFault; readonly at: LngLat | null }

/** Rings under this many square metres are slips of the pen, not ground. */
const SMALLEST = 0.01

/**
 * Everything wrong with a ring: numbers, closing, number of points, crossing or touching itself, no ground inside.
 * Empty when it is sound. Takes n log n steps for ordinary rings.
 */
export function ringFaults(ring: Ring): readonly FoundRingFault[] {
  if (!ring.every(([lng, lat]) => isLngLat(lng, lat))) return [{ fault: 'not-a-number', at: null }]
  const [first] = ring
  const last = ring.at(-1)
  if (!first || !last) return [{ fault: 'too-few-points', at: null }]
  if (!same(first, last)) return [{ fault: 'not-closed', at: last }]
  const steps = ring.filter((point, at) => at === 0 || !same(point, ring[at - 1]))
  if (steps.length < 4) return [{ fault: 'too-few-points', at: first }]
  const crossing = selfCrossing(steps)
  if (crossing !== null) return [{ fault: 'crosses-itself', at: crossing }]
  return ringArea(ring) < SMALLEST ? [{ fault: 'no-area', at: first }] : []
}

const same = (a: LngLat, b: LngLat | undefined): boolean => b !== undefined && a[0] === b[0] && a[1] === b[1]

type Edge = {
  readonly at: number
  readonly from: LngLat
  readonly to: LngLat
  readonly west: number
  readonly east: number
}

/** The first place, from the west, where two edges of a closed ring meet that are not neighbours; null for none. */
export function selfCrossing(ring: Ring): LngLat | null {
  const edges: Edge[] = ring.slice(1).map((to, at) => {
    const from = ring[at] ?? to
    return { at, from, to, west: Math.min(from[0], to[0]), east: Math.max(from[0], to[0]) }
  })
  let open: Edge[] = []
  for (const edge of [...edges].sort((a, b) => a.west - b.west)) {
    open = open.filter(({ east }) => east >= edge.west)
    for (const other of open) {
      const met = meeting(edge, other, edges.length)
      if (met !== null) return met
    }
    open.push(edge)
  }
  return null
}

function meeting(a: Edge, b: Edge, count: number): LngLat | null {
  const [first, second] = a.at < b.at ? [a, b] : [b, a]
  if (second.at === first.at + 1) return foldsBack(first.from, first.to, second.to) ? first.to : null
  if (first.at === 0 && second.at === count - 1) return foldsBack(second.from, first.from, first.to) ? first.from : null
  return segmentsMeet(first, second)
}

/** Twice the signed area of a triangle in square degrees: positive when c lies to the left of a → b. */
const turn = (a: LngLat, b: LngLat, c: LngLat): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

/** Whether a line turns round on itself at b: a spike. */
const foldsBack = (a: LngLat, b: LngLat, c: LngLat): boolean =>
  turn(a, b, c) === 0 && (a[0] - b[0]) * (c[0] - b[0]) + (a[1] - b[1]) * (c[1] - b[1]) > 0

type Segment = { readonly from: LngLat; readonly to: LngLat }

const between = (point: LngLat, { from, to }: Segment): boolean =>
  Math.min(from[0], to[0]) <= point[0] &&
  point[0] <= Math.max(from[0], to[0]) &&
  Math.min(from[1], to[1]) <= point[1] &&
  point[1] <= Math.max(from[1], to[1])

/** Where two pieces of line meet: cross, touch, or lie on each other; null when they do not. */
export function segmentsMeet(a: Segment, b: Segment): LngLat | null {
  const [a1, a2] = [turn(b.from, b.to, a.from), turn(b.from, b.to, a.to)]
  const [b1, b2] = [turn(a.from, a.to, b.from), turn(a.from, a.to, b.to)]
  if (a1 * a2 < 0 && b1 * b2 < 0) {
    const along = a1 / (a1 - a2)
    return [a.from[0] + along * (a.to[0] - a.from[0]), a.from[1] + along * (a.to[1] - a.from[1])]
  }
  if (a1 === 0 && between(a.from, b)) return a.from
  if (a2 === 0 && between(a.to, b)) return a.to
  if (b1 === 0 && between(b.from, a)) return b.from
  return b2 === 0 && between(b.to, a) ? b.to : null
}

/** The same ring, run against the clock for an outer ring (`outer`) or with it for a hole (RFC 7946, 3.1.6). */
export function wound(ring: Ring, outer: boolean): Ring {
  let twice = 0
  ring.forEach(([lng, lat], at) => {
    const next = ring[at + 1] ?? ring[0] ?? [lng, lat]
    twice += lng * next[1] - next[0] * lat
  })
  return twice > 0 === outer ? ring : [...ring].reverse()
}
