import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { staffOf } from '../../organisations/routes/door.ts'
import { staffOnly } from '../../people/routes/door.ts'
import { oneOf } from '../../people/routes/shapes.ts'
import { categoryTest } from '../handle/matters.ts'
import type { Matter } from '../model.ts'
import { permitted } from '../policy.ts'
import { whatWouldChange } from '../rules/changes.ts'
import { matterProblems } from '../rules/problems.ts'
import { categoriesOf } from '../store/categories.ts'
import { matterLines, matterSorts, sortKeyOf } from '../store/lists.ts'
import { findHead, historyOf, matterVersion } from '../store/versions.ts'
import type { MatterRouteParts } from './parts.ts'
import { ChangeLine, Kind, Line, MatterParams, PathQuery, VersionLine, WholeMatter, Words } from './shapes.ts'

const tags = ['matters']

/** The catalogue as the staff see it: everything, drafts and retired matters included. */
export function catalogueRoutes(http: Http, parts: MatterRouteParts): void {
  listRoute(http, parts)
  matterRoute(http, parts)
  pastRoutes(http, parts)
}

function listRoute(http: Http, { db }: MatterRouteParts): void {
  http.get(
    '/api/matters/catalogue',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'Every matter, filtered and sorted',
        querystring: Type.Object({
          ...pageQuery,
          q: Type.Optional(Words),
          category: Type.Optional(PathQuery),
          kind: Type.Optional(Kind),
          status: Type.Optional(oneOf(['draft', 'published', 'retired'], '状态')),
          procedure: Type.Optional(Type.String({ title: '程序', maxLength: 60 })),
          hasDraft: Type.Optional(Type.Boolean({ title: '有草稿' })),
          sort: Type.Optional(oneOf(matterSorts, '排序')),
          order: Type.Optional(oneOf(['asc', 'desc'], '升降')),
        }),
        response: { 200: Page(Line), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, q, category, sort = 'category', order, ...rest } = request.query
      const { kind = null, status = null, procedure = null, hasDraft = null } = rest
      const cursor = after === undefined ? null : decodeCursor(after, 2)
      if (cursor && !cursor.ok) return cursor
      const found = await matterLines(db, {
        district: staffOf(request).district,
        words: q?.trim() || null,
        category: category || null,
        kind,
        status,
        procedure,
        hasDraft,
        sort,
        descending: order === 'desc',
        after: cursor && [String(cursor.key[0]), String(cursor.key[1])],
        limit,
      })
      const page = pageOf(found, limit, (line) => sortKeyOf(line, sort))
      return { ...page, rows: [...page.rows] }
    },
  )
}

function matterRoute(http: Http, { db, knownProcedures }: MatterRouteParts): void {
  http.get(
    '/api/matters/catalogue/:id',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'One matter whole, with what its draft would change and what is wrong with it',
        params: MatterParams,
        response: { 200: WholeMatter, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      const head = await findHead(db, who.district, request.params.id)
      if (!head) return refused('no-such-matter', 404)
      const { draft, published } = head
      const shown = draft ?? published
      const isCategory = categoryTest(await categoriesOf(db, who.district))
      return {
        ok: true as const,
        ...head,
        problems: shown ? [...matterProblems(shown, knownProcedures, isCategory)] : [],
        changes: draft ? [...whatWouldChange(published, draft)] : [],
        can: permitted(who, { status: head.status, hasDraft: draft !== null }),
      }
    },
  )
}

const FromTo = Type.Object({
  from: Type.Optional(Type.Integer({ minimum: 1, description: 'version; without it, nothing at all' })),
  to: Type.Optional(Type.Integer({ minimum: 1, description: 'version; without it, the draft' })),
})

function pastRoutes(http: Http, { db }: MatterRouteParts): void {
  http.get(
    '/api/matters/catalogue/:id/versions',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'The versions of a matter, newest first',
        params: MatterParams,
        response: { 200: Type.Object({ rows: Type.Array(VersionLine) }), ...problems },
      },
    },
    async (request) => ({ rows: [...(await historyOf(db, staffOf(request).district, request.params.id))] }),
  )

  http.get(
    '/api/matters/catalogue/:id/versions/:version',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'One version whole, as it was published',
        params: Type.Object({ ...MatterParams.properties, version: Type.Integer({ minimum: 1 }) }),
        response: { 200: Type.Unsafe<Matter>({ description: 'the matter' }), ...problems },
      },
    },
    async (request) => {
      const { id, version } = request.params
      return (await matterVersion(db, staffOf(request).district, id, version)) ?? refused('no-such-version', 404)
    },
  )

  http.get(
    '/api/matters/catalogue/:id/changes',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'What differs between two versions, or between a version and the draft',
        params: MatterParams,
        querystring: FromTo,
        response: { 200: Type.Object({ rows: Type.Array(ChangeLine) }), ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const { params, query } = request
      const version = (number: number) => matterVersion(db, district, params.id, number)
      const next = query.to === undefined ? (await findHead(db, district, params.id))?.draft : await version(query.to)
      const now = query.from === undefined ? null : await version(query.from)
      if (!next || (query.from !== undefined && !now)) return refused('no-such-version', 404)
      return { rows: [...whatWouldChange(now, next)] }
    },
  )
}
