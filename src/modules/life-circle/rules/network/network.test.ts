import { expect, test } from 'vitest'
import { networkIn } from '../../../../../tests/life-circle/city.ts'
import {
  type DrawnNode,
  type DrawnWay,
  drawnMap,
  latAt,
  lngAt,
  type Tagged,
} from '../../../../../tests/life-circle/made-map.ts'
import { slowGraph, slowTimes } from '../../../../../tests/life-circle/slow.ts'
import type { Gait } from '../../model/walk.ts'
import { UNREACHED } from '../../model/walk.ts'
import { groundOf } from '../snap/grid.ts'
import { snapHomes, snapperOf } from '../snap/snap.ts'
import { networkOf } from './network.ts'
import { admission, hurdleAt, isWall, minutesOfDuration, walkedWay } from './tags.ts'

const walks = (tags: Tagged) => walkedWay(tags) !== null
const pace = (walker: Gait['walker']): Gait => ({ walker, metresPerMinute: 60 })

test('nobody walks on motorways; on trunk roads only where they have a sidewalk or it is said', () => {
  expect([{ highway: 'motorway' }, { highway: 'motorway_link' }, { highway: 'trunk' }].map(walks)).toEqual([
    false,
    false,
    false,
  ])
  expect(walks({ highway: 'trunk', sidewalk: 'both' })).toBe(true)
  expect(walks({ highway: 'trunk', foot: 'yes' })).toBe(true)
  expect(walks({ highway: 'primary', motorroad: 'yes' })).toBe(false)
})

test('where the sidewalk is drawn beside a main road, one walks on it and not on the road', () => {
  expect(walks({ highway: 'primary', sidewalk: 'separate' })).toBe(false)
  expect(walks({ highway: 'residential', sidewalk: 'separate' })).toBe(true)
})

test('foot has the last word over access', () => {
  expect(admission({ access: 'no' })).toBe('none')
  expect(admission({ access: 'no', foot: 'yes' })).toBe('all')
  expect(admission({ access: 'private' })).toBe('residents')
  expect(admission({ foot: 'use_sidepath' })).toBe('none')
  expect(['proposed', 'construction', 'raceway'].map((highway) => walks({ highway }))).toEqual([false, false, false])
})

test('one-way is for vehicles, but for moving stairs and where it is said of people on foot', () => {
  expect(walkedWay({ highway: 'residential', oneway: 'yes' })?.ways).toBe(3)
  expect(walkedWay({ highway: 'steps', conveying: 'forward' })?.ways).toBe(1)
  expect(walkedWay({ highway: 'footway', 'oneway:foot': '-1' })?.ways).toBe(2)
})

test('steps stop a wheelchair, unless there is a ramp; so do raised kerbs, sand and slopes steeper than 1:8', () => {
  const wheels = (tags: Tagged) => walkedWay(tags)?.wheels
  expect(wheels({ highway: 'steps' })).toBe(false)
  expect(wheels({ highway: 'steps', 'ramp:wheelchair': 'yes' })).toBe(true)
  expect(wheels({ highway: 'footway', surface: 'sand' })).toBe(false)
  expect(wheels({ highway: 'footway', incline: '15%' })).toBe(false)
  expect(hurdleAt({ barrier: 'kerb', kerb: 'raised' })?.wheels).toBe(false)
  expect(hurdleAt({ barrier: 'kerb', kerb: 'lowered' })).toBeNull()
})

test('gates stand open unless the map says for whom; bollards stop nobody; a wall across the way does', () => {
  expect(hurdleAt({ barrier: 'gate' })).toBeNull()
  expect(hurdleAt({ barrier: 'bollard' })).toBeNull()
  expect(hurdleAt({ barrier: 'gate', access: 'private' })?.state).toBe('residents')
  expect(hurdleAt({ barrier: 'gate', access: 'private', foot: 'yes' })).toBeNull()
  expect(hurdleAt({ barrier: 'gate', locked: 'yes' })?.state).toBe('shut')
  expect(hurdleAt({ barrier: 'wall' })?.state).toBe('shut')
})

test('ferries take the time that the map tells, in any of its spellings', () => {
  expect(['15', '00:15', '1:05:00', 'PT20M', 'PT1H', 'soon', undefined].map(minutesOfDuration)).toEqual([
    15,
    15,
    65,
    20,
    60,
    null,
    null,
  ])
  expect(walkedWay({ route: 'ferry', duration: '00:10' })).toMatchObject({ kind: 'ferry', takes: 600, off: true })
  expect(walks({ route: 'ferry', foot: 'no' })).toBe(false)
})

test('railways and rivers are walls, but not where they run in tunnels', () => {
  expect(isWall({ railway: 'rail' })).toBe(true)
  expect(isWall({ railway: 'rail', tunnel: 'yes' })).toBe(false)
  expect(isWall({ waterway: 'river' })).toBe(true)
  expect(isWall({ waterway: 'stream' })).toBe(false)
})

/** Seconds from one node to another by the plain graph; null where there is no way. */
function seconds(
  nodes: readonly DrawnNode[],
  ways: readonly DrawnWay[],
  { from, to, walker = 'adult' as const }: { from: number; to: number; walker?: Gait['walker'] },
) {
  const network = networkIn(drawnMap(nodes, ways))
  const none = {
    chain: new Int32Array(0),
    segment: new Int32Array(0),
    share: new Float32Array(0),
    off: new Float32Array(0),
  }
  const { into } = slowGraph(network, pace(walker), none)
  const at = (id: number) => [...network.nodes.ids.keys()].filter((node) => network.nodes.ids[node] === id)
  const times = slowTimes(into, at(to))
  const best = Math.min(...at(from).map((node) => times[node] ?? UNREACHED))
  return best >= UNREACHED ? null : Math.round(best / 100)
}

const road: Tagged = { highway: 'residential' }

test('an estate is left by its gate and crossed by nobody', () => {
  const nodes: DrawnNode[] = [
    [1, 0, 0],
    [2, 100, 0],
    [3, 200, 0],
    [4, 300, 0],
  ]
  const ways: DrawnWay[] = [
    [1, [1, 2], road],
    [2, [2, 3], { highway: 'service', access: 'private' }],
    [3, [3, 4], road],
  ]
  expect(seconds(nodes, ways, { from: 1, to: 4 })).toBeNull()
  const inside: DrawnNode[] = [...nodes, [5, 150, 50]]
  const within: DrawnWay[] = [
    [1, [1, 2], road],
    [2, [2, 5], { highway: 'service', access: 'private' }],
  ]
  expect(seconds(inside, within, { from: 5, to: 1 })).toBeGreaterThan(150)
  expect(seconds(inside, within, { from: 1, to: 5 })).toBeNull()
})

test('behind a gate for residents lies the smaller side; they come out, others do not go in', () => {
  const nodes: DrawnNode[] = [
    [1, 0, 0],
    [2, 100, 0],
    [3, 200, 0],
    [4, 100, 60, { barrier: 'gate', access: 'private' }],
    [5, 100, 120],
  ]
  const ways: DrawnWay[] = [
    [1, [1, 2, 3], road],
    [2, [2, 4, 5], road],
  ]
  expect(seconds(nodes, ways, { from: 5, to: 1 })).toBeGreaterThan(200)
  expect(seconds(nodes, ways, { from: 1, to: 5 })).toBeNull()
})

test('a lift takes its time, and a wheelchair takes the lift where others take the stairs', () => {
  const nodes: DrawnNode[] = [
    [1, 0, 0],
    [2, 50, 0],
    [3, 60, 0],
    [4, 110, 0],
    [5, 55, 10, { highway: 'elevator' }],
  ]
  const ways: DrawnWay[] = [
    [1, [1, 2], road],
    [2, [2, 3], { highway: 'steps' }],
    [3, [3, 4], road],
    [4, [2, 5], road],
    [5, [5, 3], road],
  ]
  expect(seconds(nodes, ways, { from: 1, to: 4 })).toBeCloseTo(120, -1)
  expect(seconds(nodes, ways, { from: 1, to: 4, walker: 'wheelchair' })).toBeCloseTo(167, -1)
})

test('a square is crossed in a straight line, and round what stands in it', () => {
  const corners: DrawnNode[] = [
    [1, 0, 0],
    [2, 100, 0],
    [3, 100, 100],
    [4, 0, 100],
    [5, -50, 0],
    [6, 150, 100],
  ]
  const ways: DrawnWay[] = [
    [1, [1, 2, 3, 4, 1], { highway: 'pedestrian', area: 'yes' }],
    [2, [5, 1], road],
    [3, [3, 6], road],
  ]
  expect(seconds(corners, ways, { from: 1, to: 3 })).toBeCloseTo(141, -1)
  const bare: DrawnWay[] = [
    [1, [1, 2, 3, 4, 1], { highway: 'pedestrian' }],
    [2, [5, 1], road],
    [3, [3, 6], road],
  ]
  expect(seconds(corners, bare, { from: 1, to: 3 })).toBeCloseTo(200, -1)
})

test('nodes at which nothing branches are contracted, and none of them is lost', () => {
  const nodes: DrawnNode[] = [
    [1, 0, 0],
    [2, 50, 9],
    [3, 100, 0],
    [4, 150, 0],
    [5, 100, 50],
  ]
  const network = networkIn(
    drawnMap(nodes, [
      [1, [1, 2, 3, 4], road],
      [2, [3, 5], road],
    ]),
  )
  expect([network.junctions, network.chains.count, network.nodes.count]).toEqual([4, 3, 5])
  expect([...network.nodes.ids].sort()).toEqual([1, 2, 3, 4, 5])
})

test('islands and ways cut by the border are told; a map without ways is refused', () => {
  const made = networkOf(
    drawnMap(
      [
        [1, 0, 0],
        [2, 90, 0],
        [3, 0, 900],
        [4, 9, 900],
      ],
      [
        [1, [1, 2], road],
        [2, [3, 4], road],
        [3, [4, 77], road],
      ],
    ),
  )
  expect(made.ok && made.report.islands.map(({ nodes }) => nodes)).toEqual([2, 2])
  expect(made.ok && made.report.troubles.map(({ trouble, of }) => `${trouble} ${of}`)).toEqual([
    'way-cut way 3',
    expect.stringContaining('island'),
  ])
  expect(
    networkOf(
      drawnMap(
        [
          [1, 0, 0],
          [2, 9, 0],
        ],
        [[1, [1, 2], { building: 'yes' }]],
      ),
    ),
  ).toEqual({ ok: false, refusal: 'no-ways' })
})

test('a home is taken to the way on its own side of the wall, through the gate in sight, and flagged when far', () => {
  const nodes: DrawnNode[] = [
    [1, 0, 0],
    [2, 400, 0],
    [3, 0, 120],
    [4, 400, 120],
    [5, 0, 30],
    [6, 400, 30],
  ]
  const wall: DrawnWay = [9, [5, 6], { barrier: 'wall' }]
  const ways: DrawnWay[] = [[1, [1, 2], road], [2, [3, 4], road], wall]
  const snapped = (list: readonly DrawnNode[], lines: readonly DrawnWay[], north: number) => {
    const told = [{ id: 'h', at: [lngAt(200), latAt(north)] as const, people: 1 }]
    return snapHomes(snapperOf(groundOf(networkIn(drawnMap(list, lines)))), told)
  }
  expect(snapped(nodes, ways, 40).access.off[0]).toBeCloseTo(80, 0)
  expect(snapped(nodes, ways, 20).access.off[0]).toBeCloseTo(20, 0)
  const gated: DrawnNode[] = [...nodes, [7, 250, 30, { barrier: 'gate' }]]
  const closed: DrawnWay[] = [
    [1, [1, 2], road],
    [9, [5, 7, 6], { barrier: 'wall' }],
  ]
  expect(snapped(gated, closed, 40).access.off[0]).toBeCloseTo(51 + 30, 0)
  expect(snapped(nodes, ways, -150).troubles).toMatchObject([{ trouble: 'far-from-network', of: 'h', amount: 150 }])
  expect(snapped(nodes, ways, -900).troubles).toMatchObject([{ trouble: 'not-connected' }])
})
