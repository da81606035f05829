import { Type } from 'typebox'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { type FileGiven, keepRead, readNetwork } from '../handle/networks.ts'
import { READ_RIGHT, SET_RIGHT } from '../policy.ts'
import { networksOf } from '../store/networks.ts'
import { closedBy, type LifeCircleRouteParts, logged } from './parts.ts'

const tags = ['life-circle']
const FILE_LIMIT = 200 * 1_048_576
const Report = Type.Unsafe<object>({ type: 'object', additionalProperties: true, description: 'what the import saw' })

/** The walking networks of a district. */
export function networkRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/networks',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'The walking networks that were imported, the newest first',
        response: { 200: Type.Object({ rows: Type.Array(Report) }), ...problems },
      },
    },
    async (request) => ({ rows: await networksOf(parts.db, staffOf(request).district) }),
  )

  http.post(
    '/api/life-circle/networks',
    {
      onRequest: needs(SET_RIGHT),
      bodyLimit: FILE_LIMIT,
      schema: {
        tags,
        summary: 'Takes in an OpenStreetMap file, and a table of who lives where, as the network to measure by',
        description:
          'Multipart: `file` is the map (.osm, .osm.pbf), `people` the population (.csv, .xlsx, .geojson), if any.',
        response: {
          200: Type.Object({ ok: Type.Literal(true), version: Type.Integer(), report: Report }),
          ...problems,
        },
      },
    },
    async (request, reply) => {
      if (!request.isMultipart()) return refused('file-missing')
      const given = new Map<string, FileGiven>()
      for await (const part of request.files({ limits: { fileSize: FILE_LIMIT, files: 2 } }))
        given.set(part.fieldname, { name: part.filename, bytes: await part.toBuffer() })
      const map = given.get('file')
      if (!map) return refused('file-missing')
      const { district } = staffOf(request)
      const wish = { map, people: given.get('people') ?? null }
      const stop = closedBy(reply.raw)
      const read = await readNetwork(parts, district, { ...wish, day: localDay(parts.clock.now()), stop })
      return logged(parts, request, { what: 'life-circle.network', target: map.name }, async (tx, stroke) =>
        read.ok ? keepRead({ ...parts, db: tx }, district, { ...wish, ...read }, stroke) : read,
      )
    },
  )
}
