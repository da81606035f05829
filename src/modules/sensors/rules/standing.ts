import type { Instant } from '../../../platform/time.ts'
import type { Rule, RuleState, Sensor } from '../model/sensor.ts'
import type { SensorView } from '../model/views.ts'
import { isInMaintenance } from './step.ts'

type Standing = Pick<Sensor, 'active' | 'maintenanceUntil'> & {
  readonly lastAt: Instant | null
  readonly rules: Readonly<Record<string, RuleState>>
}

/** What of a sensor a person wants to know first. */
export function standingOf(
  sensor: Standing,
  rules: readonly Pick<Rule, 'id' | 'when'>[],
  now: Instant,
): SensorView['state'] {
  if (!sensor.active) return 'off'
  if (isInMaintenance(sensor, now)) return 'maintenance'
  const states = Object.entries(sensor.rules)
  const silent = new Set<string>(rules.filter(({ when }) => when === 'silent').map(({ id }) => id))
  const raised = states.filter(([, { phase }]) => phase === 'raised' || phase === 'falling')
  if (raised.some(([id]) => !silent.has(id))) return 'alarm'
  if (raised.length > 0) return 'silent'
  if (sensor.lastAt === null) return 'never'
  return states.some(([, { phase }]) => phase === 'rising') ? 'rising' : 'normal'
}

/** Whether to recover is easier than to be raised, as hysteresis wants it. */
export const isClearable = ({ when, mark, clear }: Pick<Rule, 'when' | 'mark' | 'clear'>): boolean =>
  when === 'above' ? clear <= mark : when === 'below' ? clear >= mark : true
