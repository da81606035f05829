import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { Page } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { accept, dismiss, listProposals } from '../handle/proactive.ts'
import { AcceptBody, Decided, DismissBody, ProposalParams, ProposalQuery, ProposalView } from '../model/proactive.ts'
import { mayDecideProposals, PROPOSALS_RIGHT } from '../policy.ts'
import type { GridRouteParts } from './parts.ts'

const tags = ['grid']
const guard = { onRequest: needs(PROPOSALS_RIGHT) }
const notYours = refused('not-yours', 403)

/** What to solve before anybody complains again: read, accepted as a task, or dismissed with a reason. */
export function proactiveRoutes(http: Http, parts: GridRouteParts): void {
  http.get(
    '/api/grid/proposals',
    {
      ...guard,
      schema: {
        tags,
        summary: 'What repeats, the most frequent first',
        querystring: ProposalQuery,
        response: { 200: Page(ProposalView), ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      if (!mayDecideProposals(who)) return notYours
      const { state, after, limit = 50 } = request.query
      const page = await listProposals(parts, who, { state, after, limit })
      return 'ok' in page ? page : { ...page, rows: [...page.rows] }
    },
  )

  http.post(
    '/api/grid/proposals/:id/accept',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Accepts a proposal as a task',
        params: ProposalParams,
        body: AcceptBody,
        response: { 200: Decided, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      return mayDecideProposals(who) ? accept(parts, who, request.params.id, request.body.instruction) : notYours
    },
  )

  http.post(
    '/api/grid/proposals/:id/dismiss',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Dismisses a proposal with a reason',
        params: ProposalParams,
        body: DismissBody,
        response: { 200: Decided, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      return mayDecideProposals(who) ? dismiss(parts, who, request.params.id, request.body.reason) : notYours
    },
  )
}
