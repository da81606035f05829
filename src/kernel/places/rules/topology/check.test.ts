import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pointInSurface } from '../../../../platform/geo/inside.ts'
import { areaOf, metresToSegment, planeAt } from '../../../../platform/geo/measure.ts'
import type { LngLat, MultiPolygon } from '../../../../platform/geo/shapes.ts'
import { checkTopology, finished, type Ground, type Plate } from './check.ts'

const plane = planeAt([117.2, 31.8])
const ring = (...points: readonly (readonly [number, number])[]): LngLat[] => {
  const line = points.map((point) => plane.toLngLat(point))
  return [...line, ...line.slice(0, 1)]
}
const box = (west: number, south: number, east: number, north: number): MultiPolygon => [
  [ring([west, south], [east, south], [east, north], [west, north])],
]
const plate = (code: string, surface: MultiPolygon, parent: string | null = null): Plate => ({ code, parent, surface })
const check = (ground: Partial<Ground>) =>
  finished(checkTopology({ features: [], parents: [], tolerance: 0.1, ...ground }))
const said = (ground: Partial<Ground>) =>
  check(ground).faults.map(({ kind, features, area }) => [kind, ...features, Math.round(area)])

const four = [
  plate('a', box(0, 0, 100, 100), 'p'),
  plate('b', box(100, 0, 200, 100), 'p'),
  plate('c', box(0, 100, 100, 200), 'p'),
  plate('d', box(100, 100, 200, 200), 'p'),
]
const parent = plate('p', box(0, 0, 200, 200))

describe('areas that fit together', () => {
  test('give nothing to report, whichever way their rings run and wherever a neighbour has a vertex more', () => {
    const turned = plate('b', [[[...(four[1]?.surface[0]?.[0] ?? [])].reverse()]], 'p')
    const finer = plate('a', [[ring([0, 0], [40, 0], [100, 0], [100, 33.333], [100, 100], [0, 100])]], 'p')
    expect(said({ features: four, parents: [parent] })).toEqual([])
    expect(said({ features: [finer, turned, ...four.slice(2)], parents: [parent] })).toEqual([])
    expect(said({ features: four })).toEqual([])
    expect(said({})).toEqual([])
  })

  test('may differ by less than the tolerance, and the noise is counted', () => {
    const near = plate('a', box(0, 0, 99.95, 100), 'p')
    const { faults, noise } = check({ features: [near, ...four.slice(1)], parents: [parent] })
    expect([faults, noise]).toEqual([[], 1])
    expect(said({ features: [near, ...four.slice(1)], parents: [parent], tolerance: 0.02 })).toEqual([['gap', 5]])
  })
})

describe('what does not fit is found, with its ground in square metres', () => {
  test('a missing grid is a gap, with a parent or enclosed by its neighbours', () => {
    expect(said({ features: four.slice(1), parents: [parent] })).toEqual([['gap', 10_000]])
    expect(said({ features: four.slice(1) })).toEqual([])
    const round = Array.from({ length: 9 }, (_, n) =>
      plate(`${n}`, box((n % 3) * 10, Math.floor(n / 3) * 10, (n % 3) * 10 + 10, Math.floor(n / 3) * 10 + 10)),
    )
    expect(said({ features: round.filter((_, n) => n !== 4) })).toEqual([['gap', 100]])
  })

  test('an overlap names both; an island of ground in a gap is no part of the gap', () => {
    const wide = plate('a', box(0, 0, 110, 100), 'p')
    expect(said({ features: [wide, ...four.slice(1)], parents: [parent] })).toEqual([['overlap', 0, 1, 1_000]])
    const island = plate('x', box(20, 20, 30, 30), 'p')
    expect(said({ features: [island, ...four.slice(1)], parents: [parent] })).toEqual([['gap', 9_900]])
  })

  test('the same grid twice, one inside another, and one that hangs over', () => {
    expect(said({ features: [...four, plate('e', box(0, 0, 100, 100), 'p')], parents: [parent] })).toEqual([
      ['overlap', 0, 4, 10_000],
    ])
    expect(said({ features: [...four, plate('e', box(10, 10, 20, 20), 'p')], parents: [parent] })).toEqual([
      ['overlap', 0, 4, 100],
    ])
    const over = plate('d', box(100, 100, 205, 200), 'p')
    expect(said({ features: [...four.slice(0, 3), over], parents: [parent] })).toEqual([['outside-parent', 3, 500]])
  })

  test('a grid that lies in another community than it says', () => {
    const parents = [plate('p', box(0, 0, 100, 200)), plate('q', box(100, 0, 200, 200))]
    const rightly = four.map(({ code, surface }) => plate(code, surface, code === 'a' || code === 'c' ? 'p' : 'q'))
    expect(said({ features: rightly, parents })).toEqual([])
    expect(said({ features: four, parents })).toEqual([
      ['outside-parent', 1, 10_000],
      ['outside-parent', 3, 10_000],
    ])
  })

  test('crossing borders: two gaps and two overlaps along a line that was drawn crookedly', () => {
    const crooked = plate('a', [[ring([0, 0], [105, 0], [95, 100], [0, 100])]], 'p')
    expect(said({ features: [crooked, ...four.slice(1)], parents: [parent] })).toEqual([
      ['overlap', 0, 1, 125],
      ['gap', 125],
    ])
  })

  test('a hole is filled by what stands in it, and a gap when nothing does', () => {
    const holed = plate('a', [[...(box(0, 0, 100, 100)[0] ?? []), ...(box(40, 40, 60, 60)[0] ?? [])]], 'p')
    expect(said({ features: [holed] })).toEqual([['gap', 400]])
    expect(said({ features: [holed, plate('b', box(40, 40, 60, 60))] })).toEqual([])
  })
})

describe('any board of crooked grids', () => {
  const board = fc.record({
    size: fc.integer({ min: 1, max: 5 }),
    shakes: fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 72, maxLength: 72 }),
    fate: fc.array(fc.constantFrom('keep', 'keep', 'keep', 'drop', 'shift', 'double'), {
      minLength: 25,
      maxLength: 25,
    }),
    shift: fc.tuple(fc.double({ min: -60, max: 60, noNaN: true }), fc.double({ min: -60, max: 60, noNaN: true })),
    samples: fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true })),
      { minLength: 60, maxLength: 60 },
    ),
  })

  function laidOut({
    size,
    shakes,
    fate,
    shift,
  }: {
    size: number
    shakes: number[]
    fate: string[]
    shift: readonly [number, number]
  }) {
    const corner = (x: number, y: number): [number, number] => {
      const at = (y * (size + 1) + x) * 2
      const inner = x > 0 && y > 0 && x < size && y < size
      return [x * 100 + (inner ? (shakes[at] ?? 0) : 0), y * 100 + (inner ? (shakes[at + 1] ?? 0) : 0)]
    }
    const cells = Array.from({ length: size * size }, (_, n) => {
      const [x, y] = [n % size, Math.floor(n / size)]
      return [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)]
    })
    return cells.flatMap((cell, n) => {
      const moved = fate[n] === 'shift' ? cell.map(([x, y]): [number, number] => [x + shift[0], y + shift[1]]) : cell
      const one = plate(`${n}`, [[ring(...moved)]], 'p')
      return fate[n] === 'drop' ? [] : fate[n] === 'double' ? [one, { ...one, code: `${n}b` }] : [one]
    })
  }

  const isNear = (spot: LngLat, surface: MultiPolygon) =>
    surface.flat().some((line) => line.some((to, at) => metresToSegment(spot, line.at(at - 1) ?? to, to) < 0.02))

  test('every spot is reported as the slow way finds it: bare ground, ground counted twice, ground outside', () => {
    fc.assert(
      fc.property(board, (drawn) => {
        const features = laidOut(drawn)
        const whole = plate('p', box(0, 0, drawn.size * 100, drawn.size * 100))
        const { faults } = check({ features, parents: [whole], tolerance: 0 })
        for (const [east, north] of drawn.samples) {
          const spot = plane.toLngLat([(east * 1.4 - 0.2) * drawn.size * 100, (north * 1.4 - 0.2) * drawn.size * 100])
          // Borders are moved onto the raster, by less than a centimetre.
          if ([...features, whole].some(({ surface }) => isNear(spot, surface))) continue
          const covering = features.filter(({ surface }) => pointInSurface(spot, surface)).length
          const isIn = pointInSurface(spot, whole.surface)
          const expected =
            covering > 1 ? 'overlap' : covering === 0 ? (isIn ? 'gap' : null) : isIn ? null : 'outside-parent'
          const told = faults.filter(({ surface }) => pointInSurface(spot, surface)).map(({ kind }) => kind)
          expect(told).toEqual(expected === null ? [] : [expected])
        }
        const bare = faults.filter(({ kind }) => kind === 'gap').reduce((sum, { surface }) => sum + areaOf(surface), 0)
        expect(bare).toBeLessThanOrEqual(areaOf(whole.surface) * 1.0001)
      }),
      { numRuns: 80 },
    )
  })
})
