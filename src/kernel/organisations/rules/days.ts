import type { Day } from '../../../platform/time.ts'

/** A span of days: `from` is the first day, `to` the first day after it; null while no end is known. */
export type Span = { readonly from: Day; readonly to: Day | null }

export const holdsOn = (span: Span, day: Day): boolean => span.from <= day && (span.to === null || day < span.to)

/** Whether anything of the span lies on `day` or after it. */
export const reachesPast = (span: Span, day: Day): boolean => span.to === null || (span.to > day && span.to > span.from)
