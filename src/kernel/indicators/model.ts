import type { Day, Instant } from '../../platform/time.ts'
import type { Said } from '../../platform/words.ts'
import type { CaseId } from '../cases/model/case.ts'

export type IndicatorKey = string

/**
 * A measure and how much of it counts: 满意 1, 基本满意 0.8 …
 * `standing` is how it stood at the end of the days asked for, whatever day it belongs to.
 */
export type Weighted = { readonly measure: string; readonly weight: number; readonly standing?: true }

/**
 * The day by which cases are counted in; `sorted`: on which somebody said where the case belongs. `now` is no cohort: all of it is what stands, whenever it was filed.
 */
export type Cohort = 'filed' | 'accepted' | 'answered' | 'closed' | 'sorted' | 'now'

/** What is left out, in words, and the measures that count how much that is. */
export type Exclusion = { readonly said: Said; readonly measures: readonly string[]; readonly standing?: true }

/** How sure the source is: ● law or text read, ○ secondary, △ practice or reading of ours. */
export type SourceMark = '●' | '○' | '△'

/**
 * A published indicator. Figure, definition and list come from one source: the figure is the sum of measures,
 * the list the cases that bring them.
 */
export type IndicatorDefinition = {
  readonly key: IndicatorKey
  /** Raised whenever numerator, denominator or cohort change. */
  readonly version: number
  readonly title: Said
  readonly numerator: readonly Weighted[]
  /** Null for a plain count. */
  readonly denominator: readonly Weighted[] | null
  readonly exclusions: readonly Exclusion[]
  readonly cohort: Cohort
  readonly unit: '%' | 'count'
  readonly better: 'higher' | 'lower' | 'none'
  readonly source: Said
  readonly mark: SourceMark
}

/** What a figure is asked over. Days are local and inclusive; of what stands now they are not asked. */
export type FigureQuestion = {
  readonly district: string
  readonly from: Day
  readonly to: Day
  /** The local day of the asking. */
  readonly today: Day
  /** Absent: the whole district. */
  readonly units?: readonly string[]
  /** A category path; everything under it counts. */
  readonly category?: string
  readonly area?: string
  /** The books as they stood then; absent: as they are. */
  readonly asOf?: Instant
}

export type Figured = {
  readonly numerator: number
  /** Null for a plain count. */
  readonly denominator: number | null
  /** The count, or the share between 0 and 1; null where there is nothing to divide by. */
  readonly value: number | null
  /** What each exclusion left out, in the order of the definition. */
  readonly excluded: readonly number[]
}

export type Part = 'numerator' | 'denominator'
export type Grain = 'day' | 'week' | 'month'

/** A case behind a figure: the day it counts for and how much it brings. */
export type Behind = { readonly day: Day; readonly id: CaseId; readonly n: number }
