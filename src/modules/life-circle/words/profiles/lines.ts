import type { Kind } from '../../model/kinds.ts'
import type { Demand, Level, Limit, Profile, ProfileBody, Tier } from '../../model/profile.ts'

export type ShippedProfile = Omit<Profile, 'version'>

/** Tier, kind, level, limit in metres or as it is, weight. */
type Line = readonly [tier: Tier, kind: Kind, level: Level, limit: number | Limit, weight: number]

/** The lines of one source, all of them unconfirmed until somebody has read them in it. */
export const demandsFrom = (source: string, lines: readonly Line[]): Demand[] =>
  lines.map(([tier, kind, level, limit, weight]) => ({
    kind,
    tier,
    level,
    limit: typeof limit === 'number' ? { metres: limit } : limit,
    weight,
    source,
    mark: '△',
  }))

/** 60 m a minute is what planners reckon with; the slower ones are settings of ours, to be measured on the spot. */
export const planningPaces: ProfileBody['paces'] = {
  adult: { metresPerMinute: 60, source: '规划惯例', mark: '○' },
  elder: { metresPerMinute: 45, source: '本系统默认，待实测', mark: '△' },
  child: { metresPerMinute: 48, source: '本系统默认，待实测', mark: '△' },
  wheelchair: { metresPerMinute: 48, source: '本系统默认，待实测', mark: '△' },
}
