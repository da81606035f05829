import { planeAt } from '../../../../platform/geo/measure.ts'
import type { LngLat } from '../../../../platform/geo/shapes.ts'
import type { Accesses, ImportTrouble } from '../../model/network.ts'
import type { Homes, HomeTold, Places, PlaceTold } from '../../model/places.ts'
import type { Ground } from './grid.ts'
import { type Foot, isWalled, MOST_OFF, nearestFoot, type Point } from './nearest.ts'

/** Farther than this from the nearest way a thing is flagged: the map lacks a path there, or the point is wrong. */
export const FAR = 100

export type Snapper = { snap(at: LngLat, level?: number): Foot | null }

/**
 * Takes points to the network by their real distance: to the nearest way without a wall between; from within walls
 * without a way, through the nearest gate in sight.
 */
export function snapperOf(ground: Ground): Snapper {
  const plane = planeAt(ground.network.origin)
  const gaps = gapFeet(ground)
  return {
    snap(at, level = 0) {
      const [x, y] = plane.toMetres(at)
      const point = { x, y, level }
      return nearestFoot(ground, point) ?? throughGap(ground, gaps, point)
    },
  }
}

type Gap = { readonly x: number; readonly y: number; readonly foot: Foot }

function gapFeet(ground: Ground): Gap[] {
  const { gaps } = ground.network
  const found: Gap[] = []
  for (let at = 0; at < gaps.length; at += 2) {
    const [x, y] = [gaps[at] ?? 0, gaps[at + 1] ?? 0]
    const foot = nearestFoot(ground, { x, y, level: 0 })
    if (foot) found.push({ x, y, foot })
  }
  return found
}

function throughGap(ground: Ground, gaps: readonly Gap[], point: Point): Foot | null {
  let best: Foot | null = null
  for (const gap of gaps) {
    const off = Math.hypot(gap.x - point.x, gap.y - point.y) + gap.foot.off
    if (off > MOST_OFF || off >= (best?.off ?? Number.POSITIVE_INFINITY)) continue
    if (!isWalled(ground, point, gap)) best = { ...gap.foot, off }
  }
  return best
}

export type Snapped<T> = T & { readonly troubles: readonly ImportTrouble[] }

const emptyAccess = (count: number): Accesses => ({
  chain: new Int32Array(count).fill(-1),
  segment: new Int32Array(count).fill(-1),
  share: new Float32Array(count),
  off: new Float32Array(count),
})

function put(access: Accesses, at: number, foot: Foot): void {
  access.chain[at] = foot.chain
  access.segment[at] = foot.segment
  access.share[at] = foot.share
  access.off[at] = foot.off
}

const troubleOf = (of: string, foot: Foot | null): ImportTrouble[] => {
  if (foot === null) return [{ trouble: 'not-connected', of, amount: MOST_OFF }]
  return foot.off > FAR ? [{ trouble: 'far-from-network', of, amount: Math.round(foot.off) }] : []
}

/** Facilities by each of their doors. One without a way near any door stays, connected to nothing, and is told. */
export function snapPlaces({ snap }: Snapper, told: readonly PlaceTold[]): Snapped<Places> {
  const from = new Uint32Array(told.length + 1)
  const feet: Foot[] = []
  const troubles: ImportTrouble[] = []
  for (const [at, place] of told.entries()) {
    const found = (place.doors.length > 0 ? place.doors : [place.at]).map((door) => snap(door, place.level ?? 0))
    const near = found.filter((foot) => foot !== null).toSorted((p, q) => p.off - q.off)
    troubles.push(...troubleOf(place.id, near[0] ?? null))
    // A park's far corners stand beside no way; its doors do.
    feet.push(...near.filter(({ off }, rank) => rank === 0 || off <= FAR))
    from[at + 1] = feet.length
  }
  const access = emptyAccess(feet.length)
  for (const [at, foot] of feet.entries()) put(access, at, foot)
  return { told, from, access, troubles }
}

/** Buildings with their people. */
export function snapHomes({ snap }: Snapper, told: readonly HomeTold[]): Snapped<Homes> {
  const count = told.length
  const access = emptyAccess(count)
  const [lng, lat, people] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)]
  const troubles: ImportTrouble[] = []
  for (const [at, home] of told.entries()) {
    lng[at] = Math.round(home.at[0] * 1e7)
    lat[at] = Math.round(home.at[1] * 1e7)
    people[at] = home.people
    const foot = snap(home.at)
    if (foot) put(access, at, foot)
    troubles.push(...troubleOf(home.id, foot))
  }
  return { count, ids: told.map(({ id }) => id), lng, lat, people, access, troubles }
}
