import type { Homes, PlaceTold } from '../model/places.ts'
import type { Demand } from '../model/profile.ts'

export type SufficiencyParts = {
  readonly told: readonly PlaceTold[]
  readonly homes: Homes
  /** -1 for buildings that do not count. */
  readonly within: Int32Array
}

/**
 * 千人指标: what stands there for every thousand people who live in the part looked at. Capacity is counted apart from
 * reach (domain 8): who is near a full school has none. A facility counts where most of its neighbours live: with the
 * building nearest to it. Null where the profile asks nothing, or nobody lives there.
 */
export function sufficiencyOf({ kind, perThousand }: Demand, { told, homes, within }: SufficiencyParts) {
  if (!perThousand) return null
  let people = 0
  for (let home = 0; home < homes.count; home++) if (within[home] !== -1) people += homes.people[home] ?? 0
  if (people === 0) return null
  const counting = told.filter((place) => place.kind === kind && within[nearestHome(homes, place)] !== -1)
  const known = counting.filter(({ capacity }) => capacity !== null)
  const have = known.reduce((sum, { capacity }) => sum + (capacity ?? 0), 0)
  return {
    have: have / (people / 1_000),
    asked: perThousand.amount,
    unit: perThousand.unit,
    unknown: counting.length - known.length,
  }
}

/** By squares of degrees, which is near enough to choose a neighbour by. */
function nearestHome({ count, lng, lat }: Homes, { at }: PlaceTold): number {
  const narrow = Math.cos((at[1] * Math.PI) / 180)
  let [best, found] = [Number.POSITIVE_INFINITY, 0]
  for (let home = 0; home < count; home++) {
    const [x, y] = [((lng[home] ?? 0) / 1e7 - at[0]) * narrow, (lat[home] ?? 0) / 1e7 - at[1]]
    const far = x * x + y * y
    if (far < best) [best, found] = [far, home]
  }
  return found
}
