import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { MINUTE } from '../../../platform/time.ts'
import { proposer } from '../handle/proposing.ts'
import { OrderProposal, ProposalBody } from '../model/proposal.ts'
import { lookerOf } from './door.ts'

/** Asked while somebody writes; nothing is kept. */
export function proposalRoutes(http: Http, parts: CaseDoorParts): void {
  const propose = proposer(parts)
  http.post(
    '/api/orders/proposal',
    {
      config: { rate: { most: 120, within: MINUTE } },
      schema: {
        tags: ['orders'],
        summary: 'What a message might be about, and by when one would hear',
        body: ProposalBody,
        response: { 200: OrderProposal, ...problems },
      },
    },
    async (request) => propose(lookerOf(parts, request).district, request.body),
  )
}
