import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { sortableId } from '../../../platform/ids.ts'
import { staffOnly } from '../../people/routes/door.ts'
import { Ok, OrNull, UnitIdText } from '../../people/routes/shapes.ts'
import { moveFallbackDesk } from '../handle/duties.ts'
import { handleUnit, UNITS_RIGHT } from '../handle/units.ts'
import type { UnitId } from '../model.ts'
import type { UnitCommand, UnitTraits } from '../rules/tree.ts'
import { fallbackDesk } from '../store/duties.ts'
import { unitHistory } from '../store/units.ts'
import { needs, staffOf } from './door.ts'
import { type OrganisationRouteParts, operator } from './parts.ts'
import { DayQuery, DayText, FallbackBody, NewUnit, OkId, UnitChange, UnitLine } from './shapes.ts'

const tags = ['organisations']
const Params = Type.Object({ id: UnitIdText })
const done = { 200: Ok, ...problems }

/** The tree of 条 and 块. Everybody on the staff sees it, on any past day; changing it needs a right and a scope. */
export function unitRoutes(http: Http, parts: OrganisationRouteParts): void {
  const { db, directory } = parts

  http.get(
    '/api/organisations/tree',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'The units as they stood on a day',
        querystring: Type.Object(DayQuery),
        response: {
          200: Type.Object({ day: Type.String(), fallback: OrNull(Type.String()), rows: Type.Array(UnitLine) }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const day = request.query.day ?? directory.today()
      const tree = await directory.tree(district, day)
      return { day, fallback: await fallbackDesk(db, district), rows: [...tree.values()] }
    },
  )

  http.get(
    '/api/organisations/units/:id/versions',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'What a unit has been',
        params: Params,
        response: { 200: Type.Object({ rows: Type.Array(UnitLine) }), ...problems },
      },
    },
    async (request) => ({ rows: [...(await unitHistory(db, staffOf(request).district, request.params.id as UnitId))] }),
  )

  changeRoutes(http, parts)
}

const send = (parts: OrganisationRouteParts, request: FastifyRequest, command: UnitCommand) =>
  handleUnit(parts, staffOf(request), operator(parts, request), command)

function changeRoutes(http: Http, parts: OrganisationRouteParts): void {
  const guard = { onRequest: needs(UNITS_RIGHT) }

  http.post(
    '/api/organisations/units',
    {
      ...guard,
      schema: { tags, summary: 'Opens a unit from a day on', body: NewUnit, response: { 200: OkId, ...problems } },
    },
    async (request) => {
      const { id = `unit_${sortableId(parts.clock.now())}`, from, ...traits } = request.body
      const opened = await send(parts, request, { type: 'Open', id: id as UnitId, from, traits: traits as UnitTraits })
      return opened.ok ? ({ ok: true, id } as const) : opened
    },
  )

  http.post(
    '/api/organisations/units/:id/change',
    {
      ...guard,
      schema: {
        tags,
        summary: 'A new version from a day on: renamed, moved',
        params: Params,
        body: UnitChange,
        response: done,
      },
    },
    async (request) => {
      const { from, ...traits } = request.body
      return send(parts, request, {
        type: 'Change',
        id: request.params.id as UnitId,
        from,
        traits: traits as Partial<UnitTraits>,
      })
    },
  )

  endRoutes(http, parts)
}

function endRoutes(http: Http, parts: OrganisationRouteParts): void {
  const guard = { onRequest: needs(UNITS_RIGHT) }

  http.post(
    '/api/organisations/units/:id/close',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Closes a unit nothing hangs on',
        params: Params,
        body: Type.Object({ from: DayText }),
        response: done,
      },
    },
    async (request) =>
      send(parts, request, { type: 'Close', id: request.params.id as UnitId, from: request.body.from }),
  )

  http.post(
    '/api/organisations/units/:id/merge',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Merges a unit into another, with posts, duties and cases',
        params: Params,
        body: Type.Object({ into: UnitIdText, from: DayText }),
        response: done,
      },
    },
    async (request) =>
      send(parts, request, {
        type: 'Merge',
        id: request.params.id as UnitId,
        into: request.body.into as UnitId,
        from: request.body.from,
      }),
  )

  http.put(
    '/api/organisations/fallback-desk',
    {
      onRequest: needs('organisations.duties'),
      schema: {
        tags,
        summary: 'Names the fallback desk',
        body: FallbackBody,
        response: done,
      },
    },
    async (request) => {
      const { unit, basis } = request.body
      return moveFallbackDesk(parts, staffOf(request), operator(parts, request), {
        unit: unit as UnitId,
        basis,
      })
    },
  )
}
