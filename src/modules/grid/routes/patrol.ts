import { Type } from 'typebox'
import { operator } from '../../../kernel/cases/routes/parts.ts'
import { stageLabel } from '../../../kernel/cases/rules/present.ts'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { idempotencyKey } from '../../../platform/http/idempotency.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { changeDuty, myTrack, patrolOf, walked } from '../handle/patrol.ts'
import { reportOnPatrol } from '../handle/reporting.ts'
import {
  DayQuery,
  DutyBody,
  DutyView,
  PatrolView,
  ReportBody,
  Reported,
  TrackBody,
  TrackKept,
  TrackView,
} from '../model/patrol.ts'
import { mayPatrol, PATROL_RIGHT } from '../policy.ts'
import type { GridRouteParts } from './parts.ts'

const tags = ['grid']
const guard = { onRequest: needs(PATROL_RIGHT) }
const notOnPatrol = refused('not-on-patrol', 403)
const WriterHeaders = Type.Object({ 'x-writer': Type.Optional(Type.String({ maxLength: 80 })) })

/** Setting out, reporting, signing in, and one's own track. */
export function patrolRoutes(http: Http, parts: GridRouteParts): void {
  http.get(
    '/api/grid/patrol',
    { ...guard, schema: { tags, summary: 'My grids, types and tasks', response: { 200: PatrolView, ...problems } } },
    async (request) => {
      const who = staffOf(request)
      return mayPatrol(who) ? patrolOf(parts, who, operator(parts, request)) : notOnPatrol
    },
  )

  http.post(
    '/api/grid/reports',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Reports what was seen on patrol',
        description:
          'With an `Idempotency-Key` it is filed once, however often it is sent. With `x-writer`, the id of whoever saw it, it is filed in his name or not at all.',
        headers: WriterHeaders,
        body: ReportBody,
        response: { 201: Reported, ...problems },
      },
    },
    async (request, reply) => {
      const key = idempotencyKey(request)
      if (!key.ok) return key
      const who = staffOf(request)
      const writer = request.headers['x-writer']
      if (writer !== undefined && writer !== who.id) return refused('session-ended', 401)
      if (!mayPatrol(who)) return notOnPatrol
      const filed = await reportOnPatrol(parts, who, { ...request.body, key: key.key })
      if (!filed.ok) return filed
      const { id, stage, filing } = filed.state
      if (request.noted) request.noted.case = id
      reply.code(201)
      const label = stageLabel(parts.words, filing.procedure, stage)
      return { ok: true as const, id, number: filing.number, stage, stageLabel: label, grid: filing.grid }
    },
  )
  dutyRoutes(http, parts)
}

function dutyRoutes(http: Http, parts: GridRouteParts): void {
  http.post(
    '/api/grid/patrol/duty',
    {
      ...guard,
      schema: { tags, summary: 'Signs in or out', body: DutyBody, response: { 200: DutyView, ...problems } },
    },
    async (request) => {
      const who = staffOf(request)
      if (!mayPatrol(who)) return notOnPatrol
      return { ok: true as const, onDutySince: await changeDuty(parts, who, request.body.on) }
    },
  )

  http.post(
    '/api/grid/patrol/track',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Keeps where I went; what was not walked on duty is dropped',
        body: TrackBody,
        response: { 200: TrackKept, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      if (!mayPatrol(who)) return notOnPatrol
      return { ok: true as const, kept: await walked(parts, who, request.body.points) }
    },
  )

  http.get(
    '/api/grid/patrol/track',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Where I went on a day; nobody else can ask for it',
        querystring: DayQuery,
        response: { 200: TrackView, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      return mayPatrol(who) ? myTrack(parts, who, request.query.day) : notOnPatrol
    },
  )
}
