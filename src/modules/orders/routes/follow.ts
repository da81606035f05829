import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { CaseAddress } from '../../../kernel/cases/model/lists.ts'
import { idMeant } from '../../../kernel/cases/store/lists.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { MINUTE } from '../../../platform/time.ts'
import { followByNumber } from '../handle/follow.ts'
import { caseForResident } from '../handle/orders.ts'
import { CaseForResident, FollowHeaders, FollowQuery } from '../model/views.ts'
import { letIn, lookerOf } from './door.ts'

const tags = ['orders']

/** Following a case: by number and code, or as the one who filed it. */
export function followRoutes(http: Http, parts: CaseDoorParts): void {
  http.get(
    '/api/orders/follow',
    {
      config: { rate: { most: 30, within: MINUTE } },
      schema: {
        tags,
        summary: 'A case by its number and code',
        description:
          'The code comes in the header `x-follow-code`: what stands in an address stands in histories and logs.',
        querystring: FollowQuery,
        headers: FollowHeaders,
        response: { 200: CaseForResident, ...problems },
      },
    },
    async (request) => {
      const { number } = request.query
      const code = request.headers['x-follow-code']
      const looker = lookerOf(parts, request)
      const found = await followByNumber(parts, number, { district: looker.district, code, ip: request.ip })
      return found.ok ? caseForResident(parts, looker, found.state) : found
    },
  )

  http.get(
    '/api/orders/:id',
    {
      schema: {
        tags,
        summary: 'My case by its id or number, or with the header `x-follow-code` a case whose code I have',
        params: CaseAddress,
        response: { 200: CaseForResident, ...problems },
      },
    },
    async (request) => {
      const { id: address } = request.params
      // Only to whom the case belongs does a number alone lead anywhere.
      const id = request.who?.kind === 'resident' ? await idMeant(parts.db, request.who.district, address) : address
      const found = await letIn(parts, request, (id ?? address) as CaseId)
      return found.ok ? caseForResident(parts, lookerOf(parts, request), found.state) : found
    },
  )
}
