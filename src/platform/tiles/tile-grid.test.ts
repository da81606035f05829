import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inBbox } from '../geo/shapes.ts'
import { isTile, quadOf, quadRange, tileBox, tileUnits } from './tile-grid.ts'

const point = fc.tuple(
  fc.double({ min: -179.99, max: 179.99, noNaN: true }),
  fc.double({ min: -84, max: 84, noNaN: true }),
)
const tileAt = (at: readonly [number, number], z: number) => {
  const [x, y] = tileUnits(at, z).map(Math.floor)
  return { z, x: x ?? 0, y: y ?? 0 }
}

test('the middle of the earth is the corner of four tiles', () => {
  expect(tileUnits([0, 0], 1)).toEqual([1, 1])
  expect(tileBox({ z: 0, x: 0, y: 0 })).toEqual([-180, expect.closeTo(-85.0511, 3), 180, expect.closeTo(85.0511, 3)])
})

test('a point of Shanghai lies in the tile that every web map gives it', () => {
  expect(tileAt([121.4737, 31.2304], 10)).toEqual({ z: 10, x: 857, y: 418 })
})

test('a point lies in the box and in the quads of its tile at every zoom, and in no neighbour’s', () => {
  fc.assert(
    fc.property(point, fc.integer({ min: 0, max: 20 }), (at, z) => {
      const tile = tileAt(at, z)
      const [from, before] = quadRange(tile)
      const quad = quadOf(at)
      const [next, after] = quadRange({ ...tile, x: (tile.x + 1) % 2 ** z })
      return (
        inBbox(tileBox(tile, 1e-6), at) && quad >= from && quad < before && (z === 0 || quad < next || quad >= after)
      )
    }),
  )
})

test('the four quarters of a tile are its quads, one after the other', () => {
  const [from, before] = quadRange({ z: 7, x: 107, y: 52 })
  const quarters = [0, 1, 2, 3].map((part) => quadRange({ z: 8, x: 214 + (part % 2), y: 104 + Math.floor(part / 2) }))
  expect(quarters.flat()).toEqual([from, ...quarters.slice(1).flatMap(([start]) => [start, start]), before])
})

test('an address beyond the map is none', () => {
  expect([isTile({ z: 2, x: 3, y: 3 }), isTile({ z: 2, x: 4, y: 0 }), isTile({ z: 21, x: 0, y: 0 })]).toEqual([
    true,
    false,
    false,
  ])
})
