import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { coordinateSystems } from '../../../platform/geo/systems.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { type Column, mediaTypes, tableStream } from '../../../platform/tables/write.ts'
import { everySpot, importSpots, readSpotFile } from '../handle/spot-file.ts'
import { FacilityImport } from '../model/facility.ts'
import { spotKinds, spotStates } from '../model/spot.ts'
import { KEEP_RIGHT, READ_RIGHT } from '../policy.ts'
import type { SpotRow } from '../store/spots.ts'
import { spotColumns, spotFigures, spotKindWords, spotSheet, spotStateWords } from '../words/spots.ts'
import { fileOf, pointsAsGeoJson } from './ledger-file.ts'
import { type LifeCircleRouteParts, logged } from './parts.ts'

const tags = ['life-circle']
const FILE_LIMIT = 20 * 1_048_576
const formats = ['xlsx', 'csv', 'geojson'] as const

/** The ledger of small places as a file, out and in. */
export function spotFileRoutes(http: Http, parts: LifeCircleRouteParts): void {
  exportRoute(http, parts)
  importRoute(http, parts)
}

function exportRoute(http: Http, parts: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/spots/export',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'The ledger of small places as a file; can be changed and taken in again',
        querystring: Type.Object({
          format: Type.Enum([...formats], { title: '格式' }),
          template: Type.Optional(Type.Boolean({ description: 'headings only' })),
          kind: Type.Optional(Type.Enum([...spotKinds])),
          status: Type.Optional(Type.Enum([...spotStates])),
          area: Type.Optional(Type.String({ maxLength: 60 })),
        }),
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const { format, template = false, ...filters } = request.query
      const { district } = staffOf(request)
      const tree = await parts.directory.tree(district)
      const unitName = (id: string | null) => [...tree.values()].find((unit) => unit.id === id)?.name ?? ''
      const rows = template ? [] : everySpot(parts.db, district, filters)
      reply.header('content-disposition', `attachment; filename="spots-${district}.${format}"`)
      if (format === 'geojson')
        return reply
          .type('application/geo+json; charset=utf-8')
          .send(Readable.from(pointsAsGeoJson(rows), { objectMode: false }))
      const sheet = { name: spotSheet, columns, rows: tableRows(rows, unitName) }
      return reply.type(mediaTypes[format]).send(tableStream(format, [sheet]))
    },
  )
}

function importRoute(http: Http, parts: LifeCircleRouteParts): void {
  http.post(
    '/api/life-circle/spots/import',
    {
      onRequest: needs(KEEP_RIGHT),
      bodyLimit: FILE_LIMIT,
      schema: {
        tags,
        summary: 'Takes in a file of small places (Excel, CSV, GeoJSON) from a multipart form',
        querystring: Type.Object({
          atomic: Type.Optional(Type.Boolean({ title: '全有或全无' })),
          dryRun: Type.Optional(Type.Boolean({ title: '仅试算' })),
          system: Type.Optional(Type.Enum([...coordinateSystems], { title: '坐标系' })),
        }),
        response: { 200: FacilityImport, ...problems },
      },
    },
    async (request) => {
      const { atomic = false, dryRun = false, system = 'WGS84' } = request.query
      const sent = await fileOf(request, { system, limit: FILE_LIMIT })
      if ('ok' in sent) return sent
      const { district } = staffOf(request)
      const read = await readSpotFile(parts, district, sent)
      if (!read.ok) return read
      const deed = { what: 'life-circle.spots.import', target: sent.format }
      const { done } = await logged(parts, request, deed, async (tx, stroke) => ({
        ok: true as const,
        done: await importSpots(tx, district, read, { atomic, dryRun, stroke }),
      }))
      return done
    },
  )
}

const numbers: readonly string[] = ['lng', 'lat', 'upkeepDays', 'ratings', 'stars']
const columns: readonly Column[] = Object.entries({ ...spotColumns, ...spotFigures }).map(([key, title]) => ({
  ...{ key, title },
  kind: numbers.includes(key) ? 'number' : 'text',
}))

async function* tableRows(rows: Iterable<SpotRow> | AsyncIterable<SpotRow>, unitName: (id: string | null) => string) {
  for await (const { photos: _, kind, status, unit, ...spot } of rows)
    yield {
      ...spot,
      kind: spotKindWords[kind].zh,
      status: spotStateWords[status].zh,
      unit: unitName(unit),
    }
}
