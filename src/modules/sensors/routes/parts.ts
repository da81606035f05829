import type { FastifyRequest } from 'fastify'
import type { Operator } from '../../../kernel/people/handle/operations.ts'
import { type Authority, operatorOf } from '../../../kernel/people/routes/door.ts'
import type { KnownOf } from '../handle/known.ts'
import type { SensorParts } from '../handle/parts.ts'

export type SensorRouteParts = SensorParts & {
  readonly authority: Pick<Authority, 'unitOf'>
  readonly sensorsKnown: KnownOf
  /** What is read from the broker in this process; null where none is named. */
  readonly listening: { isConnected(): boolean } | null
  readonly nudge: () => void
}

export const operator = ({ authority, clock }: SensorRouteParts, request: FastifyRequest): Operator =>
  operatorOf(request, authority, clock.now())
