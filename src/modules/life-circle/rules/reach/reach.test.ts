import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { gaits, joinedAccess, networkIn, strewn, triedKinds } from '../../../../../tests/life-circle/city.ts'
import { wildTown } from '../../../../../tests/life-circle/made-map.ts'
import { slowGraph, slowTimes } from '../../../../../tests/life-circle/slow.ts'
import { readOsm } from '../../../../platform/osm/read.ts'
import type { Network } from '../../model/network.ts'
import { type Gait, UNREACHED } from '../../model/walk.ts'
import { capacityOf } from '../measure/capacity.ts'
import { footholds } from './access.ts'
import { countsAround } from './around.ts'
import { standingAt } from './catchment.ts'
import { nodeCounts } from './counts.ts'
import { homeCounts } from './home-counts.ts'
import { accessesOf, nodeTimes, placesOfKind, reachOf } from './reach.ts'
import { walkOver } from './walk.ts'

const CAP = 60_000
const capped = (times: Iterable<number>): number[] => Array.from(times, (time) => (time > CAP ? UNREACHED : time))

function compare(network: Network, gait: Gait, amounts: { places: number; homes: number }): void {
  const { places, homes } = strewn(network, network.nodes.count, amounts)
  const walk = walkOver(network, gait)
  const reach = reachOf({ walk, places, homes, kinds: triedKinds, cap: CAP })
  const doors = places.access.chain.length
  const { into, door } = slowGraph(network, gait, joinedAccess(places.access, homes.access))
  for (const [at, kind] of triedKinds.entries()) {
    const targets = placesOfKind(places, kind).flatMap((place) => accessesOf(places, place).map(door))
    const slow = slowTimes(into, targets)
    expect(Array.from(nodeTimes(reach, kind))).toEqual(capped(slow.subarray(0, network.nodes.count)))
    const atHome = Array.from({ length: homes.count }, (_, home) => slow[door(doors + home)] ?? UNREACHED)
    expect(Array.from(reach.homeTimes[at] ?? [])).toEqual(capped(atHome))
  }
}

describe('every time agrees with a plain Dijkstra that knows no tricks', () => {
  for (const gait of gaits)
    test(`in wild towns, for ${gait.walker}`, () => {
      for (let seed = 1; seed <= 6; seed += 1) compare(networkIn(wildTown(seed, 9)), gait, { places: 14, homes: 60 })
    })

  const files = ['caumaodu_beijing_haidian.osm', 'klein4c_shenzhen.osm', 'dohex_shanghai_fengxian.osm', 'poa_osm.pbf']
  for (const file of files) {
    const path = `../shared/data/osm/${file}`
    test.runIf(existsSync(path))(`in ${file}`, () => {
      const read = readOsm(readFileSync(path))
      if (!read.ok) throw new Error(read.refusal)
      const network = networkIn(read.osm)
      for (const gait of file.endsWith('.pbf') ? gaits.slice(0, 1) : gaits)
        compare(network, gait, { places: 60, homes: 300 })
    })
  }
})

test('how many are reached agrees with one Dijkstra for each place', () => {
  for (let seed = 1; seed <= 4; seed += 1) {
    const network = networkIn(wildTown(seed, 8))
    const [gait = { walker: 'adult', metresPerMinute: 80 }] = gaits
    const { places } = strewn(network, seed, { places: 30, homes: 0 })
    const walk = walkOver(network, gait)
    const { into, door } = slowGraph(network, gait, places.access)
    const limits = [6_000, 18_000, 36_000]
    const { counts } = nodeCounts({ walk, places }, 'market', limits)
    for (const [at, limit] of limits.entries()) {
      const slow = new Array<number>(network.nodes.count).fill(0)
      for (const place of placesOfKind(places, 'market')) {
        const times = slowTimes(into, accessesOf(places, place).map(door))
        for (let node = 0; node < network.nodes.count; node += 1)
          if ((times[node] ?? 0) <= limit) slow[node] = (slow[node] ?? 0) + 1
      }
      expect(Array.from(counts[at] ?? [])).toEqual(slow)
    }
  }
})

test('how many each building reaches, and how many are reached from its door, agree with one Dijkstra for each place', () => {
  for (let seed = 1; seed <= 3; seed += 1) {
    const network = networkIn(wildTown(seed, 8))
    for (const gait of gaits) {
      const { places, homes } = strewn(network, seed, { places: 30, homes: 40 })
      const walk = walkOver(network, gait)
      const { into, door } = slowGraph(network, gait, joinedAccess(places.access, homes.access))
      const doors = places.access.chain.length
      const limits = [6_000, 18_000, 36_000]
      const { counts } = homeCounts({ walk, places, homes }, 'market', limits)
      const slow = limits.map(() => new Array<number>(homes.count).fill(0))
      for (const place of placesOfKind(places, 'market')) {
        const times = slowTimes(into, accessesOf(places, place).map(door))
        for (let home = 0; home < homes.count; home += 1)
          for (const [at, limit] of limits.entries())
            if ((times[door(doors + home)] ?? 0) <= limit) (slow[at] ?? [])[home] = (slow[at]?.[home] ?? 0) + 1
      }
      expect(counts.map((each) => Array.from(each))).toEqual(slow)
      const holds = footholds(walk, homes.access)
      for (let home = 0; home < homes.count; home += 1) {
        const around =
          countsAround({ walk, places }, standingAt(holds, home), limits).get('market') ?? limits.map(() => 0)
        expect(around).toEqual(slow.map((each) => each[home]))
      }
    }
  }
})

test('capacity is shared among the people around it, and all that is shared adds up to what is there', () => {
  const network = networkIn(wildTown(3, 9))
  const { places, homes } = strewn(network, 5, { places: 12, homes: 200 })
  const walk = walkOver(network, { walker: 'adult', metresPerMinute: 80 })
  const reach = reachOf({ walk, places, homes, kinds: triedKinds, cap: CAP })
  const { ratio, homes: each, places: of } = capacityOf(reach, 'market', CAP)
  const shared = each.reduce((sum, amount, home) => sum + amount * (homes.people[home] ?? 0), 0)
  const there = of.reduce((sum, place, at) => sum + ((ratio[at] ?? 0) > 0 ? (places.told[place]?.capacity ?? 0) : 0), 0)
  expect(there).toBeGreaterThan(0)
  expect(shared).toBeCloseTo(there, 6)
  expect(of.every((place, at) => Number.isNaN(ratio[at]) === (places.told[place]?.capacity === null))).toBe(true)
})

test('the same map gives the same bytes', () => {
  const [one, other] = [networkIn(wildTown(4, 9)), networkIn(wildTown(4, 9))]
  expect(one).toEqual(other)
})
