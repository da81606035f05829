import { Type } from 'typebox'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { operate } from '../../../kernel/people/handle/operations.ts'
import { Ok } from '../../../kernel/people/routes/shapes.ts'
import { isDay } from '../../../kernel/worktime/rules/days.ts'
import { endOfDay, localDay, startOfDay } from '../../../kernel/worktime/rules.ts'
import { type Cursor, decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, type Refused, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import { type Day, type Instant, later } from '../../../platform/time.ts'
import { passAgain } from '../handle/passing.ts'
import { deliveryTable } from '../handle/table.ts'
import { DeliveryFilters, Format } from '../model/lists.ts'
import type { PartnerId, PassingState } from '../model/partners.ts'
import { DeliveryView } from '../model/views.ts'
import { EXCHANGE_RIGHT } from '../policy.ts'
import { partnersOf } from '../store/partners.ts'
import { findPassing, type PassingLine, passingKey, passingsFor } from '../store/passings.ts'
import { type ExchangeRouteParts, operator } from './parts.ts'

const tags = ['exchange']
const guard = { onRequest: needs(EXCHANGE_RIGHT) }
const stuck: readonly PassingState[] = ['refused', 'dead', 'unsure']

/** What was passed on to whom, as a list and as a file, and another try for what is stuck. */
export function deliveryRoutes(http: Http, parts: ExchangeRouteParts): void {
  http.get(
    '/api/exchange/deliveries',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Deliveries, narrowed and in order',
        querystring: Type.Object({ ...DeliveryFilters.properties, ...pageQuery }),
        response: { 200: Page(DeliveryView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, ...filters } = request.query
      const place = placeOf(after, filters)
      if (!place.ok) return place
      const span = spanOf(filters)
      if (!span.ok) return span
      const { district } = staffOf(request)
      const found = await passingsFor(parts.db, { district, filters, ...span, after: place.key, limit })
      const page = pageOf(found, limit, passingKey(filters))
      return { rows: page.rows.map(viewOf), next: page.next }
    },
  )
  fileRoute(http, parts)
  retryRoute(http, parts)
}

/** Every file that is taken out is written down, and carries the day in its name. */
function fileRoute(http: Http, parts: ExchangeRouteParts): void {
  const { db, clock } = parts
  http.get(
    '/api/exchange/deliveries/export',
    {
      ...guard,
      schema: {
        tags,
        summary: 'The list of deliveries as a workbook or CSV',
        querystring: Type.Object({ ...DeliveryFilters.properties, format: Format }),
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const { format = 'xlsx', ...filters } = request.query
      const span = spanOf(filters)
      if (!span.ok) return span
      const by = operator(parts, request)
      await operate(db, by, { what: 'exchange.deliveries.export', target: format }, async () => ({ ok: true as const }))
      const { district } = by
      const names = new Map<string, string>((await partnersOf(db, district)).map(({ id, name }) => [id, name]))
      const page = (after: Cursor | null, limit: number) =>
        passingsFor(db, { district, filters, ...span, after, limit })
      const table = deliveryTable({ page, keyOf: passingKey(filters) }, names, format)
      return reply
        .header('content-disposition', `attachment; filename="deliveries-${localDay(clock.now())}.${format}"`)
        .type(mediaTypes[format])
        .send(table)
    },
  )
}

function retryRoute(http: Http, parts: ExchangeRouteParts): void {
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

type Place = { readonly ok: true; readonly key: Cursor | null } | Refused

function placeOf(after: string | undefined, { sort }: DeliveryFilters): Place {
  if (after === undefined) return { ok: true, key: null }
  const read = decodeCursor(after, 3)
  if (!read.ok) return read
  const [first] = read.key
  const isKey = sort === 'tries' ? Number.isInteger(first) : !Number.isNaN(Date.parse(String(first)))
  return isKey ? { ok: true, key: read.key } : refused('bad-cursor')
}

type Span = { readonly ok: true; readonly from: Instant | null; readonly before: Instant | null } | Refused

function spanOf({ from, to }: DeliveryFilters): Span {
  if ([from, to].some((day) => day !== undefined && !isDay(day))) return refused('no-such-day')
  return {
    ok: true,
    from: from === undefined ? null : startOfDay(from as Day),
    before: to === undefined ? null : later(endOfDay(to as Day), 1),
  }
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
