import { Type } from 'typebox'
import { figure, figuresBy, series } from '../../../kernel/indicators/handle.ts'
import type { Figured, FigureQuestion, IndicatorDefinition } from '../../../kernel/indicators/model.ts'
import type { StaffWho } from '../../../kernel/organisations/model.ts'
import { staffOf } from '../../../kernel/organisations/routes/door.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { pageQuery } from '../../../platform/http/paging.ts'
import { problems, type Refused, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import type { Instant } from '../../../platform/time.ts'
import { figureList } from '../handle/behind.ts'
import { namesIn } from '../handle/board.ts'
import type { ScreenParts } from '../handle/parts.ts'
import { BehindPage, FigureAnswer, type Narrowing, narrowing, PartsAnswer, SeriesAnswer } from '../model.ts'
import { figureView, spanOf, unitsOnScreen } from '../rules.ts'
import { guard, tags } from './board.ts'

const params = Type.Object({ key: Type.String({ pattern: '^[a-z0-9-]{1,60}$', title: '指标' }) })
const grains = ['day', 'week', 'month'] as const
const dims = ['unit', 'category', 'area'] as const

/** One figure: as it is, over time, told apart, and the list behind it. */
export function figureRoutes(http: Http, parts: ScreenParts): void {
  const { db, clock } = parts

  http.get(
    '/api/city-screen/figures/:key',
    {
      ...guard,
      schema: {
        tags,
        summary: 'One figure, over days, unit, category, area, or as of a past instant',
        params,
        querystring: Type.Object(narrowing),
        response: { 200: FigureAnswer, ...problems },
      },
    },
    async (request) => {
      const asked = askedOf(parts, staffOf(request), request.params.key, request.query)
      if (!asked.ok) return asked
      const { definition, question } = asked
      const found = await figure(db, definition, question)
      const { from, to, asOf = clock.now() } = question
      return { figure: figureView(definition, found), from, to, asOf }
    },
  )

  http.get(
    '/api/city-screen/figures/:key/series',
    {
      ...guard,
      schema: {
        tags,
        summary: 'One figure by day, week or month; what stands as it stood at the end of each',
        params,
        querystring: Type.Object({ ...narrowing, grain: Type.Optional(Type.Enum([...grains])) }),
        response: { 200: SeriesAnswer, ...problems },
      },
    },
    async (request) => {
      const { grain = 'day', ...query } = request.query
      const asked = askedOf(parts, staffOf(request), request.params.key, query)
      if (!asked.ok) return asked
      const { definition, question } = asked
      const found = await series(db, definition, { ...question, grain })
      const points = found.map(({ bucket, ...point }) => ({ bucket, ...valuesOf(point) }))
      return { key: definition.key, grain, points, asOf: question.asOf ?? clock.now() }
    },
  )

  partsRoute(http, parts)
  listRoute(http, parts)
}

const valuesOf = ({ numerator, denominator, value }: Figured) => ({ numerator, denominator, value })

function partsRoute(http: Http, parts: ScreenParts): void {
  http.get(
    '/api/city-screen/figures/:key/parts',
    {
      ...guard,
      schema: {
        tags,
        summary: 'One figure told apart by unit, category or area, with denominators',
        params,
        querystring: Type.Object({ ...narrowing, by: Type.Enum([...dims]) }),
        response: { 200: PartsAnswer, ...problems },
      },
    },
    async (request) => {
      const { by, ...query } = request.query
      const who = staffOf(request)
      const asked = askedOf(parts, who, request.params.key, query)
      if (!asked.ok) return asked
      const { definition, question } = asked
      const [parted, names] = await Promise.all([
        figuresBy(parts.db, [definition], { ...question, by }),
        namesIn(parts, who.district),
      ])
      const found = [...parted.by].flatMap(([key, [one]]) =>
        one ? [{ key, name: names[by](key), ...valuesOf(one) }] : [],
      )
      return {
        key: definition.key,
        by,
        whole: figureView(definition, parted.whole[0] as Figured),
        parts: found.sort((a, b) => b.numerator - a.numerator || (a.key < b.key ? -1 : 1)),
        asOf: question.asOf ?? parts.clock.now(),
      }
    },
  )
}

function listRoute(http: Http, parts: ScreenParts): void {
  http.get(
    '/api/city-screen/figures/:key/list',
    {
      ...guard,
      schema: {
        tags,
        summary: 'The cases behind a figure that I may see, newest first',
        params,
        querystring: Type.Object({
          ...narrowing,
          ...pageQuery,
          part: Type.Optional(Type.Enum(['numerator', 'denominator'])),
        }),
        response: { 200: BehindPage, ...problems },
      },
    },
    async (request) => {
      const { part = 'numerator', after, limit = 50, ...query } = request.query
      const who = staffOf(request)
      const asked = askedOf(parts, who, request.params.key, query)
      if (!asked.ok) return asked
      const page = await figureList(parts, asked.definition, { ...asked.question, part, who, after, limit })
      return 'ok' in page ? page : { ...page, rows: [...page.rows] }
    },
  )
}

type Asked = { readonly ok: true; readonly definition: IndicatorDefinition; readonly question: FigureQuestion }

/** The question within the scope of whoever asks: another unit than his own ones is refused, never widened. */
function askedOf({ clock, indicators }: ScreenParts, who: StaffWho, key: string, query: Narrowing): Asked | Refused {
  const definition = indicators.find((one) => one.key === key)
  if (!definition) return refused('no-such-indicator', 404)
  const today = localDay(clock.now())
  const span = spanOf(query, today)
  if (!span.ok) return span
  const scope = unitsOnScreen(who)
  const { unit, category, area, asOf } = query
  if (unit !== undefined && scope && !scope.includes(unit)) return refused('outside-your-scope', 403)
  const units = unit === undefined ? scope : [unit]
  const question: FigureQuestion = {
    district: who.district,
    from: span.from,
    to: span.to,
    today,
    ...(units ? { units } : {}),
    ...(category === undefined ? {} : { category }),
    ...(area === undefined ? {} : { area }),
    ...(asOf === undefined ? {} : { asOf: asOf as Instant }),
  }
  return { ok: true, definition, question }
}
