import { Type } from 'typebox'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { rememberAudit } from '../handle/audit.ts'
import { boardOf } from '../handle/board.ts'
import { rememberBoards } from '../handle/boards.ts'
import type { ScreenParts } from '../handle/parts.ts'
import { Board, BoardQuery, DefinitionView } from '../model.ts'
import { definitionView, SCREEN_RIGHT, unitsOnScreen } from '../rules.ts'

export const tags = ['city-screen']
export const guard = { onRequest: needs(SCREEN_RIGHT) }

/** The wall's first load, and what its figures mean. */
export function boardRoutes(http: Http, parts: ScreenParts): void {
  const audit = rememberAudit(parts, () => performance.now())
  const board = rememberBoards((question) => boardOf(parts, question, audit), parts.hub)

  http.get(
    '/api/city-screen/board',
    {
      ...guard,
      schema: {
        tags,
        summary: 'The whole screen within my scope; asked at most once in two seconds, never older than the news',
        querystring: BoardQuery,
        response: { 200: Board, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      return board({ district: who.district, units: unitsOnScreen(who), days: request.query.days ?? 30 })
    },
  )

  http.get(
    '/api/city-screen/indicators',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Every published indicator: numerator, denominator, exclusions, cohort, source',
        response: { 200: Type.Object({ rows: Type.Array(DefinitionView) }), ...problems },
      },
    },
    async () => ({ rows: parts.indicators.map(definitionView) }),
  )
}
