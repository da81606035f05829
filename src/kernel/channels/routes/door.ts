import type { FastifyInstance, FastifyRequest } from 'fastify'
import { refused } from '../../../platform/http/problem.ts'
import type { Guard } from '../../people/routes/door.ts'
import { clientOf, takeCall } from '../handle/clients.ts'
import type { ChannelsParts } from '../handle/parts.ts'
import type { ClientRight, KnownClient } from '../model/clients.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The other system that calls, behind `clientKey`; null elsewhere. */
    caller: KnownClient | null
  }
}

/** Prepares the instance for calls of other systems. Called on the instance itself, before any route is registered. */
export function expectClients(http: FastifyInstance): void {
  http.decorateRequest('caller', null)
}

/**
 * Lets in only another system whose key (`X-Api-Key`) carries the right, as often as its quota allows; it is then
 * `request.caller`. Over the quota: 429 and `Retry-After`.
 */
export const clientKey =
  (parts: Pick<ChannelsParts, 'db' | 'clock'>) =>
  (right: ClientRight): Guard =>
  async (request, reply) => {
    const key = request.headers['x-api-key']
    const client = typeof key === 'string' ? await clientOf(parts, key) : null
    if (client === null) return reply.send(refused('key-unknown', 401))
    if (!client.rights.includes(right)) return reply.send(refused('key-lacks-right', 403))
    const wait = await takeCall(parts, client, parts.clock.now())
    if (wait > 0) return reply.header('retry-after', wait).send(refused('quota-used-up', 429))
    const { district, id, name, rights } = client
    request.caller = { district, id, name, rights }
    if (request.noted) request.noted.who = id
  }

/** Behind `clientKey`: who calls. Throws on a route that forgot the guard. */
export function callerOf(request: FastifyRequest): KnownClient {
  // Undefined where `expectClients` was not called: as unguarded as null.
  const caller: KnownClient | null | undefined = request.caller
  if (!caller) throw new Error(`${request.routeOptions.url} has no guard for clients`)
  return caller
}
