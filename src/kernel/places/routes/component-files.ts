import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { oneOf } from '../../people/routes/shapes.ts'
import { componentTable, takeComponentTable } from '../handle/component-files.ts'
import { yardOf } from '../handle/components.ts'
import { ComponentFilters } from '../model/components.ts'
import { COMPONENTS_RIGHT, READ_RIGHT } from '../policy.ts'
import { logged, type PlacesRouteParts, todayOf } from './parts.ts'
import { sheetSent, TableQuery, TableTaken, taken } from './tables.ts'

const tags = ['places']

/** Components as tables, out and in. */
export function componentFileRoutes(http: Http, parts: PlacesRouteParts): void {
  exportRoute(http, parts)
  importRoute(http, parts)
}

function exportRoute(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/components/export',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'The list as a workbook or CSV',
        querystring: Type.Object({
          ...ComponentFilters.properties,
          format: Type.Optional(oneOf(['xlsx', 'csv'], '格式')),
        }),
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const { format = 'xlsx', ...filters } = request.query
      const yard = await yardOf(parts, staffOf(request).district, todayOf(parts))
      await logged(parts, request, { what: 'places.components.export', target: format }, async () => ({
        ok: true as const,
      }))
      reply.header('content-disposition', `attachment; filename="components-${todayOf(parts)}.${format}"`)
      return reply.type(mediaTypes[format]).send(componentTable(parts.db, yard, filters, format))
    },
  )
}

function importRoute(http: Http, parts: PlacesRouteParts): void {
  http.post(
    '/api/places/components/import',
    {
      onRequest: needs(COMPONENTS_RIGHT),
      schema: {
        tags,
        summary: 'Takes a table in (multipart, field `file`, xlsx or csv): new codes are entered, known ones changed',
        querystring: TableQuery,
        response: { 200: TableTaken, ...problems },
      },
    },
    async (request) => {
      const sent = await sheetSent(request)
      if (!sent.ok) return sent
      const { sheet } = sent
      const yard = await yardOf(parts, staffOf(request).district, todayOf(parts))
      const { atomic = false } = request.query
      return taken(parts, request, 'places.components.import', (tx, { at, who }) =>
        takeComponentTable(tx, yard, { sheet, atomic, reason: '' }, { at, by: who }),
      )
    },
  )
}
