import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { operate } from '../../people/handle/operations.ts'
import type { Guard } from '../../people/routes/door.ts'
import { Ok } from '../../people/routes/shapes.ts'
import { localDay } from '../../worktime/rules.ts'
import { ENTER_RIGHT, mayEnter } from '../handle/entering.ts'
import {
  ENTRY_LIMITS,
  entryFileSeen,
  entryFilesFor,
  entryFileTable,
  entryResult,
  fileEntries,
  sendEntryFile,
  stopEntryFile,
} from '../handle/entry-files.ts'
import { entryTemplate } from '../handle/entry-template.ts'
import { EntryFileFilters, EntryFileView, EntryRowView, entryModes, rowOutcomes } from '../model/entry-files.ts'
import { type EntryFileRow, entryRows } from '../store/entry-files.ts'
import { type CasesRouteParts, operator } from './parts.ts'

const tags = ['cases']
/** The button right alone is wider than the posts that sit at counters and hotlines. */
const entersForOthers: Guard = async ({ who }, reply) => {
  if (who?.kind !== 'staff' || !mayEnter(who)) return reply.send(refused('may-not-enter', 403))
}
const guard = { onRequest: [needs(ENTER_RIGHT), entersForOthers] }
const path = '/api/cases/entry-files'
const IdParam = Type.Object({ id: Type.String({ pattern: '^entries_[0-9a-z]{1,60}$' }) })
const file = { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems }

/** Where it came from stays with the server. */
const shown = ({ unit: _unit, ip: _ip, ...rest }: EntryFileRow) => rest

/** Many entries at once: a template, files sent and followed, and what became of their rows. */
export function entryFileRoutes(http: Http, parts: CasesRouteParts): void {
  templateRoute(http, parts)
  sendRoutes(http, parts)
  listRoutes(http, parts)
  followRoutes(http, parts)
}

function templateRoute(http: Http, parts: CasesRouteParts): void {
  http.get(
    `${path}/template`,
    {
      ...guard,
      schema: {
        tags,
        summary: 'The table to fill in: columns explained, examples, drop-downs of channel, area and category',
        querystring: Type.Object({ format: Type.Optional(Type.Enum(['xlsx', 'csv'], { title: '格式' })) }),
        response: file,
      },
    },
    async (request, reply) => {
      const { format = 'xlsx' } = request.query
      reply.header('content-disposition', `attachment; filename="entries-template.${format}"`)
      return reply.type(mediaTypes[format]).send(await entryTemplate(parts, staffOf(request).district, format))
    },
  )
}

function sendRoutes(http: Http, parts: CasesRouteParts): void {
  http.post(
    path,
    {
      ...guard,
      bodyLimit: ENTRY_LIMITS.bytes + 100_000,
      schema: {
        tags,
        summary: 'Takes a table of entries (multipart, field `file`, xlsx or csv) to work on in the background',
        querystring: Type.Object({
          mode: Type.Optional(
            Type.Enum([...entryModes], {
              title: '方式',
              description: '`check` files nothing, `sound` the rows that are right, `all` every row or none',
            }),
          ),
        }),
        response: { 202: Type.Object({ ok: Type.Literal(true), id: Type.String() }), ...problems },
      },
    },
    async (request, reply) => {
      const sent = request.isMultipart() ? await request.file({ limits: { fileSize: ENTRY_LIMITS.bytes } }) : undefined
      if (sent === undefined) return refused('file-missing')
      const { mode = 'check' } = request.query
      const given = { fileName: sent.filename.slice(0, 200), bytes: await sent.toBuffer(), mode }
      const done = await sendEntryFile(parts, staffOf(request), operator(parts, request), given)
      if (!done.ok) return done
      parts.runner.nudgeLasting()
      reply.code(202)
      return done
    },
  )

  http.post(
    `${path}/:id/run`,
    {
      ...guard,
      schema: {
        tags,
        summary: 'Files what a check has found right',
        params: IdParam,
        body: Type.Object({ mode: Type.Enum(['sound', 'all'], { title: '方式' }) }, { additionalProperties: false }),
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const asked = { id: request.params.id, mode: request.body.mode }
      const done = await fileEntries(parts, staffOf(request), operator(parts, request), asked)
      if (done.ok) parts.runner.nudgeLasting()
      return done
    },
  )

  http.post(
    `${path}/:id/cancel`,
    { ...guard, schema: { tags, summary: 'Stops it', params: IdParam, response: { 200: Ok, ...problems } } },
    async (request) => stopEntryFile(parts, staffOf(request), operator(parts, request), request.params.id),
  )
}

function listRoutes(http: Http, parts: CasesRouteParts): void {
  http.get(
    path,
    {
      ...guard,
      schema: {
        tags,
        summary: 'Tables that I or those I look after have sent',
        querystring: Type.Object({ ...pageQuery, ...EntryFileFilters }),
        response: { 200: Page(EntryFileView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, ...filters } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 2)
      if (cursor && !cursor.ok) return cursor
      const [at, id] = cursor?.key ?? []
      if (cursor && Number.isNaN(Date.parse(String(at)))) return refused('bad-cursor')
      const from = cursor && ([String(at), String(id)] as const)
      const found = await entryFilesFor(parts, staffOf(request), { filters, after: from, limit })
      const page = pageOf(found, limit, (one) => [one.at, one.id])
      return { ...page, rows: page.rows.map(shown) }
    },
  )

  http.get(
    `${path}/export.xlsx`,
    {
      ...guard,
      schema: {
        tags,
        summary: 'The same list as a workbook',
        querystring: Type.Object(EntryFileFilters),
        response: file,
      },
    },
    async (request, reply) => {
      const by = operator(parts, request)
      await operate(parts.db, by, { what: 'cases.entry-file.export', target: by.district }, async () => ({ ok: true }))
      const name = `entry-files-${localDay(parts.clock.now())}.xlsx`
      reply.header('content-disposition', `attachment; filename="${name}"`)
      return reply.type(mediaTypes.xlsx).send(entryFileTable(parts, staffOf(request), request.query))
    },
  )
}

function followRoutes(http: Http, parts: CasesRouteParts): void {
  http.get(
    `${path}/:id`,
    {
      ...guard,
      schema: { tags, summary: 'How far it is', params: IdParam, response: { 200: EntryFileView, ...problems } },
    },
    async (request) => {
      const found = await entryFileSeen(parts, staffOf(request), request.params.id)
      return 'ok' in found ? found : shown(found)
    },
  )

  http.get(
    `${path}/:id/rows`,
    {
      ...guard,
      schema: {
        tags,
        summary: 'What became of its rows, in the order of the file',
        params: IdParam,
        querystring: Type.Object({
          ...pageQuery,
          outcome: Type.Optional(Type.Enum([...rowOutcomes], { title: '结果' })),
        }),
        response: { 200: Page(EntryRowView), ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      const found = await entryFileSeen(parts, who, request.params.id)
      if ('ok' in found) return found
      const { after, limit = 50, outcome = null } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 1)
      if (cursor && !cursor.ok) return cursor
      const from = Number(cursor?.key[0] ?? 0)
      if (!Number.isInteger(from)) return refused('bad-cursor')
      const key = { district: who.district, id: found.id }
      const rows = await entryRows(parts.db, key, { after: from, outcome, limit: limit + 1 })
      const page = pageOf(rows, limit, ({ row }) => [row])
      return {
        ...page,
        rows: page.rows.map(({ fingerprint: _, faults, alike, ...one }) => {
          return { ...one, faults: faults.map((fault) => ({ ...fault })), alike: alike.map((other) => ({ ...other })) }
        }),
      }
    },
  )

  http.get(
    `${path}/:id/result.xlsx`,
    {
      ...guard,
      schema: {
        tags,
        summary: 'The file as it was sent, with numbers and codes, and with what is wrong in a column',
        params: IdParam,
        response: file,
      },
    },
    async (request, reply) => {
      const done = await entryResult(parts, staffOf(request), operator(parts, request), request.params.id)
      if (!done.ok) return done
      reply.header('content-disposition', 'attachment; filename="entries-result.xlsx"')
      return reply.header('cache-control', 'no-store').type(mediaTypes.xlsx).send(done.file)
    },
  )
}
