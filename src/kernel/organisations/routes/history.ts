import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { spoken } from '../../people/handle/log-views.ts'
import type { StaffId } from '../../people/model.ts'
import { staffOnly } from '../../people/routes/door.ts'
import { OperationLogLine } from '../../people/routes/shapes.ts'
import { operationsOn } from '../../people/store/logs.ts'
import { findStaff } from '../../people/store/staff.ts'
import { DUTIES_RIGHT, DUTY_LIST } from '../handle/duties.ts'
import { PEOPLE_RIGHT } from '../handle/posts.ts'
import { ROLES_RIGHT } from '../handle/roles.ts'
import { UNITS_RIGHT } from '../handle/units.ts'
import type { StaffWho, UnitId } from '../model.ts'
import { covers, hasRight } from '../policy.ts'
import { aboutPerson } from '../store/holdings.ts'
import { staffOf } from './door.ts'
import type { OrganisationRouteParts } from './parts.ts'

const tags = ['organisations']
const DICTIONARIES_RIGHT = 'organisations.dictionaries'
const WORKTIME_RIGHT = 'worktime.edit'

/** What was done to one unit, person, role, dictionary or calendar, for whoever may do it himself. */
export function historyRoutes(http: Http, parts: OrganisationRouteParts): void {
  const { db } = parts
  http.get(
    '/api/organisations/history',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'Who changed what of one thing, and when',
        querystring: Type.Object({
          ...pageQuery,
          of: Type.String({
            pattern: '^((unit|staff|role|dict)_[0-9a-z_-]{1,80}|(calendar|hours):[0-9a-z_-]{1,80}|duties:list)$',
          }),
        }),
        response: { 200: Page(OperationLogLine), ...problems },
      },
    },
    async (request) => {
      const { of, after, limit = 20 } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 1)
      if (cursor && !cursor.ok) return cursor
      const who = staffOf(request)
      const targets = await targetsOf(parts, who, of)
      if (targets === null) return refused('not-yours', 403)
      const asked = { district: who.district, targets, after: cursor ? String(cursor.key[0]) : null, limit }
      const page = pageOf(await operationsOn(db, asked), limit, ({ id }) => [id])
      return { ...page, rows: await spoken(parts, who.district, page.rows) }
    },
  )
}

/** Under which targets the log keeps the thing; null for who may not look at it. */
async function targetsOf(parts: OrganisationRouteParts, who: StaffWho, of: string): Promise<readonly string[] | null> {
  const [kind = ''] = of.split(/[_:]/)
  const reaches = (right: string, unit: UnitId, holder: StaffId | null = null) =>
    covers(who, right, { district: who.district, unit, holder, createdBy: null, grid: null })
  if (kind === 'unit') return reaches(UNITS_RIGHT, of as UnitId) || reaches(PEOPLE_RIGHT, of as UnitId) ? [of] : null
  if (kind === 'staff') {
    const staff = await findStaff(parts.db, who.district, of as StaffId)
    if (staff === null || !reaches(PEOPLE_RIGHT, staff.unit, staff.id)) return null
    return aboutPerson(parts.db, who.district, staff.id)
  }
  if (kind === 'role') return hasRight(who, ROLES_RIGHT) || hasRight(who, PEOPLE_RIGHT) ? [of] : null
  if (kind === 'duties') return hasRight(who, DUTIES_RIGHT) ? [DUTY_LIST] : null
  if (kind === 'dict') return hasRight(who, DICTIONARIES_RIGHT) ? [of] : null
  return hasRight(who, WORKTIME_RIGHT) ? [of.slice(of.indexOf(':') + 1)] : null
}
