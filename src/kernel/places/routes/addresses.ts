import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { District } from '../../people/routes/shapes.ts'
import { enterAddress, placesLike } from '../handle/addresses.ts'
import { AddressDraft, addressLevels } from '../model/addresses.ts'
import { ADDRESSES_RIGHT, READ_RIGHT } from '../policy.ts'
import { addressesIn } from '../store/addresses.ts'
import { logged, type PlacesRouteParts, todayOf } from './parts.ts'

const tags = ['places']
const text = Type.String()
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) => Type.Union([type, Type.Null()])
const Degrees = orNull(Type.Number())

const AddressView = Type.Object(
  {
    id: text,
    level: Type.Enum([...addressLevels]),
    name: text,
    parent: orNull(text),
    aliases: Type.Array(text),
    path: text,
    lng: Degrees,
    lat: Degrees,
    street: orNull(text),
    community: orNull(text),
    grid: orNull(text),
    active: Type.Boolean(),
  },
  { title: 'Address' },
)
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

/** Addresses: found as one types, listed by what they stand in, entered. */
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
  listRoute(http, parts)
  http.post(
    '/api/places/addresses',
    {
      onRequest: needs(ADDRESSES_RIGHT),
      schema: { tags, summary: 'Enters an address', body: AddressDraft, response: { 201: AddressView, ...problems } },
    },
    async (request, reply) => {
      const asked = { district: staffOf(request).district, day: todayOf(parts), draft: request.body }
      const done = await logged(
        parts,
        request,
        { what: 'places.address.enter', target: request.body.level },
        (tx, by) => enterAddress(tx, asked, { at: by.at, by: by.who }),
      )
      if (!done.ok) return done
      reply.code(201)
      return done.address
    },
  )
}

function listRoute(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/addresses',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'What stands in an address, or in the district itself, by name',
        querystring: Type.Object({
          parent: Type.Optional(Type.String({ maxLength: 60, title: '上级地址' })),
          ...pageQuery,
        }),
        response: { 200: Page(AddressView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, parent = null } = request.query
      const from = after === undefined ? null : decodeCursor(after, 2)
      if (from?.ok === false) return from
      const place = from ? ([String(from.key[0]), String(from.key[1])] as const) : null
      const found = await addressesIn(parts.db, staffOf(request).district, { parent, after: place, limit })
      const { rows, next } = pageOf(found, limit, ({ name, id }) => [name, id])
      return { rows: [...rows], next }
    },
  )
}
