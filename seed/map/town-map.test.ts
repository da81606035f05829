import { expect, test } from 'vitest'
import { pointInSurface } from '../../src/platform/geo/inside.ts'
import { areaOf } from '../../src/platform/geo/measure.ts'
import { ringFaults } from '../../src/platform/geo/ring-faults.ts'
import { polygonsOf } from '../../src/platform/geo/shapes.ts'
import { readOsm } from '../../src/platform/osm/read.ts'
import { tagReader } from '../../src/platform/osm/tags.ts'
import { cornerIn } from '../places.ts'
import { stories } from '../stories.ts'
import { drawTown, pointOf, townExtract, townSurfaces } from './town-map.ts'

const district = '349901'
const { features } = townSurfaces(district)
const ofLevel = (level: string) => features.filter(({ properties }) => properties.level === level)
const size = (level: string) => ofLevel(level).reduce((sum, { geometry }) => sum + areaOf(polygonsOf(geometry)), 0)

test('the town is drawn the same each time, and its extract is read like any other', () => {
  const read = readOsm(townExtract())
  if (!read.ok) throw new Error(read.refusal)
  const { nodes, ways, texts } = read.osm
  const sheet = drawTown()
  expect([nodes.count, ways.count]).toEqual([sheet.nodes.length, sheet.ways.length])
  expect([nodes.lng[0], nodes.lat[0]]).toEqual(sheet.nodes[0]?.at.map((degrees) => Math.round(degrees * 1e7)))
  expect(Array.from(ways.nodes)).not.toContain(-1)
  const count = (key: string) => {
    const tag = tagReader(texts, ways.tags, key)
    return Array.from({ length: ways.count }, (_, at) => tag(at)).filter((value) => value !== undefined).length
  }
  expect(count('building')).toBeGreaterThan(2_000)
  expect(count('highway')).toBeGreaterThan(500)
})

test('streets, communities and grids cover the same ground, border on border', () => {
  expect([ofLevel('street'), ofLevel('community'), ofLevel('grid')].map(({ length }) => length)).toEqual([4, 8, 32])
  expect(features.flatMap(({ geometry }) => polygonsOf(geometry).flatMap(([ring = []]) => ringFaults(ring)))).toEqual(
    [],
  )
  expect(size('community') / size('street')).toBeCloseTo(1, 9)
  expect(size('grid') / size('street')).toBeCloseTo(1, 9)
  const used = new Map<string, number>()
  for (const { geometry } of ofLevel('grid'))
    for (const [ring = []] of polygonsOf(geometry))
      ring.slice(1).forEach((to, at) => {
        const pair = [String(ring[at]), String(to)].sort().join(' ')
        used.set(pair, (used.get(pair) ?? 0) + 1)
      })
  const alone = [...used.values()].filter((count) => count === 1).length
  expect([...used.values()].every((count) => count <= 2)).toBe(true)
  // Round the whole town a border is one grid's alone: twice 7,200 m and twice 3,400 m in steps of 50 m.
  expect(alone).toBe((2 * 7_200 + 2 * 3_400) / 50)
})

test('every story that tells its corner has a point inside that grid or community', () => {
  const at = new Map(features.map(({ properties, geometry }) => [properties.code, polygonsOf(geometry)]))
  const outside = stories.flatMap(({ id, where: [text, corner] }) => {
    if (corner === null) return []
    const { area, grid } = cornerIn(district, corner)
    const code = grid === null ? `community_${area.split('/')[1]}` : `grid_${grid}`
    const point = pointOf(text, corner, id)
    return point !== null && pointInSurface(point, at.get(code) ?? []) ? [] : [id]
  })
  expect(outside).toEqual([])
})

test('a place that the map knows by its name is found there, and a number of a house with it', () => {
  const lamp = pointOf('石桥路东段，桥头社区东门外', 'qiaotou-1')
  const house = pointOf('新城国际 8 栋前', 'xincheng-1')
  expect(lamp).not.toBeNull()
  expect(house).not.toEqual(pointOf('新城国际 3 栋前', 'xincheng-1'))
  expect(pointOf('线上咨询', null)).toBeNull()
})
