import { Type } from 'typebox'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { cellText, recordsOf, type Sheet } from '../../../platform/tables/cell.ts'
import { readTable } from '../../../platform/tables/read.ts'
import { mediaTypes, tableStream } from '../../../platform/tables/write.ts'
import type { Day } from '../../../platform/time.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { staffOnly } from '../../people/routes/door.ts'
import { type DayFault, type RowFault, WorkWindow, YearDraftSchema } from '../model.ts'
import { differences, rehearsed } from '../rules/edition.ts'
import { checkYear } from '../rules/year.ts'
import { calendarOf } from '../rules.ts'
import { editionsOf, hoursHistory, publishedYears } from '../store.ts'
import { calendarColumns, kindNames } from '../words/files.ts'
import { dayFaultWords } from '../words.ts'
import type { WorktimeRouteParts } from './parts.ts'

const tags = ['worktime']
const editors = { onRequest: [staffOnly, needs('worktime.edit')] }
const DayView = Type.Object({ day: Type.String(), kind: Type.Enum(['holiday', 'makeup']), name: Type.String() })
const Fault = Type.Object({ row: Type.Integer(), field: Type.String(), zh: Type.String(), en: Type.String() })
const YearParams = Type.Object({ year: Type.Integer({ minimum: 1992, maximum: 2099 }) })
const faultView = ({ row, field, fault }: RowFault) => ({ row, field, ...dayFaultWords[fault satisfies DayFault] })

/** What editors see beyond the published calendars: editions, a rehearsal of the next one, files, and hours over time. */
export function editorRoutes(http: Http, parts: WorktimeRouteParts): void {
  editionRoute(http, parts)
  previewRoute(http, parts)
  fileRoutes(http, parts)
  hoursRoute(http, parts)
}

function editionRoute(http: Http, { db }: WorktimeRouteParts): void {
  http.get(
    '/api/worktime/calendars/:year/editions',
    {
      ...editors,
      schema: {
        tags,
        summary: 'Every edition of a year, the latest first',
        params: YearParams,
        response: {
          200: Type.Object({
            rows: Type.Array(
              Type.Object({
                version: Type.Integer(),
                source: Type.String(),
                at: Type.String(),
                by: Type.String(),
                days: Type.Array(DayView),
              }),
            ),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const editions = await editionsOf(db, request.params.year)
      return {
        rows: editions.map(({ version, source, days, takenIn }) => ({ version, source, ...takenIn, days: [...days] })),
      }
    },
  )
}

function previewRoute(http: Http, { db, movingDues }: WorktimeRouteParts): void {
  const Due = Type.Object({
    case: Type.String(),
    number: Type.String(),
    before: Type.String(),
    after: Type.String(),
  })
  http.post(
    '/api/worktime/calendars/preview',
    {
      ...editors,
      schema: {
        tags,
        summary: 'What the next edition of a year would change: days, and due dates that are still provisional',
        body: YearDraftSchema,
        response: {
          200: Type.Object({
            faults: Type.Array(Fault),
            added: Type.Array(DayView),
            removed: Type.Array(DayView),
            moving: Type.Integer(),
            dues: Type.Array(Due),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const checked = checkYear(request.body)
      if (!checked.ok) return { faults: checked.faults.map(faultView), added: [], removed: [], moving: 0, dues: [] }
      const years = await publishedYears(db)
      const next = rehearsed(years, request.body.year, checked.days)
      const { added, removed } = differences(
        years.find(({ year }) => year === request.body.year)?.days ?? [],
        checked.days,
      )
      const dues = await movingDues(staffOf(request).district, calendarOf(next))
      return {
        faults: [],
        added: [...added],
        removed: [...removed],
        moving: dues.length,
        dues: [...dues.slice(0, 100)],
      }
    },
  )
}

function fileRoutes(http: Http, { db }: WorktimeRouteParts): void {
  http.post(
    '/api/worktime/calendars/read',
    {
      ...editors,
      schema: {
        tags,
        summary: 'Reads a year out of a table (multipart, field `file`, xlsx or csv) and takes nothing in',
        querystring: YearParams,
        response: {
          200: Type.Object({ days: Type.Array(DayView), faults: Type.Array(Fault) }),
          ...problems,
        },
      },
    },
    async (request) => {
      const sent = request.isMultipart() ? await request.file() : undefined
      if (sent === undefined) return refused('file-missing')
      const format = /\.csv$/i.test(sent.filename) ? 'csv' : 'xlsx'
      const table = await readTable(await sent.toBuffer(), format, { rows: 366 })
      if (!table.ok) return refused(table.refusal)
      const { year } = request.query
      const rows = draftRows(table.sheets[0] ?? { name: '', rows: [] })
      const checked = checkYear({ year, source: sent.filename, days: rows.map(({ draft }) => draft) })
      if (checked.ok) return { days: [...checked.days], faults: [] }
      // A fault names the row of the file, which may have empty rows and a heading above.
      const placed = checked.faults.map((fault) => ({ ...fault, row: rows[fault.row - 1]?.row ?? fault.row }))
      return { days: [], faults: placed.map(faultView) }
    },
  )

  http.get(
    '/api/worktime/calendars/:year/export',
    {
      ...editors,
      schema: {
        tags,
        summary: 'The special days of a year as a workbook, as an import reads them',
        params: YearParams,
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const { year } = request.params
      const days = (await publishedYears(db)).find((one) => one.year === year)?.days ?? []
      const columns = (['day', 'kind', 'name'] as const).map((key) => ({ key, title: calendarColumns[key].zh }))
      const rows = days.map(({ day, kind, name }) => ({ day, kind: kindNames[kind].zh, name }))
      reply.header('content-disposition', `attachment; filename="calendar-${year}.xlsx"`)
      return reply.type(mediaTypes.xlsx).send(tableStream('xlsx', [{ name: String(year), columns, rows }]))
    },
  )
}

/** Rows of a file as a draft has them: a day as text, the kind by its code or its word. */
function draftRows(sheet: Sheet) {
  return recordsOf(sheet).records.map(({ row, cells }) => {
    const at = (key: keyof typeof calendarColumns) => cellText(cells[calendarColumns[key].zh] ?? cells[key])
    const kind = (Object.keys(kindNames) as (keyof typeof kindNames)[]).find(
      (one) => one === at('kind') || kindNames[one].zh === at('kind') || kindNames[one].en === at('kind'),
    )
    return {
      row,
      draft: { day: at('day').slice(0, 10).replaceAll('/', '-'), kind: kind ?? at('kind'), name: at('name') },
    }
  })
}

function hoursRoute(http: Http, { db }: WorktimeRouteParts): void {
  http.get(
    '/api/worktime/hours/history',
    {
      ...editors,
      schema: {
        tags,
        summary: 'Every setting of office hours in the district, the latest day first',
        response: {
          200: Type.Object({
            rows: Type.Array(
              Type.Object({
                unit: Type.String({ description: 'empty: every unit that has none of its own' }),
                from: Type.String(),
                version: Type.Integer(),
                windows: Type.Array(WorkWindow),
                at: Type.String(),
                byName: Type.String(),
              }),
            ),
          }),
          ...problems,
        },
      },
    },
    async (request) => {
      const rows = await hoursHistory(db, staffOf(request).district)
      return { rows: rows.map((row) => ({ ...row, from: row.from as Day, windows: [...row.windows] })) }
    },
  )
}
