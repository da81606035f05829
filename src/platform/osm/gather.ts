import { type Growing, growing, push, trimmed } from './growing.ts'
import type { Osm, OsmNodes, OsmRead, OsmRefusal, OsmRelations, OsmTags, OsmWays } from './model.ts'

export type GatheredTags = {
  from: Growing<Uint32Array>
  keys: Growing<Uint32Array>
  values: Growing<Uint32Array>
}

const gatheredTags = (): GatheredTags => ({
  from: growing(Uint32Array),
  keys: growing(Uint32Array),
  values: growing(Uint32Array),
})

/** What both readers fill: ids still unresolved, in the order of the file. */
export type Gathered = ReturnType<typeof gathering>

export function gathering() {
  const texts: string[] = ['']
  const known = new Map<string, number>([['', 0]])
  return {
    texts,
    textOf(text: string): number {
      const at = known.get(text)
      if (at !== undefined) return at
      known.set(text, texts.length)
      return texts.push(text) - 1
    },
    nodes: { ids: growing(Float64Array), lng: growing(Float64Array), lat: growing(Float64Array), tags: gatheredTags() },
    ways: { ids: growing(Float64Array), from: growing(Uint32Array), refs: growing(Float64Array), tags: gatheredTags() },
    relations: {
      ids: growing(Float64Array),
      from: growing(Uint32Array),
      refs: growing(Float64Array),
      kinds: growing(Uint8Array),
      roles: growing(Uint32Array),
      tags: gatheredTags(),
    },
    /** West, south, east, north in units of 1e-7 degree, where the file states them. */
    bounds: null as readonly [number, number, number, number] | null,
  }
}

/** Closes the lists, checks the coordinates and turns ids into indexes. */
export function osmOf(gathered: Gathered, format: Osm['format']): OsmRead {
  const { nodes, ways, relations, texts } = gathered
  if (nodes.ids.length === 0) return { ok: false, refusal: ways.ids.length > 0 ? 'no-points' : 'empty', at: null }
  const wrong = wrongCoordinates(gathered)
  if (wrong) return { ok: false, ...wrong }
  const order = ascending(trimmed(nodes.ids))
  const nodeList = nodesIn(order, gathered)
  const wayOrder = ascending(trimmed(ways.ids))
  const relationOrder = ascending(trimmed(relations.ids))
  const wayList: OsmWays = {
    count: ways.ids.length,
    ids: trimmed(ways.ids),
    from: closed(ways.from, ways.refs.length),
    nodes: resolved(ways.refs, indexOfIds(nodeList.ids, null)),
    tags: tagsOf(ways.tags),
  }
  const lookUps = [
    indexOfIds(nodeList.ids, null),
    indexOfIds(wayList.ids, wayOrder),
    indexOfIds(trimmed(relations.ids), relationOrder),
  ]
  return {
    ok: true,
    osm: { format, texts, nodes: nodeList, ways: wayList, relations: relationsIn(relations, lookUps) },
  }
}

function relationsIn(relations: Gathered['relations'], lookUps: readonly ((id: number) => number)[]): OsmRelations {
  const members = new Int32Array(relations.refs.length)
  for (let at = 0; at < members.length; at += 1)
    members[at] = lookUps[relations.kinds.items[at] ?? 0]?.(relations.refs.items[at] ?? 0) ?? -1
  return {
    count: relations.ids.length,
    ids: trimmed(relations.ids),
    from: closed(relations.from, relations.refs.length),
    members,
    kinds: trimmed(relations.kinds),
    roles: trimmed(relations.roles),
    tags: tagsOf(relations.tags),
  }
}

const LIMIT_LAT = 900_000_000
const LIMIT_LNG = 1_800_000_000

/** A point off the earth; or a file whose points fit its own stated bounds only with both numbers exchanged. */
function wrongCoordinates({ nodes, bounds }: Gathered): { refusal: OsmRefusal; at: number } | null {
  let [outside, swappedOutside, fits, fitsSwapped, first] = [0, 0, 0, 0, 0]
  const [west, south, east, north] = bounds ?? [0, 0, 0, 0]
  for (let at = 0; at < nodes.ids.length; at += 1) {
    const lng = nodes.lng.items[at] ?? 0
    const lat = nodes.lat.items[at] ?? 0
    if (!(Math.abs(lat) <= LIMIT_LAT && Math.abs(lng) <= LIMIT_LNG)) {
      if (outside === 0) first = nodes.ids.items[at] ?? 0
      outside += 1
      if (!(Math.abs(lng) <= LIMIT_LAT && Math.abs(lat) <= LIMIT_LNG)) swappedOutside += 1
    }
    if (lng >= west && lng <= east && lat >= south && lat <= north) fits += 1
    if (lat >= west && lat <= east && lng >= south && lng <= north) fitsSwapped += 1
  }
  if (outside > 0) return { refusal: swappedOutside === 0 ? 'coordinates-swapped' : 'coordinates-outside', at: first }
  if (bounds && fits === 0 && fitsSwapped > 0) return { refusal: 'coordinates-swapped', at: nodes.ids.items[0] ?? 0 }
  return null
}

/** Places in ascending order of id, or null when they stand in it already. */
function ascending(ids: Float64Array): Uint32Array | null {
  let sorted = true
  for (let at = 1; at < ids.length && sorted; at += 1) sorted = (ids[at - 1] ?? 0) < (ids[at] ?? 0)
  if (sorted) return null
  const order = Uint32Array.from(ids, (_, at) => at)
  return order.sort((a, b) => (ids[a] ?? 0) - (ids[b] ?? 0) || a - b)
}

function nodesIn(order: Uint32Array | null, { nodes }: Gathered): OsmNodes {
  const count = nodes.ids.length
  const [ids, lng, lat] = [new Float64Array(count), new Int32Array(count), new Int32Array(count)]
  for (let at = 0; at < count; at += 1) {
    const from = order?.[at] ?? at
    ids[at] = nodes.ids.items[from] ?? 0
    lng[at] = Math.round(nodes.lng.items[from] ?? 0)
    lat[at] = Math.round(nodes.lat.items[from] ?? 0)
  }
  const tags = tagsOf(nodes.tags)
  return { count, ids, lng, lat, tags: order ? tagsInOrder(tags, order) : tags }
}

function tagsInOrder({ from, keys, values }: OsmTags, order: Uint32Array): OsmTags {
  const sorted = { from: new Uint32Array(from.length), keys: keys.slice(), values: values.slice() }
  let to = 0
  for (const [at, old] of order.entries()) {
    sorted.from[at] = to
    for (let pair = from[old] ?? 0; pair < (from[old + 1] ?? 0); pair += 1, to += 1) {
      sorted.keys[to] = keys[pair] ?? 0
      sorted.values[to] = values[pair] ?? 0
    }
  }
  sorted.from[order.length] = to
  return sorted
}

function closed(from: Growing<Uint32Array>, end: number): Uint32Array {
  push(from, end)
  return trimmed(from)
}

const tagsOf = (tags: GatheredTags): OsmTags => ({
  from: closed(tags.from, tags.keys.length),
  keys: trimmed(tags.keys),
  values: trimmed(tags.values),
})

function resolved(refs: Growing<Float64Array>, indexOf: (id: number) => number): Int32Array {
  const found = new Int32Array(refs.length)
  for (let at = 0; at < refs.length; at += 1) found[at] = indexOf(refs.items[at] ?? 0)
  return found
}

/** Index of an id, -1 when absent. Neighbours in a way are often neighbours in the list, so it looks there first. */
function indexOfIds(ids: Float64Array, order: Uint32Array | null): (id: number) => number {
  const place = (at: number): number => order?.[at] ?? at
  let last = 0
  return (id) => {
    if (ids[place(last + 1)] === id) {
      last += 1
      return place(last)
    }
    let [low, high] = [0, ids.length - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((ids[place(middle)] ?? 0) < id) low = middle + 1
      else high = middle
    }
    if (ids[place(low)] !== id) return -1
    last = low
    return place(low)
  }
}
