import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'
import { decodeCursor, Page, pageOf } from '../../../platform/http/paging.ts'
import { problems } from '../../../platform/http/problem.ts'
import { type Http, typed } from '../../../platform/http/typed.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import { MINUTE } from '../../../platform/time.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { localDay } from '../../worktime/rules.ts'
import { exportRegister, registerFor, registerLine, verifyDocument } from '../handle/register.ts'
import { Genuine, RegisterFilters, RegisterLine, RegisterQuery, VerifyQuery } from '../model/views.ts'
import { READ_RIGHT } from '../policy.ts'
import { type DocumentRouteParts, operator } from './parts.ts'
import { settingRoutes } from './settings.ts'

const tags = ['documents']

/** Everything under `/api/documents`. `openDoor` must have been called on the instance before. */
export const documentRoutes =
  (parts: DocumentRouteParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    registerRoutes(http, parts)
    verifyRoute(http, parts)
    settingRoutes(http, parts)
  }

function registerRoutes(http: Http, parts: DocumentRouteParts): void {
  http.get(
    '/api/documents',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'The register of documents, the newest first',
        querystring: RegisterQuery,
        response: { 200: Page(RegisterLine), ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      const { after, limit = 50, ...filters } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 2)
      if (cursor && !cursor.ok) return cursor
      const from = cursor && ([String(cursor.key[0]), String(cursor.key[1])] as const)
      const found = await registerFor(parts, who, { ...filters, after: from, limit })
      const page = pageOf(found, limit, ({ issuedAt, id }) => [issuedAt, id])
      const tree = await parts.directory.tree(who.district)
      return { rows: page.rows.map((row) => registerLine(tree, row)), next: page.next }
    },
  )

  http.get(
    '/api/documents/export.xlsx',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'The same as a workbook; recorded',
        querystring: Type.Object(RegisterFilters),
        response: { 200: Type.Any(), ...problems },
      },
    },
    async (request, reply) => {
      const by = operator(parts, request)
      const done = await exportRegister(parts, staffOf(request), by, request.query)
      if (!done.ok) return done
      reply.header('content-disposition', `attachment; filename="documents-${localDay(by.at)}.xlsx"`)
      return reply.type(mediaTypes.xlsx).send(done.file)
    },
  )
}

function verifyRoute(http: Http, parts: DocumentRouteParts): void {
  http.get(
    '/api/documents/verify',
    {
      config: { rate: { most: 30, within: MINUTE } },
      schema: {
        tags,
        summary: 'Whether a printed document is genuine: for anybody who holds it; nothing personal',
        querystring: VerifyQuery,
        response: { 200: Genuine, ...problems },
      },
    },
    async (request) => {
      const done = await verifyDocument(parts, parts.district, request.query)
      if (!done.ok) return done
      const { ok: _, ...genuine } = done
      return genuine
    },
  )
}
