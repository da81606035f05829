import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { moveAs } from '../../../kernel/cases/handle/moving.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { idempotencyKey } from '../../../platform/http/idempotency.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { caseForResident, urgedToday } from '../handle/orders.ts'
import { CaseForResident, ResidentMoveBody, ResidentMoveParams } from '../model/views.ts'
import { letIn, lookerOf } from './door.ts'

/** What an applicant may do: withdraw, supply, rate, ask to reopen, urge. The answer is the case as it then stands. */
export function orderMoveRoutes(http: Http, parts: CaseDoorParts): void {
  http.post(
    '/api/orders/:id/moves/:move',
    {
      schema: {
        tags: ['orders'],
        summary: 'A move of the applicant',
        params: ResidentMoveParams,
        body: ResidentMoveBody,
        response: { 200: CaseForResident, ...problems },
      },
    },
    async (request) => {
      const key = idempotencyKey(request)
      if (!key.ok) return key
      const { fields = {}, seen } = request.body
      const found = await letIn(parts, request, request.params.id as CaseId)
      if (!found.ok) return found
      const { state, actor } = found
      const by = actor.id ?? 'visitor'
      const move = tableMove(request.params.move, fields)
      if (request.noted) Object.assign(request.noted, { case: state.id, move })
      if (move === 'urge' && (await urgedToday(parts, state.id, by))) return refused('urged-today')
      const wanted = { move, fields, seen, key: key.key && `${by}:${state.id}:${move}:${key.key}` }
      const done = await moveAs(parts, state, actor, wanted)
      return done.ok ? caseForResident(parts, lookerOf(parts, request), done.state) : done
    },
  )
}

/** One and two stars are another move: they send the case back to be put right. */
const tableMove = (move: string, { stars }: Readonly<Record<string, unknown>>): string =>
  move === 'rate' && typeof stars === 'number' && stars < 3 ? 'rateBadly' : move
