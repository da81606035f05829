import { atlasOf } from '../../../kernel/places/handle/atlas.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { decodeCursor, type Page, pageOf } from '../../../platform/http/paging.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import {
  type AreaLayer,
  areaLayers,
  type CircleQuery,
  type CoverageView,
  type KindCoverageView,
  type LeftOutView,
} from '../model/circle.ts'
import { aspectOf, aspects, type Kind } from '../model/kinds.ts'
import type { Coverage, LeftOut } from '../model/measures.ts'
import type { WishCount } from '../model/spot.ts'
import { minutesOf, UNREACHED } from '../model/walk.ts'
import { coverageByArea, leftOutOf } from '../rules/measure/coverage.ts'
import { sufficiencyOf } from '../rules/sufficiency.ts'
import { type Circle, type CircleHours, type CircleParts, type Circles, type Ground, pointOfHome } from './circles.ts'
import { wishesOf } from './wishes.ts'

export type CoverageParts = CircleParts & { readonly circles: Circles }

export type AreaNamed = { readonly code: string; readonly name: string; readonly layer: AreaLayer }

/** The street, community or grid of a code on the map of today; null: there is none. */
async function areaNamed({ db, clock }: CircleParts, district: string, code: string): Promise<AreaNamed | null> {
  const atlas = await atlasOf(db, district, localDay(clock.now()))
  for (const layer of areaLayers) {
    const found = atlas.named(layer, code)
    if (found) return { code, name: found.name, layer }
  }
  return null
}

const areasOfHomes = ({ streets, communities, grids }: Ground, layer: AreaLayer) =>
  ({ street: streets, community: communities, 'social-grid': grids })[layer]

/** 0 for homes in the area, else -1, as the engine asks; all homes without an area. */
export function inside(ground: Ground, area: AreaNamed | null): Int32Array {
  const { count } = ground.data.homes
  if (area === null) return new Int32Array(count)
  const codes = areasOfHomes(ground, area.layer)
  return Int32Array.from({ length: count }, (_, home) => (codes[home] === area.code ? 0 : -1))
}

export type AskedCircle = { readonly circle: Circle; readonly area: AreaNamed | null }

/** The circle that a question is about, and its area; refused where profile, network or area are unknown. */
export async function askedCircle(
  parts: CoverageParts,
  district: string,
  { profile, walker = 'adult', area, openAt }: CircleQuery,
): Promise<(AskedCircle & { ok: true }) | Refused> {
  const circle = await parts.circles.circleOf(district, {
    ...{ walker, ...(profile !== undefined && { profile }), ...(openAt !== undefined && { openAt }) },
  })
  if ('ok' in circle) return circle
  if (area === undefined) return { ok: true, circle, area: null }
  const named = await areaNamed(parts, district, area)
  return named ? { ok: true, circle, area: named } : refused('no-such-area', 404)
}

/** Coverage by kind, aspect and area, with numerator and denominator of everything. */
export async function coverageView(
  parts: CoverageParts,
  district: string,
  query: CircleQuery,
): Promise<CoverageView | Refused> {
  const asked = await askedCircle(parts, district, query)
  if (!asked.ok) return asked
  const { circle, area } = asked
  const { reach, needs, ground } = circle
  const within = inside(ground, area)
  const [coverage] = coverageByArea(reach, needs, within)
  if (!coverage) return emptyView(asked)
  const { all, score } = coverage
  const [perhaps = coverage] = circle.hours ? coverageByArea(circle.hours.perhaps, needs, within) : []
  return {
    reckoned: circle.reckoned,
    area: area && { code: area.code, name: area.name },
    people: all.people.of,
    kinds: kindViews(circle, {
      coverage,
      perhaps,
      within,
      wishes: await wishesOf(parts, district, area?.code ?? null),
    }),
    all: all.people,
    hours: circle.hours && hoursOfAll(circle.hours, perhaps.all.people.covered - all.people.covered),
    score,
    aspects: aspectScores(circle, coverage),
    areas: await areaViews(parts, district, asked),
    offNetwork: offNetworkOf(circle),
  }
}

const emptyView = ({ circle, area }: AskedCircle): CoverageView => ({
  reckoned: circle.reckoned,
  area: area && { code: area.code, name: area.name },
  people: 0,
  kinds: [],
  all: { covered: 0, of: 0 },
  hours: circle.hours && hoursOfAll(circle.hours, 0),
  score: null,
  aspects: aspects.map((aspect) => ({ aspect, score: null })),
  areas: [],
  offNetwork: offNetworkOf(circle),
})

const MOST_OFF_SHOWN = 50

function offNetworkOf({ off, places }: Circle): CoverageView['offNetwork'] {
  const byId = new Map(places.told.map((place) => [place.id, place]))
  const unconnected = off.filter(({ trouble }) => trouble === 'not-connected')
  const far = off.filter(({ trouble }) => trouble === 'far-from-network').toSorted((a, b) => b.amount - a.amount)
  const shown = [...unconnected, ...far].slice(0, MOST_OFF_SHOWN).flatMap(({ of, trouble, amount }) => {
    const place = byId.get(of)
    const metres = trouble === 'not-connected' ? null : amount
    return place ? [{ id: of, name: place.name, kind: place.kind, metres }] : []
  })
  return { far: far.length, unconnected: unconnected.length, places: shown }
}

const hoursOfAll = ({ closed, unknown }: CircleHours, perhaps: number) => ({
  closed: [...closed.values()].reduce((sum, one) => sum + one, 0),
  unknown: [...unknown.values()].reduce((sum, one) => sum + one, 0),
  perhaps,
})

const hoursOfKind = ({ closed, unknown }: CircleHours, kind: Kind, perhaps: number) => ({
  closed: closed.get(kind) ?? 0,
  unknown: unknown.get(kind) ?? 0,
  perhaps,
})

type KindFigures = {
  readonly coverage: Coverage
  /** The same with every place of unknown hours open. */
  readonly perhaps: Coverage
  readonly within: Int32Array
  readonly wishes: readonly WishCount[]
}

function kindViews(circle: Circle, { coverage, perhaps, within, wishes }: KindFigures) {
  const { profile, needs, places, ground, hours } = circle
  const counts = new Map<Kind, number>()
  const wished = new Map(wishes.map(({ kind, people }) => [kind, people]))
  for (const { kind } of places.told) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return profile.demands.map((demand, at): KindCoverageView => {
    const { people, buildings } = coverage.kinds[at] ?? { people: nobody, buildings: nobody }
    return {
      kind: demand.kind,
      aspect: aspectOf(demand.kind),
      level: demand.level,
      tier: demand.tier,
      minutes: Math.round(minutesOf(needs[at]?.limit ?? 0) * 10) / 10,
      facilities: counts.get(demand.kind) ?? 0,
      people,
      buildings,
      // How much stands there does not change with the hour.
      sufficiency: sufficiencyOf(demand, { told: hours?.told ?? places.told, homes: ground.data.homes, within }),
      wished: wished.get(demand.kind) ?? 0,
      hours: hours && hoursOfKind(hours, demand.kind, (perhaps.kinds[at]?.people.covered ?? 0) - people.covered),
    }
  })
}

const nobody = { covered: 0, of: 0 }

/** Of each aspect the weighted share of people covered, 0 to 100; null where the profile asks nothing of it. */
export function aspectScores({ profile }: Pick<Circle, 'profile'>, { kinds }: Coverage) {
  return aspects.map((aspect) => {
    let [covered, weights] = [0, 0]
    for (const [at, { kind, weight }] of profile.demands.entries()) {
      const { people } = kinds[at] ?? { people: nobody }
      if (aspectOf(kind) !== aspect || people.of === 0) continue
      covered += (weight * people.covered) / people.of
      weights += weight
    }
    return { aspect, score: weights === 0 ? null : (100 * covered) / weights }
  })
}

/** What lies one level below: the streets of a district, the communities of a street, the grids of a community. */
async function areaViews(parts: CircleParts, district: string, { circle, area }: AskedCircle) {
  const { ground, reach, needs } = circle
  const layer = areaLayers[area === null ? 0 : areaLayers.indexOf(area.layer) + 1]
  if (layer === undefined) return []
  const codes = areasOfHomes(ground, layer)
  const names = [...new Set(codes)].filter((code) => code !== null).sort()
  const index = new Map(names.map((code, at) => [code, at]))
  const within = inside(ground, area)
  const areaOf = Int32Array.from({ length: codes.length }, (_, home) =>
    within[home] === -1 ? -1 : (index.get(codes[home] ?? '') ?? -1),
  )
  const atlas = await atlasOf(parts.db, district, localDay(parts.clock.now()))
  return coverageByArea(reach, needs, areaOf).flatMap(({ all, score }, at) => {
    const code = names[at]
    if (code === undefined || all.people.of === 0) return []
    return [{ code, name: atlas.named(layer, code)?.name ?? code, layer, all: all.people, score }]
  })
}

export type LeftOutList = { readonly kind: Kind; readonly after: string | undefined; readonly limit: number }

/** Buildings whose people reach none of a kind in time, those with most people first. */
export async function leftOutPage(
  parts: CoverageParts,
  district: string,
  query: CircleQuery,
  { kind, after, limit }: LeftOutList,
): Promise<Page<LeftOutView> | Refused> {
  const asked = await askedCircle(parts, district, query)
  if (!asked.ok) return asked
  const place = after === undefined ? null : decodeCursor(after, 1)
  if (place && !place.ok) return place
  const found = leftOutIn(asked, kind)
  if (!found) return refused('kind-not-in-profile', 404)
  // The order is reckoned, not stored: a cursor is the place in it, good while network and ledger stay as they are.
  const from = place ? Number(place.key[0]) : 0
  if (!Number.isInteger(from) || from < 0) return refused('bad-cursor')
  const rows = found.slice(from, from + limit + 1).map((one) => leftOutView(asked.circle, one))
  return pageOf(rows, limit, () => [from + limit])
}

/** Everybody left out of one kind in the area asked for; null where the profile does not ask for it. */
export function leftOutIn({ circle, area }: AskedCircle, kind: Kind): readonly LeftOut[] | null {
  const need = circle.needs.find((one) => one.kind === kind)
  if (!need) return null
  const within = inside(circle.ground, area)
  return leftOutOf(circle.reach, need).filter(({ home }) => within[home] !== -1)
}

export function leftOutView({ ground, places }: Circle, { home, people, time, nearest }: LeftOut): LeftOutView {
  const [lng, lat] = pointOfHome(ground, home)
  return {
    id: ground.data.homes.ids[home] ?? '',
    lng,
    lat,
    people,
    community: ground.communities[home] ?? null,
    communityName: ground.communityNames.get(ground.communities[home] ?? '') ?? null,
    minutes: time >= UNREACHED ? null : Math.round(minutesOf(time) * 10) / 10,
    nearest: places.told[nearest]?.name ?? null,
  }
}
