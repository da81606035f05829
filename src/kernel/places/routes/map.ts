import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import { sendTile } from '../../../platform/http/tile.ts'
import type { Http } from '../../../platform/http/typed.ts'
import type { Archive } from '../../../platform/tiles/archive.ts'
import type { PlacesRouteParts } from './parts.ts'

const BaseMapAnswer = Type.Object({
  map: Type.Union([
    Type.Object({
      tiles: Type.String({ description: 'address of a tile, with {z}, {x} and {y}' }),
      minZoom: Type.Integer(),
      maxZoom: Type.Integer(),
      bounds: Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()]),
      credit: Type.String({ description: 'whose data it is' }),
    }),
    Type.Null(),
  ]),
})
const whole = Type.Integer({ minimum: 0, maximum: 2 ** 26 })
const TileParams = Type.Object({
  version: Type.String({ maxLength: 20 }),
  z: Type.Integer({ minimum: 0, maximum: 26 }),
  x: whole,
  y: whole,
})

/** The base map that the city made for itself; anybody may look at it. */
export function mapRoutes(http: Http, { baseMap }: PlacesRouteParts): void {
  http.get(
    '/api/places/map',
    {
      schema: {
        tags: ['places'],
        summary: 'The base map of the district, or null where none was made',
        response: { 200: BaseMapAnswer, ...problems },
      },
    },
    async () => {
      const archive = await baseMap.current()
      return { map: archive === null ? null : described(archive) }
    },
  )
  http.get(
    '/api/places/map/:version/:z/:x/:y',
    { schema: { tags: ['places'], summary: 'A vector tile of the base map (MVT 2.1, gzip)', params: TileParams } },
    async ({ params, headers }, reply) => {
      const { version, ...address } = params
      const archive = await baseMap.current()
      const etag = `"${archive?.version ?? 'none'}"`
      // The version is part of the address: what lies behind it never changes. An old address gets the newest, unkept.
      const isNewest = archive?.version === version
      reply.headers({
        'cache-control': isNewest ? 'public, max-age=31536000, immutable' : 'no-cache',
        etag,
        vary: 'accept-encoding',
      })
      if (headers['if-none-match'] === etag) return reply.code(304).send()
      const tile = (await archive?.tile(address)) ?? null
      // Nothing is there to be drawn, which is no error (as with tile servers in general).
      if (tile === null) return reply.code(204).send()
      return sendTile(reply, tile, String(headers['accept-encoding'] ?? ''))
    },
  )
}

const described = ({ header, metadata, version }: Archive) => ({
  tiles: `/api/places/map/${version}/{z}/{x}/{y}`,
  minZoom: header.minZoom,
  maxZoom: header.maxZoom,
  bounds: [...header.bounds] as [number, number, number, number],
  credit: typeof metadata.attribution === 'string' ? metadata.attribution : '',
})
