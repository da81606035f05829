import { memberKinds, type Osm } from './model.ts'

/** A closed line as indexes of nodes; the last is the first again. */
export type NodeRing = readonly number[]

/** Outer ring, then its holes. */
export type NodePolygon = readonly NodeRing[]

/** `open`: how many pieces of border did not close, as where an extract is cut; what they would enclose is left out. */
export type FoundArea = { readonly polygons: readonly NodePolygon[]; readonly open: number }

/** The nodes of a way; null when the file lacks one of them. */
export function nodesOfWay({ ways }: Osm, way: number): number[] | null {
  const nodes = Array.from(ways.nodes.subarray(ways.from[way], ways.from[way + 1]))
  return nodes.length === 0 || nodes.includes(-1) ? null : nodes
}

/** The ring that a closed way is; null for an open, cut or degenerate one. */
export function ringOfWay(osm: Osm, way: number): NodeRing | null {
  const nodes = nodesOfWay(osm, way)
  return nodes && nodes.length >= 4 && nodes[0] === nodes.at(-1) ? nodes : null
}

/** Puts the ways of a multipolygon or boundary together (wiki.openstreetmap.org/wiki/Relation:multipolygon). */
export function areaOfRelation(osm: Osm, relation: number): FoundArea {
  const { relations, texts } = osm
  const pieces: { inner: boolean; nodes: number[] }[] = []
  let lost = 0
  for (let at = relations.from[relation] ?? 0; at < (relations.from[relation + 1] ?? 0); at += 1) {
    if (memberKinds[relations.kinds[at] ?? 0] !== 'way') continue
    const member = relations.members[at] ?? -1
    const nodes = member < 0 ? null : nodesOfWay(osm, member)
    if (nodes && nodes.length > 1) pieces.push({ inner: texts[relations.roles[at] ?? 0] === 'inner', nodes })
    else lost += 1
  }
  const outers = joinedRings(pieces.filter(({ inner }) => !inner).map(({ nodes }) => nodes))
  const inners = joinedRings(pieces.filter(({ inner }) => inner).map(({ nodes }) => nodes))
  return { polygons: withHoles(osm, outers.rings, inners.rings), open: lost + outers.open + inners.open }
}

/** Joins pieces end to end; each piece is used once. */
function joinedRings(pieces: readonly number[][]): { rings: NodeRing[]; open: number } {
  const endsAt = new Map<number, number[]>()
  const note = (node: number | undefined, piece: number) => {
    if (node !== undefined) endsAt.set(node, [...(endsAt.get(node) ?? []), piece])
  }
  for (const [at, nodes] of pieces.entries()) {
    note(nodes[0], at)
    note(nodes.at(-1), at)
  }
  const used = new Set<number>()
  const rings: NodeRing[] = []
  let open = 0
  for (const [at, first] of pieces.entries()) {
    if (used.has(at)) continue
    used.add(at)
    const ring = [...first]
    while (ring[0] !== ring.at(-1)) {
      const next = (endsAt.get(ring.at(-1) ?? -1) ?? []).find((piece) => !used.has(piece))
      if (next === undefined) break
      used.add(next)
      const nodes = pieces[next] ?? []
      ring.push(...(nodes[0] === ring.at(-1) ? nodes : nodes.toReversed()).slice(1))
    }
    if (ring[0] === ring.at(-1) && ring.length >= 4) rings.push(ring)
    else open += 1
  }
  return { rings, open }
}

/** Each hole goes to the smallest outer ring round its first node; one that lies in none is left out. */
function withHoles(osm: Osm, outers: readonly NodeRing[], inners: readonly NodeRing[]): NodePolygon[] {
  const polygons = outers.map((outer) => ({ rings: [outer], size: twiceArea(osm, outer) }))
  for (const inner of inners) {
    const round = polygons
      .filter(
        ({ rings: [outer] }) => outer && inner.some((node) => !outer.includes(node) && isInside(osm, node, outer)),
      )
      .sort((a, b) => a.size - b.size)[0]
    round?.rings.push(inner)
  }
  return polygons.map(({ rings }) => rings)
}

function twiceArea({ nodes }: Osm, ring: NodeRing): number {
  let twice = 0
  const [x, y] = [nodes.lng[ring[0] ?? 0] ?? 0, nodes.lat[ring[0] ?? 0] ?? 0]
  for (let at = 1; at < ring.length; at += 1) {
    const [a, b] = [ring[at - 1] ?? 0, ring[at] ?? 0]
    twice +=
      ((nodes.lng[a] ?? 0) - x) * ((nodes.lat[b] ?? 0) - y) - ((nodes.lng[b] ?? 0) - x) * ((nodes.lat[a] ?? 0) - y)
  }
  return Math.abs(twice)
}

function isInside({ nodes }: Osm, node: number, ring: NodeRing): boolean {
  const [x, y] = [nodes.lng[node] ?? 0, nodes.lat[node] ?? 0]
  let inside = false
  for (let at = 1; at < ring.length; at += 1) {
    const [a, b] = [ring[at - 1] ?? 0, ring[at] ?? 0]
    const [ay, by] = [nodes.lat[a] ?? 0, nodes.lat[b] ?? 0]
    if (ay > y === by > y) continue
    const [ax, bx] = [nodes.lng[a] ?? 0, nodes.lng[b] ?? 0]
    if (x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
  }
  return inside
}
