import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { uploadPhoto } from '../../../kernel/cases/handle/photos.ts'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { residentOnly, residentSignedOf } from '../../../kernel/people/routes/door.ts'
import { uploadedFile } from '../../../platform/files/doors.ts'
import { Page } from '../../../platform/http/paging.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { keepSpot, type Looker, listSpots, lookAfter, newSpotCode, rateSpot, wholeSpot } from '../handle/spots.ts'
import { askFor, wishesOf } from '../handle/wishes.ts'
import { RatingBody, SpotBody, SpotQuery, SpotView, SpotWhole, UpkeepBody, WishBody, WishCount } from '../model/spot.ts'
import { KEEP_RIGHT, READ_RIGHT } from '../policy.ts'
import { type LifeCircleRouteParts, logged } from './parts.ts'

const tags = ['life-circle']
const params = Type.Object({ code: Type.String({ pattern: '^[0-9a-z]{8}$' }) })
const Done = Type.Object({ ok: Type.Literal(true), code: Type.String() })
const Ok = Type.Object({ ok: Type.Literal(true) })

/** Small places that somebody cares for: everybody may look, residents rate and ask, keepers keep. */
export function spotRoutes(http: Http, parts: LifeCircleRouteParts): void {
  lookRoutes(http, parts)
  residentRoutes(http, parts)
  keepRoutes(http, parts)
  upkeepRoute(http, parts)
  photoRoute(http, parts)
}

const lookerOf = (parts: LifeCircleRouteParts, { who }: FastifyRequest): Looker =>
  who
    ? { district: who.district, id: who.id, isStaff: who.kind === 'staff' }
    : { district: parts.district, id: 'visitor', isStaff: false }

function lookRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/spots',
    {
      schema: {
        tags,
        summary: 'Small places and how they fare; for everybody',
        querystring: SpotQuery,
        response: { 200: Page(SpotView), ...problems },
      },
    },
    async (request) => {
      const { limit = 50, sort = 'changed', overdue, ...query } = request.query
      const { after, kind, status, area } = query
      const list = { after, kind, status, area, limit, sort, overdue: overdue === 'yes' }
      const page = await listSpots(parts, lookerOf(parts, request), list)
      return 'ok' in page ? page : { ...page, rows: [...page.rows] }
    },
  )

  http.get(
    '/api/life-circle/spots/:code',
    {
      schema: {
        tags,
        summary: 'One small place: upkeep, opinions, and what residents around asked for; for everybody',
        params,
        response: { 200: SpotWhole, ...problems },
      },
    },
    async (request) => wholeSpot(parts, lookerOf(parts, request), request.params.code),
  )

  http.get(
    '/api/life-circle/wishes',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'How many residents asked for each kind of facility (问需)',
        querystring: Type.Object({ area: Type.Optional(Type.String({ maxLength: 60 })) }),
        response: { 200: Type.Object({ rows: Type.Array(WishCount) }), ...problems },
      },
    },
    async (request) => ({
      rows: await wishesOf(parts, staffOf(request).district, request.query.area ?? null),
    }),
  )
}

function residentRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.post(
    '/api/life-circle/spots/:code/rating',
    {
      onRequest: residentOnly,
      schema: {
        tags,
        summary: 'What a resident thinks of a small place; said again it is changed',
        params,
        body: RatingBody,
        response: { 200: Type.Object({ ok: Type.Literal(true), onSpot: Type.Boolean() }), ...problems },
      },
    },
    async (request) => {
      const { stars, note, at } = request.body
      const rating = { spot: request.params.code, stars, note, at: at ? ([at.lng, at.lat] as const) : null }
      return rateSpot(parts, residentSignedOf(request), rating)
    },
  )

  http.post(
    '/api/life-circle/wishes',
    {
      onRequest: residentOnly,
      schema: {
        tags,
        summary: 'A resident asks for a kind of facility around a place, once for each kind',
        body: WishBody,
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const { kind, note, lng, lat } = request.body
      return askFor(parts, residentSignedOf(request), { kind, note, at: [lng, lat] })
    },
  )
}

function keepRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.post(
    '/api/life-circle/spots',
    {
      onRequest: needs(KEEP_RIGHT),
      schema: { tags, summary: 'Adds a small place', body: SpotBody, response: { 200: Done, ...problems } },
    },
    async (request) => {
      const edit = { code: newSpotCode(), seen: null, body: request.body }
      const { district } = staffOf(request)
      const deed = { what: 'life-circle.spot', target: edit.code }
      return logged(parts, request, deed, (tx, stroke) => keepSpot({ db: tx }, district, edit, stroke))
    },
  )

  http.put(
    '/api/life-circle/spots/:code',
    {
      onRequest: needs(KEEP_RIGHT),
      schema: {
        tags,
        summary: 'Changes a small place',
        params,
        body: Type.Object(
          { seen: Type.Integer({ minimum: 1, title: '看到的版本' }), body: SpotBody },
          { additionalProperties: false },
        ),
        response: { 200: Done, ...problems },
      },
    },
    async (request) => {
      const edit = { code: request.params.code, ...request.body }
      const { district } = staffOf(request)
      const deed = { what: 'life-circle.spot', target: edit.code }
      return logged(parts, request, deed, (tx, stroke) => keepSpot({ db: tx }, district, edit, stroke))
    },
  )
}

function photoRoute(http: Http, parts: LifeCircleRouteParts): void {
  http.post(
    '/api/life-circle/photos',
    {
      onRequest: needs(KEEP_RIGHT),
      schema: {
        tags,
        summary: 'Keeps a picture of a small place (multipart, field `file`)',
        response: { 200: Type.Object({ id: Type.String() }), ...problems },
      },
    },
    async (request) => {
      const sent = await uploadedFile(request)
      if (!sent.ok) return sent
      const { district, id } = staffOf(request)
      const done = await uploadPhoto(parts, { district, id }, sent.content)
      return done.ok ? { id: done.photo.hash } : done
    },
  )
}

function upkeepRoute(http: Http, parts: LifeCircleRouteParts): void {
  http.post(
    '/api/life-circle/spots/:code/upkeep',
    {
      onRequest: needs(KEEP_RIGHT),
      schema: {
        tags,
        summary: 'Somebody looked after a small place',
        params,
        body: UpkeepBody,
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const { code: spot } = request.params
      const { district } = staffOf(request)
      const deed = { what: 'life-circle.upkeep', target: spot }
      return logged(parts, request, deed, (tx, stroke) =>
        lookAfter({ db: tx }, district, { spot, ...request.body }, stroke),
      )
    },
  )
}
