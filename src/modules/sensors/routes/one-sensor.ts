import { Type } from 'typebox'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { operate } from '../../../kernel/people/handle/operations.ts'
import { Ok } from '../../../kernel/people/routes/shapes.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { DAY, HOUR, type Instant, later } from '../../../platform/time.ts'
import { ChartView, FaultView, SensorBody, SensorView } from '../model/views.ts'
import { MANAGE_RIGHT, READ_RIGHT } from '../policy.ts'
import { standingOf } from '../rules/standing.ts'
import { bucketsOf, faultsSince } from '../store/readings.ts'
import { findSensor, putSensor, rulesOf } from '../store/sensors.ts'
import { sensorParams as params, sensorView } from './lists.ts'
import { operator, type SensorRouteParts } from './parts.ts'

const tags = ['sensors']
const read = { onRequest: needs(READ_RIGHT) }
const MOST_PARTS = 400

/** One sensor: where it stands, what it measured, registering and changing it. */
export function sensorRoutes(http: Http, parts: SensorRouteParts): void {
  const { db, clock } = parts
  http.get(
    '/api/sensors/:id',
    {
      ...read,
      schema: { tags, summary: 'A sensor, and where it stands', params, response: { 200: SensorView, ...problems } },
    },
    async (request) => {
      const { district } = staffOf(request)
      const [line, rules] = await Promise.all([findSensor(db, district, request.params.id), rulesOf(db, district)])
      return line === null ? refused('no-such-sensor', 404) : sensorView(line, standingOf(line, rules, clock.now()))
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
  faultRoute(http, parts)
}

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

function faultRoute(http: Http, { db, clock }: SensorRouteParts): void {
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
