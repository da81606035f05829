import type { FastifyRequest } from 'fastify'
import { decodeCursor, Page, pageOf } from '../../../platform/http/paging.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import type { Instant } from '../../../platform/time.ts'
import { type LogQuestion, loginPage, operationPage } from '../store/logs.ts'
import { signedOf, staffOnly } from './door.ts'
import type { MeParts } from './me.ts'
import { LoginLogLine, LogQuery, OperationLogLine } from './shapes.ts'

const tags = ['people']
const right = 'people.logs'

type Query = {
  after?: string
  limit?: number
  who?: string
  outcome?: string
  what?: string
  from?: string
  until?: string
}

/** Both logs, newest first, for those who may read them and about those their scope covers. */
export function logRoutes(http: Http, parts: MeParts): void {
  const { db, authority } = parts
  const guard = { onRequest: [staffOnly, authority.needs(right)] }

  const asked = (request: FastifyRequest, query: Query) => {
    const cursor = query.after === undefined ? null : decodeCursor(query.after, 1)
    if (cursor && !cursor.ok) return cursor
    const question: LogQuestion = {
      district: signedOf(request).district,
      scope: authority.scope(request, right, { unit: 'unit', holder: 'who' }),
      who: query.who ?? null,
      outcome: query.outcome ?? null,
      what: query.what ?? null,
      from: (query.from as Instant | undefined) ?? null,
      until: (query.until as Instant | undefined) ?? null,
      after: cursor ? String(cursor.key[0]) : null,
      limit: query.limit ?? 50,
    }
    return { ok: true, question } as const
  }

  http.get(
    '/api/people/login-log',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Who tried to sign in',
        querystring: LogQuery,
        response: { 200: Page(LoginLogLine), ...problems },
      },
    },
    async (request) => {
      const ask = asked(request, request.query)
      if (!ask.ok) return ask
      const page = pageOf(await loginPage(db, ask.question), ask.question.limit, ({ id }) => [id])
      return { ...page, rows: [...page.rows] }
    },
  )

  http.get(
    '/api/people/operation-log',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Who did what',
        querystring: LogQuery,
        response: { 200: Page(OperationLogLine), ...problems },
      },
    },
    async (request) => {
      const ask = asked(request, request.query)
      if (!ask.ok) return ask
      const page = pageOf(await operationPage(db, ask.question), ask.question.limit, ({ id }) => [id])
      return { ...page, rows: [...page.rows] }
    },
  )
}
