import { Type } from 'typebox'
import { mattersNow } from '../../../kernel/cases/handle/offers.ts'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { operate } from '../../../kernel/people/handle/operations.ts'
import { Ok } from '../../../kernel/people/routes/shapes.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { DAY, later } from '../../../platform/time.ts'
import { KeyUse, OfferBody, OfferView } from '../model/views.ts'
import { EXCHANGE_RIGHT } from '../policy.ts'
import { attributesOf } from '../rules/definition.ts'
import { codeOf } from '../rules/present.ts'
import { offersOf, putOffer, usesSince } from '../store/requests.ts'
import { type ExchangeRouteParts, operator } from './parts.ts'

const tags = ['exchange']
const guard = { onRequest: needs(EXCHANGE_RIGHT) }
const MONTH = 30 * DAY

/** What we offer to others, and how much their keys are used. */
export function offerRoutes(http: Http, parts: ExchangeRouteParts): void {
  const { db, clock } = parts
  const open = async (district: string) =>
    (await mattersNow(db, district, localDay(clock.now()))).filter(
      ({ procedure, internal }) => parts.offered.includes(procedure) && !internal,
    )

  http.get(
    '/api/exchange/services',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Every matter that may be offered, and how it is',
        response: { 200: Type.Object({ rows: Type.Array(OfferView) }), ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const offers = new Map((await offersOf(db, district)).map((offer) => [offer.matter, offer]))
      const rows = (await open(district)).map(({ id, name, form }) => ({
        matter: id,
        code: codeOf(id),
        name,
        type: offers.get(id)?.type ?? ('realtime' as const),
        offered: offers.get(id)?.offered ?? true,
        attributes: attributesOf(form).length,
      }))
      return { rows: rows.toSorted((a, b) => (a.matter < b.matter ? -1 : 1)) }
    },
  )

  http.put(
    '/api/exchange/services/:matter',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Whether a matter is offered to other systems, and what comes back at once',
        params: Type.Object({ matter: Type.String({ maxLength: 80 }) }),
        body: OfferBody,
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const by = operator(parts, request)
      const { matter } = request.params
      if (!(await open(by.district)).some(({ id }) => id === matter)) return refused('no-such-matter-offered', 404)
      return operate(db, by, { what: 'exchange.offer', target: matter }, async (tx) => {
        await putOffer(tx, by.district, { matter, ...request.body }, { at: by.at, by: by.who })
        return { ok: true as const }
      })
    },
  )

  usageRoute(http, parts)
}

function usageRoute(http: Http, { db, clock }: ExchangeRouteParts): void {
  http.get(
    '/api/exchange/uses',
    {
      ...guard,
      schema: {
        tags,
        summary: 'How often each key was used in the last 30 days',
        response: { 200: Type.Object({ rows: Type.Array(KeyUse) }), ...problems },
      },
    },
    async (request) => ({
      rows: [...(await usesSince(db, staffOf(request).district, localDay(later(clock.now(), -MONTH))))],
    }),
  )
}
