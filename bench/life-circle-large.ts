import type { Osm, OsmTags } from '../src/platform/osm/model.ts'
import { chance } from '../tests/life-circle/made-map.ts'

/** Metres between crossings, and 1e-7 degrees to a metre at the latitude of Shanghai. */
const SPACING = 90
const PER_METRE = { lng: 105, lat: 90 }

const noTags = (count: number): OsmTags => ({
  from: new Uint32Array(count + 1),
  keys: new Uint32Array(0),
  values: new Uint32Array(0),
})

/** A made town of `side` by `side` crossings with two or three bends to a street, six nodes to a crossing. */
export function largeTown(side: number): Osm {
  const next = chance(7)
  const streets = 2 * side * (side - 1)
  const bends = Uint8Array.from({ length: streets }, () => 2 + Math.floor(next() * 2))
  const count = side * side + bends.reduce((sum, each) => sum + each, 0)
  const [lng, lat] = [new Int32Array(count), new Int32Array(count)]
  const put = (node: number, x: number, y: number) => {
    lng[node] = 1_210_000_000 + Math.round(x * PER_METRE.lng)
    lat[node] = 310_000_000 + Math.round(y * PER_METRE.lat)
  }
  for (let node = 0; node < side * side; node += 1)
    put(node, (node % side) * SPACING + next() * 25, Math.floor(node / side) * SPACING + next() * 25)
  const from = new Uint32Array(streets + 1)
  const nodes = new Int32Array(count - side * side + 2 * streets)
  let [street, free, end] = [0, side * side, 0]
  const lay = (a: number, b: number) => {
    nodes[end++] = a
    const parts = (bends[street] ?? 0) + 1
    for (let part = 1; part < parts; part += 1) {
      const share = part / parts
      const between = (list: Int32Array) => (list[a] ?? 0) + ((list[b] ?? 0) - (list[a] ?? 0)) * share
      lng[free] = Math.round(between(lng) + next() * 500)
      lat[free] = Math.round(between(lat) + next() * 500)
      nodes[end++] = free++
    }
    nodes[end++] = b
    street += 1
    from[street] = end
  }
  for (let node = 0; node < side * side; node += 1) {
    if ((node + 1) % side !== 0) lay(node, node + 1)
    if (node + side < side * side) lay(node, node + side)
  }
  return {
    format: 'pbf',
    texts: ['', 'highway', 'residential'],
    nodes: { count, ids: Float64Array.from({ length: count }, (_, at) => at + 1), lng, lat, tags: noTags(count) },
    ways: {
      count: streets,
      ids: Float64Array.from({ length: streets }, (_, at) => at + 1),
      from,
      nodes,
      tags: {
        from: Uint32Array.from({ length: streets + 1 }, (_, at) => at),
        keys: new Uint32Array(streets).fill(1),
        values: new Uint32Array(streets).fill(2),
      },
    },
    relations: {
      count: 0,
      ids: new Float64Array(0),
      from: new Uint32Array(1),
      members: new Int32Array(0),
      kinds: new Uint8Array(0),
      roles: new Uint32Array(0),
      tags: noTags(0),
    },
  }
}
