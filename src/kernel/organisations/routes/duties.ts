import { type Static, Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import type { Day } from '../../../platform/time.ts'
import { staffOnly } from '../../people/routes/door.ts'
import { OrNull, oneOf, UnitIdText } from '../../people/routes/shapes.ts'
import type { Directory } from '../handle/directory.ts'
import { addDuty, DUTIES_RIGHT, removeDuty, responsibleToday, whyNotSendTo } from '../handle/duties.ts'
import { dutyTable, previewDuty } from '../handle/duty-list.ts'
import type { Duty, DutyId, UnitId } from '../model.ts'
import { dutyPage, dutySorts, dutyWhens, keyOfDuty } from '../store/duties.ts'
import { needs, staffOf } from './door.ts'
import { noteExport, type OrganisationRouteParts, operator } from './parts.ts'
import {
  DayQuery,
  DayText,
  DutyBody,
  DutyIdText,
  DutyLine,
  DutyPreview,
  FallbackBody,
  NamedDutyLine,
  OkId,
} from './shapes.ts'

const tags = ['organisations']
const Path = Type.Optional(Type.String({ maxLength: 200, description: "names from the trunk joined by '/'" }))
const steps = (path: string | undefined): readonly string[] => (path ? path.split('/') : [])

const DutyFilters = {
  ...DayQuery,
  category: Path,
  unit: Type.Optional(UnitIdText),
  area: Type.Optional(Type.String({ maxLength: 60, pattern: '^\\d{6,12}(/\\d{6,12})*$', title: '属地' })),
  part: Type.Optional(oneOf(['lead', 'assist'], '主责或协助')),
  q: Type.Optional(Type.String({ maxLength: 100, title: '类别或依据' })),
  /** Of the day: what holds, begins later, has ended, or holds now or later. */
  when: Type.Optional(oneOf([...dutyWhens], '时间')),
  sort: Type.Optional(oneOf([...dutySorts], '排序')),
}
const Filters = Type.Object(DutyFilters)

function askedFrom(directory: Directory, district: string, query: Static<typeof Filters>) {
  const { day = directory.today(), category, unit, area = null, part = null, q: text = null } = query
  const { when = 'now', sort = 'category' } = query
  return { district, day, category: category || null, unit: (unit as UnitId) ?? null, area, part, text, when, sort }
}

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
        querystring: Type.Object({ ...pageQuery, ...DutyFilters }),
        response: { 200: Page(NamedDutyLine), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, ...query } = request.query
      const cursor = after === undefined ? null : decodeCursor(after, 2)
      if (cursor && !cursor.ok) return cursor
      const place = cursor && ([String(cursor.key[0]), String(cursor.key[1])] as const)
      const asked = askedFrom(directory, staffOf(request).district, query)
      if (place && asked.sort === 'newest' && !/^\d{4}-\d{2}-\d{2}$/.test(place[0])) return refused('bad-cursor')
      const rows = await dutyPage(db, { ...asked, after: place, limit })
      const page = pageOf(rows, limit, (duty) => keyOfDuty(asked.sort, duty))
      return { ...page, rows: await named(parts, asked, page.rows) }
    },
  )

  exportRoute(http, parts)
  areaRoute(http, parts)
  responsibleRoute(http, parts)
  changeRoutes(http, parts)
  previewRoutes(http, parts)
}

/** With what units and areas are called. */
async function named(
  { db, directory, subjects }: OrganisationRouteParts,
  asked: { district: string; day: Day },
  rows: readonly Duty[],
) {
  const tree = await directory.tree(asked.district, asked.day)
  const areas = new Map((await subjects.areas(db, asked.district)).map(({ code, name }) => [code, name]))
  return rows.map((duty) => ({
    ...duty,
    unitName: tree.get(duty.unit)?.name ?? duty.unit,
    areaName: duty.area === null ? null : (areas.get(duty.area) ?? duty.area),
  }))
}

function exportRoute(http: Http, parts: OrganisationRouteParts): void {
  http.get(
    '/api/organisations/duties/export',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'The duty list as a workbook; an import reads the same columns',
        querystring: Filters,
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const asked = askedFrom(parts.directory, staffOf(request).district, request.query)
      await noteExport(parts, request, 'organisations.duties.export')
      reply.header('content-disposition', `attachment; filename="duties-${asked.day}.xlsx"`)
      return reply.type(mediaTypes.xlsx).send(await dutyTable(parts, asked))
    },
  )
}

function areaRoute(http: Http, { db, subjects }: OrganisationRouteParts): void {
  http.get(
    '/api/organisations/duties/areas',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'Areas that a line may speak of: paths of codes and of names',
        response: {
          200: Type.Object({ rows: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })) }),
          ...problems,
        },
      },
    },
    async (request) => ({ rows: [...(await subjects.areas(db, staffOf(request).district))] }),
  )
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
    async (request) => addDuty(parts, staffOf(request), operator(parts, request), lineOf(request.body)),
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

const lineOf = ({ area = null, to = null, replaces = null, ...rest }: Static<typeof DutyBody>) => ({
  line: { ...rest, area, to } as Omit<Duty, 'id'>,
  replaces: replaces as DutyId | null,
})

/** What would follow from a change of the list, before anybody makes it. Nothing is written. */
function previewRoutes(http: Http, parts: OrganisationRouteParts): void {
  const guard = { onRequest: needs(DUTIES_RIGHT) }
  const shown = (seen: Awaited<ReturnType<typeof previewDuty>>) =>
    seen.ok ? { ...seen, shifts: seen.shifts.map((one) => ({ ...one })) } : seen
  http.post(
    '/api/organisations/duties/preview',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Who would be sent what by a line',
        body: DutyBody,
        response: { 200: DutyPreview, ...problems },
      },
    },
    async (request) => {
      const { line, replaces } = lineOf(request.body)
      const change = { type: 'Add', line: { ...line, id: 'duty_preview' }, replaces } as const
      return shown(await previewDuty(parts, staffOf(request), change))
    },
  )

  http.post(
    '/api/organisations/duties/:id/end/preview',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Who would be sent what without a line',
        params: Type.Object({ id: DutyIdText }),
        body: Type.Object({ day: DayText }, { additionalProperties: false }),
        response: { 200: DutyPreview, ...problems },
      },
    },
    async (request) => {
      const change = { type: 'End', id: request.params.id as DutyId, day: request.body.day } as const
      return shown(await previewDuty(parts, staffOf(request), change))
    },
  )

  http.post(
    '/api/organisations/fallback-desk/preview',
    {
      ...guard,
      schema: {
        tags,
        summary: 'What another fallback desk would be sent',
        body: FallbackBody,
        response: { 200: DutyPreview, ...problems },
      },
    },
    async (request) => {
      const change = { type: 'Fallback', unit: request.body.unit as UnitId } as const
      return shown(await previewDuty(parts, staffOf(request), change))
    },
  )
}
