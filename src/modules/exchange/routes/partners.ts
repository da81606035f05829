import { Type } from 'typebox'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { operate } from '../../../kernel/people/handle/operations.ts'
import { Ok } from '../../../kernel/people/routes/shapes.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { sortableId } from '../../../platform/ids.ts'
import { faultOfUrl } from '../../../platform/mail/guard.ts'
import { read, sealedKey } from '../handle/partners.ts'
import { pollPartners } from '../handle/polling.ts'
import type { PartnerId } from '../model/partners.ts'
import { type PartnerBody as Draft, MappingsBody, PartnerBody, PartnerView, RemoteServices } from '../model/views.ts'
import { EXCHANGE_RIGHT } from '../policy.ts'
import { readServices } from '../rules/remote.ts'
import { findPartner, mappingsOf, partnersOf, putMappings, putPartner } from '../store/partners.ts'
import { passingCounts } from '../store/passings.ts'
import { type ExchangeRouteParts, operator } from './parts.ts'

const tags = ['exchange']
const guard = { onRequest: needs(EXCHANGE_RIGHT) }
const params = Type.Object({ id: Type.String({ pattern: '^partner_[0-9a-z]{1,40}$' }) })
const Made = Type.Object({ ok: Type.Literal(true), id: Type.String() })

/** Other Open311 servers, and what is passed on to them as what. */
export function partnerRoutes(http: Http, parts: ExchangeRouteParts): void {
  listRoute(http, parts)

  http.post(
    '/api/exchange/partners',
    { ...guard, schema: { tags, summary: 'Adds a partner', body: PartnerBody, response: { 200: Made, ...problems } } },
    async (request) => save(parts, operator(parts, request), `partner_${sortableId(parts.clock.now())}`, request.body),
  )

  http.put(
    '/api/exchange/partners/:id',
    {
      ...guard,
      schema: { tags, summary: 'Changes a partner', params, body: PartnerBody, response: { 200: Made, ...problems } },
    },
    async (request) => {
      const { district } = staffOf(request)
      const id = request.params.id as PartnerId
      if ((await findPartner(parts.db, district, id)) === null) return refused('no-such-partner', 404)
      return save(parts, operator(parts, request), id, request.body)
    },
  )

  http.put(
    '/api/exchange/partners/:id/mappings',
    {
      ...guard,
      schema: {
        tags,
        summary: 'What is passed on, and as what; takes the place of all lines',
        params,
        body: MappingsBody,
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const by = operator(parts, request)
      const partner = request.params.id as PartnerId
      if ((await findPartner(parts.db, by.district, partner)) === null) return refused('no-such-partner', 404)
      const { rows } = request.body
      if (rows.some(({ matter, category }) => (matter === null) === (category === null)))
        return refused('mapping-needs-one')
      return operate(parts.db, by, { what: 'exchange.mappings', target: partner }, async (tx) => {
        await putMappings(tx, { district: by.district, partner }, rows)
        return { ok: true as const }
      })
    },
  )

  askingRoutes(http, parts)
}

function listRoute(http: Http, { db }: ExchangeRouteParts): void {
  http.get(
    '/api/exchange/partners',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Partners with their mappings, newest first',
        response: { 200: Type.Object({ rows: Type.Array(PartnerView) }), ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const [partners, mappings, counts] = await Promise.all([
        partnersOf(db, district),
        mappingsOf(db, district),
        passingCounts(db, district),
      ])
      const rows = partners.map(({ district: _here, ...partner }) => ({
        ...partner,
        mappings: mappings.filter((line) => line.partner === partner.id).map(({ partner: _its, ...line }) => line),
        counts: Object.fromEntries(
          counts.filter((one) => one.partner === partner.id).map(({ state, count }) => [state, count]),
        ),
      }))
      return { rows }
    },
  )
}

/** Asking the other side at once: what it offers, and what is new. */
function askingRoutes(http: Http, parts: ExchangeRouteParts): void {
  http.get(
    '/api/exchange/partners/:id/services',
    {
      ...guard,
      schema: {
        tags,
        summary: 'What the partner offers today',
        params,
        response: { 200: RemoteServices, ...problems },
      },
    },
    async (request) => {
      const partner = await findPartner(parts.db, staffOf(request).district, request.params.id)
      if (partner === null) return refused('no-such-partner', 404)
      const asked = await read(parts, partner, 'services', {})
      if (!asked.ok) return refused(asked.refusal.startsWith('url-') ? asked.refusal : 'partner-silent')
      const services = asked.status < 300 ? readServices(asked.answer) : null
      return services === null ? refused('partner-unreadable') : { rows: services.slice(0, 1_000) }
    },
  )

  http.post(
    '/api/exchange/poll',
    { ...guard, schema: { tags, summary: 'Asks every partner for news now', response: { 200: Ok, ...problems } } },
    async (request) => {
      await pollPartners(parts, staffOf(request).district)
      return { ok: true as const }
    },
  )
}

async function save(parts: ExchangeRouteParts, by: ReturnType<typeof operator>, id: PartnerId, draft: Draft) {
  const url = draft.url.trim().replace(/\/+$/, '')
  const fault = faultOfUrl(url, parts.guard)
  if (fault !== null) return refused(fault)
  const { district } = by
  const sealed = draft.key ? await sealedKey(parts, district, id, draft.key) : null
  const jurisdiction = draft.jurisdiction?.trim() || null
  const { name, active } = draft
  return operate(parts.db, by, { what: 'exchange.partner', target: id }, async (tx) => {
    await putPartner(tx, { district, id, name, url, jurisdiction, active, sealedKey: sealed }, by.at)
    return { ok: true as const, id }
  })
}
