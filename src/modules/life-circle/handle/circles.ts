import { createHash } from 'node:crypto'
import { atlasOf } from '../../../kernel/places/handle/atlas.ts'
import type { WorkCalendar } from '../../../kernel/worktime/model.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { keptCalendar } from '../../../kernel/worktime/store.ts'
import type { Db } from '../../../platform/db/db.ts'
import type { LngLat } from '../../../platform/geo/shapes.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { Clock } from '../../../platform/time.ts'
import { areaLayers, type Reckoned } from '../model/circle.ts'
import type { Moment } from '../model/hours.ts'
import type { Kind } from '../model/kinds.ts'
import type { Need, Reach } from '../model/measures.ts'
import type { ImportTrouble } from '../model/network.ts'
import type { Places, PlaceTold } from '../model/places.ts'
import type { Profile, Walker } from '../model/profile.ts'
import { timeOf, type Walk } from '../model/walk.ts'
import { facilityPlaces } from '../rules/facility-places.ts'
import { momentOf } from '../rules/hours/moment.ts'
import { placesAt } from '../rules/hours/places.ts'
import { limitSeconds } from '../rules/profile.ts'
import { reachOf } from '../rules/reach/reach.ts'
import { walkOver } from '../rules/reach/walk.ts'
import { groundOf } from '../rules/snap/grid.ts'
import { type Snapper, snapPlaces, snapperOf } from '../rules/snap/snap.ts'
import { ledgerFacilities } from '../store/facilities.ts'
import { type CircleData, findNetwork, type NetworkRow, networksOf, openNetwork } from '../store/networks.ts'
import { standingOf } from '../store/profiles.ts'
import { profileFor } from './profiles.ts'

export type CircleParts = { readonly db: Db; readonly clock: Clock; readonly dataDir: string }

/** The ground of a district in this process: its network, the homes on it with their areas, and how things meet it. */
export type Ground = {
  readonly row: NetworkRow
  readonly data: CircleData
  readonly squares: ReturnType<typeof groundOf>
  readonly snapper: Snapper
  readonly streets: readonly (string | null)[]
  readonly communities: readonly (string | null)[]
  readonly grids: readonly (string | null)[]
  /** What communities were called when the ground was opened. */
  readonly communityNames: ReadonlyMap<string, string>
}

/** Everything that a figure is reckoned from. */
export type Circle = {
  readonly ground: Ground
  readonly profile: Profile
  readonly walker: Walker
  readonly needs: readonly Need[]
  readonly walk: Walk
  readonly places: Places
  readonly reach: Reach
  readonly reckoned: Reckoned
  /** Facilities that are far from every way, or that no way is near to. */
  readonly off: readonly ImportTrouble[]
  /** What was open when; null: regardless of hours. */
  readonly hours: CircleHours | null
}

/** A circle of a moment counts only what was open for certain. */
export type CircleHours = {
  readonly closed: ReadonlyMap<Kind, number>
  readonly unknown: ReadonlyMap<Kind, number>
  /** What would be reached if all places of unknown hours were open. */
  readonly perhaps: Reach
  /** Every facility, whatever its hours. */
  readonly told: readonly PlaceTold[]
}

/** `openAt` as `OpenAt` has it: only what is open then counts. */
export type CircleAsked = { readonly profile?: string; readonly walker: Walker; readonly openAt?: string }

/** Nothing is looked for farther than an hour's walk. */
const FARTHEST = timeOf.minutes(60)
const KEPT = 8

/** The circles of this process. What was reckoned is kept until network, profile or facilities are others. */
export function createCircles(parts: CircleParts) {
  const grounds = new Map<string, Promise<Ground | null>>()
  const circles = new Map<string, Circle>()
  const calendarNow = keptCalendar(parts.db)

  async function groundOfDistrict(district: string): Promise<Ground | null> {
    const version = (await standingOf(parts.db, district)).network
    const row =
      version === null ? (await networksOf(parts.db, district))[0] : await findNetwork(parts.db, district, version)
    if (!row) return null
    const key = `${district} ${row.bytesHash}`
    const known = grounds.get(key)
    if (known) return known
    const opened = openGround(parts, district, row)
    grounds.clear()
    grounds.set(key, opened)
    opened.catch(() => grounds.delete(key))
    return opened
  }

  return {
    groundOf: groundOfDistrict,
    /** The working calendar, by which a day is a holiday or not. */
    calendar: calendarNow,
    /** What streets, communities and grids are called today, by code. */
    async areaNames(district: string): Promise<ReadonlyMap<string, string>> {
      const atlas = await atlasOf(parts.db, district, localDay(parts.clock.now()))
      return new Map(areaLayers.flatMap((layer) => atlas.all(layer).map(({ code, name }) => [code, name] as const)))
    },
    /** The circle by a profile that is not kept yet; nothing of it is remembered. */
    async circleBy(district: string, profile: Profile, walker: Walker): Promise<Circle | Refused> {
      const ground = await groundOfDistrict(district)
      if (!ground) return refused('no-network', 404)
      const told = await toldPlaces(parts.db, district, ground.data.places)
      return reckon(ground, { profile, walker, told, facilities: hashOf(told), at: null })
    },
    /** The circle of a district by a profile and for a walker, or why there is none. */
    async circleOf(district: string, asked: CircleAsked): Promise<Circle | Refused> {
      const ground = await groundOfDistrict(district)
      if (!ground) return refused('no-network', 404)
      const profile = await profileFor(parts.db, district, asked.profile)
      if ('ok' in profile) return profile
      const told = await toldPlaces(parts.db, district, ground.data.places)
      const facilities = hashOf(told)
      const at = asked.openAt === undefined ? null : await openAtOf(asked.openAt, calendarNow)
      if (at && 'ok' in at) return at
      const by = [ground.row.version, profile.id, profile.version, asked.walker, facilities]
      const key = [...by, ...(at ? [at.openAt, at.calendar] : [])].join(' ')
      const known = circles.get(`${district} ${key}`)
      if (known) return known
      const circle = reckon(ground, { profile, walker: asked.walker, told, facilities, at })
      circles.set(`${district} ${key}`, circle)
      for (const old of [...circles.keys()].slice(0, Math.max(0, circles.size - KEPT))) circles.delete(old)
      return circle
    },
  }
}

export type Circles = ReturnType<typeof createCircles>

async function openGround({ db, clock, dataDir }: CircleParts, district: string, row: NetworkRow) {
  const data = await openNetwork(dataDir, row.bytesHash)
  if (!data) return null
  const atlas = await atlasOf(db, district, localDay(clock.now()))
  const { count, lng, lat } = data.homes
  const where = Array.from({ length: count }, (_, at) => atlas.at([(lng[at] ?? 0) / 1e7, (lat[at] ?? 0) / 1e7]))
  const squares = groundOf(data.network)
  return {
    row,
    data,
    squares,
    snapper: snapperOf(squares),
    streets: where.map(({ street }) => street?.code ?? null),
    communities: where.map(({ community }) => community?.code ?? null),
    grids: where.map((found) => found['social-grid']?.code ?? null),
    communityNames: new Map(atlas.all('community').map(({ code, name }) => [code, name])),
  }
}

/** The map's facilities as the city's ledger corrects and completes them; only what is open to all counts. */
async function toldPlaces(db: Db, district: string, fromMap: readonly PlaceTold[]): Promise<PlaceTold[]> {
  return facilityPlaces(fromMap, await ledgerFacilities(db, district))
}

const hashOf = (told: readonly PlaceTold[]): string =>
  createHash('sha256').update(JSON.stringify(told)).digest('hex').slice(0, 16)

type Reckoning = {
  readonly profile: Profile
  readonly walker: Walker
  readonly told: readonly PlaceTold[]
  readonly facilities: string
  readonly at: OpenAtNamed | null
}

type OpenAtNamed = { readonly openAt: string; readonly moment: Moment; readonly calendar: string }

/** The moment a question names; refused where there is no such day. */
async function openAtOf(openAt: string, calendarNow: () => Promise<WorkCalendar>): Promise<OpenAtNamed | Refused> {
  const calendar = await calendarNow()
  const moment = momentOf(openAt, calendar)
  return moment ? { openAt, moment, calendar: calendar.version } : refused('no-such-day')
}

function reckon(ground: Ground, { profile, walker, told, facilities, at }: Reckoning): Circle {
  const { network, homes } = ground.data
  const walk = walkOver(network, { walker, metresPerMinute: profile.paces[walker].metresPerMinute })
  const needs = needsOf(profile)
  const kinds = needs.map(({ kind }) => kind)
  const reachBy = (places: Places): Reach => reachOf({ walk, places, homes, kinds, cap: FARTHEST })
  const then = at && placesAt(told, at.moment)
  const { troubles: off, ...places } = snapPlaces(ground.snapper, then?.open ?? told)
  const reach = reachBy(places)
  const { id, version, name } = profile
  const reckoned: Reckoned = {
    network: ground.row.version,
    networkSource: ground.row.source,
    profile: id,
    profileName: name,
    profileVersion: version,
    walker,
    facilities,
    openAt: at?.openAt ?? null,
  }
  const hours = then && {
    ...{ closed: then.closed, unknown: then.unknown, told },
    perhaps: then.unknown.size === 0 ? reach : reachBy(snapPlaces(ground.snapper, then.perhaps)),
  }
  return { ground, profile, walker, needs, walk, places, reach, reckoned, off, hours }
}

/** What the engine asks for of each line of a profile. */
export const needsOf = (profile: Profile): Need[] =>
  profile.demands.map((demand) => ({
    kind: demand.kind,
    limit: Math.round(limitSeconds(profile, demand) * 100),
    must: demand.level === 'must',
    weight: demand.weight,
  }))

export const pointOfHome = ({ data }: Ground, home: number): LngLat => [
  (data.homes.lng[home] ?? 0) / 1e7,
  (data.homes.lat[home] ?? 0) / 1e7,
]
