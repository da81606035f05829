import { expect, test } from 'vitest'
import { gaits, networkIn, strewn } from '../../../../../tests/life-circle/city.ts'
import { drawnMap, latAt, lngAt, wildTown } from '../../../../../tests/life-circle/made-map.ts'
import { slowGraph, slowTimes, turnedRound } from '../../../../../tests/life-circle/slow.ts'
import { pointInSurface } from '../../../../platform/geo/inside.ts'
import { ringFaults } from '../../../../platform/geo/ring-faults.ts'
import type { Network } from '../../model/network.ts'
import { type Gait, UNREACHED } from '../../model/walk.ts'
import { walkOver } from '../reach/walk.ts'
import { groundOf } from '../snap/grid.ts'
import { snapperOf } from '../snap/snap.ts'
import { isochronesOver } from './isochrone.ts'

/** Points on every piece of way with the time at which they are reached, a plain way. */
function everyPoint(
  network: Network,
  gait: Gait,
  out: ReturnType<typeof turnedRound>,
  { from, own }: { from: number; own: number },
) {
  const times = slowTimes(out, [from])
  const { nodes, chains, junctions } = network
  const points: { at: readonly [number, number]; time: number }[] = []
  const walk = walkOver(network, gait)
  for (let chain = 0; chain < chains.count; chain += 1) {
    const [first, last, ways] = [chains.first[chain] ?? 0, chains.first[chain + 1] ?? 0, chains.ways[chain] ?? 0]
    const along = [
      chains.from[chain] ?? 0,
      ...Array.from({ length: last - first }, (_, at) => first + at),
      chains.to[chain] ?? 0,
    ]
    const isOpen = walk.total[chain] !== UNREACHED
    for (let at = 1; at < along.length; at += 1) {
      // On the door's own piece of way one is there sooner than by its ends.
      if (first - junctions + chain + at - 1 === own) continue
      const [a = 0, b = 0] = [along[at - 1], along[at]]
      const begin = at === 1 ? 0 : (walk.along[first - junctions + at - 2] ?? 0)
      const end = at === along.length - 1 ? (walk.total[chain] ?? 0) : (walk.along[first - junctions + at - 1] ?? 0)
      for (const share of [0, 0.13, 0.31, 0.5, 0.77, 1]) {
        const byA = isOpen && ways & 1 ? (times[a] ?? 0) + (end - begin) * share : UNREACHED
        const byB = isOpen && ways & 2 ? (times[b] ?? 0) + (end - begin) * (1 - share) : UNREACHED
        const between = (p = 0, q = 0) => (p + (q - p) * share) / 1e7
        points.push({
          at: [between(nodes.lng[a], nodes.lng[b]), between(nodes.lat[a], nodes.lat[b])],
          time: Math.min(byA, byB),
        })
      }
    }
  }
  return points
}

test('an isochrone covers no piece of way that is out of reach, and most of what is within', () => {
  let [within, covered] = [0, 0]
  for (let seed = 1; seed <= 2; seed += 1)
    for (const gait of gaits.slice(0, 2)) {
      const network = networkIn(wildTown(seed, 8))
      const { snapper, ground, homes } = strewn(network, seed, { places: 1, homes: 3 })
      const { into, door } = slowGraph(network, gait, homes.access)
      const out = turnedRound(into)
      const walk = walkOver(network, gait)
      const isochrones = isochronesOver({ walk, ground, snapper })
      for (let home = 0; home < homes.count; home += 1) {
        const points = everyPoint(network, gait, out, { from: door(home), own: homes.access.segment[home] ?? -1 })
        const at = [(homes.lng[home] ?? 0) / 1e7, (homes.lat[home] ?? 0) / 1e7] as const
        for (const { limit, surface } of isochrones.from(at, [18_000, 36_000]) ?? []) {
          for (const point of points) {
            const isIn = pointInSurface(point.at, surface)
            // Two metres of the way and of rounding on the map.
            if (point.time > limit + 300) expect(isIn, `${seed} ${home} ${point.at} ${point.time}`).toBe(false)
            if (point.time > limit) continue
            within += 1
            covered += isIn ? 1 : 0
          }
          for (const ring of surface.flat()) expect(ringFaults(ring)).toEqual([])
        }
      }
    }
  expect(within).toBeGreaterThan(500)
  expect(covered / within).toBeGreaterThan(0.75)
})

test('ground behind a wall is not covered, though it lies beside the way', () => {
  const map = drawnMap(
    [
      [1, 0, 0],
      [2, 400, 0],
      [3, 0, 12],
      [4, 400, 12],
    ],
    [
      [1, [1, 2], { highway: 'footway' }],
      [2, [3, 4], { barrier: 'wall' }],
    ],
  )
  const network = networkIn(map)
  const ground = groundOf(network)
  const walk = walkOver(network, { walker: 'adult', metresPerMinute: 80 })
  const [isochrone] =
    isochronesOver({ walk, ground, snapper: snapperOf(ground) }).from([lngAt(200), latAt(-3)], [30_000]) ?? []
  const covers = (north: number) => pointInSurface([lngAt(200), latAt(north)], isochrone?.surface ?? [])
  expect([covers(1), covers(-12), covers(25), covers(35)]).toEqual([true, true, false, false])
})

test('from where no way is near there is no isochrone', () => {
  const network = networkIn(wildTown(1, 4))
  const ground = groundOf(network)
  const walk = walkOver(network, { walker: 'adult', metresPerMinute: 80 })
  expect(
    isochronesOver({ walk, ground, snapper: snapperOf(ground) }).from([lngAt(9_000), latAt(0)], [30_000]),
  ).toBeNull()
})
