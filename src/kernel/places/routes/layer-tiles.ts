import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { Type } from 'typebox'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { isTile } from '../../../platform/tiles/tile-grid.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { FINEST_ZOOM, layerTile } from '../handle/layer-tiles.ts'
import { EditionParams } from '../model/layer-views.ts'
import { READ_RIGHT } from '../policy.ts'
import { findVersion } from '../store/layers.ts'
import type { PlacesRouteParts } from './parts.ts'

const pressed = promisify(gzip)
const step = Type.Integer({ minimum: 0, maximum: 2 ** FINEST_ZOOM })

/** Layers of more areas than a page can draw at once, as vector tiles (Mapbox Vector Tile 2.1). */
export function layerTileRoutes(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/layers/:layer/versions/:version/tiles/:z/:x/:y',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags: ['places'],
        summary: 'A vector tile of an edition',
        params: Type.Object({
          ...EditionParams.properties,
          z: Type.Integer({ minimum: 0, maximum: FINEST_ZOOM }),
          x: step,
          y: step,
        }),
        response: { 200: Type.Any({ description: 'application/vnd.mapbox-vector-tile' }), ...problems },
      },
    },
    async (request, reply) => {
      const { layer, version, ...tile } = request.params
      const key = { district: staffOf(request).district, layer, version }
      if (!isTile(tile) || (await findVersion(parts.db, key)) === null) return refused('no-such-version', 404)
      const content = await layerTile(parts.db, key, tile)
      reply
        .header('content-type', 'application/vnd.mapbox-vector-tile')
        .header('cache-control', 'private, max-age=3600')
      reply.header('vary', 'accept-encoding, cookie, authorization')
      if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return reply.send(Buffer.from(content))
      return reply.header('content-encoding', 'gzip').send(await pressed(content, { level: 3 }))
    },
  )
}
