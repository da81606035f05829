import { expect, test } from 'vitest'
import { readOsm } from '../osm/read.ts'
import { seaOf } from './sea.ts'

type Spot = readonly [lng: number, lat: number]

/** An extract of these coastlines, each a list of named nodes in the direction in which land lies left. */
function extract(spots: Readonly<Record<string, Spot>>, coasts: readonly string[]) {
  const names = Object.keys(spots)
  const nodes = Object.values(spots).map(([lng, lat], at) => `<node id="${at + 1}" lat="${lat}" lon="${lng}"/>`)
  const ways = coasts.map((coast, at) => {
    const refs = [...coast].map((name) => `<nd ref="${names.indexOf(name) + 1}"/>`).join('')
    return `<way id="${at + 1}">${refs}<tag k="natural" v="coastline"/></way>`
  })
  const read = readOsm(Buffer.from(`<osm version="0.6">${nodes.join('')}${ways.join('')}</osm>`), () => true)
  if (!read.ok) throw new Error(read.refusal)
  return read.osm
}

const box = [0, 0, 10, 10] as const
const areaIn = (rings: readonly (readonly Spot[])[]) =>
  rings.map((ring) => {
    const twice = ring.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y]
      return sum + x * nextY - nextX * y
    }, 0)
    return Math.round(Math.abs(twice) / 2)
  })
const sea = (...args: Parameters<typeof extract>) => seaOf(extract(...args), [...box]).map(areaIn)

test('right of a coast that crosses the box lies the sea, in whichever direction it runs and however it is cut in ways', () => {
  const spots = { a: [4, -1], b: [4, 5], c: [4, 11] } as const
  expect(sea(spots, ['abc'])).toEqual([[60]])
  expect(sea(spots, ['cba'])).toEqual([[40]])
  expect(sea(spots, ['bc', 'ab'])).toEqual([[60]])
})

test('an island is left out of the sea, a lagoon is a sea of its own, and an island alone lies in nothing but sea', () => {
  const island = { p: [6, 2], q: [8, 2], r: [8, 4], s: [6, 4] } as const
  expect(sea({ a: [4, -1], c: [4, 11], ...island }, ['ac', 'pqrsp'])).toEqual([[60, 4]])
  expect(sea(island, ['pqrsp'])).toEqual([[100, 4]])
  expect(sea(island, ['psrqp'])).toEqual([[4]])
})

test('a bay and a cape are each closed along the box; a strait has a coast on either side', () => {
  expect(sea({ a: [11, 3], b: [5, 5], c: [11, 7] }, ['abc'])).toEqual([[8]])
  expect(sea({ a: [11, 3], b: [5, 5], c: [11, 7] }, ['cba'])).toEqual([[92]])
  const strait = { a: [-1, 4], b: [11, 4], c: [11, 6], d: [-1, 6] } as const
  expect(sea(strait, ['ba', 'dc'])).toEqual([[20]])
})

test('an island that reaches over the edge is cut by it; a coast that breaks off inside draws nothing', () => {
  expect(sea({ a: [8, 4], b: [12, 4], c: [12, 6], d: [8, 6] }, ['abcda'])).toEqual([[96]])
  expect(sea({ a: [4, -1], b: [4, 5] }, ['ab'])).toEqual([])
  expect(sea({ a: [4, -1], b: [4, 5] }, [])).toEqual([])
})
