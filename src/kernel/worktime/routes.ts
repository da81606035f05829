import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'
import { problems } from '../../platform/http/problem.ts'
import { type Http, typed } from '../../platform/http/typed.ts'
import { needs, staffOf } from '../organisations/routes/door.ts'
import { operate } from '../people/handle/operations.ts'
import { operatorOf, staffOnly } from '../people/routes/door.ts'
import { WorkWindow, YearDraftSchema } from './model.ts'
import { editorRoutes } from './routes/calendars.ts'
import type { WorktimeRouteParts } from './routes/parts.ts'
import { localDay } from './rules.ts'
import { hoursOn, importYear, publishedYears, setHours } from './store.ts'
import { hoursFaultWords, importRefusalWords } from './words.ts'

export const WORKTIME_RIGHT = 'worktime.edit'

const tags = ['worktime']
const editors = { onRequest: [staffOnly, needs(WORKTIME_RIGHT)] }
const DayText = Type.String({ format: 'date', title: '日期' })
const PublishedYearView = Type.Object({
  year: Type.Integer(),
  version: Type.Integer(),
  source: Type.String(),
  publishedOn: Type.Optional(DayText),
  days: Type.Array(Type.Object({ day: DayText, kind: Type.Enum(['holiday', 'makeup']), name: Type.String() })),
})
const RowFaultView = Type.Object({ row: Type.Integer(), field: Type.String(), fault: Type.String() })

/** The published calendars and the office hours: anybody may read them, editors take in a year or set hours. */
export const worktimeRoutes =
  (parts: WorktimeRouteParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    calendarRoutes(http, parts)
    hoursRoutes(http, parts)
    editorRoutes(http, parts)
  }

function calendarRoutes(http: Http, { db, clock, authority }: WorktimeRouteParts): void {
  http.get(
    '/api/worktime/calendars',
    {
      schema: {
        tags,
        summary: 'The working-day calendar of every published year, in its latest edition',
        response: { 200: Type.Object({ years: Type.Array(PublishedYearView) }), ...problems },
      },
    },
    async () => ({ years: (await publishedYears(db)).map((year) => ({ ...year, days: [...year.days] })) }),
  )

  http.post(
    '/api/worktime/calendars',
    {
      ...editors,
      schema: {
        tags,
        summary: 'Takes a year in as its next edition, whole or not at all; faults are told row by row',
        body: YearDraftSchema,
        response: {
          200: Type.Union([
            Type.Object({ taken: Type.Literal(true), year: Type.Integer(), version: Type.Integer() }),
            Type.Object({
              taken: Type.Literal(false),
              refusal: Type.String(),
              zh: Type.String(),
              en: Type.String(),
              faults: Type.Array(RowFaultView),
            }),
          ]),
          ...problems,
        },
      },
    },
    async (request) => {
      const by = operatorOf(request, authority, clock.now())
      const hand = { at: clock.now(), by: staffOf(request).id }
      const done = await operate(
        db,
        by,
        { what: 'worktime.calendar', target: String(request.body.year) },
        (tx, tell) => {
          tell({ field: 'days', before: null, after: String(request.body.days.length) })
          return importYear(tx, request.body, hand)
        },
      )
      if (done.ok) return { taken: true as const, year: done.year, version: done.version }
      const { refusal, faults } = done
      return { taken: false as const, refusal, ...importRefusalWords[refusal], faults: [...faults] }
    },
  )
}

function hoursRoutes(http: Http, { db, clock, authority }: WorktimeRouteParts): void {
  http.get(
    '/api/worktime/hours',
    {
      onRequest: staffOnly,
      schema: {
        tags,
        summary: 'The office hours of a unit on a day; the district’s where it has none of its own',
        querystring: Type.Object({
          unit: Type.Optional(Type.String({ maxLength: 60, title: '单位' })),
          day: Type.Optional(DayText),
        }),
        response: { 200: Type.Object({ windows: Type.Array(WorkWindow) }), ...problems },
      },
    },
    async (request) => {
      const { unit = '', day = localDay(clock.now()) } = request.query
      return { windows: [...(await hoursOn(db, staffOf(request).district, unit, day as ReturnType<typeof localDay>))] }
    },
  )

  http.post(
    '/api/worktime/hours',
    {
      ...editors,
      schema: {
        tags,
        summary: 'Sets the hours of a unit, or of the district, from a day on',
        body: Type.Object({
          unit: Type.String({ maxLength: 60, description: 'empty: every unit that has none of its own' }),
          fromDay: DayText,
          windows: Type.Array(WorkWindow, { minItems: 1, maxItems: 6 }),
        }),
        response: {
          200: Type.Union([
            Type.Object({ set: Type.Literal(true), version: Type.Integer() }),
            Type.Object({ set: Type.Literal(false), refusal: Type.String(), zh: Type.String(), en: Type.String() }),
          ]),
          ...problems,
        },
      },
    },
    async (request) => {
      const { unit, fromDay, windows } = request.body
      const { district, id } = staffOf(request)
      const draft = { district, unit, fromDay: fromDay as ReturnType<typeof localDay>, windows }
      const deed = { what: 'worktime.hours', target: unit || district }
      const done = await operate(db, operatorOf(request, authority, clock.now()), deed, (tx, tell) => {
        const told = windows.map(({ from, to }) => `${from}–${to}`).join(' ')
        tell({ field: 'from', before: null, after: fromDay }, { field: 'windows', before: null, after: told })
        return setHours(tx, draft, { at: clock.now(), by: id })
      })
      if (done.ok) return { set: true as const, version: done.version }
      return { set: false as const, refusal: done.refusal, ...hoursFaultWords[done.refusal] }
    },
  )
}
