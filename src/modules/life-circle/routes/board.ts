import { Type } from 'typebox'
import type { UnitId } from '../../../kernel/organisations/model.ts'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { coverageView } from '../handle/coverage.ts'
import { CoverageView } from '../model/circle.ts'
import { PLAN_RIGHT } from '../policy.ts'
import type { LifeCircleRouteParts } from './parts.ts'

const tags = ['life-circle']

/** What the wall shows, and the units a task may go to. */
export function boardRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/board',
    {
      onRequest: needs('screen.read'),
      schema: {
        tags,
        summary: 'The six aspects of the district and its streets, by the standing profile, for adults',
        querystring: Type.Object({ area: Type.Optional(Type.String({ maxLength: 60 })) }),
        response: { 200: CoverageView, ...problems },
      },
    },
    async (request) => coverageView(parts, staffOf(request).district, request.query),
  )

  http.get(
    '/api/life-circle/units',
    {
      onRequest: needs(PLAN_RIGHT),
      schema: {
        tags,
        summary: 'Units that a gap may be given to',
        response: {
          200: Type.Object({ rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })) }),
          ...problems,
        },
      },
    },
    async (request) => {
      const tree = await parts.directory.tree(staffOf(request).district)
      return { rows: [...tree.values()].map(({ id, name }: { id: UnitId; name: string }) => ({ id, name })) }
    },
  )
}
