import type { Figure } from '../../../../kernel/cases/rules/figures.ts'
import type { IndicatorDefinition, Weighted } from '../../../../kernel/indicators/model.ts'
import { localDay } from '../../../../kernel/worktime/rules.ts'
import type { Sorting } from '../../model/board.ts'
import type { SortingMeasure } from '../../model/measures.ts'
import {
  type SortingIndicatorKey,
  sortingIndicatorTitles,
  sortingIndicatorWords as words,
} from '../../words/indicators.ts'

/** What one decision adds to the books: under the category that was proposed, for the unit that got the case. */
export function figuresOf(one: Sorting, area: string): Figure[] {
  const measures: (SortingMeasure | null)[] = [
    'sorting-decided',
    one.categoryCorrected || one.unitCorrected ? 'sorting-corrected' : null,
    one.confidence === null ? 'sorting-unmeasured' : 'sorting-measured',
    one.confidence !== null && !one.sure ? 'sorting-low' : null,
  ]
  const rest = {
    day: localDay(one.at),
    unit: one.chosenUnit ?? one.proposedUnit,
    category: one.proposedCategory,
    area,
    n: 1,
  }
  return measures.flatMap((measure) => (measure === null ? [] : [{ measure, ...rest }]))
}

const each = (measure: SortingMeasure): Weighted[] => [{ measure, weight: 1 }]

type Rest = Pick<IndicatorDefinition, 'numerator' | 'denominator' | 'exclusions'>

const indicator = (key: SortingIndicatorKey, rest: Rest): IndicatorDefinition => ({
  key,
  version: 1,
  title: sortingIndicatorTitles[key],
  source: words.source,
  mark: '△',
  cohort: 'sorted',
  unit: '%',
  better: 'lower',
  ...rest,
})

/** The share of proposals with a confidence that were not sure. */
export const lowRate = indicator('sorting-low-rate', {
  numerator: each('sorting-low'),
  denominator: each('sorting-measured'),
  exclusions: [{ said: words.unmeasured, measures: ['sorting-unmeasured' satisfies SortingMeasure] }],
})

/** The share of decisions in which something else was chosen than had been proposed. */
export const correctedRate = indicator('sorting-corrected-rate', {
  numerator: each('sorting-corrected'),
  denominator: each('sorting-decided'),
  exclusions: [],
})

/** What this house publishes to the city: the drift of its proposals. */
export const sortingIndicators: readonly IndicatorDefinition[] = [lowRate, correctedRate]
