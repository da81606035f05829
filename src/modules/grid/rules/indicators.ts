import type { Exclusion, IndicatorDefinition, Weighted } from '../../../kernel/indicators/model.ts'
import type { GridMeasure } from '../model/measures.ts'
import { type GridIndicatorKey, gridIndicatorTitles, gridIndicatorWords as words } from '../words/indicators.ts'

const each = (...measures: GridMeasure[]): Weighted[] => measures.map((measure) => ({ measure, weight: 1 }))
const without = (said: Exclusion['said'], ...measures: GridMeasure[]): Exclusion => ({ said, measures })

type Rest = Pick<IndicatorDefinition, 'numerator' | 'denominator' | 'cohort' | 'better'> & {
  readonly exclusions?: readonly Exclusion[]
}

const indicator = (key: GridIndicatorKey, rest: Rest): IndicatorDefinition => ({
  key,
  version: 1,
  title: gridIndicatorTitles[key],
  source: words.source,
  mark: '△',
  exclusions: [],
  unit: rest.denominator === null ? 'count' : '%',
  ...rest,
})

const count = (
  key: GridIndicatorKey,
  cohort: IndicatorDefinition['cohort'],
  better: IndicatorDefinition['better'],
  measure: GridMeasure,
): IndicatorDefinition => indicator(key, { numerator: each(measure), denominator: null, cohort, better })

const ofClosed = (key: GridIndicatorKey, better: 'higher' | 'lower', ...measures: GridMeasure[]) =>
  indicator(key, {
    numerator: each(...measures),
    denominator: each('grid-in-time', 'grid-late'),
    cohort: 'closed',
    better,
  })

/** What this house publishes to the city. */
export const gridIndicators: readonly IndicatorDefinition[] = [
  count('grid-reported', 'filed', 'none', 'grid-reported'),
  count('grid-by-patrol', 'filed', 'none', 'grid-by-patrol'),
  count('grid-open', 'now', 'none', 'grid-open'),
  count('grid-overdue', 'now', 'lower', 'grid-overdue'),
  count('grid-closed', 'closed', 'none', 'grid-closed'),
  indicator('grid-registered-rate', {
    numerator: each('grid-registered'),
    denominator: each('grid-registered', 'grid-rejected'),
    exclusions: [without(words.linked, 'grid-linked')],
    cohort: 'filed',
    better: 'none',
  }),
  indicator('grid-closed-rate', {
    numerator: each('grid-closed'),
    denominator: [...each('grid-closed'), { measure: 'grid-open', weight: 1, standing: true }],
    cohort: 'closed',
    better: 'higher',
  }),
  ofClosed('grid-in-time-rate', 'higher', 'grid-in-time'),
  ofClosed('grid-reworked-rate', 'lower', 'grid-reworked'),
  indicator('grid-same-spot-rate', {
    numerator: each('grid-same-spot'),
    denominator: each('grid-same-spot', 'grid-other-spot'),
    cohort: 'closed',
    better: 'higher',
  }),
]
