import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { District } from '../../people/routes/shapes.ts'
import { enterAddress, placesLike } from '../handle/addresses.ts'
import { atlasOf } from '../handle/atlas.ts'
import { AddressView } from '../model/address-views.ts'
import { AddressDraft, addressLevels } from '../model/addresses.ts'
import { ADDRESSES_RIGHT } from '../policy.ts'
import { shown } from './address-pages.ts'
import { logged, type PlacesRouteParts, todayOf } from './parts.ts'

const tags = ['places']
const text = Type.String()
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])

const HitView = Type.Object(
  {
    kind: Type.Enum([...addressLevels, 'street', 'community', 'grid']),
    id: text,
    name: text,
    path: text,
    at: orNull(Type.Tuple([Type.Number(), Type.Number()])),
    street: orNull(text),
    community: orNull(text),
    grid: orNull(text),
  },
  { title: 'PlaceFound' },
)

/** Addresses: found as one types, and entered. */
export function addressRoutes(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/search',
    {
      schema: {
        tags,
        summary: 'Which place somebody may mean by what he has typed so far; open to whoever files',
        querystring: Type.Object({
          q: Type.String({ maxLength: 100, title: '地址' }),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 20, title: '条数' })),
          district: District,
        }),
        response: { 200: Type.Object({ rows: Type.Array(HitView) }), ...problems },
      },
    },
    async ({ query, who }) => {
      const district = who?.district ?? query.district ?? parts.district
      return { rows: [...(await placesLike(parts.db, district, query.q, query.limit ?? 10))] }
    },
  )
  http.post(
    '/api/places/addresses',
    {
      onRequest: needs(ADDRESSES_RIGHT),
      schema: { tags, summary: 'Enters an address', body: AddressDraft, response: { 201: AddressView, ...problems } },
    },
    async (request, reply) => {
      const { district } = staffOf(request)
      const asked = { district, atlas: await atlasOf(parts.db, district, todayOf(parts)), draft: request.body }
      const done = await logged(
        parts,
        request,
        { what: 'places.address.enter', target: request.body.level },
        (tx, by) => enterAddress(tx, asked, { at: by.at, by: by.who }),
      )
      if (!done.ok) return done
      reply.code(201)
      return shown(parts, asked.district, done.address)
    },
  )
}
