import { type Plane, planeAt } from '../../../../platform/geo/measure.ts'
import { polygonIndex } from '../../../../platform/geo/polygon-index.ts'
import { joined, type LngLat, type MultiPolygon, type Ring, surfaceBbox } from '../../../../platform/geo/shapes.ts'
import type { Progress, TopologyFaultKind } from '../../model/topology.ts'
import { type Arrangement, arrange, PER_METRE } from './arrangement.ts'
import { type Face, oddFaces } from './faces.ts'

export type Plate = { readonly code: string; readonly parent: string | null; readonly surface: MultiPolygon }

export type Ground = {
  readonly features: readonly Plate[]
  /** The areas they have to lie in and to cover; none: only gaps that features enclose are found. */
  readonly parents: readonly Plate[]
  /** Gaps, overlaps and overhangs narrower than this in the mean are drawing noise; metres. */
  readonly tolerance: number
}

/** `features` and `parents`: their places in the lists. A gap has no feature. */
export type TopologyFault = {
  readonly kind: TopologyFaultKind
  readonly features: readonly number[]
  readonly parents: readonly number[]
  readonly area: number
  readonly surface: MultiPolygon
}

export type Topology = {
  readonly faults: readonly TopologyFault[]
  /** How many gaps, overlaps and overhangs were too narrow to count. */
  readonly noise: number
}

/**
 * Whether areas fit together: no gap, no overlap, each inside its parent. All borders are cut where they meet, and every
 * piece of ground beside a border that is not simply between two features is asked who covers it. Expects sound rings.
 * A generator, so that whoever drives it may show progress, give others their turn and stop.
 */
export function* checkTopology({ features, parents, tolerance }: Ground): Generator<Progress, Topology> {
  const surfaces = features.map(({ surface }) => surface)
  const above = parents.map(({ surface }) => surface)
  const box = [...surfaces, ...above].map(surfaceBbox).reduce(joined, null)
  if (box === null) return { faults: [], noise: 0 }
  const plane = planeAt([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2])
  const board = yield* arrange({ features: surfaces, parents: above, plane })
  const faces = yield* oddFaces(board)
  const [inFeatures, inParents] = [polygonIndex(surfaces), polygonIndex(above)]
  const found: TopologyFault[] = []
  let noise = 0
  for (const face of faces) {
    const point = deepPoint(board, face)
    const [lng, lat] = plane.toLngLat([point[0] / PER_METRE, point[1] / PER_METRE])
    const covering = inFeatures.findAll(lng, lat)
    const holding = inParents.findAll(lng, lat)
    const kind = faultOf({ covering, holding, features, parents })
    if (kind === null) continue
    if (face.width < tolerance) noise += 1
    else found.push({ kind, features: covering, parents: holding, area: face.area, surface: drawn(board, face, plane) })
  }
  return { faults: together(found), noise }
}

type Cover = Pick<Ground, 'features' | 'parents'> & {
  readonly covering: readonly number[]
  readonly holding: readonly number[]
}

function faultOf({ covering, holding, features, parents }: Cover): TopologyFaultKind | null {
  const [only = -1, ...more] = covering
  if (more.length > 0) return 'overlap'
  if (only < 0) return parents.length === 0 || holding.length > 0 ? 'gap' : null
  if (parents.length === 0) return null
  const own = features[only]?.parent
  return holding.some((at) => parents[at]?.code === own) ? null : 'outside-parent'
}

/** Pieces of one and the same fault are one line of the report. */
function together(found: readonly TopologyFault[]): readonly TopologyFault[] {
  const lines = new Map<string, TopologyFault>()
  for (const fault of found) {
    const { kind, features, parents } = fault
    // Two gaps in one parent are two places to mend; two overlaps of the same features are one.
    const key = kind === 'gap' ? `gap ${lines.size}` : `${kind} ${features.join()} ${parents.join()}`
    const known = lines.get(key)
    const whole = known && { ...known, area: known.area + fault.area, surface: [...known.surface, ...fault.surface] }
    lines.set(key, whole ?? fault)
  }
  return [...lines.values()].sort((a, b) => b.area - a.area)
}

function drawn({ xs, ys }: Arrangement, { ring, holes }: Face, plane: Plane): MultiPolygon {
  const closed = (line: readonly number[]): Ring =>
    [...line, ...line.slice(0, 1)].map(
      (at): LngLat => plane.toLngLat([(xs[at] ?? 0) / PER_METRE, (ys[at] ?? 0) / PER_METRE]),
    )
  return [[closed(ring), ...holes.map(closed)]]
}

const LINES = 24

/** A point as far from the borders of a face as two dozen lines across it can find: the middle of the widest stretch. */
function deepPoint({ xs, ys }: Arrangement, { ring, holes }: Face): readonly [x: number, y: number] {
  let [south, north] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const at of ring) {
    south = Math.min(south, ys[at] ?? 0)
    north = Math.max(north, ys[at] ?? 0)
  }
  let best = { width: -1, x: 0, y: 0 }
  for (let line = 0; line < LINES; line++) {
    // Irregular heights, so that none runs along a border that was drawn on a round number.
    const y = south + ((north - south) * (line + 0.4371)) / LINES
    const meets = [ring, ...holes].flatMap((one) => meetings({ xs, ys }, one, y)).sort((a, b) => a - b)
    for (let at = 0; at + 1 < meets.length; at += 2) {
      const [west = 0, east = 0] = meets.slice(at, at + 2)
      // A stretch counts for less near the top and the bottom, where the next border may be close.
      const width = Math.min(east - west, 2 * Math.min(y - south, north - y) + 1)
      if (width > best.width) best = { width, x: (west + east) / 2, y }
    }
  }
  return [best.x, best.y]
}

function meetings({ xs, ys }: Pick<Arrangement, 'xs' | 'ys'>, ring: readonly number[], y: number): number[] {
  return ring.flatMap((a, at) => {
    const b = ring[(at + 1) % ring.length] ?? a
    const [ax = 0, ay = 0, bx = 0, by = 0] = [xs[a], ys[a], xs[b], ys[b]]
    return ay > y === by > y ? [] : [ax + ((y - ay) / (by - ay)) * (bx - ax)]
  })
}

/** Drives a check to its end without a pause. */
export function finished<Answer>(check: Generator<Progress, Answer>): Answer {
  for (;;) {
    const step = check.next()
    if (step.done) return step.value
  }
}
