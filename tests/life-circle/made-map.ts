import type { Osm } from '../../src/platform/osm/model.ts'
import { readOsm } from '../../src/platform/osm/read.ts'

export type Tagged = Readonly<Record<string, string>>
/** Metres east and north of 121.4, 31.2, roughly; what a test draws by hand. */
export type DrawnNode = readonly [id: number, east: number, north: number, tags?: Tagged | undefined]
export type DrawnWay = readonly [id: number, nodes: readonly number[], tags: Tagged]
export type DrawnRelation = readonly [
  id: number,
  members: readonly (readonly [way: number, role: string])[],
  tags: Tagged,
]

const text = (value: string) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
const tagsIn = (tags: Tagged = {}) =>
  Object.entries(tags)
    .map(([key, value]) => `<tag k="${text(key)}" v="${text(value)}"/>`)
    .join('')

export const lngAt = (east: number): number => 121.4 + east / 95_350
export const latAt = (north: number): number => 31.2 + north / 110_870

/** A map as a file would hold it, read by the reader of the product. */
export function drawnMap(
  nodes: readonly DrawnNode[],
  ways: readonly DrawnWay[],
  relations: readonly DrawnRelation[] = [],
): Osm {
  const xml = [
    '<osm version="0.6">',
    ...nodes.map(([id, x, y, tags]) => `<node id="${id}" lon="${lngAt(x)}" lat="${latAt(y)}">${tagsIn(tags)}</node>`),
    ...ways.map(
      ([id, refs, tags]) => `<way id="${id}">${refs.map((ref) => `<nd ref="${ref}"/>`).join('')}${tagsIn(tags)}</way>`,
    ),
    ...relations.map(
      ([id, members, tags]) =>
        `<relation id="${id}">${members.map(([way, role]) => `<member type="way" ref="${way}" role="${role}"/>`).join('')}${tagsIn(tags)}</relation>`,
    ),
    '</osm>',
  ].join('')
  const read = readOsm(new TextEncoder().encode(xml))
  if (!read.ok) throw new Error(read.refusal)
  return read.osm
}

/** The same numbers for the same seed on every machine. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const sorts: readonly Tagged[] = [
  { highway: 'residential' },
  { highway: 'footway' },
  { highway: 'footway', surface: 'sand' },
  { highway: 'steps' },
  { highway: 'service', access: 'private' },
  { highway: 'footway', 'oneway:foot': 'yes' },
  { highway: 'footway', footway: 'crossing', crossing: 'traffic_signals' },
  { highway: 'pedestrian', area: 'yes' },
]
const hurdles: readonly Tagged[] = [
  { barrier: 'gate', access: 'private' },
  { barrier: 'gate', locked: 'yes' },
  { barrier: 'kerb', kerb: 'raised' },
  { highway: 'elevator' },
  { barrier: 'stile' },
]

/** A town that no planner would draw: streets with bends, holes in the grid, stairs, gates, one-way stairs, islands. */
export function wildTown(seed: number, size: number): Osm {
  const next = chance(seed)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)]
  const nodes: DrawnNode[] = []
  const ways: DrawnWay[] = []
  const crossing = (x: number, y: number) => y * size + x + 1
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const tags = next() < 0.12 ? pick(hurdles) : undefined
      nodes.push([crossing(x, y), x * 80 + next() * 30, y * 80 + next() * 30, tags])
    }
  let [nodeId, wayId] = [10_000, 1]
  const street = (a: number, b: number) => {
    if (next() < 0.18) return
    const bends = Array.from({ length: Math.floor(next() * 4) }, () => {
      nodeId += 1
      const [, x = 0, y = 0] = nodes[a - 1] ?? []
      const [, u = 0, v = 0] = nodes[b - 1] ?? []
      const at = next()
      const tags = next() < 0.08 ? pick(hurdles) : undefined
      nodes.push([nodeId, x + (u - x) * at + next() * 9, y + (v - y) * at + next() * 9, tags])
      return nodeId
    })
    const tags = next() < 0.6 ? sorts[0] : pick(sorts)
    wayId += 1
    ways.push([wayId, [a, ...bends, b], tags ?? {}])
  }
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      if (x + 1 < size) street(crossing(x, y), crossing(x + 1, y))
      if (y + 1 < size) street(crossing(x, y), crossing(x, y + 1))
    }
  return drawnMap(nodes, ways)
}
