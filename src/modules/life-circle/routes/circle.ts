import { Type } from 'typebox'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { Page } from '../../../platform/http/paging.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { mediaTypes, tableStream } from '../../../platform/tables/write.ts'
import { askedCircle, coverageView, leftOutIn, leftOutPage, leftOutView } from '../handle/coverage.ts'
import { fromDoor, placesNamed } from '../handle/from-door.ts'
import { kindLook } from '../handle/look.ts'
import {
  CircleQuery,
  CoverageView,
  circleQuery,
  FromDoorQuery,
  FromDoorView,
  KindLookView,
  LeftOutQuery,
  LeftOutView,
  PlaceFound,
} from '../model/circle.ts'
import { kinds } from '../model/kinds.ts'
import { READ_RIGHT } from '../policy.ts'
import { leftOutColumns } from '../words/facilities.ts'
import type { LifeCircleRouteParts } from './parts.ts'

const tags = ['life-circle']

/** What is reached and by whom: for planners whole, for everybody from one door. */
export function circleRoutes(http: Http, parts: LifeCircleRouteParts): void {
  coverageRoutes(http, parts)
  lookRoute(http, parts)
  leftOutRoutes(http, parts)
  publicRoutes(http, parts)
}

function coverageRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/coverage',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'Coverage by kind, aspect and area, each with numerator and denominator',
        querystring: CircleQuery,
        response: { 200: CoverageView, ...problems },
      },
    },
    async (request) => coverageView(parts, staffOf(request).district, request.query),
  )
}

function lookRoute(http: Http, parts: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/look',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'One kind looked at closely: how many people have how many to choose from, and whether it is enough',
        querystring: Type.Object({ ...circleQuery, kind: Type.Enum([...kinds]) }),
        response: { 200: KindLookView, ...problems },
      },
    },
    async (request) => kindLook(parts, staffOf(request).district, request.query),
  )
}

function leftOutRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/left-out',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'Buildings whose people reach none of a kind in time, those with most people first',
        querystring: LeftOutQuery,
        response: { 200: Page(LeftOutView), ...problems },
      },
    },
    async (request) => {
      const { kind, after, limit = 50, ...query } = request.query
      const page = await leftOutPage(parts, staffOf(request).district, query, { kind, after, limit })
      return 'ok' in page ? page : { ...page, rows: [...page.rows] }
    },
  )

  http.get(
    '/api/life-circle/left-out/export',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'The same list as a file',
        querystring: Type.Object({
          ...circleQuery,
          kind: Type.Enum([...kinds]),
          format: Type.Enum(['xlsx', 'csv'], { title: '格式' }),
        }),
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const { kind, format, ...query } = request.query
      const asked = await askedCircle(parts, staffOf(request).district, query)
      if (!asked.ok) return asked
      const rows = (leftOutIn(asked, kind) ?? []).map((one) => leftOutView(asked.circle, one))
      reply.header('content-disposition', `attachment; filename="left-out-${kind}.${format}"`)
      return reply.type(mediaTypes[format]).send(tableStream(format, [{ name: kind, columns: leftOutColumns, rows }]))
    },
  )
}

function publicRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/from-door',
    {
      schema: {
        tags,
        summary: 'What is reached on foot from a point; for everybody, and nothing is kept of the question',
        querystring: FromDoorQuery,
        response: { 200: FromDoorView, ...problems },
      },
    },
    async ({ who, query }) => {
      const { lng, lat, walker = 'adult', profile, openAt } = query
      const asked = {
        ...{ at: [lng, lat] as const, walker },
        ...{ ...(profile !== undefined && { profile }), ...(openAt !== undefined && { openAt }) },
      }
      return fromDoor(parts, who?.district ?? parts.district, asked)
    },
  )

  http.get(
    '/api/life-circle/where',
    {
      schema: {
        tags,
        summary: 'Estates, communities and facilities of a name, with a point; for everybody',
        querystring: Type.Object({ q: Type.String({ minLength: 1, maxLength: 60, title: '地名' }) }),
        response: { 200: Type.Object({ rows: Type.Array(PlaceFound) }), ...problems },
      },
    },
    async ({ who, query }) => ({ rows: await placesNamed(parts, who?.district ?? parts.district, query.q) }),
  )
}
