import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import type { StaffId } from '../../people/model.ts'
import { StaffIdText, UnitIdText } from '../../people/routes/shapes.ts'
import { appoint, dismiss, PEOPLE_RIGHT } from '../handle/posts.ts'
import type { Post, PostId, RoleId, UnitId } from '../model.ts'
import { postsOn } from '../store/posts.ts'
import { scopeFilter } from '../store/scope.ts'
import { needs, staffOf } from './door.ts'
import { type OrganisationRouteParts, operator } from './parts.ts'
import { DayQuery, DayText, OkId, PostBody, PostIdText, PostLine, RoleIdText } from './shapes.ts'

const tags = ['organisations']
const doneId = { 200: OkId, ...problems }

/** Who holds what, within the scope of the one who asks. */
export function postRoutes(http: Http, parts: OrganisationRouteParts): void {
  const { db, directory } = parts
  const guard = { onRequest: needs(PEOPLE_RIGHT) }

  http.get(
    '/api/organisations/posts',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Posts of a day in my scope',
        querystring: Type.Object({
          ...pageQuery,
          ...DayQuery,
          unit: Type.Optional(UnitIdText),
          role: Type.Optional(RoleIdText),
          staff: Type.Optional(StaffIdText),
        }),
        response: { 200: Page(PostLine), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, day = directory.today(), unit, role, staff } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 1)
      if (cursor && !cursor.ok) return cursor
      const who = staffOf(request)
      const scope = scopeFilter(who, PEOPLE_RIGHT, {
        unit: 'p.unit',
        holder: 'p.staff',
        createdBy: null,
        grid: null,
        district: 'p.district',
      })
      const rows = await postsOn(db, {
        district: who.district,
        day,
        scope,
        unit: (unit as UnitId | undefined) ?? null,
        role: (role as RoleId | undefined) ?? null,
        staff: (staff as StaffId | undefined) ?? null,
        after: cursor ? String(cursor.key[0]) : null,
        limit,
      })
      const page = pageOf(rows, limit, ({ id }) => [id])
      return {
        ...page,
        rows: page.rows.map((row) => ({ ...row, chosenUnits: [...row.chosenUnits], grids: [...row.grids] })),
      }
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
