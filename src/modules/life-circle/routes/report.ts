import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { reportView } from '../handle/report.ts'
import { ReportQuery, ReportView } from '../model/report.ts'
import { READ_RIGHT } from '../policy.ts'
import type { LifeCircleRouteParts } from './parts.ts'

/** What the planner's report is laid out from. */
export function reportRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/report',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags: ['life-circle'],
        summary: 'The report of a district or an area: coverage, every group of walkers, and what its maps show',
        querystring: ReportQuery,
        response: { 200: ReportView, ...problems },
      },
    },
    async (request) => reportView(parts, staffOf(request).district, request.query),
  )
}
