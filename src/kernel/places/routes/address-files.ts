import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { oneOf } from '../../people/routes/shapes.ts'
import { addressTable, takeAddressTable } from '../handle/address-files.ts'
import { atlasOf } from '../handle/atlas.ts'
import { AddressFilters } from '../model/addresses.ts'
import { ADDRESSES_RIGHT, READ_RIGHT } from '../policy.ts'
import { logged, type PlacesRouteParts, todayOf } from './parts.ts'
import { sheetSent, TableQuery, TableTaken, taken } from './tables.ts'

const tags = ['places']

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
        querystring: TableQuery,
        response: { 200: TableTaken, ...problems },
      },
    },
    async (request) => {
      const sent = await sheetSent(request)
      if (!sent.ok) return sent
      const { sheet } = sent
      const { district } = staffOf(request)
      const atlas = await atlasOf(parts.db, district, todayOf(parts))
      const { atomic = false } = request.query
      return taken(parts, request, 'places.addresses.import', (tx, { at, who }) =>
        takeAddressTable(tx, { district, atlas }, { sheet, atomic, reason: '' }, { at, by: who }),
      )
    },
  )
}
