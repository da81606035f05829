import { idempotencyKey } from '../../../platform/http/idempotency.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { areasOf } from '../../places/store.ts'
import { enterFor } from '../handle/entering.ts'
import { AreaRows, Entered, EntryBody } from '../model/lists.ts'
import { type CasesRouteParts, operator } from './parts.ts'

/** Filing on a caller's behalf: hotline, counter, mailbox. */
export function entryRoutes(http: Http, parts: CasesRouteParts): void {
  http.get(
    '/api/cases/areas',
    {
      onRequest: needs('orders.enter'),
      schema: {
        tags: ['cases'],
        summary: 'Streets, communities and grids in which a case can lie',
        response: { 200: AreaRows, ...problems },
      },
    },
    async (request) => ({
      rows: (await areasOf(parts.db, staffOf(request).district)).map(({ code, parent, name }) => ({
        code,
        parent,
        name,
      })),
    }),
  )

  http.post(
    '/api/cases',
    {
      onRequest: needs('orders.enter'),
      schema: {
        tags: ['cases'],
        summary: 'Files for somebody who calls or writes',
        body: EntryBody,
        response: { 201: Entered, ...problems },
      },
    },
    async (request, reply) => {
      const key = idempotencyKey(request)
      if (!key.ok) return key
      const entry = { ...request.body, key: key.key }
      const filed = await enterFor(parts, staffOf(request), operator(parts, request), entry)
      if (!filed.ok) return filed
      if (request.noted) request.noted.case = filed.state.id
      reply.code(201)
      return { ok: true as const, id: filed.state.id, number: filed.state.filing.number, code: filed.code }
    },
  )
}
