import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { operate } from '../../../kernel/people/handle/operations.ts'
import { isDay } from '../../../kernel/worktime/rules/days.ts'
import { endOfDay, localDay, startOfDay } from '../../../kernel/worktime/rules.ts'
import { type Cursor, decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, type Refused, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import type { TableFormat } from '../../../platform/tables/read.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import { later } from '../../../platform/time.ts'
import { episodeTable, readingTable, sensorTable } from '../handle/tables.ts'
import { EpisodeFilters, Format, ReadingFilters, ReadingView, SensorFilters } from '../model/lists.ts'
import type { Reading } from '../model/sensor.ts'
import { EpisodeView, SensorView } from '../model/views.ts'
import { READ_RIGHT } from '../policy.ts'
import { standingOf } from '../rules/standing.ts'
import { episodePage, readingPage, type Span, sensorKey, sensorPage } from '../store/lists.ts'
import { type EpisodeLine, findSensor, rulesOf, type SensorLine } from '../store/sensors.ts'
import { operator, type SensorRouteParts } from './parts.ts'

const tags = ['sensors']
const read = { onRequest: needs(READ_RIGHT) }
export const sensorParams = Type.Object({ id: Type.String({ pattern: '^[0-9A-Za-z][0-9A-Za-z:._-]{0,59}$' }) })
const file = { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems }

/** Sensors, episodes and readings as lists: narrowed, sorted, a page at a time, and as files. */
export function listRoutes(http: Http, parts: SensorRouteParts): void {
  sensorListRoute(http, parts)
  episodeListRoute(http, parts)
  readingListRoute(http, parts)
  exportRoutes(http, parts)
}

type Standing = ReturnType<typeof standingOf>
export const sensorView = ({ district: _here, rules: _kept, ...line }: SensorLine, state: Standing) => ({
  ...line,
  state,
})

function sensorListRoute(http: Http, { db, clock }: SensorRouteParts): void {
  http.get(
    '/api/sensors',
    {
      ...read,
      schema: {
        tags,
        summary: 'Sensors, and where each stands',
        querystring: Type.Object({ ...SensorFilters.properties, ...pageQuery }),
        response: { 200: Page(SensorView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, ...filters } = request.query
      const cursor = cursorOf(after, (filters.sort ?? 'id') === 'id' ? 1 : 2, filters.sort === 'last')
      if (!cursor.ok) return cursor
      const { district } = staffOf(request)
      const [found, rules] = await Promise.all([
        sensorPage(db, { district, filters, after: cursor.key, limit }),
        rulesOf(db, district),
      ])
      const page = pageOf(found, limit, (line) => sensorKey(filters, line))
      return { rows: page.rows.map((line) => sensorView(line, standingOf(line, rules, clock.now()))), next: page.next }
    },
  )
}

/** The key of the last row before a page; where it begins with a time, that must be one. */
function cursorOf(
  after: string | undefined,
  width: number,
  isTime: boolean,
): { ok: true; key: Cursor | null } | Refused {
  if (after === undefined) return { ok: true, key: null }
  const cursor = decodeCursor(after, width)
  if (!cursor.ok) return cursor
  const [first] = cursor.key
  return isTime && first !== null && Number.isNaN(Date.parse(String(first))) ? refused('bad-cursor') : cursor
}

type Days = { readonly from?: string | undefined; readonly to?: string | undefined }

/** The instants of local days, both included. */
function spanOf({ from, to }: Days): ({ readonly ok: true } & Span) | Refused {
  if ((from !== undefined && !isDay(from)) || (to !== undefined && !isDay(to))) return refused('no-such-day')
  if (from !== undefined && to !== undefined && from > to) return refused('reading-days-reversed')
  return {
    ok: true,
    from: from === undefined ? null : startOfDay(from),
    before: to === undefined ? null : later(endOfDay(to), 1),
  }
}

const episodeView = ({ caseId, district: _here, ruleVersion: _its, ...episode }: EpisodeLine) => ({
  ...episode,
  case: caseId,
})
const episodeKey = ({ raisedAt, id }: EpisodeLine): Cursor => [raisedAt, id]
const readingKey = ({ at }: Reading): Cursor => [at]

function episodeListRoute(http: Http, { db }: SensorRouteParts): void {
  http.get(
    '/api/sensors/episodes',
    {
      ...read,
      schema: {
        tags,
        summary: 'What rules have opened, newest first unless asked otherwise',
        querystring: Type.Object({ ...EpisodeFilters.properties, ...pageQuery }),
        response: { 200: Page(EpisodeView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, ...filters } = request.query
      const cursor = cursorOf(after, 2, true)
      if (!cursor.ok) return cursor
      const span = spanOf(filters)
      if (!span.ok) return span
      const asked = { district: staffOf(request).district, filters, after: cursor.key, limit }
      const page = pageOf(await episodePage(db, { ...asked, ...span }), limit, episodeKey)
      return { rows: page.rows.map(episodeView), next: page.next }
    },
  )
}

function readingListRoute(http: Http, { db }: SensorRouteParts): void {
  http.get(
    '/api/sensors/:id/readings',
    {
      ...read,
      schema: {
        tags,
        summary: 'What one sensor measured, calibrated',
        params: sensorParams,
        querystring: Type.Object({ ...ReadingFilters.properties, ...pageQuery }),
        response: { 200: Page(ReadingView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, ...filters } = request.query
      const cursor = cursorOf(after, 1, true)
      if (!cursor.ok) return cursor
      const span = spanOf(filters)
      if (!span.ok) return span
      const { district } = staffOf(request)
      const { id: sensor } = request.params
      if ((await findSensor(db, district, sensor)) === null) return refused('no-such-sensor', 404)
      const found = await readingPage(db, { district, sensor, filters, after: cursor.key, limit, ...span })
      const page = pageOf(found, limit, readingKey)
      return { rows: page.rows.map(({ at, value }) => ({ at, value })), next: page.next }
    },
  )
}

type Taking = {
  readonly note: (by: ReturnType<typeof operator>, what: string, target: string) => Promise<unknown>
  readonly name: (reply: FastifyReply, what: string, format: TableFormat) => FastifyReply
}

/** Every file that is taken out is written down, and carries the day in its name. */
function exportRoutes(http: Http, parts: SensorRouteParts): void {
  const { db, clock } = parts
  const taking: Taking = {
    note: (by, what, target) => operate(db, by, { what, target }, async () => ({ ok: true as const })),
    name: (reply, what, format) =>
      reply
        .header('content-disposition', `attachment; filename="${what}-${localDay(clock.now())}.${format}"`)
        .type(mediaTypes[format]),
  }
  sensorExport(http, parts, taking)
  episodeExport(http, parts, taking)
  readingExport(http, parts, taking)
}

function sensorExport(http: Http, parts: SensorRouteParts, { note, name }: Taking): void {
  const querystring = Type.Object({ ...SensorFilters.properties, format: Format })
  const summary = 'The list of sensors as a workbook or CSV'
  http.get(
    '/api/sensors/export',
    { ...read, schema: { tags, summary, querystring, response: file } },
    async (request, reply) => {
      const { format = 'xlsx', ...filters } = request.query
      const { district } = staffOf(request)
      await note(operator(parts, request), 'sensors.export', format)
      const page = (after: Cursor | null, limit: number) => sensorPage(parts.db, { district, filters, after, limit })
      const keyOf = (line: SensorLine) => sensorKey(filters, line)
      return name(reply, 'sensors', format).send(sensorTable({ page, keyOf }, format))
    },
  )
}

function episodeExport(http: Http, parts: SensorRouteParts, { note, name }: Taking): void {
  const querystring = Type.Object({ ...EpisodeFilters.properties, format: Format })
  const summary = 'The list of episodes as a workbook or CSV'
  http.get(
    '/api/sensors/episodes/export',
    { ...read, schema: { tags, summary, querystring, response: file } },
    async (request, reply) => {
      const { format = 'xlsx', ...filters } = request.query
      const span = spanOf(filters)
      if (!span.ok) return span
      const asked = { district: staffOf(request).district, filters, ...span }
      await note(operator(parts, request), 'sensors.episodes.export', format)
      const page = (after: Cursor | null, limit: number) => episodePage(parts.db, { ...asked, after, limit })
      return name(reply, 'episodes', format).send(episodeTable({ page, keyOf: episodeKey }, format))
    },
  )
}

function readingExport(http: Http, parts: SensorRouteParts, { note, name }: Taking): void {
  const querystring = Type.Object({ ...ReadingFilters.properties, format: Format })
  const summary = 'The readings of a sensor as a workbook or CSV'
  http.get(
    '/api/sensors/:id/readings/export',
    { ...read, schema: { tags, summary, params: sensorParams, querystring, response: file } },
    async (request, reply) => {
      const { format = 'xlsx', ...filters } = request.query
      const span = spanOf(filters)
      if (!span.ok) return span
      const { district } = staffOf(request)
      const { id: sensor } = request.params
      if ((await findSensor(parts.db, district, sensor)) === null) return refused('no-such-sensor', 404)
      await note(operator(parts, request), 'sensors.readings.export', sensor)
      const asked = { district, sensor, filters, ...span }
      const page = (after: Cursor | null, limit: number) => readingPage(parts.db, { ...asked, after, limit })
      return name(reply, `readings-${sensor}`, format).send(readingTable({ page, keyOf: readingKey }, format))
    },
  )
}
