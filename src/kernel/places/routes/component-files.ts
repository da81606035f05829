import { Type } from 'typebox'
import { problems, type Refused, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { readTable } from '../../../platform/tables/read.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { oneOf } from '../../people/routes/shapes.ts'
import { componentTable, type TakenRows, takeComponentTable } from '../handle/component-files.ts'
import { yardOf } from '../handle/components.ts'
import { ComponentFilters } from '../model/components.ts'
import { COMPONENTS_RIGHT, READ_RIGHT } from '../policy.ts'
import { logged, type PlacesRouteParts, todayOf } from './parts.ts'

const tags = ['places']

type Done = { readonly ok: true } & TakenRows

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
        querystring: Type.Object({ atomic: Type.Optional(Type.Boolean({ title: '全有或全无' })) }),
        response: {
          200: Type.Object({
            taken: Type.Integer(),
            unchanged: Type.Integer(),
            faults: Type.Array(
              Type.Object({
                row: Type.Integer(),
                field: Type.String(),
                said: Type.Object({ zh: Type.String(), en: Type.String() }),
              }),
            ),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const sent = request.isMultipart() ? await request.file() : undefined
      if (sent === undefined) return refused('file-missing')
      const table = await readTable(await sent.toBuffer(), /\.csv$/i.test(sent.filename) ? 'csv' : 'xlsx')
      if (!table.ok) return refused(table.refusal)
      const [sheet = { name: '', rows: [] }] = table.sheets
      const yard = await yardOf(parts, staffOf(request).district, todayOf(parts))
      const { atomic = false } = request.query
      const done: Done | Refused = await logged(
        parts,
        request,
        { what: 'places.components.import', target: '' },
        async (tx, by) => ({
          ok: true as const,
          ...(await takeComponentTable(tx, yard, { sheet, atomic, reason: '' }, { at: by.at, by: by.who })),
        }),
      )
      return done.ok
        ? { ...done, faults: done.faults.map((fault) => ({ ...fault, said: { ...fault.said } })).slice(0, 1_000) }
        : done
    },
  )
}
