import { planeAt } from '../../../../platform/geo/measure.ts'
import type { LngLat } from '../../../../platform/geo/shapes.ts'
import type { Need, Reach } from '../../model/measures.ts'
import type { SitedPlace, SitingQuestion } from '../../model/plans.ts'
import { UNREACHED } from '../../model/walk.ts'
import { timesOfNeeds } from '../measure/coverage.ts'
import { type Catchments, catchmentsOf, eachHomeAround, homesByChain, type Standing } from '../reach/catchment.ts'
import type { Snapper } from '../snap/snap.ts'
import { standingOn } from '../snap/standing.ts'
import { boundsOver } from './bounds.ts'

/** One candidate is tried on every square of this side. */
const SPACING = 100

type Site = { readonly at: LngLat; readonly standings: readonly Standing[] }

export type SitingParts = {
  readonly reach: Reach
  /** What a circle asks, for `worst-first`. */
  readonly needs: readonly Need[]
  readonly snapper: Snapper
  /** Told how many candidates were looked at closely; `false` stops. */
  readonly onTried?: (tried: number) => boolean | undefined
}

/**
 * The best sites by greedy choice with lazy evaluation (Minoux 1978): a candidate is looked at again only while what it
 * may at most add is more than the best known. Gives fewer than asked when nobody is left to be covered, and null when
 * stopped.
 */
export function siteOf({ reach, needs, snapper, onTried }: SitingParts, question: SitingQuestion): SitedPlace[] | null {
  const weights = weightsOf(reach, needs, question)
  const sites = question.sites === null ? sitesEverywhere(reach) : sitesGiven(reach, snapper, question.sites)
  const around = {
    catchments: catchmentsOf(reach.walk, homesByChain(reach.walk, reach.homes), question.limit),
    weights,
  }
  const atMost = boundsOver(reach, weights, question.limit)
  const queue = sites.map((site, index) => ({ index, gain: atMost(site.at), round: -1 }))
  for (let at = queue.length >> 1; at >= 0; at -= 1) sink(queue, at)
  const chosen: SitedPlace[] = []
  let [tried, total] = [0, 0]
  for (let round = 0; round < question.count; round += 1) {
    for (let first = queue[0]; first && first.round !== round; first = queue[0]) {
      first.gain = gainOf(around, sites[first.index])
      first.round = round
      tried += 1
      if (tried % 64 === 0 && onTried?.(tried) === false) return null
      sink(queue, 0)
    }
    const best = queue[0]
    const site = best && sites[best.index]
    if (!best || !site || best.gain <= 0) break
    const people = cover(around, site, reach)
    total += people
    takeFirst(queue)
    chosen.push({ at: site.at, site: best.index, people, total })
  }
  return chosen
}

type Around = { readonly catchments: Catchments; readonly weights: Float64Array }
type Queued = { readonly index: number; gain: number; round: number }

const comesFirst = (p: Queued, q: Queued): boolean => p.gain > q.gain || (p.gain === q.gain && p.index < q.index)

/** Lets what stands at a place of the heap sink to where it belongs by now: nothing stands above what comes before it. */
function sink(heap: Queued[], from: number): void {
  const moved = heap[from]
  if (!moved) return
  let at = from
  for (;;) {
    const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]]
    if (!left) break
    const [next, to] = right && comesFirst(right, left) ? [right, 2 * at + 2] : [left, 2 * at + 1]
    if (comesFirst(moved, next)) break
    heap[at] = next
    at = to
  }
  heap[at] = moved
}

/** Takes out what comes first. */
function takeFirst(heap: Queued[]): void {
  const last = heap.pop()
  if (!last || heap.length === 0) return
  heap[0] = last
  sink(heap, 0)
}

function gainOf({ catchments, weights }: Around, site: Site | undefined): number {
  let gain = 0
  if (site)
    eachHomeAround(catchments, site.standings, (home) => {
      gain += weights[home] ?? 0
    })
  return gain
}

/** Takes the newly covered out of what is still to be gained, and says how many people they are. */
function cover({ catchments, weights }: Around, site: Site, { homes }: Reach): number {
  let people = 0
  eachHomeAround(catchments, site.standings, (home) => {
    if ((weights[home] ?? 0) > 0) people += homes.people[home] ?? 0
    weights[home] = 0
  })
  return people
}

/**
 * What covering a building is worth: its people if they are not covered yet. Worst first: one of those who lack the
 * most must-haves is worth more than all the others together.
 */
function weightsOf(reach: Reach, needs: readonly Need[], { kind, limit, equity }: SitingQuestion): Float64Array {
  const { homes } = reach
  const [own] = timesOfNeeds(reach, [{ kind, limit, must: true, weight: 1 }])
  const musts = needs.filter(({ must }) => must)
  const times = timesOfNeeds(reach, musts)
  const missing = Int32Array.from({ length: homes.count }, (_, home) =>
    musts.reduce((sum, need, at) => sum + ((times[at]?.[home] ?? UNREACHED) > need.limit ? 1 : 0), 0),
  )
  const isOpen = (home: number): boolean => (own?.[home] ?? UNREACHED) > limit && (homes.people[home] ?? 0) > 0
  let [worst, everybody] = [0, 1]
  for (let home = 0; home < homes.count; home += 1)
    if (isOpen(home)) {
      worst = Math.max(worst, missing[home] ?? 0)
      everybody += homes.people[home] ?? 0
    }
  return Float64Array.from({ length: homes.count }, (_, home) => {
    if (!isOpen(home)) return 0
    const isFirst = equity === 'worst-first' && missing[home] === worst
    return (homes.people[home] ?? 0) * (isFirst ? everybody : 1)
  })
}

function sitesGiven({ walk }: Reach, { snap }: Snapper, sites: readonly LngLat[]): Site[] {
  return sites.map((at) => {
    const foot = snap(at)
    return { at, standings: foot === null ? [] : [standingOn(walk, foot)] }
  })
}

/** The first junction of every square, standing on the first of its chains that is open to the walker. */
function sitesEverywhere({ walk }: Reach): Site[] {
  const { network, edges } = walk
  const plane = planeAt(network.origin)
  const seen = new Set<string>()
  const sites: Site[] = []
  for (let junction = 0; junction < network.junctions; junction += 1) {
    const side = edges.chain[edges.from[junction] ?? 0]
    if (side === undefined || edges.from[junction] === edges.from[junction + 1]) continue
    const at = [(network.nodes.lng[junction] ?? 0) / 1e7, (network.nodes.lat[junction] ?? 0) / 1e7] as const
    const [x, y] = plane.toMetres(at)
    const square = `${Math.floor(x / SPACING)} ${Math.floor(y / SPACING)}`
    if (seen.has(square)) continue
    seen.add(square)
    const chain = side >>> 1
    sites.push({ at, standings: [{ chain, along: side & 1 ? (walk.total[chain] ?? 0) : 0, off: 0 }] })
  }
  return sites
}
