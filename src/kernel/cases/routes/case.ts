import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { problems, refused, tongueOf } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { operate } from '../../people/handle/operations.ts'
import { unmask } from '../handle/unmask.ts'
import { caseForStaff, caseSeenBy } from '../handle/viewing.ts'
import type { CaseId } from '../model/case.ts'
import { CaseAddress, CaseParams, HistoryEntry, UnmaskBody, Unmasked } from '../model/lists.ts'
import { CaseForStaff } from '../model/views.ts'
import { READ_RIGHT } from '../policy/sight.ts'
import { diagram } from '../rules/diagram.ts'
import { stagesOf } from '../rules/present.ts'
import { historyOf } from '../store/history.ts'
import { idMeant } from '../store/lists.ts'
import { timelineOf } from '../store/timeline.ts'
import { type CasesRouteParts, operator } from './parts.ts'

const tags = ['cases']
const guard = { onRequest: needs(READ_RIGHT) }
const noSuchCase = refused('no-such-case', 404)

const seenCase = (parts: CasesRouteParts) => (request: FastifyRequest, id: string) =>
  caseSeenBy(parts, staffOf(request), id as CaseId)

/** One case: the screen, the picture of its way, the contact in full, and its ledger for auditors. */
export function caseRoutes(http: Http, parts: CasesRouteParts): void {
  const caseOf = seenCase(parts)
  recordedRoutes(http, parts)

  http.get(
    '/api/cases/:id',
    {
      ...guard,
      schema: {
        tags,
        summary: 'A case on one screen, by its id or its number',
        params: CaseAddress,
        response: { 200: CaseForStaff, ...problems },
      },
    },
    async (request) => {
      const id = await idMeant(parts.db, staffOf(request).district, request.params.id)
      const state = id && (await caseOf(request, id))
      return state ? caseForStaff(parts, staffOf(request), state) : noSuchCase
    },
  )

  http.get(
    '/api/cases/:id/diagram.svg',
    {
      ...guard,
      schema: {
        tags,
        summary: 'The way of the case, drawn',
        params: CaseParams,
        response: { 200: Type.Any(), ...problems },
      },
    },
    async (request, reply) => {
      const state = await caseOf(request, request.params.id)
      const words = state && parts.words[state.filing.procedure]
      if (!state || !words) return noSuchCase
      const trail = stagesOf(await timelineOf(parts.db, state.id))
      const tongue = tongueOf(request.headers['accept-language'])
      reply.type('image/svg+xml; charset=utf-8')
      return reply.send(diagram(parts.engine.cases.procedureOf(state), words, { here: state.stage, trail, tongue }))
    },
  )
}

/** What is recorded when it is looked at. */
function recordedRoutes(http: Http, parts: CasesRouteParts): void {
  const caseOf = seenCase(parts)

  http.post(
    '/api/cases/:id/unmask',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Name and telephone in full; recorded with the reason',
        params: CaseParams,
        body: UnmaskBody,
        response: { 200: Unmasked, ...problems },
      },
    },
    async (request) => {
      const state = await caseOf(request, request.params.id)
      if (!state) return noSuchCase
      return unmask(parts, staffOf(request), operator(parts, request), { state, reason: request.body.reason })
    },
  )

  http.get(
    '/api/cases/:id/history',
    {
      onRequest: needs('ledger.audit'),
      schema: {
        tags,
        summary: 'The ledger of the case as it lies there',
        params: CaseParams,
        response: { 200: Type.Object({ rows: Type.Array(HistoryEntry) }), ...problems },
      },
    },
    async (request) => {
      const state = await caseOf(request, request.params.id)
      if (!state) return noSuchCase
      const by = operator(parts, request)
      await operate(parts.db, by, { what: 'cases.history', target: state.id }, async () => ({ ok: true }))
      return { rows: await historyOf(parts.db, state.id) }
    },
  )
}
