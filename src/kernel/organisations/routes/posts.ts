import { type Static, Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import type { StaffId } from '../../people/model.ts'
import { oneOf, StaffIdText, UnitIdText } from '../../people/routes/shapes.ts'
import { appoint, dismiss, PEOPLE_RIGHT } from '../handle/posts.ts'
import { postTable } from '../handle/tables.ts'
import { type Post, type PostId, postSorts, type RoleId, type StaffWho, type UnitId } from '../model.ts'
import { keyOfPost, type PostQuestion, postPage } from '../store/holdings.ts'
import { scopeFilter } from '../store/scope.ts'
import { needs, staffOf } from './door.ts'
import { noteExport, type OrganisationRouteParts, operator } from './parts.ts'
import { DayQuery, DayText, OkId, PostBody, PostIdText, PostLine, RoleIdText } from './shapes.ts'

const tags = ['organisations']
const doneId = { 200: OkId, ...problems }

const PostFilters = {
  ...DayQuery,
  unit: Type.Optional(UnitIdText),
  role: Type.Optional(RoleIdText),
  staff: Type.Optional(StaffIdText),
  partTime: Type.Optional(Type.Boolean({ title: '兼任' })),
  q: Type.Optional(Type.String({ maxLength: 40 })),
  sort: Type.Optional(oneOf(postSorts, '排序')),
}
type PostFilters = Static<ReturnType<typeof Type.Object<typeof PostFilters>>>

function questionOf({ directory }: OrganisationRouteParts, who: StaffWho, filters: PostFilters): PostQuestion {
  const { day = directory.today(), unit, role, staff, partTime = null, q: text = null, sort = 'id' } = filters
  const columns = { unit: 'p.unit', holder: 'p.staff', createdBy: null, grid: null, district: 'p.district' }
  return {
    district: who.district,
    day,
    scope: scopeFilter(who, PEOPLE_RIGHT, columns),
    unit: (unit as UnitId | undefined) ?? null,
    role: (role as RoleId | undefined) ?? null,
    staff: (staff as StaffId | undefined) ?? null,
    partTime,
    text,
    sort,
    after: null,
    limit: 200,
  }
}

/** Who holds what, within the scope of the one who asks. */
export function postRoutes(http: Http, parts: OrganisationRouteParts): void {
  const { db } = parts
  const guard = { onRequest: needs(PEOPLE_RIGHT) }

  http.get(
    '/api/organisations/posts',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Posts of a day in my scope',
        querystring: Type.Object({ ...pageQuery, ...PostFilters }),
        response: { 200: Page(PostLine), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, ...filters } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 2)
      if (cursor && !cursor.ok) return cursor
      const asked = { ...questionOf(parts, staffOf(request), filters), after: cursor?.key ?? null, limit }
      const page = pageOf(await postPage(db, asked), limit, (row) => keyOfPost(asked.sort, row))
      return {
        ...page,
        rows: page.rows.map((row) => ({ ...row, chosenUnits: [...row.chosenUnits], grids: [...row.grids] })),
      }
    },
  )

  http.get(
    '/api/organisations/posts/export',
    {
      ...guard,
      schema: {
        tags,
        summary: 'The same posts as a workbook',
        querystring: Type.Object(PostFilters),
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const asked = questionOf(parts, staffOf(request), request.query)
      await noteExport(parts, request, 'organisations.posts.export')
      reply.header('content-disposition', `attachment; filename="posts-${asked.day}.xlsx"`)
      return reply.type(mediaTypes.xlsx).send(postTable(db, asked))
    },
  )

  appointRoutes(http, parts)
}

function appointRoutes(http: Http, parts: OrganisationRouteParts): void {
  const guard = { onRequest: needs(PEOPLE_RIGHT) }
  const Params = Type.Object({ id: PostIdText })

  http.post(
    '/api/organisations/posts',
    { ...guard, schema: { tags, summary: 'Gives somebody a post', body: PostBody, response: doneId } },
    async (request) => {
      const { chosenUnits = [], grids = [], partTime = false, to = null, ...rest } = request.body
      return appoint(parts, staffOf(request), operator(parts, request), {
        ...rest,
        chosenUnits,
        grids,
        partTime,
        to,
      } as Omit<Post, 'id'>)
    },
  )

  http.post(
    '/api/organisations/posts/:id/end',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Ends a post on a day',
        params: Params,
        body: Type.Object({ day: DayText }),
        response: doneId,
      },
    },
    async (request) =>
      dismiss(parts, staffOf(request), operator(parts, request), {
        id: request.params.id as PostId,
        day: request.body.day,
      }),
  )
}
