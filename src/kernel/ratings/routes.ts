import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'
import { Page, pageQuery } from '../../platform/http/paging.ts'
import { problems } from '../../platform/http/problem.ts'
import { type Http, typed } from '../../platform/http/typed.ts'
import { DAY, type Day, later } from '../../platform/time.ts'
import type { CaseId } from '../cases/model/case.ts'
import { CaseLine } from '../cases/model/views.ts'
import type { StaffWho, UnitId } from '../organisations/model.ts'
import { hasRight, postsWith } from '../organisations/policy.ts'
import { needs, staffOf } from '../organisations/routes/door.ts'
import { localDay } from '../worktime/rules.ts'
import {
  callBackSample,
  type RatingParts,
  ratingList,
  ratingOfCase,
  ratingSignals,
  ratingsByUnit,
  type UnitRatings,
} from './handle.ts'
import { levels, RatingLine, RatingView, RectificationView, SignalView, Summary } from './model.ts'
import { FEWEST } from './rules.ts'
import { signalWords } from './words.ts'

const tags = ['ratings']
/** Summaries and single ratings, as far as the rated may know them. */
export const READ_RIGHT = 'ratings.read'
/** Who watches over ratings: signals, call-back sample, small numbers. */
export const WATCH_RIGHT = 'ratings.watch'

const DayText = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$', title: '日期' })
const days = { from: Type.Optional(DayText), to: Type.Optional(DayText) }

/** Everything under `/api/ratings`. */
export const ratingRoutes =
  (parts: RatingParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    summaryRoute(http, parts)
    readingRoutes(http, parts)
    watchingRoutes(http, parts)
  }

/** The days asked for, without any the last thirty; by the day of the answer. */
function daysOf({ clock }: RatingParts, { from, to }: { from?: string | undefined; to?: string | undefined }) {
  const last = (to ?? localDay(clock.now())) as Day
  const first = from ?? new Date(Date.parse(last) - 29 * DAY).toISOString().slice(0, 10)
  return { from: first as Day, to: last }
}

const reading = { onRequest: needs(READ_RIGHT) }

function summaryRoute(http: Http, parts: RatingParts): void {
  http.get(
    '/api/ratings/summary',
    {
      ...reading,
      schema: {
        tags,
        summary: 'Ratings by unit with what they are divided by; unrated kept apart',
        querystring: Type.Object(days),
        response: { 200: Summary, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      const span = daysOf(parts, request.query)
      const units = unitsRead(who)
      const [found, tree] = await Promise.all([
        ratingsByUnit(parts, { ...span, district: who.district, units }),
        parts.directory.tree(who.district),
      ])
      const fewest = hasRight(who, WATCH_RIGHT) ? 0 : FEWEST
      const nameOf = (unit: string) => tree.get(unit as UnitId)?.shortName ?? unit
      const rows = [...found].map(([unit, ratings]) => summaryRow({ unit, name: nameOf(unit) }, ratings, fewest))
      const whole = summaryRow({ unit: '', name: '' }, together([...found.values()]), fewest)
      return {
        ...span,
        whole,
        units: rows.sort((a, b) => b.answered - a.answered || (a.unit < b.unit ? -1 : 1)),
        asOf: parts.clock.now(),
      }
    },
  )
}

function readingRoutes(http: Http, parts: RatingParts): void {
  http.get(
    '/api/ratings',
    {
      ...reading,
      schema: {
        tags,
        summary: 'Ratings I may know of, newest answers first',
        querystring: Type.Object({
          ...days,
          ...pageQuery,
          level: Type.Optional(Type.Integer({ minimum: 1, maximum: 5, title: '星级' })),
        }),
        response: { 200: Page(RatingLine), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, level, ...span } = request.query
      const asked = levels.filter((one) => level === undefined || one === level)
      const who = staffOf(request)
      const page = await ratingList(parts, { ...daysOf(parts, span), who, levels: asked, after, limit })
      return 'ok' in page ? page : { ...page, rows: [...page.rows] }
    },
  )

  http.get(
    '/api/ratings/cases/:id',
    {
      ...reading,
      schema: {
        tags,
        summary: 'How one case was rated, and what became of a bad rating',
        params: Type.Object({ id: Type.String({ pattern: '^case_[0-9a-z_]{1,70}$' }) }),
        response: {
          200: Type.Object({
            ok: Type.Literal(true),
            rating: RatingView,
            rectification: Type.Union([RectificationView, Type.Null()]),
          }),
          ...problems,
        },
      },
    },
    async (request) => ratingOfCase(parts, staffOf(request), request.params.id as CaseId),
  )
}

function unitsRead(who: StaffWho): readonly string[] | null {
  const posts = postsWith(who, READ_RIGHT)
  if (posts.some(({ reach }) => reach === 'all')) return null
  return [...new Set(posts.flatMap(({ unit, reach }) => (reach === 'all' || reach.length === 0 ? [unit] : reach)))]
}

const together = (all: readonly UnitRatings[]): UnitRatings =>
  all.reduce<UnitRatings>(
    (sum, { answered, levels: given }) => ({
      answered: sum.answered + answered,
      levels: {
        5: sum.levels[5] + given[5],
        4: sum.levels[4] + given[4],
        3: sum.levels[3] + given[3],
        2: sum.levels[2] + given[2],
        1: sum.levels[1] + given[1],
      },
    }),
    { answered: 0, levels: { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 } },
  )

function summaryRow(about: { unit: string; name: string }, { answered, levels: given }: UnitRatings, fewest: number) {
  const sum = levels.reduce((all, level) => all + given[level], 0)
  return { ...about, answered, given: sum, unrated: answered - sum, levels: sum < fewest ? null : { ...given } }
}

function watchingRoutes(http: Http, parts: RatingParts): void {
  const guard = { onRequest: needs(WATCH_RIGHT) }

  http.get(
    '/api/ratings/signals',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Reasons to look for faked praise; never a proof',
        querystring: Type.Object(days),
        response: { 200: Type.Object({ rows: Type.Array(SignalView) }), ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      const [found, tree] = await Promise.all([
        ratingSignals(parts, who, daysOf(parts, request.query)),
        parts.directory.tree(who.district),
      ])
      return {
        rows: found.map((signal) => ({
          ...signal,
          cases: [...signal.cases],
          said: signalWords[signal.kind],
          unitName: signal.unit && (tree.get(signal.unit as UnitId)?.shortName ?? signal.unit),
        })),
      }
    },
  )

  http.get(
    '/api/ratings/call-back',
    {
      ...guard,
      schema: {
        tags,
        summary: 'The call-back sample of a day’s answers that I may take; yesterday’s where no day is named',
        querystring: Type.Object({ day: Type.Optional(DayText) }),
        response: { 200: Type.Object({ day: Type.String(), rows: Type.Array(CaseLine) }), ...problems },
      },
    },
    async (request) => {
      const day = (request.query.day ?? localDay(later(parts.clock.now(), -DAY))) as Day
      return { day, rows: [...(await callBackSample(parts, staffOf(request), day))] }
    },
  )
}
