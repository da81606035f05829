import type { Kind } from '../model/kinds.ts'
import type { Demand, Profile, ProfileBody, ProfileFault, Walker } from '../model/profile.ts'

/** What is wrong with a profile besides its shape; `/demands/3` says where. */
export type ProfileTrouble = { readonly pointer: string; readonly fault: ProfileFault }

/** A kind stands in one line only, something is a must, and the musts weigh something. */
export function profileTroubles({ demands }: ProfileBody): ProfileTrouble[] {
  const seen = new Set<Kind>()
  const troubles: ProfileTrouble[] = []
  for (const [at, { kind }] of demands.entries()) {
    if (seen.has(kind)) troubles.push({ pointer: `/demands/${at}/kind`, fault: 'kind-twice' })
    seen.add(kind)
  }
  const musts = demands.filter(({ level }) => level === 'must')
  if (musts.length === 0) troubles.push({ pointer: '/demands', fault: 'no-must' })
  if (demands.every(({ weight }) => weight === 0)) troubles.push({ pointer: '/demands', fault: 'weights-zero' })
  return troubles
}

export const demandFor = ({ demands }: ProfileBody, kind: Kind): Demand | null =>
  demands.find((demand) => demand.kind === kind) ?? null

/**
 * How long this walker may take, in seconds. A limit in metres is what an adult walks; whoever is slower is given the
 * time that an adult takes, and so reaches less.
 */
export function limitSeconds({ paces }: Pick<Profile, 'paces'>, { limit }: Demand): number {
  if ('minutes' in limit) return limit.minutes * 60
  return (limit.metres / paces.adult.metresPerMinute) * 60
}

/** How far this walker comes in that time, in metres of walking. */
export const limitMetres = (profile: Pick<Profile, 'paces'>, demand: Demand, walker: Walker): number =>
  (limitSeconds(profile, demand) / 60) * profile.paces[walker].metresPerMinute
