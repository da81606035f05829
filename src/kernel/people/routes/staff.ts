import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { createAccount } from '../handle/accounts.ts'
import { type StaffAccount, staffSorts } from '../model.ts'
import { keyOfStaff, staffPage } from '../store/staff-list.ts'
import { operatorOf, signedOf, staffOnly } from './door.ts'
import type { MeParts } from './me.ts'
import { HandedPassword, oneOf, StaffListed, Text, UnitIdText } from './shapes.ts'
import { staffOneRoutes } from './staff-one.ts'

const tags = ['people']
const right = 'people.manage'

/** What the list of accounts can be narrowed and ordered by; the export asks the same. */
export const StaffFilters = {
  unit: Type.Optional(UnitIdText),
  state: Type.Optional(oneOf(['active', 'locked', 'left'], '状态')),
  q: Type.Optional(Type.String({ maxLength: 40 })),
  sort: Type.Optional(oneOf(staffSorts, '排序')),
}

/** Staff accounts, for administrators, each within the units his scope covers. Posts are given in organisations. */
export function staffRoutes(http: Http, parts: MeParts): void {
  const { db, clock, authority } = parts
  const guard = { onRequest: [staffOnly, authority.needs(right)] }

  http.get(
    '/api/people/staff',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Staff accounts in my scope',
        querystring: Type.Object({ ...pageQuery, ...StaffFilters }),
        response: { 200: Page(StaffListed), ...problems },
      },
    },
    async (request) => {
      const { after, unit = null, state = null, q: text = null, sort = 'account', limit = 50 } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 2)
      if (cursor && !cursor.ok) return cursor
      const scope = authority.scope(request, right, { unit: 's.unit', holder: 's.id', district: 's.district' })
      const { district } = signedOf(request)
      const asked = { district, scope, unit, state, text, sort, after: cursor?.key ?? null, limit }
      const page = pageOf(await staffPage(db, asked), limit, (row) => keyOfStaff(sort, row))
      return { ...page, rows: [...page.rows] }
    },
  )

  http.post(
    '/api/people/staff',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Opens an account',
        body: Type.Object({
          account: Type.String({ title: '账号', pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{2,39}$' }),
          name: Text('姓名', 40),
          unit: UnitIdText,
        }),
        response: { 200: HandedPassword, ...problems },
      },
    },
    async (request) => {
      const { account, name } = request.body
      const unit = request.body.unit as StaffAccount['unit']
      if (!authority.covers(request, right, { unit, holder: null })) return refused('not-yours', 403)
      return createAccount(parts, operatorOf(request, authority, clock.now()), { account, name, unit })
    },
  )

  staffOneRoutes(http, parts)
}
