import { type Instant, later, SECOND } from '../../../platform/time.ts'
import type { EpisodeId, Reading, Rule, RuleState, Sensor } from '../model/sensor.ts'

export type Happened =
  | {
      readonly is: 'raised'
      readonly beganAt: Instant
      readonly at: Instant
      readonly value: number | null
      readonly episode: EpisodeId
    }
  | {
      readonly is: 'recovered'
      readonly at: Instant
      readonly value: number | null
      readonly peak: number | null
      readonly episode: EpisodeId
    }

export type Stepped = { readonly state: RuleState; readonly happened: Happened | null }

type Law = Pick<Rule, 'when' | 'mark' | 'clear' | 'hold' | 'clearHold'>
/** Ids are handed in: the same readings told again are the same life. */
type NewId = () => EpisodeId

export const calm: RuleState = { phase: 'calm' }

/** Readings further apart than this say nothing about the time between them. */
const GAP = 3_600 * SECOND

const isBroken = ({ when, mark }: Law, value: number): boolean => {
  if (when === 'above') return value >= mark
  if (when === 'below') return value <= mark
  return when === 'equals' && value === mark
}

/** Hysteresis: between mark and clear nothing changes. */
const isClear = ({ when, mark, clear }: Law, value: number): boolean => {
  if (when === 'above') return value < Math.min(clear, mark)
  if (when === 'below') return value > Math.max(clear, mark)
  return value !== mark
}

const further = ({ when }: Law, a: number | undefined, b: number): number =>
  a === undefined ? b : when === 'below' ? Math.min(a, b) : Math.max(a, b)

const hasLasted = (since: Instant, at: Instant, seconds: number): boolean => at >= later(since, seconds * SECOND)

/**
 * What one more reading means for a rule. It must be broken for `hold` without a break to be raised, and clear for
 * `clearHold` to have recovered; in between one episode goes on, however many readings there are.
 * `before`: when the last reading came.
 */
export function step(
  rule: Law,
  state: RuleState,
  { at, value }: Reading,
  before: Instant | null,
  newId: NewId,
): Stepped {
  if (rule.when === 'silent') return spoken(state, at, value)
  const wasLong = before !== null && later(before, GAP) < at
  switch (state.phase) {
    case 'calm':
    case 'rising': {
      if (!isBroken(rule, value)) return { state: calm, happened: null }
      const since = state.since !== undefined && !wasLong ? state.since : at
      const peak = further(rule, wasLong ? undefined : state.peak, value)
      if (!hasLasted(since, at, rule.hold)) return { state: { phase: 'rising', since, peak }, happened: null }
      const episode = newId()
      const happened = { is: 'raised', beganAt: since, at, value, episode } as const
      return { state: { phase: 'raised', since, episode, peak }, happened }
    }
    case 'raised':
    case 'falling':
      return goingOn(rule, state, { at, value })
  }
}

function goingOn(rule: Law, state: RuleState, { at, value }: Reading): Stepped {
  const { episode, since } = state
  if (episode === undefined) return { state: calm, happened: null }
  const peak = further(rule, state.peak, value)
  if (!isClear(rule, value)) {
    // What falls and rises again before it is over is still the same.
    return { state: { phase: 'raised', since: at, episode, peak }, happened: null }
  }
  const from = state.phase === 'falling' && since !== undefined ? since : at
  if (!hasLasted(from, at, rule.clearHold))
    return { state: { phase: 'falling', since: from, episode, peak }, happened: null }
  return { state: calm, happened: { is: 'recovered', at, value, peak, episode } }
}

/** Whoever speaks is silent no more. */
const spoken = ({ phase, episode }: RuleState, at: Instant, value: number): Stepped =>
  phase === 'raised' && episode !== undefined
    ? { state: calm, happened: { is: 'recovered', at, value, peak: null, episode } }
    : { state: calm, happened: null }

/** Whether a sensor that last spoke then is silent by now; time passing is a fact like a reading. */
export function silence(rule: Law, state: RuleState, lastAt: Instant, now: Instant, newId: NewId): Stepped {
  if (rule.when !== 'silent' || state.phase === 'raised' || !hasLasted(lastAt, now, rule.hold))
    return { state, happened: null }
  const episode = newId()
  return {
    state: { phase: 'raised', since: lastAt, episode },
    happened: { is: 'raised', beganAt: lastAt, at: now, value: null, episode },
  }
}

/** Whether the sensor is looked after by somebody just now, so that what it says opens nothing. */
export const isInMaintenance = ({ maintenanceUntil }: Pick<Sensor, 'maintenanceUntil'>, at: Instant): boolean =>
  maintenanceUntil !== null && at < maintenanceUntil

/** The rules that speak of a sensor. */
export const rulesFor = <R extends Pick<Rule, 'kind' | 'sensor' | 'active'>>(
  rules: readonly R[],
  sensor: Pick<Sensor, 'id' | 'kind'>,
): R[] =>
  rules.filter(
    ({ kind, sensor: only, active }) => active && (only === null ? kind === sensor.kind : only === sensor.id),
  )
