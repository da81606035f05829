import { Type } from 'typebox'
import { isRefused, problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { changeTemplate, templateHistory, templatesFor, writeTemplate } from '../handle/reply-templates.ts'
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
