import { type Refused, refused } from '../../../platform/http/problem.ts'
import type { CircleQuery, KindLookView } from '../model/circle.ts'
import type { Kind } from '../model/kinds.ts'
import { timeOf } from '../model/walk.ts'
import { capacityOf } from '../rules/measure/capacity.ts'
import { choiceOf, enoughFor } from '../rules/measure/choice.ts'
import { homeCounts } from '../rules/reach/home-counts.ts'
import type { Circle } from './circles.ts'
import { askedCircle, type CoverageParts, inside } from './coverage.ts'

const MINUTES = [5, 10, 15] as const

/** One kind looked at closely in an area: what people may choose from, and whether it is large enough for them. */
export async function kindLook(
  parts: CoverageParts,
  district: string,
  { kind, ...query }: CircleQuery & { readonly kind: Kind },
): Promise<KindLookView | Refused> {
  const asked = await askedCircle(parts, district, query)
  if (!asked.ok) return asked
  const { circle, area } = asked
  const { reach, ground } = circle
  const { homes } = ground.data
  if (!circle.profile.demands.some((demand) => demand.kind === kind)) return refused('kind-not-in-profile', 404)
  const within = inside(ground, area)
  const choice = choiceOf(homeCounts(reach, kind, MINUTES.map(timeOf.minutes)), homes, within)
  const people = homes.people.reduce((sum, one, home) => (within[home] === -1 ? sum : sum + one), 0)
  return {
    ok: true,
    kind,
    people,
    choice: choice.map((each, at) => ({ minutes: MINUTES[at] ?? 0, ...each })),
    capacity: capacityIn(circle, kind, within),
  }
}

function capacityIn({ profile, needs, reach, places, ground }: Circle, kind: Kind, within: Int32Array) {
  const asked = profile.demands.find((demand) => demand.kind === kind)?.perThousand
  const need = needs.find((one) => one.kind === kind)
  if (!asked || !need) return null
  const of = places.told.filter((place) => place.kind === kind)
  const known = of.filter(({ capacity }) => capacity !== null).length
  const { homes } = ground.data
  const enough = enoughFor(capacityOf(reach, kind, need.limit), { homes, within, asked: asked.amount })
  return { enough, asked: asked.amount, unit: asked.unit, known, unknown: of.length - known }
}
