import { Type } from 'typebox'
import { Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { Ok } from '../../people/routes/shapes.ts'
import { changeKey, closeClient, issueKey } from '../handle/clients.ts'
import type { ClientId } from '../model/clients.ts'
import { clientsOf } from '../store/clients.ts'
import { type ChannelsRouteParts, MANAGE_RIGHT, operator } from './parts.ts'
import { ClientBody, ClientLine, IssuedKey } from './shapes.ts'
import { afterId } from './subscriptions.ts'

const tags = ['channels']
const Params = Type.Object({ id: Type.String({ pattern: '^client_[0-9a-z]{26}$' }) })
const guard = { onRequest: needs(MANAGE_RIGHT) }

/** Other systems that may call our API, and their keys. */
export function clientRoutes(http: Http, parts: ChannelsRouteParts): void {
  http.get(
    '/api/channels/clients',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Clients, newest first',
        querystring: Type.Object(pageQuery),
        response: { 200: Page(ClientLine), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50 } = request.query
      const from = afterId(after)
      if (!from.ok) return from
      const { district } = staffOf(request)
      const found = await clientsOf(parts.db, { district, after: from.id, limit: limit + 1 })
      const page = pageOf(found, limit, ({ id }) => [id])
      return { rows: page.rows.map((row) => ({ ...row, rights: [...row.rights] })), next: page.next }
    },
  )

  http.post(
    '/api/channels/clients',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Issues a key, shown once',
        body: ClientBody,
        response: { 200: IssuedKey, ...problems },
      },
    },
    async (request) => issueKey(parts, operator(parts, request), request.body),
  )

  http.post(
    '/api/channels/clients/:id/key',
    {
      ...guard,
      schema: {
        tags,
        summary: 'A new key; the old one opens for another day',
        params: Params,
        response: { 200: IssuedKey, ...problems },
      },
    },
    async (request) => changeKey(parts, operator(parts, request), request.params.id as ClientId),
  )

  http.post(
    '/api/channels/clients/:id/end',
    {
      ...guard,
      schema: { tags, summary: 'Ends a client at once', params: Params, response: { 200: Ok, ...problems } },
    },
    async (request) => closeClient(parts, operator(parts, request), request.params.id as ClientId),
  )
}
