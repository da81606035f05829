import type { FastifyRequest } from 'fastify'
import type { Operator } from '../../people/handle/operations.ts'
import { type Authority, operatorOf } from '../../people/routes/door.ts'
import type { DocumentParts } from '../handle/parts.ts'

export type DocumentRouteParts = DocumentParts & {
  readonly authority: Pick<Authority, 'unitOf'>
  /** The district of this door, for whoever is not signed in. */
  readonly district: string
}

export const operator = ({ authority, clock }: DocumentRouteParts, request: FastifyRequest): Operator =>
  operatorOf(request, authority, clock.now())
