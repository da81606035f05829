import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pointInPolygon, pointInSurface, pointWithin } from './inside.ts'
import { areaOf, centroid, haversine, metresToSegment, planeAt, polygonArea, signedArea } from './measure.ts'
import { polygonIndex } from './polygon-index.ts'
import { ringFaults, segmentsMeet, wound } from './ring-faults.ts'
import { bboxOf, type LngLat, type MultiPolygon, type Ring, surfaceBbox } from './shapes.ts'
import { coordinateSystems, fromSystem, toSystem } from './systems.ts'

const HERE: LngLat = [117.2, 31.8]
const box = (west: number, south: number, east: number, north: number): Ring => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]
const aboutHere = fc
  .tuple(fc.double({ min: -0.05, max: 0.05, noNaN: true }), fc.double({ min: -0.05, max: 0.05, noNaN: true }))
  .map(([east, north]): LngLat => [HERE[0] + east, HERE[1] + north])

describe('measuring', () => {
  test('a degree of latitude at 31.8° is 110.87 km on the ellipsoid, and Shanghai lies 1067 km from Beijing', () => {
    expect(planeAt(HERE).perDegree[1]).toBeCloseTo(110_870, -2)
    expect(haversine([116.4074, 39.9042], [121.4737, 31.2304]) / 1000).toBeCloseTo(1067.3, 0)
    expect(haversine(HERE, HERE)).toBe(0)
  })

  test('near a point the plane and the sphere agree on a length to 0.6 %, and a point comes back where it was', () => {
    fc.assert(
      fc.property(aboutHere, (there) => {
        const plane = planeAt(HERE)
        const [x, y] = plane.toMetres(there)
        expect(Math.abs(Math.hypot(x, y) - haversine(HERE, there))).toBeLessThan(0.006 * Math.hypot(x, y) + 0.001)
        const back = plane.toLngLat([x, y])
        expect(haversine(back, there)).toBeLessThan(1e-4)
      }),
    )
  })

  test('a square of 100 m by 100 m measures 10,000 m² to a square metre, whichever way it runs', () => {
    const { toLngLat } = planeAt(HERE)
    const corners: [number, number][] = [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
      [0, 0],
    ]
    const square = corners.map(toLngLat)
    expect(signedArea(square)).toBeCloseTo(10_000, 0)
    expect(signedArea([...square].reverse())).toBeCloseTo(-10_000, 0)
    const hole = corners.map(([x, y]) => toLngLat([40 + x / 10, 40 + y / 10]))
    expect(polygonArea([square, hole])).toBeCloseTo(9_900, 0)
    expect(centroid([square])?.map((part, at) => Math.abs(part - (toLngLat([50, 50])[at] ?? 0)) < 1e-9)).toEqual([
      true,
      true,
    ])
  })

  test('the area of the whole earth is 510,065,622 km²', () => {
    const half = (west: number): MultiPolygon => [[box(west, -90, west + 180, 90)]]
    expect((areaOf(half(-180)) + areaOf(half(0))) / 1e6).toBeCloseTo(510_065_622, -1)
  })

  test('a point beside a street is as far from it as the plumb line is long', () => {
    const { toLngLat } = planeAt(HERE)
    expect(metresToSegment(HERE, toLngLat([-50, 30]), toLngLat([50, 30]))).toBeCloseTo(30, 1)
    expect(metresToSegment(HERE, toLngLat([40, 30]), toLngLat([90, 30]))).toBeCloseTo(50, 1)
    expect(metresToSegment(HERE, toLngLat([3, 4]), toLngLat([3, 4]))).toBeCloseTo(5, 2)
  })
})

describe('what is wrong with a ring', () => {
  const faults = (ring: Ring) => ringFaults(ring).map(({ fault }) => fault)
  test('is named, each fault by itself', () => {
    expect(faults(box(0, 0, 1, 1))).toEqual([])
    expect(faults(box(0, 0, 1, 1).slice(0, -1))).toEqual(['not-closed'])
    expect(
      faults([
        [0, 0],
        [1, 1],
        [0, 0],
      ]),
    ).toEqual(['too-few-points'])
    expect(faults([])).toEqual(['too-few-points'])
    expect(
      faults([
        [0, 0],
        [Number.NaN, 1],
        [1, 1],
        [0, 0],
      ]),
    ).toEqual(['not-a-number'])
    expect(
      faults([
        [0, 0],
        [200, 1],
        [1, 1],
        [0, 0],
      ]),
    ).toEqual(['not-a-number'])
    expect(
      ringFaults([
        [0, 0],
        [1, 1],
        [1, 0],
        [0, 1],
        [0, 0],
      ]),
    ).toEqual([{ fault: 'crosses-itself', at: [0.5, 0.5] }])
    expect(
      faults([
        [0, 0],
        [2, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ]),
    ).toEqual(['crosses-itself'])
    expect(
      faults([
        [0, 0],
        [1e-9, 0],
        [1e-9, 1e-9],
        [0, 0],
      ]),
    ).toEqual(['no-area'])
  })

  test('a ring that only turns corners is sound, and one with two corners swapped crosses itself', () => {
    const star = fc.array(fc.integer({ min: 5, max: 50 }), { minLength: 6, maxLength: 60 })
    fc.assert(
      fc.property(star, (radii) => {
        const points = radii.map((radius, at): LngLat => {
          const angle = (at / radii.length) * 2 * Math.PI
          return [117 + (radius / 1e3) * Math.cos(angle), 31 + (radius / 1e3) * Math.sin(angle)]
        })
        const ring = [...points, points[0] ?? HERE]
        expect(ringFaults(ring)).toEqual([])
        expect(signedArea(wound([...ring].reverse(), true))).toBeGreaterThan(0)
        expect(signedArea(wound(ring, false))).toBeLessThan(0)
        const middle = pointWithin([ring])
        expect(middle && pointInPolygon(middle, [ring])).toBe(true)
      }),
    )
  })

  test('whether edges of a ring meet is found as surely as by comparing each with each', () => {
    const dot = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
    fc.assert(
      fc.property(fc.uniqueArray(dot, { minLength: 4, maxLength: 9, selector: String }), (dots) => {
        const ring: Ring = [...dots, dots[0] ?? [0, 0]]
        const edges = ring.slice(1).map((to, at) => ({ from: ring[at] ?? to, to }))
        const meets = edges.some((a, i) =>
          edges.some((b, j) => {
            if (j <= i + 1 || (i === 0 && j === edges.length - 1)) return false
            return segmentsMeet(a, b) !== null
          }),
        )
        if (meets) expect(faults(ring)).toEqual(['crosses-itself'])
      }),
    )
  })
})

describe('finding the area a point lies in', () => {
  /** A chequerboard whose inner corners are shaken: fits together without a gap. */
  const board = fc
    .tuple(fc.integer({ min: 1, max: 7 }), fc.infiniteStream(fc.double({ min: -0.4, max: 0.4, noNaN: true })))
    .map(([size, shakes]): MultiPolygon[] => {
      const corner = new Map<string, LngLat>()
      for (let x = 0; x <= size; x++)
        for (let y = 0; y <= size; y++) {
          const inner = x > 0 && y > 0 && x < size && y < size
          const shake = () => (inner ? Number(shakes.next().value) : 0)
          corner.set(`${x} ${y}`, [117 + (x + shake()) * 0.001, 31 + (y + shake()) * 0.001])
        }
      const at = (x: number, y: number) => corner.get(`${x} ${y}`) ?? HERE
      return Array.from({ length: size * size }, (_, n) => {
        const [x, y] = [n % size, Math.floor(n / size)]
        const ring = [at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1), at(x, y)]
        return [[n % 2 ? ring : [...ring].reverse()]]
      })
    })
  const point = fc.tuple(
    fc.double({ min: -0.0005, max: 0.0075, noNaN: true }),
    fc.double({ min: -0.0005, max: 0.0075, noNaN: true }),
  )

  test('the index answers as the slow way does, and of areas that fit together exactly one holds a point', () => {
    fc.assert(
      fc.property(board, fc.array(point, { maxLength: 40 }), (surfaces, points) => {
        const index = polygonIndex(surfaces)
        const [west, south, east, north] = surfaces
          .map(surfaceBbox)
          .reduce(
            (a, b) =>
              a && b && [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])],
          ) ?? [0, 0, 0, 0]
        const corners = surfaces.flat(3)
        for (const [lng, lat] of [...points.map(([x, y]): LngLat => [117 + x, 31 + y]), ...corners]) {
          const slow = surfaces.flatMap((surface, name) => (pointInSurface([lng, lat], surface) ? [name] : []))
          expect(index.findAll(lng, lat)).toEqual(slow)
          expect(index.find(lng, lat)).toBe(slow[0] ?? -1)
          if (lng >= west && lng < east && lat >= south && lat < north) expect(slow).toHaveLength(1)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a hole is not inside, the other bank is, and nothing holds a point beyond the last area', () => {
    const surfaces: MultiPolygon[] = [[[box(0, 0, 4, 4), box(1, 1, 3, 3)], [box(6, 0, 7, 1)]], [[box(1, 1, 3, 3)]], []]
    const index = polygonIndex(surfaces)
    expect([index.find(0.5, 2), index.find(2, 2), index.find(6.5, 0.5), index.find(5, 0.5), index.find(9, 9)]).toEqual([
      0, 1, 0, -1, -1,
    ])
    expect(index.find(Number.NaN, 0)).toBe(-1)
    expect(polygonIndex([]).find(0, 0)).toBe(-1)
    expect(surfaceBbox([])).toBeNull()
    expect(bboxOf([])).toBeNull()
  })

  test('surfaces laid one over another by the thousand do not blow the index up', () => {
    const surfaces: MultiPolygon[] = Array.from({ length: 3_000 }, (_, n) => [[box(0, 0, 1 + n / 3_000, 1)]])
    const index = polygonIndex(surfaces)
    expect(index.findAll(0.5, 0.5)).toHaveLength(3_000)
    expect(index.find(1.5, 0.5)).toBe(1_501)
  })
})

describe('other systems of coordinates', () => {
  test('Tian’anmen is shifted as the maps shift it', () => {
    const [lng, lat] = toSystem('GCJ-02', [116.391265, 39.907339])
    expect([lng, lat]).toEqual([expect.closeTo(116.397507, 5), expect.closeTo(39.908741, 5)])
  })

  test('there and back again is the same point to a tenth of a millimetre', () => {
    fc.assert(
      fc.property(aboutHere, fc.constantFrom(...coordinateSystems), (here, system) => {
        expect(haversine(fromSystem(system, toSystem(system, here)), here)).toBeLessThan(1e-4)
      }),
    )
    expect(toSystem('BD-09', [2.35, 48.85])).not.toEqual([0, 0])
  })

  test('the shift in China is hundreds of metres, and none for CGCS2000', () => {
    expect(haversine(toSystem('GCJ-02', HERE), HERE)).toBeGreaterThan(200)
    expect(haversine(toSystem('BD-09', HERE), HERE)).toBeGreaterThan(200)
    expect(toSystem('CGCS2000', HERE)).toEqual(HERE)
  })
})
