import { Type } from 'typebox'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { operate } from '../../../kernel/people/handle/operations.ts'
import { Ok } from '../../../kernel/people/routes/shapes.ts'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import type { Instant } from '../../../platform/time.ts'
import { passAgain } from '../handle/passing.ts'
import { type PartnerId, type PassingState, passingStates } from '../model/partners.ts'
import { DeliveryView } from '../model/views.ts'
import { EXCHANGE_RIGHT } from '../policy.ts'
import { findPassing, type PassingLine, passingsFor } from '../store/passings.ts'
import { type ExchangeRouteParts, operator } from './parts.ts'

const tags = ['exchange']
const guard = { onRequest: needs(EXCHANGE_RIGHT) }
const stuck: readonly PassingState[] = ['refused', 'dead', 'unsure']

/** What was passed on to whom, and another try for what is stuck. */
export function deliveryRoutes(http: Http, parts: ExchangeRouteParts): void {
  http.get(
    '/api/exchange/deliveries',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Deliveries, newest first',
        querystring: Type.Object({
          ...pageQuery,
          partner: Type.Optional(Type.String({ maxLength: 60 })),
          state: Type.Optional(Type.Enum([...passingStates])),
        }),
        response: { 200: Page(DeliveryView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, partner = null, state } = request.query
      const place = placeOf(after)
      if (place !== null && 'ok' in place) return place
      const { district } = staffOf(request)
      const states = state === undefined ? null : [state]
      const found = await passingsFor(parts.db, { district, partner, states, after: place, limit })
      const page = pageOf(found, limit, ({ at, caseId }) => [at, caseId])
      return { rows: page.rows.map(viewOf), next: page.next }
    },
  )

  http.post(
    '/api/exchange/deliveries/:partner/:case/retry',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Tries a stuck delivery again from the beginning',
        params: Type.Object({ partner: Type.String({ maxLength: 60 }), case: Type.String({ maxLength: 80 }) }),
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const by = operator(parts, request)
      const { partner, case: caseId } = request.params
      const key = { district: by.district, partner: partner as PartnerId, caseId: caseId as CaseId }
      const passing = await findPassing(parts.db, key)
      if (passing === null) return refused('no-such-delivery', 404)
      if (!stuck.includes(passing.state)) return refused('delivery-not-stuck')
      return operate(parts.db, by, { what: 'exchange.retry', target: caseId }, async (tx) => {
        await passAgain({ ...parts, db: tx }, passing)
        return { ok: true as const }
      })
    },
  )
}

function placeOf(after: string | undefined) {
  if (after === undefined) return null
  const read = decodeCursor(after, 2)
  if (!read.ok) return read
  const [at, caseId] = read.key
  return Number.isNaN(Date.parse(String(at)))
    ? refused('bad-cursor')
    : { at: String(at) as Instant, caseId: String(caseId) }
}

const viewOf = ({ caseId, number, title, partner, code, state, ...rest }: PassingLine) => {
  const { remoteId, status, notes, attempts, error, at, sentAt, seenAt } = rest
  return {
    case: caseId,
    number,
    title,
    partner,
    code,
    state,
    remoteId,
    status,
    notes,
    attempts,
    error,
    at,
    sentAt,
    seenAt,
  }
}
