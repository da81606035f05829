import { planeAt } from '../../../../platform/geo/measure.ts'
import type { LngLat } from '../../../../platform/geo/shapes.ts'
import type { Osm } from '../../../../platform/osm/model.ts'
import type { Gate, ImportReport, Network } from '../../model/network.ts'
import { addAreas } from './areas.ts'
import { type Chained, chainsOf } from './chains.ts'
import { addWays, type Draft, draftOf, groundMetres, nodeOf, SHUT } from './draft.ts'
import { addHurdles, type DraftGate, openOutward } from './hurdles.ts'
import { islandsOf } from './islands.ts'
import { wallsOf } from './walls.ts'

export type NetworkMade =
  | { readonly ok: true; readonly network: Network; readonly report: ImportReport }
  | { readonly ok: false; readonly refusal: 'no-ways' | 'cancelled' }

/** Told before each of the steps with the share done; `false` stops. */
export type Step = (share: number) => boolean | undefined

/**
 * The walking network of a map. The same map gives the same bytes. Islands smaller than the main part stay in it and
 * are reported.
 */
export function networkOf(osm: Osm, onStep: Step = () => undefined): NetworkMade {
  const draft = draftOf(osm)
  if (onStep(0) === false) return { ok: false, refusal: 'cancelled' }
  addWays(draft)
  const areas = addAreas(draft)
  if (draft.a.length === 0) return { ok: false, refusal: 'no-ways' }
  if (onStep(0.4) === false) return { ok: false, refusal: 'cancelled' }
  const gates = addHurdles(draft)
  openOutward(draft, gates)
  const chained = chainsOf(draft)
  if (onStep(0.7) === false) return { ok: false, refusal: 'cancelled' }
  const network = laidOut(draft, chained, gates)
  return { ok: true, network, report: reportOf(network, draft, areas) }
}

function laidOut(draft: Draft, chained: Chained, draftGates: readonly DraftGate[]): Network {
  const nodes = nodesOf(draft, chained)
  const junctions = chained.junctions.length
  const chains = {
    count: chained.from.length,
    from: chained.from,
    to: chained.to,
    first: chained.first.map((at) => at + junctions),
    ways: waysOf(draft, chained),
  }
  const segments = segmentsOf(draft, chained)
  const at = (node: number): LngLat => [(nodes.lng[node] ?? 0) / 1e7, (nodes.lat[node] ?? 0) / 1e7]
  const islands = islandsOf({ junctions, chains, segments }, at)
  const origin = middleOf(nodes)
  return {
    origin,
    junctions,
    nodes,
    chains,
    segments,
    classes: draft.classes,
    gates: gatesOf(draft, chained, draftGates),
    ...wallsOf(draft.osm, planeAt(origin)),
    ...islands,
  }
}

function nodesOf(draft: Draft, { junctions, inner }: Chained): Network['nodes'] {
  const { nodes } = draft.osm
  const count = junctions.length + inner.length
  const [ids, lng, lat] = [new Float64Array(count), new Int32Array(count), new Int32Array(count)]
  for (let at = 0; at < count; at += 1) {
    const vertex = (at < junctions.length ? junctions[at] : inner[at - junctions.length]) ?? 0
    const node = nodeOf(draft, vertex)
    ids[at] = nodes.ids[node] ?? 0
    lng[at] = nodes.lng[node] ?? 0
    lat[at] = nodes.lat[node] ?? 0
  }
  return { count, ids, lng, lat }
}

/** The middle of the box round all nodes, to a whole unit so that it is the same everywhere. */
function middleOf({ lng, lat, count }: Network['nodes']): LngLat {
  let [west, east, south, north] = [lng[0] ?? 0, lng[0] ?? 0, lat[0] ?? 0, lat[0] ?? 0]
  for (let at = 1; at < count; at += 1) {
    const [x, y] = [lng[at] ?? 0, lat[at] ?? 0]
    if (x < west) west = x
    if (x > east) east = x
    if (y < south) south = y
    if (y > north) north = y
  }
  return [Math.round((west + east) / 2) / 1e7, Math.round((south + north) / 2) / 1e7]
}

/** A chain of one segment may be one-way or shut; all others are walked both ways, or they would not be one chain. */
function waysOf({ flags }: Draft, { from, first, segments }: Chained): Uint8Array {
  return Uint8Array.from(from, (_, chain) => {
    const segment = segments[(first[chain] ?? 0) + chain] ?? 0
    const flag = flags.items[segment >>> 1] ?? 0
    if (flag & SHUT) return 0
    return segment & 1 ? ((flag & 1) << 1) | ((flag & 2) >> 1) : flag & 3
  })
}

function segmentsOf(draft: Draft, { segments }: Chained): Network['segments'] {
  const metres = groundMetres(draft.osm)
  const made = {
    length: new Uint32Array(segments.length),
    wait: new Uint16Array(segments.length),
    sort: new Uint16Array(segments.length),
  }
  for (const [at, walked] of segments.entries()) {
    const segment = walked >>> 1
    const [a, b] = [nodeOf(draft, draft.a.items[segment] ?? 0), nodeOf(draft, draft.b.items[segment] ?? 0)]
    made.length[at] = Math.round(metres(a, b) * 100)
    made.wait[at] = draft.wait.items[segment] ?? 0
    made.sort[at] = draft.sort.items[segment] ?? 0
  }
  return made
}

function gatesOf(draft: Draft, { from, first, segments }: Chained, gates: readonly DraftGate[]): Gate[] {
  const gateOf = new Map(gates.flatMap((gate, at) => gate.segments.map((segment) => [segment, at] as const)))
  const found = gates.map(() => [] as number[])
  for (let chain = 0; chain < from.length; chain += 1) {
    const gate = gateOf.get((segments[(first[chain] ?? 0) + chain] ?? 0) >>> 1)
    if (gate !== undefined) found[gate]?.push(chain)
  }
  const { ids, lng, lat } = draft.osm.nodes
  return gates.map((gate, at) => ({
    node: ids[gate.node] ?? 0,
    state: gate.segments.every((segment) => (draft.flags.items[segment] ?? 0) & SHUT) ? 'shut' : 'out',
    chains: found[at] ?? [],
    at: [(lng[gate.node] ?? 0) / 1e7, (lat[gate.node] ?? 0) / 1e7],
  }))
}

function reportOf(network: Network, draft: Draft, areas: number): ImportReport {
  const { chains, segments, classes, islands } = network
  let [centimetres, steps, directed] = [0, 0, 0]
  for (const [at, length] of segments.length.entries()) {
    centimetres += length
    if (classes[segments.sort[at] ?? 0]?.kind === 'steps') steps += length
  }
  for (const ways of chains.ways) directed += (ways & 1) + (ways >> 1)
  const islandTroubles = islands.slice(1).map(({ nodes, at: [lng, lat] }) => ({
    trouble: 'island' as const,
    of: `${lng},${lat}`,
    amount: nodes,
  }))
  return {
    nodes: network.nodes.count,
    junctions: network.junctions,
    chains: chains.count,
    directed,
    kilometres: Math.round(centimetres / 1_000) / 100,
    steps: Math.round(steps / 1_000) / 100,
    gates: network.gates.length,
    areas,
    islands,
    troubles: [...draft.troubles, ...islandTroubles],
  }
}
