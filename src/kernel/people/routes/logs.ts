import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { decodeCursor, Page, pageOf } from '../../../platform/http/paging.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import type { Instant } from '../../../platform/time.ts'
import { said } from '../../../platform/words.ts'
import { operationTable, spoken } from '../handle/log-views.ts'
import { operate } from '../handle/operations.ts'
import { type LogQuestion, loginPage, operationPage } from '../store/logs.ts'
import { logOutcomes } from '../words.ts'
import { operatorOf, signedOf, staffOnly } from './door.ts'
import type { MeParts } from './me.ts'
import { LogFilters, LoginLogLine, LogQuery, OperationLogLine } from './shapes.ts'

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
  loginRoute(http, parts)
  operationRoutes(http, parts)
}

const questionOf = ({ authority }: MeParts, request: FastifyRequest, query: Query) => {
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

function loginRoute(http: Http, parts: MeParts): void {
  const { db, authority } = parts
  http.get(
    '/api/people/login-log',
    {
      onRequest: [staffOnly, authority.needs(right)],
      schema: {
        tags,
        summary: 'Who tried to sign in',
        querystring: LogQuery,
        response: { 200: Page(LoginLogLine), ...problems },
      },
    },
    async (request) => {
      const ask = questionOf(parts, request, request.query)
      if (!ask.ok) return ask
      const page = pageOf(await loginPage(db, ask.question), ask.question.limit, ({ id }) => [id])
      const outcomeSaid = (outcome: string) =>
        outcome === 'done' ? logOutcomes.done : (parts.refusalSaid(outcome) ?? said(outcome, outcome))
      return { ...page, rows: page.rows.map((row) => ({ ...row, outcomeSaid: { ...outcomeSaid(row.outcome) } })) }
    },
  )
}

function operationRoutes(http: Http, parts: MeParts): void {
  const { db, clock, authority } = parts
  const guard = { onRequest: [staffOnly, authority.needs(right)] }
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
      const ask = questionOf(parts, request, request.query)
      if (!ask.ok) return ask
      const page = pageOf(await operationPage(db, ask.question), ask.question.limit, ({ id }) => [id])
      return { ...page, rows: await spoken(parts, ask.question.district, page.rows) }
    },
  )

  http.get(
    '/api/people/operation-log/export',
    {
      ...guard,
      schema: {
        tags,
        summary: 'The operation log as a workbook, as far as it was asked for',
        querystring: Type.Object(LogFilters),
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const ask = questionOf(parts, request, request.query)
      if (!ask.ok) return ask
      const by = operatorOf(request, authority, clock.now())
      await operate(db, by, { what: 'people.operation-log.export', target: by.district }, async () => ({
        ok: true as const,
      }))
      reply.header('content-disposition', `attachment; filename="operation-log-${by.at.slice(0, 10)}.xlsx"`)
      return reply.type(mediaTypes.xlsx).send(operationTable(parts, ask.question))
    },
  )
}
