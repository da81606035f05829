import type { EpisodeId, Reading, Rule, RuleId, RuleState, Sensor, SensorState } from '../model/sensor.ts'
import { calm, type Happened, isInMaintenance, rulesFor, step } from './step.ts'

export type Told = { readonly rule: Rule; readonly sensor: Sensor; readonly happened: Happened }
export type Lived = { readonly state: SensorState; readonly told: readonly Told[] }

/**
 * What new readings of one sensor mean for every rule that speaks of it, in the order of their times. What comes later
 * than a newer one was kept and means nothing any more.
 */
export function live(
  sensor: Sensor,
  rules: readonly Rule[],
  before: SensorState,
  readings: readonly Reading[],
  newId: () => EpisodeId,
): Lived {
  const mine = rulesFor(rules, sensor)
  const states: Record<string, RuleState> = Object.fromEntries(mine.map(({ id }) => [id, before.rules[id] ?? calm]))
  const told: Told[] = []
  let { lastAt, lastValue } = before
  for (const reading of readings.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
    if (lastAt !== null && reading.at <= lastAt) continue
    if (!isInMaintenance(sensor, reading.at))
      for (const rule of mine) {
        const { state, happened } = step(rule, states[rule.id] ?? calm, reading, lastAt, newId)
        states[rule.id] = state
        if (happened !== null) told.push({ rule, sensor, happened })
      }
    lastAt = reading.at
    lastValue = reading.value
  }
  return { state: { sensor: sensor.id, lastAt, lastValue, rules: kept(states) }, told }
}

/** What is calm need not be written down. */
const kept = (states: Readonly<Record<string, RuleState>>): SensorState['rules'] =>
  Object.fromEntries(Object.entries(states).filter(([, { phase }]) => phase !== 'calm'))

export type WouldOpen = {
  readonly sensor: string
  readonly raisedAt: string
  readonly recoveredAt: string | null
  readonly peak: number | null
}

/** What a rule would have opened out of readings that are there: nothing is kept. */
export function wouldHaveOpened(sensor: Sensor, rule: Rule, readings: readonly Reading[]): readonly WouldOpen[] {
  let count = 0
  const asIf = { ...sensor, maintenanceUntil: null }
  const empty: SensorState = { sensor: sensor.id, lastAt: null, lastValue: null, rules: {} }
  const only = [{ ...rule, active: true, id: 'rule_preview' as RuleId, sensor: sensor.id }]
  const { told } = live(asIf, only, empty, readings, () => `episode_${count++}`)
  const open = new Map<string, WouldOpen>()
  for (const { happened } of told) {
    const { episode } = happened
    if (happened.is === 'raised')
      open.set(episode, { sensor: sensor.id, raisedAt: happened.at, recoveredAt: null, peak: happened.value })
    else {
      const raised = open.get(episode)
      if (raised) open.set(episode, { ...raised, recoveredAt: happened.at, peak: happened.peak })
    }
  }
  return [...open.values()]
}
