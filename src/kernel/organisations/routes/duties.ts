import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { staffOnly } from '../../people/routes/door.ts'
import { OrNull, oneOf, UnitIdText } from '../../people/routes/shapes.ts'
import { addDuty, DUTIES_RIGHT, removeDuty, responsibleToday, whyNotSendTo } from '../handle/duties.ts'
import type { Duty, DutyId, UnitId } from '../model.ts'
import { dutyPage } from '../store/duties.ts'
import { needs, staffOf } from './door.ts'
import { type OrganisationRouteParts, operator } from './parts.ts'
import { DayQuery, DayText, DutyBody, DutyIdText, DutyLine, OkId } from './shapes.ts'

const tags = ['organisations']
const Path = Type.Optional(Type.String({ maxLength: 200, description: "names from the trunk joined by '/'" }))
const steps = (path: string | undefined): readonly string[] => (path ? path.split('/') : [])

/** The duty list is public to the staff: whoever gets an order may see on which line it came. */
export function dutyRoutes(http: Http, parts: OrganisationRouteParts): void {
  const { db, directory } = parts

  http.get(
    '/api/organisations/duties',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'The duty list of a day',
        querystring: Type.Object({
          ...pageQuery,
          ...DayQuery,
          category: Path,
          unit: Type.Optional(UnitIdText),
          sort: Type.Optional(oneOf(['category', 'unit'])),
        }),
        response: { 200: Page(DutyLine), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, day = directory.today(), category, unit, sort = 'category' } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 2)
      if (cursor && !cursor.ok) return cursor
      const place = cursor && ([String(cursor.key[0]), String(cursor.key[1])] as const)
      const rows = await dutyPage(db, {
        district: staffOf(request).district,
        day,
        category: category || null,
        unit: (unit as UnitId | undefined) ?? null,
        sort,
        after: place,
        limit,
      })
      const page = pageOf(rows, limit, (duty) => [duty[sort], duty.id])
      return { ...page, rows: [...page.rows] }
    },
  )

  responsibleRoute(http, parts)
  changeRoutes(http, parts)
}

function responsibleRoute(http: Http, { directory }: OrganisationRouteParts): void {
  http.get(
    '/api/organisations/duties/responsible',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'Which unit leads, by which line; and whether a unit may receive it',
        querystring: Type.Object({ category: Path, area: Path, unit: Type.Optional(UnitIdText) }),
        response: {
          200: Type.Object({
            unit: Type.String(),
            because: Type.String(),
            rule: DutyLine,
            whyNot: OrNull(Type.String({ description: 'why `unit` may not receive it' })),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const { category, area, unit } = request.query
      const found = await responsibleToday(directory, district, { category: steps(category), area: steps(area) })
      const whyNot = unit ? await whyNotSendTo(directory, district, unit as UnitId, steps(category)) : null
      return { ...found, whyNot }
    },
  )
}

function changeRoutes(http: Http, parts: OrganisationRouteParts): void {
  const guard = { onRequest: needs(DUTIES_RIGHT) }

  http.post(
    '/api/organisations/duties',
    {
      ...guard,
      schema: { tags, summary: 'Adds a line from a day on', body: DutyBody, response: { 200: OkId, ...problems } },
    },
    async (request) => {
      const { area = null, to = null, ...rest } = request.body
      return addDuty(parts, staffOf(request), operator(parts, request), {
        ...rest,
        area,
        to,
      } as Omit<Duty, 'id'>)
    },
  )

  http.post(
    '/api/organisations/duties/:id/end',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Ends a line on a day',
        params: Type.Object({ id: DutyIdText }),
        body: Type.Object({ day: DayText }),
        response: { 200: OkId, ...problems },
      },
    },
    async (request) =>
      removeDuty(parts, staffOf(request), operator(parts, request), {
        id: request.params.id as DutyId,
        day: request.body.day,
      }),
  )
}
