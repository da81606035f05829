import type { Figured, IndicatorDefinition } from '../model.ts'
import { figureFrom, type Sums, sumKey } from '../rules.ts'

/** One change of the books of a day: `slot` 0 is what the day began with, slot n what had been added by its n-th step. */
export type Step = {
  readonly measure: string
  readonly standing: boolean
  /** The unit; '' where there is none. */
  readonly key: string
  /** Counted for the day itself, and not for one of those before it. */
  readonly today: boolean
  readonly slot: number
  readonly n: number
}

/** The figures as they stood at the end of a step: whole, by unit, and of the day alone. */
export type Stage = {
  readonly whole: (definition: IndicatorDefinition) => Figured
  readonly units: ReadonlyMap<string, (definition: IndicatorDefinition) => Figured>
  readonly today: (definition: IndicatorDefinition) => Figured
}

/** Adds up what had happened by a step. Sums are whole numbers, so their order does not matter. */
export function stageAt(steps: readonly Step[], slot: number): Stage {
  const whole = new Map<string, number>()
  const today = new Map<string, number>()
  const units = new Map<string, Map<string, number>>()
  for (const step of steps) {
    if (step.slot > slot) continue
    add(whole, step)
    if (step.today) add(today, step)
    const unit = units.get(step.key) ?? new Map<string, number>()
    add(unit, step)
    units.set(step.key, unit)
  }
  const from = (sums: Sums) => (definition: IndicatorDefinition) => figureFrom(definition, sums)
  return { whole: from(whole), today: from(today), units: new Map([...units].map(([key, sums]) => [key, from(sums)])) }
}

function add(sums: Map<string, number>, step: Step): void {
  const key = sumKey(step)
  sums.set(key, (sums.get(key) ?? 0) + step.n)
}

/** What the day brought of one figure, hour by hour up to a step. */
export function hoursTo(
  steps: readonly Step[],
  definition: IndicatorDefinition,
  { slot, minutes }: { readonly slot: number; readonly minutes: number },
): number[] {
  const hours = Array.from({ length: 24 }, () => new Map<string, number>())
  for (const step of steps) {
    const hour = hours[Math.floor(((step.slot - 1) * minutes) / 60)]
    if (step.today && step.slot <= slot && hour) add(hour, step)
  }
  return hours.map((sums) => figureFrom(definition, sums).numerator)
}
