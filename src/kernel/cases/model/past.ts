import type { Instant } from '../../../platform/time.ts'
import type { CaseId } from './case.ts'

/** How a case stood from an instant on: what its light is made of. */
export type Stood = {
  readonly at: Instant
  readonly unit: string | null
  readonly due: Instant | null
  readonly warnAt: Instant | null
  readonly overdue: boolean
  readonly settled: boolean
  readonly held: boolean
}

/** A request as it stood during some time, change by change, the first one as it stood at the beginning. */
export type PastCase = {
  readonly id: CaseId
  readonly area: string
  readonly grid: string | null
  readonly stood: readonly Stood[]
}
