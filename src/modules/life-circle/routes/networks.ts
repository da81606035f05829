import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { staffNames } from '../../../kernel/cases/store/names.ts'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { mediaTypes, tableStream } from '../../../platform/tables/write.ts'
import { type FileGiven, keepRead, readNetwork } from '../handle/networks.ts'
import { withRun } from '../handle/runs.ts'
import { NetworkLine, NetworkWhole } from '../model/network-view.ts'
import { RunId } from '../model/run.ts'
import { READ_RIGHT, SET_RIGHT } from '../policy.ts'
import { reportShown } from '../rules/network-view.ts'
import { findNetwork, networkLines } from '../store/networks.ts'
import { standingOf } from '../store/profiles.ts'
import { troubleColumns, troubleRow } from '../words/engine.ts'
import { closedBy, type LifeCircleRouteParts, logged } from './parts.ts'

const tags = ['life-circle']
const FILE_LIMIT = 200 * 1_048_576
const Report = Type.Unsafe<object>({ type: 'object', additionalProperties: true, description: 'what the import saw' })
const params = Type.Object({ version: Type.Integer({ minimum: 1 }) })

/** The walking networks of a district. */
export function networkRoutes(http: Http, parts: LifeCircleRouteParts): void {
  listRoute(http, parts)
  wholeRoutes(http, parts)
  importRoute(http, parts)
}

async function linesOf({ db }: LifeCircleRouteParts, district: string): Promise<NetworkLine[]> {
  const rows = await networkLines(db, district)
  const names = await staffNames(
    db,
    district,
    rows.map(({ importedBy }) => importedBy),
  )
  return rows.map((row) => ({ ...row, importedBy: names.get(row.importedBy) ?? '' }))
}

function listRoute(http: Http, parts: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/networks',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'The walking networks that were imported, the newest first, and which one is measured by',
        response: {
          200: Type.Object({ rows: Type.Array(NetworkLine), standing: Type.Union([Type.Integer(), Type.Null()]) }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const rows = await linesOf(parts, district)
      const { network } = await standingOf(parts.db, district)
      return { rows, standing: network ?? rows[0]?.version ?? null }
    },
  )
}

function wholeRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/networks/:version',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'What the import of a network saw: islands, and troubles by their sort',
        params,
        response: { 200: NetworkWhole, ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const { version } = request.params
      const [row, lines] = [await findNetwork(parts.db, district, version), await linesOf(parts, district)]
      const network = lines.find((line) => line.version === version)
      if (!row || !network) return refused('no-such-network', 404)
      return { ok: true as const, network, ...reportShown(row.report) }
    },
  )

  http.get(
    '/api/life-circle/networks/:version/troubles',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'Every trouble of an import as a file',
        params,
        querystring: Type.Object({ format: Type.Enum(['xlsx', 'csv'], { title: '格式' }) }),
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const { version } = request.params
      const { format } = request.query
      const row = await findNetwork(parts.db, staffOf(request).district, version)
      if (!row) return refused('no-such-network', 404)
      reply.header('content-disposition', `attachment; filename="network-${version}.${format}"`)
      const sheet = { name: 'import', columns: troubleColumns, rows: row.report.troubles.map(troubleRow) }
      return reply.type(mediaTypes[format]).send(tableStream(format, [sheet]))
    },
  )
}

function importRoute(http: Http, parts: LifeCircleRouteParts): void {
  http.post(
    '/api/life-circle/networks',
    {
      onRequest: needs(SET_RIGHT),
      bodyLimit: FILE_LIMIT,
      schema: {
        tags,
        summary: 'Takes in an OpenStreetMap file, and a table of who lives where, as the network to measure by',
        description:
          'Multipart: `file` is the map (.osm, .osm.pbf), `people` the population (.csv, .xlsx, .geojson), if any. `run` names the import for whoever asks how far it is.',
        querystring: Type.Object({ run: Type.Optional(RunId) }),
        response: {
          200: Type.Object({ ok: Type.Literal(true), version: Type.Integer(), report: Report }),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      if (!request.isMultipart()) return refused('file-missing')
      const given = await filesOf(request)
      const map = given.get('file')
      if (!map) return refused('file-missing')
      const { district, id: by } = staffOf(request)
      const wish = { map, people: given.get('people') ?? null }
      const run = { district, id: request.query.run ?? null, what: 'import', by } as const
      const read = await withRun(parts.db, run, closedBy(reply.raw), (told) =>
        readNetwork(parts, district, { ...wish, day: localDay(parts.clock.now()), ...told }),
      )
      return logged(parts, request, { what: 'life-circle.network', target: map.name }, async (tx, stroke) =>
        read.ok ? keepRead({ ...parts, db: tx }, district, { ...wish, ...read }, stroke) : read,
      )
    },
  )
}

async function filesOf(request: FastifyRequest): Promise<ReadonlyMap<string, FileGiven>> {
  const given = new Map<string, FileGiven>()
  for await (const part of request.files({ limits: { fileSize: FILE_LIMIT, files: 2 } }))
    given.set(part.fieldname, { name: part.filename, bytes: await part.toBuffer() })
  return given
}
