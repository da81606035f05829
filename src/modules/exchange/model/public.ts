import type { CaseId } from '../../../kernel/cases/model/case.ts'
import type { OpenedEvent } from '../../../kernel/cases/rules/present-timeline.ts'
import type { AnyProcedure } from '../../../kernel/cases/rules/procedure.ts'
import type { ProcedureWords } from '../../../kernel/cases/words.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Said } from '../../../platform/words.ts'
import type { RequestRow } from './georeport.ts'

/** A request with what its case's card says. */
export type PublicRow = RequestRow & {
  readonly caseId: CaseId
  readonly number: string
  readonly matter: string
  readonly matterVersion: number
  readonly procedure: string
  readonly stage: string
  readonly phase: string
  readonly settled: boolean
  readonly category: string
  readonly kind: string
  readonly channel: string
  readonly unit: string | null
  readonly area: string | null
  readonly filedAt: Instant
  readonly changedAt: Instant
  readonly outcome: string | null
  readonly overdue: boolean
  /** When the handling is due, while its clock runs. */
  readonly due: Instant | null
}

/** What of a case its applicant would be told, without what he wrote himself. */
export type ToldPublicly = {
  /** The answer once others have checked it; never while it is being checked. */
  readonly answer: string | null
  readonly steps: readonly { readonly at: Instant; readonly event: string; readonly sentence: Said }[]
}

/** Handed in by the city: each procedure says itself which of its steps are told. */
export type TellPublicly = (
  showing: { readonly procedure: AnyProcedure; readonly words: ProcedureWords; unit(id: string): string },
  opened: readonly OpenedEvent[],
) => ToldPublicly
