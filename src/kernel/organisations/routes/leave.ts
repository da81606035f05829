import { type Static, Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import type { StaffId } from '../../people/model.ts'
import { OrNull, oneOf, StaffIdText, Text, UnitIdText } from '../../people/routes/shapes.ts'
import { dictionaryOf } from '../handle/dictionaries.ts'
import type { Directory } from '../handle/directory.ts'
import { endLeaveOn, handCasesOver, type LeaveOrder, planLeave, takeLeave } from '../handle/leave.ts'
import { PEOPLE_RIGHT } from '../handle/posts.ts'
import { leaveTable } from '../handle/tables.ts'
import type { StaffWho } from '../model.ts'
import { keyOfLeave, leavePage, leaveSorts } from '../store/leaves.ts'
import { scopeFilter } from '../store/scope.ts'
import { needs, staffOf } from './door.ts'
import { noteExport, type OrganisationRouteParts, operator } from './parts.ts'
import { DayText } from './shapes.ts'

const tags = ['organisations']
const guard = { onRequest: needs(PEOPLE_RIGHT) }

const LeaveBody = Type.Object(
  {
    staff: StaffIdText,
    deputy: StaffIdText,
    reason: Text('事由', 60),
    from: DayText,
    to: DayText,
    moveCases: Type.Optional(Type.Boolean({ title: '移交在办工单' })),
  },
  { additionalProperties: false },
)
const LeaveRow = Type.Object({
  id: Type.String(),
  staff: Type.String(),
  staffName: Type.String(),
  deputy: Type.String(),
  deputyName: Type.String(),
  unit: Type.String(),
  posts: Type.Integer(),
  reason: Type.String(),
  from: Type.String(),
  to: Type.String(),
})
const Plan = Type.Object({
  ok: Type.Literal(true),
  refusal: OrNull(Type.String()),
  posts: Type.Array(
    Type.Object({
      id: Type.String(),
      unitName: Type.String(),
      roleName: Type.String(),
      from: Type.String(),
      to: Type.String(),
    }),
  ),
  cases: Type.Array(Type.String()),
  standsIn: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), from: Type.String(), to: Type.String() })),
})
const Moved = {
  200: Type.Object({ ok: Type.Literal(true), id: Type.String(), moved: Type.Integer() }),
  ...problems,
}

const orderOf = ({ moveCases = false, ...body }: { moveCases?: boolean } & Record<string, unknown>) =>
  ({ ...body, moveCases }) as LeaveOrder

/** Leaves of the people in my scope: who is away, who stands in, until when. */
export function leaveRoutes(http: Http, parts: OrganisationRouteParts): void {
  listRoute(http, parts)

  http.post(
    '/api/organisations/leaves/plan',
    {
      ...guard,
      schema: { tags, summary: 'What a leave would do', body: LeaveBody, response: { 200: Plan, ...problems } },
    },
    async (request) => {
      const plan = await planLeave(parts, staffOf(request), orderOf(request.body))
      if (!plan.ok) return plan
      return { ...plan, posts: [...plan.posts], cases: [...plan.cases], standsIn: [...plan.standsIn] }
    },
  )

  http.post(
    '/api/organisations/leaves',
    {
      ...guard,
      schema: { tags, summary: 'Arranges a leave; all posts are covered', body: LeaveBody, response: Moved },
    },
    async (request) => takeLeave(parts, staffOf(request), operator(parts, request), orderOf(request.body)),
  )

  endRoutes(http, parts)
}

function endRoutes(http: Http, parts: OrganisationRouteParts): void {
  http.post(
    '/api/organisations/leaves/:id/end',
    {
      ...guard,
      schema: {
        tags,
        summary: 'He is back sooner',
        params: Type.Object({ id: Type.String({ pattern: '^leave_[0-9a-z_-]{1,80}$' }) }),
        body: Type.Object({ day: DayText }, { additionalProperties: false }),
        response: Moved,
      },
    },
    async (request) =>
      endLeaveOn(parts, staffOf(request), operator(parts, request), { id: request.params.id, day: request.body.day }),
  )

  http.post(
    '/api/organisations/hand-over/cases',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Open cases go to a colleague; their holder stays at work',
        body: Type.Object({ from: StaffIdText, to: StaffIdText }, { additionalProperties: false }),
        response: Moved,
      },
    },
    async (request) => {
      const { from, to } = request.body
      const order = { from: from as StaffId, to: to as StaffId }
      return handCasesOver(parts, staffOf(request), operator(parts, request), order)
    },
  )
}

const LeaveFilters = Type.Object({
  when: Type.Optional(oneOf(['now', 'ahead', 'over'], '时段')),
  staff: Type.Optional(StaffIdText),
  unit: Type.Optional(UnitIdText),
  q: Type.Optional(Type.String({ maxLength: 40, title: '姓名' })),
  sort: Type.Optional(oneOf([...leaveSorts], '排序')),
})

/** The question of a list within the scope of whoever asks; `after` and `limit` are added by page or file. */
function askedFrom(directory: Directory, who: StaffWho, query: Static<typeof LeaveFilters>) {
  const { when = null, staff, unit = null, q: text = null, sort = 'newest' as const } = query
  const columns = { unit: 's.unit', holder: 's.id', createdBy: null, grid: null, district: 's.district' }
  const { district } = who
  const scope = scopeFilter(who, PEOPLE_RIGHT, columns)
  return { district, scope, today: directory.today(), when, staff: (staff as StaffId) ?? null, unit, text, sort }
}

function listRoute(http: Http, parts: OrganisationRouteParts): void {
  const { db, directory } = parts
  http.get(
    '/api/organisations/leaves',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Leaves in my scope, the latest to begin first unless another order is asked for',
        querystring: Type.Object({ ...pageQuery, ...LeaveFilters.properties }),
        response: { 200: Page(LeaveRow), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, ...query } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 2)
      if (cursor && !cursor.ok) return cursor
      if (cursor && !/^\d{4}-\d{2}-\d{2}$/.test(String(cursor.key[0]))) return refused('bad-cursor')
      const asked = askedFrom(directory, staffOf(request), query)
      const rows = await leavePage(db, { ...asked, after: cursor?.key ?? null, limit })
      const page = pageOf(rows, limit, (leave) => keyOfLeave(asked.sort, leave))
      return { ...page, rows: [...page.rows] }
    },
  )

  http.get(
    '/api/organisations/leaves/export',
    {
      ...guard,
      schema: {
        tags,
        summary: 'The same list as a workbook',
        querystring: LeaveFilters,
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const asked = askedFrom(directory, staffOf(request), request.query)
      const reasons = await dictionaryOf(db, asked.district, 'dict_leave-reasons')
      await noteExport(parts, request, 'organisations.leave.export')
      reply.header('content-disposition', `attachment; filename="leaves-${asked.today}.xlsx"`)
      return reply.type(mediaTypes.xlsx).send(leaveTable(db, asked, await directory.tree(asked.district), reasons))
    },
  )
}
