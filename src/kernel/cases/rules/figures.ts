import type { Day } from '../../../platform/time.ts'
import type { CaseState } from '../model/case.ts'

/**
 * What one case adds to one measure of the city: `n` on the measure's own cohort day, for the unit that answers for it.
 * Measures are published by the modules; a figure, its list and its past all come from these rows.
 */
export type Figure = {
  readonly measure: string
  readonly day: Day
  readonly unit: string
  readonly category: string
  readonly area: string
  readonly n: number
}

/** What a case contributes as it stands: pure, so that yesterday's figure can be rebuilt. */
export type Measuring = (state: CaseState) => readonly Figure[]

const keyOf = ({ measure, day, unit, category, area }: Figure): string =>
  `${measure}|${day}|${unit}|${category}|${area}`

/** What must be added to the books so that they say `after` where they said `before`. */
export function difference(before: readonly Figure[], after: readonly Figure[]): Figure[] {
  const sums = new Map<string, Figure>()
  const add = (figure: Figure, sign: 1 | -1) => {
    const key = keyOf(figure)
    sums.set(key, { ...figure, n: (sums.get(key)?.n ?? 0) + sign * figure.n })
  }
  for (const figure of after) add(figure, 1)
  for (const figure of before) add(figure, -1)
  return [...sums.values()].filter((figure) => figure.n !== 0)
}
