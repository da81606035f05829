import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { deadLetters, retryDeadLetter } from '../../../platform/jobs/dead-letters.ts'
import type { DeadLetter, DeadLetterId } from '../../../platform/jobs/model.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { operate } from '../../people/handle/operations.ts'
import { Ok } from '../../people/routes/shapes.ts'
import { DeadLetterLine } from '../model/lists.ts'
import { type CasesRouteParts, operator } from './parts.ts'

const tags = ['cases']
const guard = { onRequest: needs('cases.dead-letters') }

/** What the clockwork tried too often: seen and tried again by administrators. */
export function letterRoutes(http: Http, parts: CasesRouteParts): void {
  http.get(
    '/api/cases/dead-letters',
    {
      ...guard,
      schema: {
        tags,
        summary: 'What was tried too often',
        querystring: Type.Object(pageQuery),
        response: { 200: Page(DeadLetterLine), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50 } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 2)
      if (cursor && !cursor.ok) return cursor
      const [deadAt, id] = cursor?.key ?? []
      if (cursor && Number.isNaN(Date.parse(String(deadAt)))) return refused('bad-cursor')
      const place = cursor && { deadAt: String(deadAt) as DeadLetter['deadAt'], id: String(id) as DeadLetterId }
      const { district } = staffOf(request)
      const found = await deadLetters(parts.db, { district, ...(place && { after: place }), limit: limit + 1 })
      const page = pageOf(found, limit, (letter) => [letter.deadAt, letter.id])
      return { ...page, rows: [...page.rows] }
    },
  )

  http.post(
    '/api/cases/dead-letters/retry',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Tries one again from the beginning',
        body: Type.Object({ id: Type.String({ pattern: '^(timer|outbox)/.+$', maxLength: 200 }) }),
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const id = request.body.id as DeadLetterId
      const { district } = staffOf(request)
      return operate(parts.db, operator(parts, request), { what: 'cases.dead-letter.retry', target: id }, async (tx) =>
        (await retryDeadLetter(tx, { district, id })) ? { ok: true as const } : refused('no-such-letter', 404),
      )
    },
  )
}
