import { atlasOf } from '../../../kernel/places/handle/atlas.ts'
import { areasOf } from '../../../kernel/places/store.ts'
import { localDay, localTime } from '../../../kernel/worktime/rules.ts'
import { pointWithin } from '../../../platform/geo/inside.ts'
import { planeAt } from '../../../platform/geo/measure.ts'
import type { LngLat } from '../../../platform/geo/shapes.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { FromDoorView, PlaceFound } from '../model/circle.ts'
import type { Moment } from '../model/hours.ts'
import { aspectOf } from '../model/kinds.ts'
import type { Reach } from '../model/measures.ts'
import type { Homes } from '../model/places.ts'
import type { Walker } from '../model/profile.ts'
import { minutesOf, timeOf, UNREACHED } from '../model/walk.ts'
import { momentOf } from '../rules/hours/moment.ts'
import { placeState } from '../rules/hours/places.ts'
import { footholds } from '../rules/reach/access.ts'
import { countsAround } from '../rules/reach/around.ts'
import { standingAt } from '../rules/reach/catchment.ts'
import { chainLists, homesFrom, placesOfKind } from '../rules/reach/reach.ts'
import { snapHomes } from '../rules/snap/snap.ts'
import { facilitiesBy } from '../store/facilities.ts'
import { wishesIn } from '../store/spots.ts'
import { kindWords } from '../words/kinds.ts'
import type { Circle } from './circles.ts'
import type { CoverageParts } from './coverage.ts'
import { ringsFrom } from './rings.ts'

/** Farther than this from any way a point is not at a door of this town. */
const FARTHEST_OFF = 500
/** Around a door what others asked for counts this far. */
const AROUND = 800
const MINUTES = [5, 10, 15] as const

export type DoorAsked = {
  readonly at: LngLat
  readonly walker: Walker
  readonly profile?: string
  /** As `OpenAt` has it, or `now`: only what is open then. */
  readonly openAt?: string
}

/** What is reached on foot from a point: surfaces, and the nearest of each kind of the profile. Nothing is kept. */
export async function fromDoor(
  parts: CoverageParts,
  district: string,
  { at, openAt, ...asked }: DoorAsked,
): Promise<FromDoorView | Refused> {
  const now = parts.clock.now()
  const today = `${localDay(now)}-${localTime(now)}`
  const asOf = openAt === undefined || openAt === 'now' ? today : openAt
  const circle = await parts.circles.circleOf(district, { ...asked, ...(openAt !== undefined && { openAt: asOf }) })
  if ('ok' in circle) return circle
  const door = snapHomes(circle.ground.snapper, [{ id: 'door', at, people: 1 }])
  const off = door.access.off[0] ?? Number.POSITIVE_INFINITY
  if (door.access.chain[0] === -1 || off > FARTHEST_OFF) return refused('far-from-network')
  return {
    ok: true,
    reckoned: circle.reckoned,
    off: Math.round(off),
    asOf,
    rings: ringsFrom(circle, at, MINUTES.map(timeOf.minutes)),
    kinds: kindsFrom(circle, door, momentOf(asOf, await parts.circles.calendar())),
    wishes: await wishesIn(parts.db, district, boxAround(at)),
  }
}

/** How far it is on foot from a point to the nearest of each kind of the standing profile; none without a network. */
export async function nearestFrom(parts: CoverageParts, district: string, at: LngLat): Promise<FromDoorView['kinds']> {
  const circle = await parts.circles.circleOf(district, { walker: 'adult' })
  if ('ok' in circle) return []
  const door = snapHomes(circle.ground.snapper, [{ id: 'spot', at, people: 1 }])
  return door.access.chain[0] === -1 ? [] : kindsFrom(circle, door, null)
}

function boxAround(at: LngLat) {
  const plane = planeAt(at)
  const [west, south] = plane.toLngLat([-AROUND, -AROUND])
  const [east, north] = plane.toLngLat([AROUND, AROUND])
  return { west, south, east, north }
}

/** The nearest of each kind from a door; `moment` is what `open` is told for, null where nobody asks. */
function kindsFrom(circle: Circle, door: Homes, moment: Moment | null): FromDoorView['kinds'] {
  const { profile, needs, walk, places, reach, hours } = circle
  const homes = footholds(walk, door.access)
  const counts = countsAround({ walk, places }, standingAt(homes, 0), MINUTES.map(timeOf.minutes))
  const nearest = nearestOf(reach, homes)
  const perhaps = hours && nearestOf(hours.perhaps, homes)
  return profile.demands.map(({ kind, level }, at) => {
    const { time, place } = nearest(at)
    const limit = needs[at]?.limit ?? 0
    const other = perhaps?.(at)
    return {
      kind,
      aspect: aspectOf(kind),
      level,
      limit: tenths(minutesOf(limit)),
      minutes: time >= UNREACHED ? null : tenths(minutesOf(time)),
      enough: time <= limit,
      counts: [...(counts.get(kind) ?? MINUTES.map(() => 0))],
      name: place?.name ?? null,
      lng: place?.at[0] ?? null,
      lat: place?.at[1] ?? null,
      hours: place?.hours ?? '',
      open: place && moment ? placeState(place, moment) : null,
      perhaps:
        other?.place && other.time < time ? { name: other.place.name, minutes: tenths(minutesOf(other.time)) } : null,
    }
  })
}

/** What a reach knows of one door: of each of its kinds the nearest place and the time to it. */
function nearestOf({ walk, places, junctions, owners, kinds, cap }: Reach, homes: ReturnType<typeof footholds>) {
  const doors = { walk, places, doors: footholds(walk, places.access), cap }
  const lists = chainLists(walk)
  return (at: number) => {
    const kind = kinds[at]
    if (kind === undefined) return { time: UNREACHED, place: undefined }
    const found = homesFrom(doors, {
      times: junctions[at] ?? new Int32Array(0),
      owners: owners[at] ?? new Int32Array(0),
      homes,
      lists,
      of: placesOfKind(places, kind),
    })
    return { time: found.times[0] ?? UNREACHED, place: places.told[found.nearest[0] ?? -1] }
  }
}

const tenths = (minutes: number): number => Math.round(minutes * 10) / 10
const MOST_FOUND = 12

/** Communities, what grids are called by their residents, and facilities whose name holds the words; with a point. */
export async function placesNamed(parts: CoverageParts, district: string, q: string): Promise<PlaceFound[]> {
  const words = q.trim().toLowerCase()
  if (words === '') return []
  const [areas, facilities, ground] = await Promise.all([
    areasNamed(parts, district, words),
    facilitiesBy(parts.db, {
      district,
      filters: { q: words, status: 'open' },
      sort: 'name',
      after: null,
      limit: MOST_FOUND,
    }),
    parts.circles.groundOf(district),
  ])
  const fromMap = (ground?.data.places ?? []).filter(({ name }) => name.toLowerCase().includes(words))
  const places = [
    ...facilities.map(({ name, kind, lng, lat }) => ({ name, note: kindWords[kind].zh, lng, lat })),
    ...fromMap.map(({ name, kind, at: [lng, lat] }) => ({ name, note: kindWords[kind].zh, lng, lat })),
  ]
  const seen = new Set<string>()
  return [...areas, ...places].filter(({ name }) => !seen.has(name) && seen.add(name)).slice(0, MOST_FOUND)
}

async function areasNamed({ db, clock }: CoverageParts, district: string, words: string): Promise<PlaceFound[]> {
  const [atlas, areas] = await Promise.all([atlasOf(db, district, localDay(clock.now())), areasOf(db, district)])
  return areas.flatMap(({ code, level, name, aliases }) => {
    const called = [name, ...aliases].find((one) => one.toLowerCase().includes(words))
    if (called === undefined) return []
    const drawn = atlas.named(level === 'grid' ? 'social-grid' : level, code.slice(level.length + 1))
    const within = drawn?.surface[0] ? pointWithin(drawn.surface[0]) : null
    return within ? [{ name: called, note: called === name ? '' : name, lng: within[0], lat: within[1] }] : []
  })
}
