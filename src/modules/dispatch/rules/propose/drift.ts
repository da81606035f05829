import type { Figured } from '../../../../kernel/indicators/model.ts'
import type { DriftRow } from '../../model/board.ts'

/** The published figures of a part of all decisions: low confidence, then corrections. */
export type Fared = readonly [low: Figured, corrected: Figured]

type Counts = Omit<DriftRow, 'category'>

/** How proposals fared, in the counts that both figures are made of. */
export const driftCounts = ([low, corrected]: Fared): Counts => ({
  decisions: corrected.denominator ?? 0,
  measured: low.denominator ?? 0,
  low: low.numerator,
  corrected: corrected.numerator,
  lowShare: low.value,
  correctedShare: corrected.value,
})

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/** The same per theme, the first step of the proposed category: the most often proposed first. */
export function driftByTheme(by: ReadonlyMap<string, Fared>): DriftRow[] {
  const themes = new Map<string, DriftRow>()
  for (const [category, fared] of by) {
    const theme = category.split('/')[0] ?? ''
    const before = themes.get(theme)
    const own = driftCounts(fared)
    const [decisions, measured] = [(before?.decisions ?? 0) + own.decisions, (before?.measured ?? 0) + own.measured]
    const [low, corrected] = [(before?.low ?? 0) + own.low, (before?.corrected ?? 0) + own.corrected]
    themes.set(theme, {
      category: theme,
      decisions,
      measured,
      low,
      corrected,
      lowShare: share(low, measured),
      correctedShare: share(corrected, decisions),
    })
  }
  return [...themes.values()].toSorted((a, b) => b.decisions - a.decisions || (a.category < b.category ? -1 : 1))
}
