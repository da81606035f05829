import { haversine } from '../../../../platform/geo/measure.ts'
import type { Kind } from '../../model/kinds.ts'
import type { Need, Reach } from '../../model/measures.ts'
import type { Edit, EditRefusal, PlanOutcome } from '../../model/plans.ts'
import { UNREACHED } from '../../model/walk.ts'
import { footholds } from '../reach/access.ts'
import { homesByChain, type Standing, standingAt } from '../reach/catchment.ts'
import { accessesOf, placesOfKind } from '../reach/reach.ts'
import type { Snapper } from '../snap/snap.ts'
import { standingOn } from '../snap/standing.ts'
import { outcomeOf } from './outcome.ts'
import { type Grounds, type KindState, type Link, type OpenPlace, withLinks, withoutPlace, withPlace } from './state.ts'

/** A plan in the making. Every edit is reckoned at once, over the whole city; `undo` takes back the last one. */
export type Plan = {
  try(edit: Edit): { readonly ok: true } | { readonly ok: false; readonly refusal: EditRefusal }
  undo(): boolean
  outcome(): PlanOutcome
  /** The reach as it would be, for maps and lists. */
  reach(): Reach
  readonly edits: readonly Edit[]
}

/** `bare`: the kinds without the plan's links, from which the next edit goes on; `shown`: with them. */
type Version = {
  readonly bare: readonly KindState[]
  readonly shown: readonly KindState[]
  readonly links: readonly Link[]
}
type Parts = { readonly reach: Reach; readonly needs: readonly Need[]; readonly snapper: Snapper }
type Tried = { readonly ok: true; readonly version: Version } | { readonly ok: false; readonly refusal: EditRefusal }
type Room = Parts & { readonly grounds: Grounds; added: number }

const refused = (refusal: EditRefusal): Tried => ({ ok: false, refusal })

export function planOver(parts: Parts): Plan {
  const { reach, needs } = parts
  const grounds = { walk: reach.walk, homes: homesByChain(reach.walk, reach.homes), cap: reach.cap }
  const room: Room = { ...parts, grounds, added: reach.places.told.length }
  const first = firstStates(reach)
  const versions: Version[] = [{ bare: first, shown: first, links: [] }]
  const edits: Edit[] = []
  const now = (): Version => versions.at(-1) ?? { bare: first, shown: first, links: [] }
  const reachNow = (): Reach => ({
    ...reach,
    junctions: now().shown.map(({ times }) => times),
    owners: now().shown.map(({ owners }) => owners),
    homeTimes: now().shown.map(({ homeTimes }) => homeTimes),
    nearest: now().shown.map(({ nearest }) => nearest),
  })
  return {
    edits,
    try(edit) {
      const tried = tryEdit(room, now(), edit)
      if (!tried.ok) return tried
      versions.push(tried.version)
      edits.push(edit)
      return { ok: true }
    },
    undo() {
      if (versions.length === 1) return false
      versions.pop()
      edits.pop()
      return true
    },
    reach: reachNow,
    outcome: () => outcomeOf(reach, reachNow(), needs),
  }
}

function firstStates({ walk, places, kinds, junctions, owners, homeTimes, nearest }: Reach): KindState[] {
  const doors = footholds(walk, places.access)
  const none = new Int32Array(0)
  return kinds.map((kind, at) => ({
    open: placesOfKind(places, kind).map((id) => ({
      id,
      doors: accessesOf(places, id).map((access) => standingAt(doors, access)),
    })),
    linked: [],
    times: junctions[at] ?? none,
    owners: owners[at] ?? none,
    homeTimes: homeTimes[at] ?? none,
    nearest: nearest[at] ?? none,
  }))
}

function tryEdit(room: Room, version: Version, edit: Edit): Tried {
  switch (edit.edit) {
    case 'add':
      return add(room, version, edit.place)
    case 'close':
      return close(room, version, edit.place)
    case 'move':
      return move(room, version, edit)
    case 'open-gate':
      return openGate(room, version, edit.gate)
    case 'build-crossing':
      return buildCrossing(room, version, edit)
  }
}

/** The version with one kind changed, and the links laid over it again. */
function withKind({ grounds }: Room, { bare, shown, links }: Version, at: number, state: KindState): Version {
  return {
    links,
    bare: bare.map((each, place) => (place === at ? state : each)),
    shown: shown.map((each, place) => (place === at ? withLinks(grounds, state, links) : each)),
  }
}

type Added = {
  readonly kind: Kind
  readonly at: readonly [number, number]
  readonly doors: readonly (readonly [number, number])[]
  readonly level: number | null
}

function standingsOf({ reach, snapper }: Room, { at, doors, level }: Added): Standing[] {
  return (doors.length > 0 ? doors : [at])
    .flatMap((door) => snapper.snap(door, level ?? 0) ?? [])
    .map((foot) => standingOn(reach.walk, foot))
    .filter(({ chain }) => chain >= 0)
}

function add(room: Room, version: Version, place: Added): Tried {
  const at = room.reach.kinds.indexOf(place.kind)
  const state = version.bare[at]
  if (!state) return refused('kind-not-measured')
  const doors = standingsOf(room, place)
  if (doors.length === 0) return refused('far-from-network')
  const opened: OpenPlace = { id: room.added, doors }
  room.added += 1
  return { ok: true, version: withKind(room, version, at, withPlace(room.grounds, state, opened)) }
}

function close(room: Room, version: Version, place: number): Tried {
  const at = version.bare.findIndex(({ open }) => open.some(({ id }) => id === place))
  const state = version.bare[at]
  if (!state) return refused('no-such-place')
  return { ok: true, version: withKind(room, version, at, withoutPlace(room.grounds, state, place)) }
}

function move(room: Room, version: Version, { place, to }: Extract<Edit, { edit: 'move' }>): Tried {
  const told = room.reach.places.told[place]
  if (!told) return refused('no-such-place')
  if (told.at[0] === to[0] && told.at[1] === to[1]) return refused('same-spot')
  const closed = close(room, version, place)
  return closed.ok ? add(room, closed.version, { ...told, at: to, doors: [] }) : closed
}

function withLink({ grounds }: Room, version: Version, links: readonly Link[]): Tried {
  const all = [...version.links, ...links]
  return {
    ok: true,
    version: { ...version, links: all, shown: version.bare.map((state) => withLinks(grounds, state, all)) },
  }
}

/** A point at a junction, which stands at the end of any chain open to the walker; null where none is. */
function standingAtJunction({ walk }: Reach, junction: number): Standing | null {
  const { edges, total } = walk
  for (let edge = edges.from[junction] ?? 0; edge < (edges.from[junction + 1] ?? 0); edge += 1) {
    const side = edges.chain[edge] ?? 0
    // It must be possible to walk both in and out at this end.
    if (walk.network.chains.ways[side >>> 1] === 3)
      return { chain: side >>> 1, along: side & 1 ? (total[side >>> 1] ?? 0) : 0, off: 0 }
  }
  return null
}

function openGate(room: Room, version: Version, index: number): Tried {
  const gate = room.reach.walk.network.gates[index]
  if (!gate) return refused('no-such-gate')
  const { chains } = room.reach.walk.network
  const links = gate.chains.flatMap((chain): Link[] => {
    const ends = [chains.from[chain] ?? 0, chains.to[chain] ?? 0].map((end) => standingAtJunction(room.reach, end))
    const [one, other] = ends
    return one && other ? [{ ends: [one, other], time: 0 }] : []
  })
  if (links.length === 0) return refused('far-from-network')
  const isOpen = version.links.some((link) => link.time === 0 && sameStanding(link.ends[0], links[0]?.ends[0]))
  return isOpen ? refused('gate-open-already') : withLink(room, version, links)
}

const sameStanding = (one: Standing, other: Standing | undefined): boolean =>
  one.chain === other?.chain && one.along === other.along

function buildCrossing(
  room: Room,
  version: Version,
  { from, to, waitSeconds }: Extract<Edit, { edit: 'build-crossing' }>,
): Tried {
  const { walk } = room.reach
  const [one, other] = [from, to].map((at) => room.snapper.snap(at))
  if (!one || !other) return refused('far-from-network')
  const ends = [standingOn(walk, one), standingOn(walk, other)] as const
  if (ends[0].chain < 0 || ends[1].chain < 0) return refused('far-from-network')
  if (sameStanding(...ends)) return refused('same-spot')
  // The way from the network to each end is part of the crossing; only `off` of whoever comes by is not.
  const metres = haversine(from, to) + one.off + other.off
  const time = Math.min(UNREACHED - 1, Math.round(metres * walk.perMetre) + Math.round(waitSeconds * 100))
  return withLink(room, version, [
    {
      ends: [
        { ...ends[0], off: 0 },
        { ...ends[1], off: 0 },
      ],
      time,
    },
  ])
}
