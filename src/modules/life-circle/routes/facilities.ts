import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { coordinateSystems } from '../../../platform/geo/systems.ts'
import { Page } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { type Column, mediaTypes, tableStream } from '../../../platform/tables/write.ts'
import {
  everyFacility,
  importFacilities,
  keepFacility,
  listFacilities,
  newFacilityCode,
  readFacilityFile,
} from '../handle/facilities.ts'
import {
  type Facility,
  FacilityBody,
  FacilityFilters,
  FacilityImport,
  FacilityQuery,
  FacilityView,
  facilityCode,
} from '../model/facility.ts'
import { KEEP_RIGHT, READ_RIGHT } from '../policy.ts'
import { findFacility, pastOf } from '../store/facilities.ts'
import { columnWords, facilitySheet, stateWords, unitWords, yesWords } from '../words/facilities.ts'
import { kindWords } from '../words/kinds.ts'
import { fileOf, pointsAsGeoJson } from './ledger-file.ts'
import { type LifeCircleRouteParts, logged } from './parts.ts'

const tags = ['life-circle']
const FILE_LIMIT = 20 * 1_048_576
const formats = ['xlsx', 'csv', 'geojson'] as const
const params = Type.Object({ code: facilityCode })
const Kept = Type.Object({ ok: Type.Literal(true), facility: FacilityView })

/** The city's own ledger of facilities. */
export function facilityRoutes(http: Http, parts: LifeCircleRouteParts): void {
  readRoutes(http, parts)
  keepRoutes(http, parts)
  fileRoutes(http, parts)
}

function readRoutes(http: Http, { db }: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/facilities',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'The ledger of facilities, page by page',
        querystring: FacilityQuery,
        response: { 200: Page(FacilityView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, sort = 'changed', ...filters } = request.query
      const page = await listFacilities(db, staffOf(request).district, { filters, sort, after, limit })
      return 'ok' in page ? page : { ...page, rows: [...page.rows] }
    },
  )

  http.get(
    '/api/life-circle/facilities/:code',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'One facility and every state it has had',
        params,
        response: {
          200: Type.Object({
            ok: Type.Literal(true),
            facility: FacilityView,
            past: Type.Array(
              Type.Object({
                version: Type.Integer(),
                body: Type.Unsafe<FacilityBody>(FacilityBody),
                changedAt: Type.String(),
                changedBy: Type.String(),
              }),
            ),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const facility = await findFacility(db, district, request.params.code)
      if (!facility) return refused('no-such-facility', 404)
      return { ok: true as const, facility, past: await pastOf(db, district, facility.code) }
    },
  )
}

function keepRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.post(
    '/api/life-circle/facilities',
    {
      onRequest: needs(KEEP_RIGHT),
      schema: {
        tags,
        summary: 'Adds a facility',
        body: FacilityBody,
        response: { 200: Kept, ...problems },
      },
    },
    async (request) => {
      const code = newFacilityCode(parts.clock.now())
      const { district } = staffOf(request)
      const edit = { code, seen: null, body: request.body }
      return logged(parts, request, { what: 'life-circle.facility', target: code }, (tx, stroke) =>
        keepFacility(tx, district, edit, stroke),
      )
    },
  )

  http.put(
    '/api/life-circle/facilities/:code',
    {
      onRequest: needs(KEEP_RIGHT),
      schema: {
        tags,
        summary: 'Changes a facility; closing one is a change of its state, nothing is deleted',
        params,
        body: Type.Object(
          { seen: Type.Integer({ minimum: 1, title: '看到的版本' }), body: FacilityBody },
          { additionalProperties: false },
        ),
        response: { 200: Kept, ...problems },
      },
    },
    async (request) => {
      const { code } = request.params
      const { district } = staffOf(request)
      return logged(parts, request, { what: 'life-circle.facility', target: code }, (tx, stroke) =>
        keepFacility(tx, district, { code, ...request.body }, stroke),
      )
    },
  )
}

function fileRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/facilities/export',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'The ledger as a file, under the same filters; can be changed and taken in again',
        querystring: Type.Object({
          format: Type.Enum([...formats], { title: '格式' }),
          template: Type.Optional(Type.Boolean({ description: 'headings only' })),
          ...FacilityFilters.properties,
        }),
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const { format, template = false, ...filters } = request.query
      const { district } = staffOf(request)
      const rows = template ? [] : everyFacility(parts.db, district, filters)
      reply.header('content-disposition', `attachment; filename="facilities-${district}.${format}"`)
      if (format === 'geojson')
        return reply
          .type('application/geo+json; charset=utf-8')
          .send(Readable.from(pointsAsGeoJson(rows), { objectMode: false }))
      const sheet = { name: facilitySheet, columns, rows: tableRows(rows) }
      return reply.type(mediaTypes[format]).send(tableStream(format, [sheet]))
    },
  )

  http.post(
    '/api/life-circle/facilities/import',
    {
      onRequest: needs(KEEP_RIGHT),
      bodyLimit: FILE_LIMIT,
      schema: {
        tags,
        summary: 'Takes in a file of facilities (Excel, CSV, GeoJSON) from a multipart form',
        querystring: Type.Object({
          atomic: Type.Optional(Type.Boolean({ title: '全有或全无' })),
          dryRun: Type.Optional(Type.Boolean({ title: '仅试算' })),
          system: Type.Optional(Type.Enum([...coordinateSystems], { title: '坐标系' })),
        }),
        response: { 200: FacilityImport, ...problems },
      },
    },
    async (request) => {
      const { atomic = false, dryRun = false, system = 'WGS84' } = request.query
      const sent = await fileOf(request, { system, limit: FILE_LIMIT })
      if ('ok' in sent) return sent
      const { district } = staffOf(request)
      const read = await readFacilityFile(parts.db, district, sent)
      if (!read.ok) return read
      const deed = { what: 'life-circle.facilities.import', target: sent.format }
      const { done } = await logged(parts, request, deed, async (tx, stroke) => ({
        ok: true as const,
        done: await importFacilities(tx, district, read, { atomic, dryRun }, stroke),
      }))
      return done
    },
  )
}

type Rows = Iterable<Facility> | AsyncIterable<Facility>
const numbers: readonly string[] = ['lng', 'lat', 'capacity', 'floorArea']
const columns: readonly Column[] = (Object.keys(columnWords) as (keyof typeof columnWords)[]).map((key) => ({
  key,
  title: columnWords[key],
  kind: numbers.includes(key) ? 'number' : 'text',
}))

async function* tableRows(rows: Rows) {
  for await (const facility of rows) {
    const { code, kind, name, status, lng, lat, area, address, hours, openToAll, capacity, capacityUnit } = facility
    yield {
      ...{ code, name, lng, lat, area, address, hours, capacity },
      kind: kindWords[kind].zh,
      status: stateWords[status].zh,
      openToAll: openToAll ? yesWords.yes : yesWords.no,
      capacityUnit: capacityUnit && unitWords[capacityUnit].zh,
      floorArea: facility.floorArea,
      evidence: facility.evidence,
    }
  }
}
