import type { FastifyRequest } from 'fastify'
import type { Operator } from '../../people/handle/operations.ts'
import { type Authority, operatorOf } from '../../people/routes/door.ts'
import type { OrganisationParts } from '../handle/parts.ts'

export type OrganisationRouteParts = OrganisationParts & { readonly authority: Authority }

export const operator = ({ authority, clock }: OrganisationRouteParts, request: FastifyRequest): Operator =>
  operatorOf(request, authority, clock.now())
