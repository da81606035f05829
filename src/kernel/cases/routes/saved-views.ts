import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { changeView, dropView, keepView, orderViews } from '../handle/saved-views.ts'
import { SavedAsked, SavedView, VIEWS_AT_MOST, ViewId, ViewName } from '../model/saved-views.ts'
import { READ_RIGHT } from '../policy/sight.ts'
import { savedViewsOf } from '../store/saved-views.ts'
import type { CasesRouteParts } from './parts.ts'

const tags = ['cases']
const guard = { onRequest: needs(READ_RIGHT) }
const path = '/api/cases/saved-views'
const Body = Type.Object({ name: ViewName, asked: SavedAsked })
const Params = Type.Object({ id: ViewId })
const response = { 200: Type.Object({ rows: Type.Array(SavedView) }), ...problems }

/** Filters that one keeps under a name; each of these answers all of one's views, in their order. */
export function savedViewRoutes(http: Http, parts: CasesRouteParts): void {
  http.get(path, { ...guard, schema: { tags, summary: 'My saved views', response } }, async (request) => ({
    rows: await savedViewsOf(parts.db, staffOf(request)),
  }))
  http.post(
    path,
    { ...guard, schema: { tags, summary: 'Keeps the filters of a list under a name', body: Body, response } },
    async (request) => keepView(parts, staffOf(request), request.body),
  )
  http.put(
    `${path}/order`,
    {
      ...guard,
      schema: {
        tags,
        summary: 'Puts my views into another order',
        body: Type.Object({ ids: Type.Array(ViewId, { maxItems: VIEWS_AT_MOST, uniqueItems: true }) }),
        response,
      },
    },
    async (request) => orderViews(parts, staffOf(request), request.body.ids),
  )
  http.put(
    `${path}/:id`,
    { ...guard, schema: { tags, summary: 'Changes one of my views', params: Params, body: Body, response } },
    async (request) => changeView(parts, staffOf(request), { id: request.params.id, ...request.body }),
  )
  http.delete(
    `${path}/:id`,
    { ...guard, schema: { tags, summary: 'Lets one of my views go', params: Params, response } },
    async (request) => dropView(parts, staffOf(request), request.params.id),
  )
}
