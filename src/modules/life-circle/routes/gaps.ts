import { Type } from 'typebox'
import type { UnitId } from '../../../kernel/organisations/model.ts'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { Page } from '../../../platform/http/paging.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { listGaps, openGap } from '../handle/gaps.ts'
import { GapTaskQuery, GapTaskView, OpenGapBody } from '../model/task.ts'
import { PLAN_RIGHT, READ_RIGHT } from '../policy.ts'
import { type LifeCircleRouteParts, logged } from './parts.ts'

const tags = ['life-circle']

/** Gaps that became work, with the figure of before and after. */
export function gapRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.post(
    '/api/life-circle/gaps',
    {
      onRequest: needs(PLAN_RIGHT),
      schema: {
        tags,
        summary: 'Makes a gap the task of a unit, with its figure as of now',
        body: OpenGapBody,
        response: {
          200: Type.Object({ ok: Type.Literal(true), case: Type.String(), number: Type.String() }),
          ...problems,
        },
      },
    },
    async (request) => {
      const { unit, ...gap } = request.body
      const who = staffOf(request)
      return logged(parts, request, { what: 'life-circle.gap', target: gap.kind }, (tx) =>
        openGap({ ...parts, db: tx }, who, { ...gap, unit: unit as UnitId }),
      )
    },
  )

  http.get(
    '/api/life-circle/gaps',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'Tasks that came from gaps, before and after, the newest first',
        querystring: GapTaskQuery,
        response: { 200: Page(GapTaskView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, ended, kind } = request.query
      const list = { after, limit, kind, ended: ended === undefined ? undefined : ended === 'yes' }
      const page = await listGaps(parts, staffOf(request).district, list)
      return 'ok' in page ? page : { ...page, rows: [...page.rows] }
    },
  )
}
