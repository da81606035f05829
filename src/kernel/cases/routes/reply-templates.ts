import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { isRefused, problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import {
  changeTemplate,
  exportTemplates,
  templateHistory,
  templatePageFor,
  templatesFor,
  writeTemplate,
} from '../handle/reply-templates.ts'
import { NewTemplate, ReplyTemplate, TemplateChange, TemplateId } from '../model/reply-templates.ts'
import { OrNull } from '../model/views.ts'
import { READ_RIGHT } from '../policy/sight.ts'
import type { CasesRouteParts } from './parts.ts'

const tags = ['cases']
const guard = { onRequest: needs(READ_RIGHT) }
const path = '/api/cases/reply-templates'
const Params = Type.Object({ id: TemplateId })
const one = { 200: Type.Object({ template: ReplyTemplate }), ...problems }
const Listed = Type.Object({
  rows: Type.Array(Type.Object({ ...ReplyTemplate.properties, mayKeep: Type.Boolean() })),
  keeps: Type.Array(Type.Object({ unit: OrNull(Type.String()), name: OrNull(Type.String()) })),
})

/** Texts that answers begin from: of the district and of units, in versions. */
export function templateRoutes(http: Http, parts: CasesRouteParts): void {
  http.get(
    path,
    { ...guard, schema: { tags, summary: 'Templates I may use', response: { 200: Listed, ...problems } } },
    async (request) => templatesFor(parts, staffOf(request)),
  )
  http.get(
    `${path}/page`,
    {
      ...guard,
      schema: {
        tags,
        summary: 'Templates I may use, a page at a time',
        querystring: Type.Object({ ...pageQuery, ...Filters }),
        response: { 200: Page(TemplateLine), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 20, ...filters } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 2)
      if (cursor && !cursor.ok) return cursor
      const from = cursor && ([String(cursor.key[0]), String(cursor.key[1])] as const)
      const found = await templatePageFor(parts, staffOf(request), { ...filters, after: from, limit })
      const page = pageOf(found, limit, ({ name, id }) => [name, id])
      return { rows: [...page.rows], next: page.next }
    },
  )
  http.get(
    `${path}/export.xlsx`,
    {
      ...guard,
      schema: {
        tags,
        summary: 'The same as a workbook',
        querystring: Type.Object(Filters),
        response: { 200: Type.Any(), ...problems },
      },
    },
    async (request, reply) => {
      reply.header('content-disposition', 'attachment; filename="reply-templates.xlsx"')
      return reply.type(mediaTypes.xlsx).send(exportTemplates(parts, staffOf(request), request.query))
    },
  )
  writingRoutes(http, parts)
}

const Filters = {
  q: Type.Optional(Type.String({ title: '关键词', maxLength: 100 })),
  unit: Type.Optional(Type.String({ pattern: '^(unit_[0-9a-z_-]{1,60}|district)$', title: '单位' })),
  live: Type.Optional(Type.Boolean({ title: '使用中' })),
}
const TemplateLine = Type.Object({
  ...ReplyTemplate.properties,
  unitName: OrNull(Type.String()),
  mayKeep: Type.Boolean(),
})

function writingRoutes(http: Http, parts: CasesRouteParts): void {
  http.post(
    path,
    { ...guard, schema: { tags, summary: 'Writes a template', body: NewTemplate, response: one } },
    async (request) => writeTemplate(parts, staffOf(request), request.body),
  )
  http.put(
    `${path}/:id`,
    {
      ...guard,
      schema: { tags, summary: 'Changes or withdraws a template', params: Params, body: TemplateChange, response: one },
    },
    async (request) => changeTemplate(parts, staffOf(request), { id: request.params.id, ...request.body }),
  )
  http.get(
    `${path}/:id/history`,
    {
      ...guard,
      schema: {
        tags,
        summary: 'Every version of a template',
        params: Params,
        response: { 200: Type.Object({ rows: Type.Array(ReplyTemplate) }), ...problems },
      },
    },
    async (request) => {
      const rows = await templateHistory(parts, staffOf(request), request.params.id)
      return isRefused(rows) ? rows : { rows }
    },
  )
}
