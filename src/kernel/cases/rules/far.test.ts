import { expect, test } from 'vitest'
import type { Bbox } from '../../../platform/geo/shapes.ts'
import { quadOf } from '../../../platform/tiles/tile-grid.ts'
import { boundsWithin, middleBox, spansOutside } from './far.ts'
import { heapsOf, sampleOf } from './sample.ts'

const town: Bbox = [118.2, 32.2, 118.4, 32.4]

test('a point within the box lies in no span outside, one far away in exactly one, wherever on the earth', () => {
  const spans = spansOutside(town)
  const holding = (lng: number, lat: number) =>
    spans.filter(([from, before]) => quadOf([lng, lat]) >= from && quadOf([lng, lat]) < before).length
  for (const [lng, lat] of [
    [118.2, 32.2],
    [118.3, 32.3],
    [118.4, 32.4],
  ] as const)
    expect(holding(lng, lat)).toBe(0)
  for (const [lng, lat] of [
    [0, 0],
    [116.4, 39.9],
    [118.3, 32.6],
    [118.0, 32.3],
    [-118.3, -32.3],
  ] as const)
    expect(holding(lng, lat)).toBe(1)
  expect(spans.length).toBeLessThan(150)
})

test('the map begins round the cases of the district, however far away one was filed', () => {
  expect(boundsWithin([0, 0, 118.3, 32.3], town)).toEqual([118.2, 32.2, 118.3, 32.3])
  expect(boundsWithin([0, 0, 1, 1], town)).toEqual(town)
  expect(boundsWithin([0, 0, 1, 1], null)).toEqual([0, 0, 1, 1])
})

test('without borders the middle of all cases says where the district is', () => {
  const near = Array.from({ length: 300 }, (_, at) => [118.2 + at / 3000, 32.2 + at / 3000] as const)
  const box = middleBox([...near, [0, 0], [1, 1]])
  expect(box?.[0]).toBeGreaterThan(117)
  expect(box?.[0]).toBeLessThan(118.2)
  expect(box?.[2]).toBeGreaterThan(118.3)
})

test('a sample is the cases of whole grades, and says how many each one stands for', () => {
  const read = [5, 4, 3, 3, 2, 2, 2].map((grade, at) => ({ id: `case_${at}`, grade }))
  expect(sampleOf(read, 7)).toEqual({ drawn: read, per: 1 })
  expect(sampleOf(read, 6)).toEqual({ drawn: read.slice(0, 4), per: 8 })
})

test('heaps count for all that their cases stand for, and how many of those are red', () => {
  const at = { lng: 1, lat: 2, red: true }
  const heaps = heapsOf(
    [
      { ...at, quad: 10 },
      { ...at, quad: 11, red: false, lng: 3 },
      { ...at, quad: 99 },
    ],
    16,
    4,
  )
  expect(heaps).toEqual([
    { lng: 2, lat: 2, count: 8, overdue: 4 },
    { lng: 1, lat: 2, count: 4, overdue: 4 },
  ])
})
