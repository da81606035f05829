import type { Kind } from '../../src/modules/life-circle/model/kinds.ts'
import type { Accesses, Network } from '../../src/modules/life-circle/model/network.ts'
import type { HomeTold, PlaceTold } from '../../src/modules/life-circle/model/places.ts'
import type { Gait } from '../../src/modules/life-circle/model/walk.ts'
import { networkOf } from '../../src/modules/life-circle/rules/network/network.ts'
import { groundOf } from '../../src/modules/life-circle/rules/snap/grid.ts'
import { snapHomes, snapPlaces, snapperOf } from '../../src/modules/life-circle/rules/snap/snap.ts'
import type { Osm } from '../../src/platform/osm/model.ts'
import { chance } from './made-map.ts'

export const triedKinds = ['primary-school', 'market', 'park'] as const satisfies readonly Kind[]

export function networkIn(osm: Osm): Network {
  const made = networkOf(osm)
  if (!made.ok) throw new Error(made.refusal)
  return made.network
}

/** Places and homes strewn about a network, some with several doors. */
export function strewn(network: Network, seed: number, { places, homes }: { places: number; homes: number }) {
  const next = chance(seed)
  const spot = (): readonly [number, number] => {
    const node = Math.floor(next() * network.nodes.count)
    const [x, y] = [(network.nodes.lng[node] ?? 0) / 1e7, (network.nodes.lat[node] ?? 0) / 1e7]
    return [x + (next() - 0.5) * 4e-4, y + (next() - 0.5) * 4e-4]
  }
  const told = Array.from({ length: places }, (_, at): PlaceTold => {
    const first = spot()
    return {
      id: `place ${at}`,
      kind: triedKinds[at % triedKinds.length] ?? 'park',
      name: '',
      at: first,
      doors: at % 5 === 0 ? [first, spot()] : [],
      capacity: at % 4 === 0 ? null : 10 + Math.floor(next() * 90),
      level: null,
    }
  })
  const lived = Array.from(
    { length: homes },
    (_, at): HomeTold => ({ id: `home ${at}`, at: spot(), people: 1 + (at % 7) }),
  )
  const ground = groundOf(network)
  const snapper = snapperOf(ground)
  return { ground, snapper, places: snapPlaces(snapper, told), homes: snapHomes(snapper, lived) }
}

export const joinedAccess = (one: Accesses, other: Accesses): Accesses => ({
  chain: Int32Array.from([...one.chain, ...other.chain]),
  segment: Int32Array.from([...one.segment, ...other.segment]),
  share: Float32Array.from([...one.share, ...other.share]),
  off: Float32Array.from([...one.off, ...other.off]),
})

export const gaits: readonly Gait[] = [
  { walker: 'adult', metresPerMinute: 80 },
  { walker: 'elder', metresPerMinute: 48 },
  { walker: 'child', metresPerMinute: 60 },
  { walker: 'wheelchair', metresPerMinute: 55 },
]
