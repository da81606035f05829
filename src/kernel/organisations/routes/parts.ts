import type { FastifyRequest } from 'fastify'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { PeopleParts } from '../../people/handle/parts.ts'
import { type Authority, operatorOf } from '../../people/routes/door.ts'
import type { OrganisationParts } from '../handle/parts.ts'

export type OrganisationRouteParts = OrganisationParts & {
  readonly authority: Authority
} & Pick<PeopleParts, 'operationSaid' | 'refusalSaid'>

export const operator = ({ authority, clock }: OrganisationRouteParts, request: FastifyRequest): Operator =>
  operatorOf(request, authority, clock.now())

/** A file that leaves the house stands in the operation log before it goes. */
export const noteExport = async (
  parts: OrganisationRouteParts,
  request: FastifyRequest,
  what: string,
): Promise<void> => {
  const by = operator(parts, request)
  await operate(parts.db, by, { what, target: by.district }, async () => ({ ok: true as const }))
}
