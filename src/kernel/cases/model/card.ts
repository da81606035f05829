import type { Instant } from '../../../platform/time.ts'
import type { TermUnit } from '../../worktime/model.ts'
import type { CaseId } from './case.ts'

/** A card as lists carry it. */
export type CardRow = {
  readonly id: CaseId
  readonly number: string
  readonly version: number
  readonly procedure: string
  readonly matter: string
  readonly matterVersion: number
  readonly title: string | null
  readonly category: string
  readonly kind: string
  readonly channel: string
  readonly stage: string
  readonly phase: string
  readonly settled: boolean
  readonly ended: boolean
  readonly unit: string | null
  readonly holder: string | null
  readonly area: string | null
  readonly filedAt: Instant
  readonly changedAt: Instant
  readonly due: Instant | null
  /** The unit in which the term was promised that is over then. */
  readonly dueIn: TermUnit | null
  readonly warnAt: Instant | null
  readonly overdue: boolean
  readonly supervision: number
  readonly outcome: 'solved' | 'explained' | 'unsolved' | null
  readonly stars: number | null
  readonly urgent: boolean
  readonly parent: string | null
}
