import type { FastifyRequest } from 'fastify'
import type { Runner } from '../../../platform/jobs/runner.ts'
import type { Said } from '../../../platform/words.ts'
import type { Operator } from '../../people/handle/operations.ts'
import { type Authority, operatorOf } from '../../people/routes/door.ts'
import type { CaseDocumentParts } from '../handle/documents.ts'
import type { CountedMeasures } from '../model/map.ts'

export type CasesRouteParts = CaseDocumentParts & {
  readonly authority: Pick<Authority, 'unitOf'>
  /** Lasting work is begun at once instead of at its next look. */
  readonly runner: Pick<Runner, 'nudgeLasting'>
  /** Which measures of the figures the map of cases counts. */
  readonly counted: CountedMeasures
  /** The sentence of a refusal, whichever house it comes from. */
  readonly refusalSaid: (code: string) => Said | undefined
}

export const operator = ({ authority, clock }: CasesRouteParts, request: FastifyRequest): Operator =>
  operatorOf(request, authority, clock.now())
