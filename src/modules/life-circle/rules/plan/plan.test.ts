import { expect, test } from 'vitest'
import { networkIn, strewn, triedKinds } from '../../../../../tests/life-circle/city.ts'
import { chance, drawnMap, latAt, lngAt, wildTown } from '../../../../../tests/life-circle/made-map.ts'
import type { Need, Reach } from '../../model/measures.ts'
import type { PlaceTold } from '../../model/places.ts'
import { UNREACHED } from '../../model/walk.ts'
import { coverageOf } from '../measure/coverage.ts'
import { reachOf } from '../reach/reach.ts'
import { walkOver } from '../reach/walk.ts'
import { groundOf } from '../snap/grid.ts'
import { snapHomes, snapPlaces, snapperOf } from '../snap/snap.ts'
import { planOver } from './plan.ts'
import { siteOf } from './siting.ts'

const CAP = 60_000
const needs: Need[] = triedKinds.map((kind) => ({ kind, limit: 36_000, must: true, weight: 2 }))
const adult = { walker: 'adult', metresPerMinute: 80 } as const

function city(seed: number) {
  const network = networkIn(wildTown(seed, 9))
  const parts = strewn(network, seed, { places: 12, homes: 120 })
  const walk = walkOver(network, adult)
  const reachWith = (told: readonly PlaceTold[]): Reach =>
    reachOf({ walk, places: snapPlaces(parts.snapper, told), homes: parts.homes, kinds: triedKinds, cap: CAP })
  return { ...parts, network, walk, reachWith, reach: reachWith(parts.places.told) }
}

const homeTimes = ({ homeTimes: times }: Reach) => times.map((list) => Array.from(list))

test('adding, closing and moving give what reckoning the whole city again gives, edit after edit', () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    const { reach, snapper, homes, reachWith, places } = city(seed)
    const plan = planOver({ reach, needs, snapper })
    const next = chance(seed)
    const spot = () => {
      const home = Math.floor(next() * homes.count)
      return [(homes.lng[home] ?? 0) / 1e7, (homes.lat[home] ?? 0) / 1e7] as const
    }
    let told: readonly PlaceTold[] = places.told
    for (let edit = 0; edit < 6; edit += 1) {
      const place = {
        ...places.told[edit],
        id: `new ${edit}`,
        kind: 'market' as const,
        name: '',
        at: spot(),
        doors: [],
        capacity: null,
        level: null,
      }
      const to = spot()
      if (edit % 3 === 0) {
        expect(plan.try({ edit: 'add', place })).toEqual({ ok: true })
        told = [...told, place]
      } else if (edit % 3 === 1) {
        expect(plan.try({ edit: 'close', place: edit })).toEqual({ ok: true })
        told = told.filter((each) => each !== places.told[edit])
      } else {
        expect(plan.try({ edit: 'move', place: edit, to })).toEqual({ ok: true })
        told = told.map((each) => (each === places.told[edit] ? { ...each, at: to, doors: [] } : each))
      }
      const again = reachWith(told)
      expect(homeTimes(plan.reach())).toEqual(homeTimes(again))
      expect(plan.outcome().after).toEqual(coverageOf(again, needs))
    }
    while (plan.undo());
    expect(homeTimes(plan.reach())).toEqual(homeTimes(reach))
    expect(plan.outcome()).toMatchObject({ before: plan.outcome().after, gained: [], lost: [] })
  }
})

test('what cannot be tried says why', () => {
  const { reach, snapper, places } = city(1)
  const plan = planOver({ reach, needs, snapper })
  const refusal = (edit: Parameters<typeof plan.try>[0]) => {
    const tried = plan.try(edit)
    return tried.ok ? null : tried.refusal
  }
  const far = [lngAt(90_000), latAt(0)] as const
  const place = { id: 'x', name: '', at: far, doors: [], capacity: null, level: null }
  expect(refusal({ edit: 'add', place: { ...place, kind: 'bank' } })).toBe('kind-not-measured')
  expect(refusal({ edit: 'add', place: { ...place, kind: 'market' } })).toBe('far-from-network')
  expect(refusal({ edit: 'close', place: 999 })).toBe('no-such-place')
  expect(refusal({ edit: 'move', place: 1, to: places.told[1]?.at ?? far })).toBe('same-spot')
  expect(refusal({ edit: 'open-gate', gate: 999 })).toBe('no-such-gate')
  expect(plan.undo()).toBe(false)
})

/** Two parallel streets without a connection, and an estate between them whose gate is locked. */
function streets() {
  const map = drawnMap(
    [
      [1, 0, 0],
      [2, 400, 0],
      [3, 0, 200],
      [4, 400, 200],
      [5, 200, 0],
      [6, 200, 100, { barrier: 'gate', locked: 'yes' }],
      [7, 200, 200],
    ],
    [
      [1, [1, 5, 2], { highway: 'residential' }],
      [2, [3, 7, 4], { highway: 'residential' }],
      [3, [5, 6, 7], { highway: 'footway' }],
    ],
  )
  const network = networkIn(map)
  const snapper = snapperOf(groundOf(network))
  const at = [lngAt(400), latAt(0)] as const
  const places = snapPlaces(snapper, [
    { id: 'p', kind: 'market', name: '', at, doors: [], capacity: null, level: null },
  ])
  const homes = snapHomes(snapper, [{ id: 'h', at: [lngAt(400), latAt(200)], people: 10 }])
  const reach = reachOf({ walk: walkOver(network, adult), places, homes, kinds: triedKinds, cap: CAP })
  return { reach, snapper }
}

test('a locked gate that is opened, and a crossing that is built, let people through; the shorter way counts', () => {
  const { reach, snapper } = streets()
  const plan = planOver({ reach, needs, snapper })
  const market = () => plan.reach().homeTimes[triedKinds.indexOf('market')]?.[0] ?? UNREACHED
  expect(market()).toBe(UNREACHED)
  expect(plan.try({ edit: 'open-gate', gate: 0 })).toEqual({ ok: true })
  // 200 + 200 + 200 m at 80 m a minute.
  expect(market() / 100).toBeCloseTo(450, -1)
  expect(plan.outcome().gained.map(({ people }) => people)).toEqual([])
  expect(plan.try({ edit: 'open-gate', gate: 0 })).toEqual({ ok: false, refusal: 'gate-open-already' })
  const crossing = {
    edit: 'build-crossing',
    from: [lngAt(350), latAt(0)],
    to: [lngAt(350), latAt(200)],
    waitSeconds: 20,
  } as const
  expect(plan.try(crossing)).toEqual({ ok: true })
  // 50 + 200 + 50 m, and twenty seconds at the light.
  expect(market() / 100).toBeCloseTo(245, -1)
  expect(plan.outcome().gained).toMatchObject([{ kind: 'market', people: 10 }])
  expect(plan.try({ edit: 'close', place: 0 })).toEqual({ ok: true })
  expect(market()).toBe(UNREACHED)
  plan.undo()
  plan.undo()
  expect(market() / 100).toBeCloseTo(450, -1)
})

test('the best site is the best of all candidates tried one by one, and the next ones add what they add', () => {
  for (let seed = 1; seed <= 4; seed += 1) {
    const { reach, snapper, homes, places, reachWith } = city(seed)
    const sites = Array.from(
      { length: 20 },
      (_, at) => [(homes.lng[at] ?? 0) / 1e7, (homes.lat[at] ?? 0) / 1e7] as const,
    )
    const question = { kind: 'market', limit: 12_000, count: 3, sites, equity: 'none' } as const
    const need = [{ kind: 'market', limit: 12_000, must: true, weight: 1 }] as const
    const covered = (told: readonly PlaceTold[]) => coverageOf(reachWith(told), need).all.people.covered
    const opened = (at: readonly [number, number]): PlaceTold => ({
      id: 'n',
      kind: 'market',
      name: '',
      at,
      doors: [],
      capacity: null,
      level: null,
    })
    let told: readonly PlaceTold[] = places.told
    for (const { site, people } of siteOf({ reach, needs, snapper }, question) ?? []) {
      const gains = sites.map((at) => covered([...told, opened(at)]) - covered(told))
      expect(gains[site]).toBe(people)
      expect(people).toBe(Math.max(...gains))
      told = [...told, opened(sites[site] ?? [0, 0])]
    }
    expect(told.length).toBeGreaterThan(places.told.length)
  }
})

test('worst first: those who lack most come before the many', () => {
  const { reach, snapper } = city(2)
  const question = { kind: 'park', limit: 9_000, count: 1, sites: null } as const
  const [plain] = siteOf({ reach, needs, snapper }, { ...question, equity: 'none' }) ?? []
  const [fair] = siteOf({ reach, needs, snapper }, { ...question, equity: 'worst-first' }) ?? []
  expect(plain?.people ?? 0).toBeGreaterThanOrEqual(fair?.people ?? 0)
  expect(fair?.people).toBeGreaterThan(0)
  expect(siteOf({ reach, needs, snapper, onTried: () => false }, { ...question, equity: 'none' })).toSatisfy(
    (found) => found === null || found.length === 1,
  )
})
