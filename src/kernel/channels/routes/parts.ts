import type { FastifyRequest } from 'fastify'
import type { Operator } from '../../people/handle/operations.ts'
import { type Authority, operatorOf } from '../../people/routes/door.ts'
import type { ChannelsParts } from '../handle/parts.ts'

export type ChannelsRouteParts = ChannelsParts & { readonly authority: Pick<Authority, 'unitOf'> }

/** Wording, subscriptions, keys and codes; and trying again what failed. */
export const MANAGE_RIGHT = 'channels.manage'
/** What was sent to whom, without what only the addressee may know. */
export const LOG_RIGHT = 'channels.log'

export const operator = ({ authority, clock }: ChannelsRouteParts, request: FastifyRequest): Operator =>
  operatorOf(request, authority, clock.now())
