import { DAY, type Day } from '../../platform/time.ts'
import type { Figured, Grain, IndicatorDefinition, Weighted } from './model.ts'

/** Sums of measures under `sumKey`; what is missing is nought. */
export type Sums = ReadonlyMap<string, number>

type Counted = { readonly measure: string; readonly standing?: boolean }

/** What stands and what flows of one measure are two sums. */
export const sumKey = ({ measure, standing }: Counted): string => (standing ? `=${measure}` : measure)

/** Whether a part of a definition is what stands, or what flows through the days. */
export const isStanding = ({ cohort }: Pick<IndicatorDefinition, 'cohort'>, part: { standing?: true }): boolean =>
  cohort === 'now' || part.standing === true

function everythingCounted(definition: IndicatorDefinition): Counted[] {
  const { numerator, denominator, exclusions } = definition
  const excluded = exclusions.flatMap(({ measures, ...rest }) => measures.map((measure) => ({ measure, ...rest })))
  return [...numerator, ...(denominator ?? []), ...excluded].map((part) => ({
    measure: part.measure,
    standing: isStanding(definition, part),
  }))
}

/** The measures that definitions need, as what flows and as what stands. */
export function measuresOf(definitions: readonly IndicatorDefinition[]): { flowing: string[]; standing: string[] } {
  const counted = definitions.flatMap(everythingCounted)
  const of = (stands: boolean) => [
    ...new Set(counted.filter(({ standing }) => standing === stands).map(({ measure }) => measure)),
  ]
  return { flowing: of(false), standing: of(true) }
}

/** The figure that a definition makes of the books. */
export function figureFrom(definition: IndicatorDefinition, sums: Sums): Figured {
  const numerator = weigh(definition, definition.numerator, sums)
  const denominator = definition.denominator && weigh(definition, definition.denominator, sums)
  return {
    numerator,
    denominator,
    value: denominator === null ? numerator : denominator === 0 ? null : numerator / denominator,
    excluded: definition.exclusions.map((exclusion) =>
      weigh(
        definition,
        exclusion.measures.map((measure) => ({ ...exclusion, measure, weight: 1 })),
        sums,
      ),
    ),
  }
}

/** Weights have at most two decimals; the sum is exact in hundredths. */
function weigh(definition: IndicatorDefinition, part: readonly Weighted[], sums: Sums): number {
  let hundredths = 0
  for (const { measure, weight, ...rest } of part) {
    const n = sums.get(sumKey({ measure, standing: isStanding(definition, rest) })) ?? 0
    hundredths += Math.round(weight * 100) * n
  }
  return hundredths / 100
}

/** The first day of the day, week (from Monday) or month in which a day lies. */
export function bucketOf(day: Day, grain: Grain): Day {
  if (grain === 'day') return day
  if (grain === 'month') return `${day.slice(0, 8)}01` as Day
  const weekday = (new Date(day).getUTCDay() + 6) % 7
  return new Date(Date.parse(day) - weekday * DAY).toISOString().slice(0, 10) as Day
}

/** The buckets between two days, both included. */
export function bucketsBetween(from: Day, to: Day, grain: Grain): Day[] {
  const found: Day[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += DAY) {
    const bucket = bucketOf(new Date(at).toISOString().slice(0, 10) as Day, grain)
    if (found.at(-1) !== bucket) found.push(bucket)
  }
  return found
}

export type DefinitionFault =
  | { readonly fault: 'key-twice'; readonly key: string }
  | { readonly fault: 'counts-nothing'; readonly key: string }
  | { readonly fault: 'rate-without-denominator'; readonly key: string }
  | { readonly fault: 'unknown-measure'; readonly key: string; readonly measure: string }

/** What is wrong with a list of published definitions; the city does not open with a faulty one. */
export function definitionFaults(
  definitions: readonly IndicatorDefinition[],
  known: readonly string[],
): DefinitionFault[] {
  const keys = new Set<string>()
  return definitions.flatMap((definition) => {
    const { key, unit, numerator, denominator } = definition
    const found: DefinitionFault[] = []
    if (keys.has(key)) found.push({ fault: 'key-twice', key })
    keys.add(key)
    if (numerator.length === 0 || numerator.every(({ weight }) => weight === 0))
      found.push({ fault: 'counts-nothing', key })
    if ((unit === '%') !== (denominator !== null)) found.push({ fault: 'rate-without-denominator', key })
    for (const { measure } of everythingCounted(definition))
      if (!known.includes(measure)) found.push({ fault: 'unknown-measure', key, measure })
    return found
  })
}
