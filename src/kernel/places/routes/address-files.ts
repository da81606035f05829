import { Type } from 'typebox'
import { problems, type Refused, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { readTable } from '../../../platform/tables/read.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { oneOf } from '../../people/routes/shapes.ts'
import { addressTable, takeAddressTable } from '../handle/address-files.ts'
import { atlasOf } from '../handle/atlas.ts'
import type { TakenRows } from '../handle/component-files.ts'
import { AddressFilters } from '../model/addresses.ts'
import { ADDRESSES_RIGHT, READ_RIGHT } from '../policy.ts'
import { logged, type PlacesRouteParts, todayOf } from './parts.ts'

const tags = ['places']

type Done = { readonly ok: true } & TakenRows

/** Addresses as tables, out and in. */
export function addressFileRoutes(http: Http, parts: PlacesRouteParts): void {
  exportRoute(http, parts)
  importRoute(http, parts)
}

function exportRoute(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/addresses/export',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'The list as a workbook or CSV',
        querystring: Type.Object({
          ...AddressFilters.properties,
          format: Type.Optional(oneOf(['xlsx', 'csv'], '格式')),
        }),
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const { format = 'xlsx', ...filters } = request.query
      await logged(parts, request, { what: 'places.addresses.export', target: format }, async () => ({
        ok: true as const,
      }))
      reply.header('content-disposition', `attachment; filename="addresses-${todayOf(parts)}.${format}"`)
      return reply.type(mediaTypes[format]).send(addressTable(parts.db, staffOf(request).district, filters, format))
    },
  )
}

function importRoute(http: Http, parts: PlacesRouteParts): void {
  http.post(
    '/api/places/addresses/import',
    {
      onRequest: needs(ADDRESSES_RIGHT),
      schema: {
        tags,
        summary:
          'Takes a table in (multipart, field `file`, xlsx or csv): new addresses are entered, known ones changed',
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
      const { district } = staffOf(request)
      const atlas = await atlasOf(parts.db, district, todayOf(parts))
      const { atomic = false } = request.query
      const done: Done | Refused = await logged(
        parts,
        request,
        { what: 'places.addresses.import', target: '' },
        async (tx, by) => ({
          ok: true as const,
          ...(await takeAddressTable(
            tx,
            { district, atlas },
            { sheet, atomic, reason: '' },
            { at: by.at, by: by.who },
          )),
        }),
      )
      return done.ok
        ? { ...done, faults: done.faults.map((fault) => ({ ...fault, said: { ...fault.said } })).slice(0, 1_000) }
        : done
    },
  )
}
