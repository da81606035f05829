import type { Tags } from '../../../../platform/osm/tags.ts'
import type { WayClass, WayKind } from '../../model/network.ts'

/** How a way is walked: `ways` bit 1 along its nodes, bit 2 against; `wait` and `takes` (a ferry's crossing) in seconds. */
export type WalkedWay = WayClass & {
  readonly ways: number
  readonly residents: boolean
  readonly area: boolean
  readonly wait: number
  readonly takes: number | null
}

/** Who passes a node with a barrier, a kerb or a lift. */
export type Hurdle = {
  readonly kind: 'gate' | 'lift'
  readonly state: 'open' | 'residents' | 'shut'
  readonly wheels: boolean
  readonly pram: boolean
  readonly wait: number
}

const roads = /^(residential|living_street|unclassified|service|road|track|tertiary|secondary|primary)(_link)?$/
const paths = /^(footway|path|pedestrian|cycleway|bridleway|platform)$/
/** Fast roads: walked only where the map says that one may, or where they have a sidewalk. */
const fast = /^trunk(_link)?$/
const barred = /^motorway(_link)?$/
const wide = /^(trunk|primary|secondary|tertiary)(_link)?$/

type Admission = 'all' | 'residents' | 'none'

/** `foot` has the last word over `access` (wiki.openstreetmap.org/wiki/Key:access). */
export function admission(tags: Tags): Admission {
  const said = tags.foot ?? tags.access
  if (said === undefined) return 'all'
  if (/^(no|use_sidepath|agricultural|forestry|delivery|military|emergency|restricted)$/.test(said)) return 'none'
  return /^(private|residents|members|permit)$/.test(said) ? 'residents' : 'all'
}

const sayYes = /^(yes|designated|permissive|official|destination|customers|public)$/
const sidewalkThere = /^(both|left|right|yes|separate)$/

const hasSidewalk = (tags: Tags): boolean =>
  ['sidewalk', 'sidewalk:both', 'sidewalk:left', 'sidewalk:right'].some((key) => sidewalkThere.test(tags[key] ?? ''))

/** Where the sidewalk is drawn as a way of its own, one walks on that and not along the middle of the road. */
const sidewalkDrawn = (tags: Tags): boolean =>
  tags.sidewalk === 'separate' ||
  tags['sidewalk:both'] === 'separate' ||
  (tags['sidewalk:left'] === 'separate' && /^(separate|no|none)$/.test(tags['sidewalk:right'] ?? ''))

function kindOf(tags: Tags): WayKind | null {
  const { highway } = tags
  if (tags.route === 'ferry') return tags.foot === 'no' ? null : 'ferry'
  if (highway === undefined) {
    const isPlatform = tags.railway === 'platform' || tags.public_transport === 'platform'
    return isPlatform || tags.man_made === 'pier' ? 'path' : null
  }
  if (highway === 'steps') return 'steps'
  if (highway === 'elevator') return 'lift'
  if (highway === 'corridor' || (paths.test(highway) && tags.indoor === 'yes')) return 'indoor'
  if (paths.test(highway)) return isCrossing(tags) ? 'crossing' : 'path'
  if (roads.test(highway)) return wide.test(highway) && sidewalkDrawn(tags) && tags.foot !== 'yes' ? null : 'road'
  const allowed = sayYes.test(tags.foot ?? '')
  if (fast.test(highway)) return (allowed || hasSidewalk(tags)) && !sidewalkDrawn(tags) ? 'road' : null
  return barred.test(highway) && allowed ? 'road' : null
}

const isCrossing = ({ footway, path, cycleway }: Tags): boolean => [footway, path, cycleway].includes('crossing')

/** Seconds at a light, a zebra, and where nothing marks the crossing: △ settings of ours, no standard's. */
export const WAITS = { signals: 20, marked: 4, unmarked: 8, lift: 45, ferry: 300 } as const

function waitOf(kind: WayKind, tags: Tags): number {
  if (kind === 'lift') return WAITS.lift
  if (kind === 'ferry') return (minutesOfDuration(tags.interval) ?? (WAITS.ferry * 2) / 60) * 30
  if (kind !== 'crossing') return 0
  if (tags.crossing === 'traffic_signals' || tags['crossing:signals'] === 'yes') return WAITS.signals
  return tags.crossing === 'unmarked' ? WAITS.unmarked : WAITS.marked
}

/** Minutes of `15`, `00:15`, `1:05:00`, `PT20M` or `PT1H`; null for anything else. */
export function minutesOfDuration(text: string | undefined): number | null {
  if (text === undefined) return null
  const plain = /^\d{1,4}$/.exec(text)
  if (plain) return Number(text)
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(text)
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]) + Number(clock[3] ?? 0) / 60
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?$/i.exec(text)
  return iso && (iso[1] || iso[2]) ? Number(iso[1] ?? 0) * 60 + Number(iso[2] ?? 0) : null
}

/** A moving stairway carries one way; `oneway` alone speaks of vehicles and binds nobody on foot. */
function waysOf(tags: Tags): number {
  const said = tags['oneway:foot'] ?? { forward: 'yes', backward: '-1' }[tags.conveying ?? '']
  if (said === 'yes' || tags['foot:backward'] === 'no') return 1
  return said === '-1' || tags['foot:forward'] === 'no' ? 2 : 3
}

const slowness: readonly (readonly [RegExp, number])[] = [
  [/^(sand|mud|snow|salt)$/, 1.5],
  [/^(cobblestone|unhewn_cobblestone|sett|pebblestone|gravel|rock|stepping_stones)/, 1.15],
  [/^(unpaved|ground|dirt|earth|grass|fine_gravel|woodchips|clay)/, 1.1],
]
const slow = (tags: Tags): number => slowness.find(([surface]) => surface.test(tags.surface ?? ''))?.[1] ?? 1

/** Steeper than 1:8 no wheelchair goes (GB 50763-2012 allows 1:8 at most, for the shortest ramps △). */
const STEEPEST = 12.5
const steep = (tags: Tags): boolean => Math.abs(Number.parseFloat(tags.incline ?? '0')) > STEEPEST

function wheelsPass(kind: WayKind, tags: Tags): boolean {
  if (tags.wheelchair === 'no') return false
  if (/^(yes|designated|limited)$/.test(tags.wheelchair ?? '') || tags['ramp:wheelchair'] === 'yes') return true
  if (kind === 'steps' || tags.conveying !== undefined) return false
  const rough = /^(very_bad|horrible|very_horrible|impassable)$/.test(tags.smoothness ?? '')
  return (
    !rough && !/^(sand|mud|rock|stepping_stones)$/.test(tags.surface ?? '') && tags.kerb !== 'raised' && !steep(tags)
  )
}

const pramPasses = (kind: WayKind, tags: Tags): boolean =>
  kind !== 'steps' || [tags.ramp, tags['ramp:stroller'], tags['ramp:wheelchair'], tags.wheelchair].includes('yes')

const passage = /^(no|building_passage|culvert)$/
/** A level such as `1`, `-1` or `0;1`: the first number counts. */
export const levelOf = (text: string | undefined): number | null => {
  const level = Number.parseFloat(text ?? '')
  return Number.isNaN(level) ? null : Math.round(level)
}

/** On bridges, in tunnels and above or below the ground nobody steps on or off between their ends. */
function isOff(kind: WayKind, tags: Tags): boolean {
  if (kind === 'steps' || kind === 'ferry' || kind === 'lift' || kind === 'crossing' || kind === 'gate') return true
  const carried = (value: string | undefined) => value !== undefined && !passage.test(value)
  return carried(tags.bridge) || carried(tags.tunnel) || (levelOf(tags.layer) ?? 0) !== 0
}

/** How a way is walked, or null for one that is not. `area`: its ring is the rim of ground that is walked across. */
export function walkedWay(tags: Tags): WalkedWay | null {
  const kind = kindOf(tags)
  if (kind === null) return null
  const admits = admission(tags)
  if (admits === 'none' || (tags.motorroad === 'yes' && !sayYes.test(tags.foot ?? ''))) return null
  const minutes = kind === 'ferry' ? minutesOfDuration(tags.duration) : null
  return {
    kind,
    wheels: wheelsPass(kind, tags),
    pram: pramPasses(kind, tags),
    slow: slow(tags),
    off: isOff(kind, tags),
    level: levelOf(tags.level) ?? 0,
    ways: waysOf(tags),
    residents: admits === 'residents',
    area: isArea(kind, tags),
    wait: waitOf(kind, tags),
    takes: minutes === null ? null : minutes * 60,
  }
}

const isArea = (kind: WayKind, tags: Tags): boolean =>
  (kind === 'path' || kind === 'indoor' || kind === 'road') &&
  tags.area !== 'no' &&
  (tags.area === 'yes' || tags.type === 'multipolygon' || tags['area:highway'] !== undefined)

const solid = /^(wall|fence|hedge|retaining_wall|city_wall|guard_rail|jersey_barrier|debris|log)$/
const narrow = /^(stile|turnstile|full-height_turnstile|kissing_gate|cycle_barrier|motorcycle_barrier|step)$/

/** What stands at a node in the way; null where everybody just walks on. */
export function hurdleAt(tags: Tags): Hurdle | null {
  if (tags.highway === 'elevator') return { kind: 'lift', state: 'open', wheels: true, pram: true, wait: WAITS.lift }
  const { barrier } = tags
  const raised = tags.kerb === 'raised' || (barrier === 'kerb' && !/^(flush|lowered|no)$/.test(tags.kerb ?? ''))
  if (barrier === undefined && !raised) return null
  const isNarrow = narrow.test(barrier ?? '')
  const wheels = tags.wheelchair === 'yes' || (tags.wheelchair !== 'no' && !raised && !isNarrow)
  const state = barrier === undefined || barrier === 'kerb' ? 'open' : stateOf(tags)
  if (state === 'open' && wheels && !isNarrow) return null
  return { kind: 'gate', state, wheels, pram: !isNarrow, wait: 0 }
}

function stateOf(tags: Tags): Hurdle['state'] {
  const admits = admission(tags)
  if (admits === 'none' || tags.locked === 'yes') return 'shut'
  if (admits === 'residents') return 'residents'
  return solid.test(tags.barrier ?? '') && tags.foot === undefined && tags.access === undefined ? 'shut' : 'open'
}

/** A line that nobody steps over between a door and the path. */
export function isWall(tags: Tags): boolean {
  if (/^(wall|fence|retaining_wall|city_wall|hedge|guard_rail|jersey_barrier)$/.test(tags.barrier ?? '')) return true
  const below = (tags.tunnel ?? 'no') !== 'no' || (tags.bridge ?? 'no') !== 'no' || (levelOf(tags.layer) ?? 0) < 0
  if (below) return false
  if (/^(rail|light_rail|narrow_gauge)$/.test(tags.railway ?? '')) return true
  return /^(river|canal)$/.test(tags.waterway ?? '') || tags.natural === 'water' || tags.waterway === 'riverbank'
}
