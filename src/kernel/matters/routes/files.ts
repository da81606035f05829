import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import type { Db } from '../../../platform/db/db.ts'
import { problems, type Refused, refused } from '../../../platform/http/problem.ts'
import { type Http, typed } from '../../../platform/http/typed.ts'
import type { Sheet } from '../../../platform/tables/cell.ts'
import { readTable } from '../../../platform/tables/read.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import { hasRight } from '../../organisations/policy.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { staffOnly } from '../../people/routes/door.ts'
import { oneOf } from '../../people/routes/shapes.ts'
import { catalogueOf, catalogueText, readCatalogue } from '../handle/files.ts'
import { type ImportFile, importCatalogue } from '../handle/imports.ts'
import { readWorkbook } from '../handle/read-workbook.ts'
import { matterWorkbook, workbookWithErrors } from '../handle/write-workbook.ts'
import { EDIT_RIGHT, PUBLISH_RIGHT } from '../policy.ts'
import { allHeads } from '../store/versions.ts'
import { logged, type MatterRouteParts, todayOf } from './parts.ts'
import { ImportAnswer } from './shapes.ts'

const tags = ['matters']
const FILE_LIMIT = 20 * 1_048_576

type Format = 'yaml' | 'json' | 'xlsx'
const types = {
  yaml: 'application/yaml; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: mediaTypes.xlsx,
} as const satisfies Record<Format, string>

/** The catalogue as files. An import takes the file itself as the body, or one file of a multipart form. */
export async function fileRoutes(http: Http, parts: MatterRouteParts): Promise<void> {
  exportRoute(http, parts)
  await http.register(async (scope) => {
    takeRawBodies(scope)
    importRoute(typed(scope), parts)
  })
}

/** Inside this scope a body is bytes, JSON too: it is a file that somebody sends, not a request that he writes. */
function takeRawBodies(scope: FastifyInstance): void {
  const raw = ['application/json', 'application/yaml', 'application/x-yaml', 'text/yaml', 'text/plain', mediaTypes.xlsx]
  scope.removeContentTypeParser(['application/json', 'text/plain'])
  scope.addContentTypeParser(
    [...raw, 'application/octet-stream'],
    { parseAs: 'buffer', bodyLimit: FILE_LIMIT },
    (_request, body, done) => done(null, body),
  )
}

function exportRoute(http: Http, parts: MatterRouteParts): void {
  http.get(
    '/api/matters/export',
    {
      onRequest: [staffOnly, needs(EDIT_RIGHT)],
      schema: {
        tags,
        summary: 'The whole catalogue as a file: YAML and JSON with the tree, Excel with a sheet of promises',
        querystring: Type.Object({ format: oneOf(['yaml', 'json', 'xlsx'], '格式') }),
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const { format } = request.query
      const { district } = staffOf(request)
      const catalogue = await logged(parts, request, { what: 'matters.export', target: format }, async (tx) => ({
        ok: true as const,
        ...(await catalogueOf(tx, district)),
      }))
      const { ok: _, ...whole } = catalogue
      const day = todayOf(parts)
      reply.header('content-disposition', `attachment; filename="matters-${district}-${day}.${format}"`)
      const body =
        format === 'xlsx'
          ? matterWorkbook(whole.matters)
          : Readable.from(catalogueText(whole, format), { objectMode: false })
      return reply.type(types[format]).send(body)
    },
  )
}

const ImportQuery = Type.Object({
  format: Type.Optional(oneOf(['yaml', 'json', 'xlsx'], '格式')),
  atomic: Type.Optional(Type.Boolean({ title: '全有或全无', description: 'any fault, and nothing is taken' })),
  publish: Type.Optional(Type.Boolean({ title: '直接发布', description: 'else everything becomes a draft' })),
  dryRun: Type.Optional(Type.Boolean({ title: '仅试算', description: 'says what would happen and writes nothing' })),
  answer: Type.Optional(oneOf(['report', 'workbook'], '回执')),
  note: Type.Optional(Type.String({ title: '说明', maxLength: 400 })),
})

function importRoute(http: Http, parts: MatterRouteParts): void {
  http.post(
    '/api/matters/import',
    {
      onRequest: [staffOnly, needs(EDIT_RIGHT)],
      bodyLimit: FILE_LIMIT,
      schema: {
        tags,
        summary: 'Takes in a catalogue file: YAML, JSON or Excel',
        description:
          'The body is the file, or a multipart form with one file. With `answer=workbook` a faulty Excel file comes back with a column that says what is wrong with each row.',
        querystring: ImportQuery,
        response: { 200: ImportAnswer, ...problems },
      },
    },
    async (request, reply) => {
      const { publish = false, atomic = false, dryRun = false, note = '', answer } = request.query
      if (publish && !hasRight(staffOf(request), PUBLISH_RIGHT)) return refused('not-yours', 403)
      const sent = await fileOf(request)
      if (!sent.ok) return sent
      const read = await readFile(parts.db, sent, staffOf(request).district)
      if (!read.ok) return read
      const options = { publish, atomic, dryRun }
      const known = { procedures: parts.knownProcedures }
      const deed = { what: publish ? 'matters.import.publish' : 'matters.import', target: sent.format }
      const { done } = await logged(parts, request, deed, async (tx, stroke) => ({
        ok: true as const,
        done: await importCatalogue(tx, known, read.file, options, { ...stroke, note }),
      }))
      if (answer === 'workbook' && read.sheets !== null && done.report.errors.length > 0)
        return sendMarked(reply, read.sheets, done.report.errors)
      return { taken: done.ok, report: { ...done.report, errors: [...done.report.errors] } }
    },
  )
}

function sendMarked(reply: FastifyReply, sheets: readonly Sheet[], errors: Parameters<typeof workbookWithErrors>[1]) {
  reply.header('content-disposition', 'attachment; filename="errors.xlsx"').header('x-import-errors', errors.length)
  return reply.type(types.xlsx).send(workbookWithErrors(sheets, errors))
}

type Sent = { readonly ok: true; readonly bytes: Buffer; readonly format: Format }

async function fileOf(request: FastifyRequest<{ Querystring: { format?: Format } }>): Promise<Sent | Refused> {
  const { format } = request.query
  if (request.isMultipart()) {
    const file = await request.file({ limits: { fileSize: FILE_LIMIT } })
    if (!file) return refused('unreadable-file')
    const bytes = await file.toBuffer()
    return withFormat(bytes, format ?? formatNamed(file.filename))
  }
  if (!Buffer.isBuffer(request.body)) return refused('unreadable-file')
  return withFormat(request.body, format ?? formatNamed(request.headers['content-type'] ?? ''))
}

const withFormat = (bytes: Buffer, format: Format | null): Sent | Refused =>
  format === null ? refused('unknown-file-format') : { ok: true, bytes, format }

/** Reads the format out of a file name or a media type. */
function formatNamed(name: string): Format | null {
  if (/\.xlsx$|spreadsheetml/i.test(name)) return 'xlsx'
  if (/\.ya?ml$|yaml/i.test(name)) return 'yaml'
  return /\.json$|json/i.test(name) ? 'json' : null
}

type Read = { readonly ok: true; readonly file: ImportFile; readonly sheets: readonly Sheet[] | null }

async function readFile(db: Db, { bytes, format }: Sent, district: string): Promise<Read | Refused> {
  if (format !== 'xlsx') {
    const read = await readCatalogue(bytes.toString('utf8').replace(/^\uFEFF/, ''), format, district)
    return read.ok ? { ok: true, file: { district, ...read }, sheets: null } : refused(read.refusal)
  }
  const table = await readTable(bytes, 'xlsx')
  if (!table.ok) return refused(table.refusal)
  const heads = await allHeads(db, district)
  const forms = new Map<string, ReturnType<Parameters<typeof readWorkbook>[2]>>()
  for (const { id, published, draft } of heads) forms.set(id, (draft ?? published)?.form ?? null)
  const read = readWorkbook(table.sheets, district, (id) => forms.get(id) ?? null)
  return { ok: true, file: { district, categories: [], ...read }, sheets: table.sheets }
}
