import type { Accesses, Network } from '../../src/modules/life-circle/model/network.ts'
import { type Gait, UNREACHED } from '../../src/modules/life-circle/model/walk.ts'
import { factorOf } from '../../src/modules/life-circle/rules/reach/walk.ts'

type Link = { readonly to: number; readonly time: number }
type Spot = { readonly name: number; readonly at: number }

/**
 * A plain graph of every node, every point of access and every piece of way between them: no chains, no buckets, no
 * tricks. `points` become vertices of their own, joined to their piece of way at their place, `off` apart.
 */
export function slowGraph(network: Network, gait: Gait, points: Accesses) {
  const { chains, segments, junctions, nodes } = network
  const count = points.chain.length
  // Vertices: nodes, then the foot of each point on its way, then the point itself.
  const foot = (point: number) => nodes.count + point
  const door = (point: number) => nodes.count + count + point
  const into: Link[][] = Array.from({ length: nodes.count + 2 * count }, () => [])
  const spots = new Map<number, Spot[]>()
  const pace = 60 / gait.metresPerMinute
  const timeOf = (segment: number) => {
    const sort = network.classes[segments.sort[segment] ?? 0]
    const factor = sort ? factorOf(sort, gait) : null
    if (factor === null) return null
    return Math.round((segments.length[segment] ?? 0) * pace * factor) + (segments.wait[segment] ?? 0) * 10
  }
  for (let point = 0; point < count; point += 1) {
    const segment = points.segment[point] ?? -1
    const time = segment < 0 ? null : timeOf(segment)
    if (time === null) continue
    const at = Math.round(time * (points.share[point] ?? 0))
    spots.set(segment, [...(spots.get(segment) ?? []), { name: foot(point), at }])
    const off = Math.round((points.off[point] ?? 0) * pace * 100)
    into[door(point)]?.push({ to: foot(point), time: off })
    into[foot(point)]?.push({ to: door(point), time: off })
  }
  for (let chain = 0; chain < chains.count; chain += 1) {
    const [first, last, ways] = [chains.first[chain] ?? 0, chains.first[chain + 1] ?? 0, chains.ways[chain] ?? 0]
    const inner = Array.from({ length: last - first }, (_, at) => first + at)
    const along = [chains.from[chain] ?? 0, ...inner, chains.to[chain] ?? 0]
    for (let at = 1; at < along.length; at += 1) {
      const segment = first - junctions + chain + at - 1
      const time = timeOf(segment)
      if (time === null) continue
      const stops = [
        { name: along[at - 1] ?? 0, at: 0 },
        ...(spots.get(segment) ?? []).toSorted((p, q) => p.at - q.at),
        { name: along[at] ?? 0, at: time },
      ]
      for (let stop = 1; stop < stops.length; stop += 1) {
        const [p, q] = [stops[stop - 1], stops[stop]]
        if (!p || !q) continue
        if (ways & 1) into[q.name]?.push({ to: p.name, time: q.at - p.at })
        if (ways & 2) into[p.name]?.push({ to: q.name, time: q.at - p.at })
      }
    }
  }
  return { into, door }
}

/** Dijkstra as he wrote it, with a heap: the time from every vertex to the nearest of some targets. */
export function slowTimes(into: readonly (readonly Link[])[], targets: readonly number[]): Float64Array {
  const times = new Float64Array(into.length).fill(UNREACHED)
  const heap: [time: number, vertex: number][] = []
  const push = (time: number, vertex: number) => {
    heap.push([time, vertex])
    for (let at = heap.length - 1; at > 0; ) {
      const up = (at - 1) >> 1
      const [one, other] = [heap[at], heap[up]]
      if (!one || !other || other[0] <= one[0]) break
      heap[at] = other
      heap[up] = one
      at = up
    }
  }
  const pop = () => {
    const top = heap[0]
    const end = heap.pop()
    if (!top || !end || heap.length === 0) return top
    heap[0] = end
    for (let at = 0; ; ) {
      const kids = [2 * at + 1, 2 * at + 2].filter((kid) => kid < heap.length)
      const least = kids.sort((p, q) => (heap[p]?.[0] ?? 0) - (heap[q]?.[0] ?? 0))[0]
      const [one, other] = [heap[at], heap[least ?? -1]]
      if (least === undefined || !one || !other || one[0] <= other[0]) break
      heap[at] = other
      heap[least] = one
      at = least
    }
    return top
  }
  for (const target of targets) {
    times[target] = 0
    push(0, target)
  }
  for (let next = pop(); next; next = pop()) {
    const [time, vertex] = next
    if (time > (times[vertex] ?? 0)) continue
    for (const link of into[vertex] ?? [])
      if (time + link.time < (times[link.to] ?? 0)) {
        times[link.to] = time + link.time
        push(time + link.time, link.to)
      }
  }
  return times
}

/** The same graph seen from the other end: times from a vertex outward instead of towards it. */
export function turnedRound(into: readonly (readonly Link[])[]): Link[][] {
  const out: Link[][] = into.map(() => [])
  for (const [vertex, links] of into.entries()) for (const { to, time } of links) out[to]?.push({ to: vertex, time })
  return out
}
