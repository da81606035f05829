import type { FastifyRequest } from 'fastify'
import type { Operator } from '../../../kernel/people/handle/operations.ts'
import { type Authority, operatorOf } from '../../../kernel/people/routes/door.ts'
import type { ExchangeParts } from '../handle/parts.ts'

export type ExchangeRouteParts = ExchangeParts & { readonly authority: Pick<Authority, 'unitOf'> }

export const operator = ({ authority, clock }: ExchangeRouteParts, request: FastifyRequest): Operator =>
  operatorOf(request, authority, clock.now())
