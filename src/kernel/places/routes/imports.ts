import { Type } from 'typebox'
import { coordinateSystems } from '../../../platform/geo/systems.ts'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, type Refused, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { sortableId } from '../../../platform/ids.ts'
import { putMessage } from '../../../platform/jobs/store.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { oneOf } from '../../people/routes/shapes.ts'
import { IMPORT_TOPIC } from '../handle/import-run.ts'
import { FindingView, ImportView, ReportView } from '../model/layer-views.ts'
import { LayerName, SurfaceView } from '../model/views.ts'
import { LAYERS_RIGHT } from '../policy.ts'
import { askToStop, findImport, importsOf, openImport, reportOf } from '../store/imports.ts'
import { findingSaid } from '../words/findings.ts'
import { logged, type PlacesRouteParts } from './parts.ts'

const tags = ['places']
const write = { onRequest: needs(LAYERS_RIGHT) }
const FILE_LIMIT = 60 * 1_048_576
const IdParam = Type.Object({ id: Type.String({ maxLength: 60 }) })

/** Gaps and overlaps under this many metres are drawing noise, unless somebody says otherwise. */
export const TOLERANCE = 0.1

/** Files of layers: sent, checked in the background, reported on as a list and as a map. */
export function importRoutes(http: Http, parts: PlacesRouteParts): void {
  sendRoute(http, parts)
  followRoutes(http, parts)
  reportRoutes(http, parts)
}

function sendRoute(http: Http, parts: PlacesRouteParts): void {
  http.post(
    '/api/places/imports',
    {
      ...write,
      bodyLimit: FILE_LIMIT,
      schema: {
        tags,
        summary: 'Takes a file of a layer (multipart, field `file`): GeoJSON or a zipped Shapefile',
        querystring: Type.Object({
          layer: LayerName,
          system: oneOf(coordinateSystems, '坐标系'),
          tolerance: Type.Optional(Type.Number({ minimum: 0, maximum: 5, title: '容差（米）' })),
          scope: Type.Optional(
            Type.Enum(['whole', 'part'], {
              title: '范围',
              description: '`part`: only the areas above of which the file speaks are redrawn, all others stay',
            }),
          ),
        }),
        response: { 202: Type.Object({ id: Type.String() }), ...problems },
      },
    },
    async (request, reply) => {
      const sent = request.isMultipart() ? await request.file({ limits: { fileSize: FILE_LIMIT } }) : undefined
      if (sent === undefined) return refused('file-missing')
      const content = await sent.toBuffer()
      const { layer, system, tolerance = TOLERANCE, scope } = request.query
      const { district } = staffOf(request)
      const id = `import_${sortableId(parts.clock.now())}`
      await logged(parts, request, { what: 'places.import', target: id }, async (tx, { at, who }) => {
        const isPart = scope === 'part'
        const fileName = sent.filename.slice(0, 200)
        await openImport(tx, { district, id, layer, system, tolerance, isPart, fileName, content, at, by: who })
        await putMessage(tx, { district, id: `places/${id}`, topic: IMPORT_TOPIC, payload: { id }, at, due: at })
        return { ok: true as const }
      })
      parts.runner.nudgeLasting()
      reply.code(202)
      return { id }
    },
  )
}

function followRoutes(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/imports',
    {
      ...write,
      schema: {
        tags,
        summary: 'The imports, the newest first',
        querystring: Type.Object(pageQuery),
        response: { 200: Page(ImportView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50 } = request.query
      const from = after === undefined ? null : decodeCursor(after, 2)
      if (from?.ok === false) return from
      const place = from ? ([String(from.key[0]), String(from.key[1])] as const) : null
      const found = await importsOf(parts.db, { district: staffOf(request).district, after: place, limit })
      const { rows, next } = pageOf(found, limit, ({ at, id }) => [at, id])
      return { rows: [...rows], next }
    },
  )
  http.get(
    '/api/places/imports/:id',
    {
      ...write,
      schema: { tags, summary: 'How far an import is', params: IdParam, response: { 200: ImportView, ...problems } },
    },
    async (request) =>
      (await findImport(parts.db, { district: staffOf(request).district, ...request.params })) ??
      refused('no-such-import', 404),
  )
  http.post(
    '/api/places/imports/:id/cancel',
    {
      ...write,
      schema: {
        tags,
        summary: 'Stops an import',
        params: IdParam,
        response: { 200: Type.Object({ ok: Type.Literal(true) }), ...problems },
      },
    },
    async (request) => {
      const key = { district: staffOf(request).district, ...request.params }
      return logged<{ ok: true } | Refused>(
        parts,
        request,
        { what: 'places.import.cancel', target: key.id },
        async (tx) => {
          if (await askToStop(tx, key)) return { ok: true }
          return (await findImport(tx, key)) ? refused('import-over') : refused('no-such-import', 404)
        },
      )
    },
  )
}

const FaultMap = Type.Object({
  type: Type.Literal('FeatureCollection'),
  features: Type.Array(
    Type.Object({
      type: Type.Literal('Feature'),
      properties: FindingView,
      geometry: Type.Union([
        SurfaceView,
        Type.Object({ type: Type.Literal('Point'), coordinates: Type.Array(Type.Number()) }),
      ]),
    }),
  ),
})

function reportRoutes(http: Http, parts: PlacesRouteParts): void {
  const report = async (district: string, id: string) => {
    const found = await reportOf(parts.db, { district, id })
    return found && { ...found, findings: found.findings.map((one) => ({ ...one, said: findingSaid(one) })) }
  }
  http.get(
    '/api/places/imports/:id/report',
    {
      ...write,
      schema: {
        tags,
        summary: 'What was found, grave things first',
        params: IdParam,
        response: { 200: ReportView, ...problems },
      },
    },
    async (request) => {
      const found = await report(staffOf(request).district, request.params.id)
      if (found === null) return refused('import-still-running')
      const findings = found.findings.map(({ rows, codes, at, surface: _, ...one }) => {
        return { ...one, rows: [...rows], codes: [...codes], at: at && ([at[0], at[1]] as [number, number]) }
      })
      return { ...found, counts: { ...found.counts }, findings, shown: findings.length }
    },
  )
  http.get(
    '/api/places/imports/:id/report.geojson',
    {
      ...write,
      schema: {
        tags,
        summary: 'The same as a map: gaps, overlaps and broken borders as GeoJSON',
        params: IdParam,
        response: { 200: FaultMap, ...problems },
      },
    },
    async (request) => {
      const found = await report(staffOf(request).district, request.params.id)
      if (found === null) return refused('import-still-running')
      const features = found.findings.flatMap(({ surface, at, rows, codes, ...one }) => {
        const point = at && ([at[0], at[1]] as [number, number])
        const geometry = surface
          ? { type: 'MultiPolygon' as const, coordinates: surface as unknown as number[][][][] }
          : point && { type: 'Point' as const, coordinates: [...point] }
        const properties = { ...one, rows: [...rows], codes: [...codes], at: point }
        return geometry ? [{ type: 'Feature' as const, properties, geometry }] : []
      })
      return { type: 'FeatureCollection' as const, features }
    },
  )
}
