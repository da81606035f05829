import { operator } from '../../../kernel/cases/routes/parts.ts'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { driftOf, paceOf, queueFor } from '../handle/board.ts'
import { DriftQuery, DriftView, PaceView, QueueView } from '../model/board.ts'
import { COMPARE_RIGHT, mayReadDrift } from '../policy.ts'
import type { DispatchRouteParts } from './parts.ts'

const tags = ['dispatch']
const guard = { onRequest: needs(COMPARE_RIGHT) }

/** What the dispatch board reads: the queue and one's own pace, for dispatchers; how the proposals fare. */
export function boardRoutes(http: Http, parts: DispatchRouteParts): void {
  http.get(
    '/api/dispatch/queue',
    {
      ...guard,
      schema: {
        tags,
        summary: 'What waits to be sent to a unit, the most urgent first',
        response: { 200: QueueView, ...problems },
      },
    },
    async (request) => queueFor(parts, staffOf(request), operator(parts, request)),
  )

  http.get(
    '/api/dispatch/pace',
    {
      ...guard,
      schema: { tags, summary: 'How many I have dispatched today, by hour', response: { 200: PaceView, ...problems } },
    },
    async (request) => paceOf(parts, staffOf(request)),
  )

  http.get(
    '/api/dispatch/drift',
    {
      ...guard,
      schema: {
        tags,
        summary: 'How often proposals were not sure, and how often they were corrected, per category',
        querystring: DriftQuery,
        response: { 200: DriftView, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      return mayReadDrift(who) ? driftOf(parts, who.district, request.query) : refused('outside-your-scope', 403)
    },
  )
}
