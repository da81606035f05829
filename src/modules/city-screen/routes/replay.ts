import { Type } from 'typebox'
import type { StaffWho } from '../../../kernel/organisations/model.ts'
import { staffOf } from '../../../kernel/organisations/routes/door.ts'
import { pageQuery } from '../../../platform/http/paging.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import type { Day } from '../../../platform/time.ts'
import { litSpots, seenList } from '../handle/behind.ts'
import type { ScreenParts } from '../handle/parts.ts'
import { type Moment, type ReplayQuestion, replays } from '../handle/replay.ts'
import {
  AreaLightsView,
  Board,
  boardLights,
  CasesPage,
  DayQuery,
  LevelQuery,
  moment,
  ReplayDay,
  ReplaySpots,
} from '../model.ts'
import { instantOf, slotOf } from '../rules/replay.ts'
import { dark, liesIn, lightsOnLevel, lightsView, unitsOnScreen } from '../rules.ts'
import { guard, tags } from './board.ts'

type Asked = { readonly day: string; readonly days?: number | undefined }

const askedBy = (who: StaffWho, { day, days = 30 }: Asked): ReplayQuestion => ({
  district: who.district,
  units: unitsOnScreen(who),
  days,
  day: day as Day,
})

const momentOf = (who: StaffWho, query: Asked & { readonly minute: number }): Moment => ({
  ...askedBy(who, query),
  minute: query.minute,
})

/** A past day, step by step, from the books and the ledger. */
export function replayRoutes(http: Http, parts: ScreenParts): void {
  const past = replays(parts)

  http.get(
    '/api/city-screen/replay',
    {
      ...guard,
      schema: {
        tags,
        summary: 'A day that can be gone back to: how far it can be shown, and when much came in',
        querystring: DayQuery,
        response: { 200: ReplayDay, ...problems },
      },
    },
    async (request) => past.day(askedBy(staffOf(request), request.query)),
  )

  http.get(
    '/api/city-screen/replay/board',
    {
      ...guard,
      schema: {
        tags,
        summary: 'The whole screen as it was at a minute of a past day; the audit of lost cases is not kept',
        querystring: Type.Object(moment),
        response: { 200: Board, ...problems },
      },
    },
    async (request) => past.board(momentOf(staffOf(request), request.query)),
  )

  http.get(
    '/api/city-screen/replay/spots',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Where the cases were that were open at a minute of a past day, as far as I may see them',
        querystring: Type.Object(moment),
        response: { 200: ReplaySpots, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      const asked = momentOf(who, request.query)
      const lit = await past.lit(asked)
      if ('ok' in lit) return lit
      const spots = await litSpots(parts, who, new Map(lit.map(({ id, light }) => [id, light])))
      return { ...spots, rows: [...spots.rows], asOf: instantOf(asked.day, slotOf(asked.minute)) }
    },
  )

  litRoute(http, parts, past)
  areasRoute(http, past)
}

function areasRoute(http: Http, past: ReturnType<typeof replays>): void {
  http.get(
    '/api/city-screen/replay/lights/areas',
    {
      ...guard,
      schema: {
        tags,
        summary: 'How many requests showed which light in each area of a level, at a minute of a past day',
        querystring: Type.Object({ ...moment, ...LevelQuery }),
        response: { 200: AreaLightsView, ...problems },
      },
    },
    async (request) => {
      const { level, ...asked } = request.query
      const lit = await past.lit(momentOf(staffOf(request), asked))
      if ('ok' in lit) return lit
      const rows = lit.map(({ area, grid, light }) => ({ area, grid, ...dark, [light]: 1 }))
      return lightsView(instantOf(asked.day as Day, slotOf(asked.minute)), lightsOnLevel(level, rows))
    },
  )
}

function litRoute(http: Http, parts: ScreenParts, past: ReturnType<typeof replays>): void {
  http.get(
    '/api/city-screen/replay/lights/:light/list',
    {
      ...guard,
      schema: {
        tags,
        summary: 'The cases that showed a light at a minute of a past day, newest first',
        params: Type.Object({ light: Type.Enum([...boardLights]) }),
        querystring: Type.Object({
          ...moment,
          ...pageQuery,
          unit: Type.Optional(Type.String({ maxLength: 70 })),
          area: Type.Optional(Type.String({ maxLength: 60 })),
        }),
        response: { 200: CasesPage, ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, unit, area, ...asked } = request.query
      const who = staffOf(request)
      const lit = await past.lit(momentOf(who, asked))
      if ('ok' in lit) return lit
      const ids = lit
        .filter(({ light }) => light === request.params.light)
        .filter((one) => unit === undefined || one.unit === unit)
        .filter((one) => area === undefined || liesIn(area, one))
        .map(({ id }) => id)
      const page = await seenList(parts, { who, after, limit, ids })
      return 'ok' in page ? page : { ...page, rows: [...page.rows] }
    },
  )
}
