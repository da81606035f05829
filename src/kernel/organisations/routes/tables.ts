import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { problems, type Refused, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import type { Sheet } from '../../../platform/tables/cell.ts'
import { readTable } from '../../../platform/tables/read.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import { staffOnly } from '../../people/routes/door.ts'
import { StaffFilters } from '../../people/routes/staff.ts'
import { DUTIES_RIGHT } from '../handle/duties.ts'
import { importDuties } from '../handle/duty-list.ts'
import { importPeople, importUnits } from '../handle/imports.ts'
import { PEOPLE_RIGHT } from '../handle/posts.ts'
import { staffTable, type Taken, tableAnswered, unitTable } from '../handle/tables.ts'
import { UNITS_RIGHT } from '../handle/units.ts'
import { scopeFilter } from '../store/scope.ts'
import { needs, staffOf } from './door.ts'
import { noteExport, type OrganisationRouteParts, operator } from './parts.ts'
import { DayQuery } from './shapes.ts'

const tags = ['organisations']
/** A password is hashed for every account, so that a file of people is a matter of seconds and not of minutes. */
const MOST_PEOPLE = 500
const MOST_UNITS = 2_000
const MOST_DUTIES = 5_000
const file = { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems }

const ImportQuery = Type.Object({
  atomic: Type.Optional(Type.Boolean({ title: '全有或全无' })),
  dryRun: Type.Optional(Type.Boolean({ title: '仅试算', description: 'says what would happen and writes nothing' })),
  answer: Type.Optional(Type.Enum(['report', 'workbook'], { title: '回执' })),
})
type ImportQuery = Static<typeof ImportQuery>
const Report = Type.Object({
  taken: Type.Integer(),
  unchanged: Type.Integer(),
  faults: Type.Array(
    Type.Object({
      row: Type.Integer(),
      column: Type.String(),
      said: Type.Object({ zh: Type.String(), en: Type.String() }),
    }),
  ),
})

/** Units and people as files, out and in. */
export function tableRoutes(http: Http, parts: OrganisationRouteParts): void {
  exportRoutes(http, parts)
  importRoutes(http, parts)
}

function exportRoutes(http: Http, parts: OrganisationRouteParts): void {
  const { db, directory } = parts
  http.get(
    '/api/organisations/units/export',
    {
      onRequest: staffOnly,
      schema: { tags, summary: 'The units of a day as a workbook', querystring: Type.Object(DayQuery), response: file },
    },
    async (request, reply) => {
      const { day = directory.today() } = request.query
      await noteExport(parts, request, 'organisations.units.export')
      reply.header('content-disposition', `attachment; filename="units-${day}.xlsx"`)
      return reply.type(mediaTypes.xlsx).send(unitTable(await directory.tree(staffOf(request).district, day)))
    },
  )

  http.get(
    '/api/organisations/staff/export',
    {
      onRequest: needs(PEOPLE_RIGHT),
      schema: {
        tags,
        summary: 'Accounts in my scope with their posts, as a workbook',
        querystring: Type.Object(StaffFilters),
        response: file,
      },
    },
    async (request, reply) => {
      const { unit = null, state = null, q: text = null, sort = 'account' } = request.query
      const who = staffOf(request)
      const columns = { unit: 's.unit', holder: 's.id', createdBy: null, grid: null, district: 's.district' }
      const scope = scopeFilter(who, PEOPLE_RIGHT, columns)
      const asked = { district: who.district, scope, unit, state, text, sort, after: null, limit: 500 }
      const day = directory.today()
      await noteExport(parts, request, 'people.staff.export')
      reply.header('content-disposition', `attachment; filename="staff-${day}.xlsx"`)
      return reply.type(mediaTypes.xlsx).send(staffTable(db, asked, await directory.tree(who.district), day))
    },
  )
}

function importRoutes(http: Http, parts: OrganisationRouteParts): void {
  const schema = { tags, querystring: ImportQuery, response: { 200: Report, ...problems } }
  http.post(
    '/api/organisations/duties/import',
    {
      onRequest: needs(DUTIES_RIGHT),
      schema: {
        ...schema,
        summary:
          'Takes a file of duties in (multipart, field `file`): new rows add, known ids end or go to another unit',
      },
    },
    async (request, reply) => {
      const sheet = await sheetOf(request, MOST_DUTIES)
      if ('ok' in sheet) return sheet
      const { atomic = false, dryRun = false } = request.query
      const done = await importDuties(parts, staffOf(request), operator(parts, request), { sheet, atomic, dryRun })
      return done.ok ? answered(reply, sheet, done, request.query) : done
    },
  )

  http.post(
    '/api/organisations/units/import',
    {
      onRequest: needs(UNITS_RIGHT),
      schema: {
        ...schema,
        summary: 'Takes a file of units in (multipart, field `file`): new codes open, known ones change',
      },
    },
    async (request, reply) => {
      const sheet = await sheetOf(request, MOST_UNITS)
      if ('ok' in sheet) return sheet
      const { atomic = false, dryRun = false } = request.query
      const done = await importUnits(parts, staffOf(request), operator(parts, request), { sheet, atomic, dryRun })
      return done.ok ? answered(reply, sheet, done, request.query) : done
    },
  )

  http.post(
    '/api/organisations/staff/import',
    {
      onRequest: needs(PEOPLE_RIGHT),
      schema: {
        ...schema,
        summary: 'Takes a file of people in (multipart, field `file`): an account and a first post for each row',
        description: 'Without `dryRun` the answer is always the file, as it holds the first passwords, shown once.',
      },
    },
    async (request, reply) => {
      const sheet = await sheetOf(request, MOST_PEOPLE)
      if ('ok' in sheet) return sheet
      const { atomic = false, dryRun = false, answer = 'report' } = request.query
      const done = await importPeople(parts, staffOf(request), operator(parts, request), { sheet, atomic, dryRun })
      return done.ok ? answered(reply, sheet, done, { answer: dryRun ? answer : 'workbook' }) : done
    },
  )
}

function answered(reply: FastifyReply, sheet: Sheet, done: Taken, { answer }: Pick<ImportQuery, 'answer'>) {
  if (answer !== 'workbook') {
    const faults = done.faults.slice(0, 1_000).map((fault) => ({ ...fault, said: { ...fault.said } }))
    return { taken: done.taken, unchanged: done.unchanged, faults }
  }
  reply.header('x-import-taken', done.taken).header('x-import-errors', done.faults.length)
  reply.header('content-disposition', 'attachment; filename="import-result.xlsx"').header('cache-control', 'no-store')
  // The file goes out as it is: the schema of the answer is that of the report.
  return reply.type(mediaTypes.xlsx).send(tableAnswered(sheet, done)) as never
}

/** The first sheet of the file that was sent, or why there is none. */
async function sheetOf(request: FastifyRequest, rows: number): Promise<Sheet | Refused> {
  const sent = request.isMultipart() ? await request.file() : undefined
  if (sent === undefined) return refused('file-missing')
  const table = await readTable(await sent.toBuffer(), /\.csv$/i.test(sent.filename) ? 'csv' : 'xlsx', { rows })
  if (!table.ok) return refused(table.refusal)
  return table.sheets[0] ?? refused('import-file-empty')
}
