import { Type } from 'typebox'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { operate } from '../../../kernel/people/handle/operations.ts'
import { Ok } from '../../../kernel/people/routes/shapes.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { DAY, HOUR, type Instant, later } from '../../../platform/time.ts'
import { ChartView, EpisodeView, FaultView, SensorBody, SensorView } from '../model/views.ts'
import { MANAGE_RIGHT, READ_RIGHT } from '../policy.ts'
import { standingOf } from '../rules/standing.ts'
import { bucketsOf, faultsSince } from '../store/readings.ts'
import {
  type EpisodeLine,
  episodesOf,
  findSensor,
  putSensor,
  rulesOf,
  type SensorLine,
  sensorsOf,
} from '../store/sensors.ts'
import { operator, type SensorRouteParts } from './parts.ts'

const tags = ['sensors']
const read = { onRequest: needs(READ_RIGHT) }
const params = Type.Object({ id: Type.String({ pattern: '^[0-9A-Za-z][0-9A-Za-z:._-]{0,59}$' }) })
const MOST_PARTS = 400

/** Sensors, where they stand, what they measured, and what they opened. */
export function sensorRoutes(http: Http, parts: SensorRouteParts): void {
  const { db, clock } = parts
  http.get(
    '/api/sensors',
    {
      ...read,
      schema: {
        tags,
        summary: 'Sensors by id, and where each stands',
        querystring: Type.Object(pageQuery),
        response: { 200: Page(SensorView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50 } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 1)
      if (cursor && !cursor.ok) return cursor
      const { district } = staffOf(request)
      const [found, rules] = await Promise.all([
        sensorsOf(db, district, cursor ? String(cursor.key[0]) : null, limit + 1),
        rulesOf(db, district),
      ])
      const page = pageOf(found, limit, ({ id }) => [id])
      return { rows: page.rows.map((line) => viewOf(line, standingOf(line, rules, clock.now()))), next: page.next }
    },
  )

  http.put(
    '/api/sensors/:id',
    {
      onRequest: needs(MANAGE_RIGHT),
      schema: {
        tags,
        summary: 'Registers or changes a sensor',
        params,
        body: SensorBody,
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const by = operator(parts, request)
      const { id } = request.params
      const { body } = request
      const done = await operate(db, by, { what: 'sensors.sensor', target: id }, async (tx) => {
        const sensor = { ...body, district: by.district, id, maintenanceUntil: body.maintenanceUntil as Instant | null }
        await putSensor(tx, sensor, { at: by.at, by: by.who })
        return { ok: true as const }
      })
      parts.sensorsKnown.forget()
      return done
    },
  )
  maintenanceRoute(http, parts)
  chartRoute(http, parts)
  episodeRoutes(http, parts)
}

type Standing = ReturnType<typeof standingOf>
const viewOf = ({ district: _here, rules: _kept, ...line }: SensorLine, state: Standing) => ({ ...line, state })

function maintenanceRoute(http: Http, parts: SensorRouteParts): void {
  const { db } = parts
  http.post(
    '/api/sensors/:id/maintenance',
    {
      onRequest: needs(MANAGE_RIGHT),
      schema: {
        tags,
        summary: 'Somebody works on it for so many hours from now; 0 when he is done',
        params,
        body: Type.Object(
          { hours: Type.Integer({ minimum: 0, maximum: 24 * 30, title: '检修小时数' }) },
          { additionalProperties: false },
        ),
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const by = operator(parts, request)
      const { id } = request.params
      const { hours } = request.body
      const done = await operate(db, by, { what: 'sensors.maintenance', target: id }, async (tx) => {
        const sensor = await findSensor(tx, by.district, id)
        if (sensor === null) return refused('no-such-sensor', 404)
        const maintenanceUntil = hours === 0 ? null : later(by.at, hours * HOUR)
        await putSensor(tx, { ...sensor, maintenanceUntil }, { at: by.at, by: by.who })
        return { ok: true as const }
      })
      parts.sensorsKnown.forget()
      return done
    },
  )
}

function chartRoute(http: Http, { db, clock }: SensorRouteParts): void {
  http.get(
    '/api/sensors/:id/chart',
    {
      ...read,
      schema: {
        tags,
        summary: 'What a sensor measured, in equal parts',
        params,
        querystring: Type.Object({
          hours: Type.Optional(Type.Integer({ minimum: 1, maximum: 24 * 366, default: 24 })),
          parts: Type.Optional(Type.Integer({ minimum: 2, maximum: MOST_PARTS, default: 96 })),
        }),
        response: { 200: ChartView, ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const sensor = await findSensor(db, district, request.params.id)
      if (sensor === null) return refused('no-such-sensor', 404)
      const { hours = 24, parts = 96 } = request.query
      const to = clock.now()
      const span = { district, sensor: sensor.id, from: later(to, -hours * HOUR), to }
      return { from: span.from, to, rows: [...(await bucketsOf(db, span, parts))] }
    },
  )
}

function episodeRoutes(http: Http, { db, clock }: SensorRouteParts): void {
  http.get(
    '/api/sensors/episodes',
    {
      ...read,
      schema: {
        tags,
        summary: 'What rules have opened, newest first',
        querystring: Type.Object({ ...pageQuery, sensor: Type.Optional(Type.String({ maxLength: 60 })) }),
        response: { 200: Page(EpisodeView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, sensor = null } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 2)
      if (cursor && !cursor.ok) return cursor
      const [at, id] = cursor?.key ?? []
      if (cursor && Number.isNaN(Date.parse(String(at)))) return refused('bad-cursor')
      const place = cursor && { at: String(at) as Instant, id: String(id) }
      const found = await episodesOf(db, { district: staffOf(request).district, sensor, after: place, limit })
      const page = pageOf(found, limit, (episode) => [episode.raisedAt, episode.id])
      return { rows: page.rows.map(episodeView), next: page.next }
    },
  )

  http.get(
    '/api/sensors/faults',
    {
      ...read,
      schema: {
        tags,
        summary: 'What could not be taken in the last week',
        response: { 200: Type.Object({ rows: Type.Array(FaultView) }), ...problems },
      },
    },
    async (request) => ({
      rows: [...(await faultsSince(db, staffOf(request).district, localDay(later(clock.now(), -7 * DAY))))],
    }),
  )
}

const episodeView = ({ caseId, district: _here, ruleVersion: _its, ...episode }: EpisodeLine) => ({
  ...episode,
  case: caseId,
})
