import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { caseTile, type MapParts, mapOverview } from '../handle/map.ts'
import { MapOverview, MapTileQuery, TileParams } from '../model/map.ts'
import { READ_RIGHT } from '../policy/sight.ts'

const tags = ['cases']
const guard = { onRequest: needs(READ_RIGHT) }
const pressed = promisify(gzip)
/** Below this a tile fits into one packet as it is. */
const WORTH_PRESSING = 1_400

/** The map of cases: where it begins, and its tiles (Mapbox Vector Tile 2.1). */
export function mapRoutes(http: Http, parts: MapParts): void {
  http.get(
    '/api/cases/map',
    {
      ...guard,
      schema: { tags, summary: 'Where the map of cases begins', response: { 200: MapOverview, ...problems } },
    },
    async (request) => mapOverview(parts, staffOf(request)),
  )

  http.get(
    '/api/cases/map/:z/:x/:y',
    {
      ...guard,
      schema: {
        tags,
        summary: 'A vector tile of the cases I may see',
        params: TileParams,
        querystring: MapTileQuery,
        response: { 200: Type.Any({ description: 'application/vnd.mapbox-vector-tile' }), ...problems },
      },
    },
    async (request, reply) => {
      const done = await caseTile(parts, staffOf(request), request.params, request.query)
      if (!done.ok) return done
      const { tile } = done
      const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
      // What one viewer may see is nobody else's to keep.
      reply.header('content-type', 'application/vnd.mapbox-vector-tile').header('cache-control', 'private, max-age=10')
      reply.header('vary', 'accept-encoding, cookie, authorization')
      if (!takesGzip || tile.length < WORTH_PRESSING) return reply.send(tile)
      return reply.header('content-encoding', 'gzip').send(await pressed(tile, { level: 3 }))
    },
  )
}
