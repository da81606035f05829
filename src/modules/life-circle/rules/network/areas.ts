import { planeAt } from '../../../../platform/geo/measure.ts'
import { areaOfRelation, type NodePolygon, type NodeRing, ringOfWay } from '../../../../platform/osm/areas.ts'
import { tagReader, tagsAt } from '../../../../platform/osm/tags.ts'
import { addSegment, type Draft, RESIDENTS, sortIndex } from './draft.ts'
import { type WalkedWay, walkedWay } from './tags.ts'

/** More corners than this in one area are not all joined with each other; its entrances are. */
const MOST_CORNERS = 60

/**
 * Lets people cross squares in straight lines: from every entrance (a node where another way meets the rim) to every
 * other that it sees, round the corners where it does not. The rim itself is walked as well. Gives how many there are.
 */
export function addAreas(draft: Draft): number {
  const entrances = waysMeeting(draft)
  let count = 0
  for (const { way, walked } of draft.areas) {
    const ring = ringOfWay(draft.osm, way)
    if (ring) count += cross(draft, [ring], walked, (node) => (entrances[node] ?? 0) > 2)
  }
  const { relations, texts } = draft.osm
  const typeOf = tagReader(texts, relations.tags, 'type')
  for (let at = 0; at < relations.count; at += 1) {
    if (typeOf(at) !== 'multipolygon') continue
    const walked = walkedWay(tagsAt(texts, relations.tags, at))
    if (!walked?.area) continue
    const { polygons, open } = areaOfRelation(draft.osm, at)
    if (open > 0) draft.troubles.push({ trouble: 'area-open', of: `relation ${relations.ids[at]}`, amount: open })
    for (const polygon of polygons) {
      addRims(draft, polygon, walked)
      count += cross(draft, polygon, walked, (node) => (entrances[node] ?? 0) > 0)
    }
  }
  return count
}

/** How many segment ends meet at each node; two of them are the rim's own where a way is the rim. */
function waysMeeting({ osm, a, b }: Draft): Uint8Array {
  const ends = new Uint8Array(osm.nodes.count)
  for (let at = 0; at < a.length; at += 1)
    for (const node of [a.items[at] ?? 0, b.items[at] ?? 0]) ends[node] = Math.min(255, (ends[node] ?? 0) + 1)
  return ends
}

function addRims(draft: Draft, polygon: NodePolygon, walked: WalkedWay): void {
  const piece = pieceOf(draft, walked)
  for (const ring of polygon)
    for (let at = 1; at < ring.length; at += 1)
      addSegment(draft, { a: ring[at - 1] ?? 0, b: ring[at] ?? 0, ...piece, wait: 0 })
}

const pieceOf = (draft: Draft, walked: WalkedWay) => ({
  sort: sortIndex(draft, { ...walked, kind: 'area' }),
  flags: 3 | (walked.residents ? RESIDENTS : 0),
})

function cross(draft: Draft, polygon: NodePolygon, walked: WalkedWay, isEntrance: (node: number) => boolean): number {
  const onRim = [...new Set(polygon.flatMap((ring) => ring.slice(1)))]
  const doors = onRim.filter(isEntrance)
  if (doors.length < 2) return 0
  const bends = polygon.flatMap((ring, at) => bendsOf(draft, ring, at > 0)).filter((node) => !doors.includes(node))
  const corners = doors.length + bends.length <= MOST_CORNERS ? [...doors, ...bends] : doors.slice(0, MOST_CORNERS)
  const ground = groundOf(draft, polygon)
  const piece = pieceOf(draft, walked)
  const seen = corners.flatMap((a, at) =>
    corners.slice(at + 1).flatMap((b, more) => (ground.sees(a, b) ? [{ a, b, p: at, q: at + 1 + more }] : [])),
  )
  for (const { a, b } of worthWalking(draft, seen, corners.length))
    if (!ground.isRim(a, b)) addSegment(draft, { a, b, ...piece, wait: 0 })
  return 1
}

type Seen = { readonly a: number; readonly b: number; readonly p: number; readonly q: number }
/** A line is left out where others lead between its ends with so little more walking. */
const SAME_LENGTH = 1.01

/** Thins the lines of sight, shortest first (a greedy spanner): a wide square is crossed with few lines, to 1 %. */
function worthWalking({ osm: { nodes } }: Draft, seen: readonly Seen[], count: number): Seen[] {
  const [east, north] = planeAt([0, (nodes.lat[seen[0]?.a ?? 0] ?? 0) / 1e7]).perDegree
  const length = ({ a, b }: Seen) =>
    Math.hypot(((nodes.lng[a] ?? 0) - (nodes.lng[b] ?? 0)) * east, ((nodes.lat[a] ?? 0) - (nodes.lat[b] ?? 0)) * north)
  const walked = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY)
  for (let at = 0; at < count; at += 1) walked[at * count + at] = 0
  const sorted = seen.map((line) => ({ line, metres: length(line) })).sort((one, other) => one.metres - other.metres)
  return sorted.flatMap(({ line, metres }) => {
    if ((walked[line.p * count + line.q] ?? 0) <= metres * SAME_LENGTH) return []
    shorten(walked, count, { p: line.p, q: line.q, metres })
    return [line]
  })
}

type Line = { readonly p: number; readonly q: number; readonly metres: number }

/** What all ways between corners become when one line is added. */
function shorten(walked: Float64Array, count: number, { p, q, metres }: Line): void {
  for (let from = 0; from < count; from += 1) {
    const [byP, byQ] = [(walked[from * count + p] ?? 0) + metres, (walked[from * count + q] ?? 0) + metres]
    for (let to = 0; to < count; to += 1) {
      const least = Math.min(byP + (walked[q * count + to] ?? 0), byQ + (walked[p * count + to] ?? 0))
      if (least < (walked[from * count + to] ?? 0)) walked[from * count + to] = least
    }
  }
}

/** Corners that stick into the ground: of the rim those that bend inward, of a hole those that bend outward. */
function bendsOf({ osm }: Draft, ring: NodeRing, isHole: boolean): number[] {
  const corners = ring.slice(1)
  const turns = corners.map((node, at) =>
    turn(osm.nodes, [corners.at(at - 1) ?? node, node, corners[(at + 1) % corners.length] ?? node]),
  )
  let twice = 0
  for (let at = 1; at < ring.length; at += 1) twice += turn(osm.nodes, [ring[0] ?? 0, ring[at - 1] ?? 0, ring[at] ?? 0])
  const side = Math.sign(twice) * (isHole ? -1 : 1)
  return corners.filter((_, at) => (turns[at] ?? 0) * side < 0)
}

type Points = { readonly lng: Int32Array; readonly lat: Int32Array }

/** Positive when the way from the first over the second to the third turns left. */
function turn({ lng, lat }: Points, [p, q, r]: readonly [number, number, number]): number {
  const [px, py] = [lng[p] ?? 0, lat[p] ?? 0]
  return ((lng[q] ?? 0) - px) * ((lat[r] ?? 0) - py) - ((lat[q] ?? 0) - py) * ((lng[r] ?? 0) - px)
}

function groundOf({ osm }: Draft, polygon: NodePolygon) {
  const { nodes } = osm
  const rims = polygon.flatMap((ring) => ring.slice(1).map((to, at) => [ring[at] ?? to, to] as const))
  const isInside = (x: number, y: number): boolean => {
    let inside = false
    for (const [a, b] of rims) {
      const [ay, by] = [nodes.lat[a] ?? 0, nodes.lat[b] ?? 0]
      if (ay > y === by > y) continue
      const [ax, bx] = [nodes.lng[a] ?? 0, nodes.lng[b] ?? 0]
      if (x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside
    }
    return inside
  }
  return {
    isRim: (a: number, b: number) => rims.some(([p, q]) => (p === a && q === b) || (p === b && q === a)),
    /** The line meets no rim but at its own ends, and its middle lies on the ground. */
    sees(a: number, b: number): boolean {
      const meets = rims.some(([p, q]) => {
        if (p === a || p === b || q === a || q === b) return false
        const [one, other] = [turn(nodes, [a, b, p]), turn(nodes, [a, b, q])]
        return one * other <= 0 && turn(nodes, [p, q, a]) * turn(nodes, [p, q, b]) <= 0
      })
      const [x, y] = [((nodes.lng[a] ?? 0) + (nodes.lng[b] ?? 0)) / 2, ((nodes.lat[a] ?? 0) + (nodes.lat[b] ?? 0)) / 2]
      return !meets && isInside(x, y)
    },
  }
}
