import type { CaseId } from '../../../kernel/cases/model/case.ts'
import type { Instant } from '../../../platform/time.ts'

export type SensorId = string
export type RuleId = `rule_${string}`
export type EpisodeId = `episode_${string}`

/** What is measured; a rule speaks of one kind, or of one sensor. */
export const sensorKinds = ['water-level', 'smoke', 'manhole', 'air', 'temperature', 'noise', 'other'] as const
export type SensorKind = (typeof sensorKinds)[number]

export type Sensor = {
  readonly district: string
  readonly id: SensorId
  readonly name: string
  readonly kind: SensorKind
  readonly unit: string
  readonly place: string
  /** Division codes from the street down; null where unknown. */
  readonly area: string | null
  readonly lat: number | null
  readonly long: number | null
  /** Calibration: what is kept is `raw * scale + shift`. */
  readonly scale: number
  readonly shift: number
  /** Until then its readings are kept and open nothing. */
  readonly maintenanceUntil: Instant | null
  readonly keepDays: number
  readonly active: boolean
}

/** above, below: the mark is passed · equals: the value is the mark · silent: no reading came. */
export const conditions = ['above', 'below', 'equals', 'silent'] as const
export type Condition = (typeof conditions)[number]

/** One version of a rule. A change makes a new version; episodes keep theirs. */
export type Rule = {
  readonly district: string
  readonly id: RuleId
  readonly version: number
  readonly kind: SensorKind
  /** Null: every sensor of the kind. */
  readonly sensor: SensorId | null
  readonly when: Condition
  readonly mark: number
  /** Where it has recovered: below the mark for `above`, above it for `below`. Ignored by the others. */
  readonly clear: number
  /** How long it must last before it is one, seconds. For `silent`: how long nothing came. */
  readonly hold: number
  /** How long it must be over before it has recovered, seconds. */
  readonly clearHold: number
  readonly matter: string
  readonly title: string
  readonly urgent: boolean
  readonly active: boolean
}

/** Where one rule stands with one sensor. `since`: from when on it rises or falls; absent while it is calm. */
export type RuleState = {
  readonly phase: 'calm' | 'rising' | 'raised' | 'falling'
  readonly since?: Instant
  readonly episode?: EpisodeId
  /** The furthest value since it began. */
  readonly peak?: number
}

export type Reading = { readonly at: Instant; readonly value: number }

/** What came in, before calibration. `at` null: now. */
export type Raw = { readonly sensor: SensorId; readonly at: Instant | null; readonly value: number }

export type SensorState = {
  readonly sensor: SensorId
  readonly lastAt: Instant | null
  readonly lastValue: number | null
  readonly rules: Readonly<Record<string, RuleState>>
}

/** From the moment a rule was broken until it has recovered. One case, however many readings. */
export type Episode = {
  readonly district: string
  readonly id: EpisodeId
  readonly sensor: SensorId
  readonly rule: RuleId
  readonly ruleVersion: number
  readonly caseId: CaseId
  readonly beganAt: Instant
  readonly raisedAt: Instant
  readonly recoveredAt: Instant | null
  readonly value: number | null
  readonly peak: number | null
}

export const readingFaults = [
  'no-such-sensor',
  'sensor-inactive',
  'no-number',
  'at-wrong',
  'at-in-future',
  'unreadable',
] as const
export type ReadingFault = (typeof readingFaults)[number]
