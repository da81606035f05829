import { Type } from 'typebox'
import { operator } from '../../../kernel/cases/routes/parts.ts'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { logOperation } from '../../../kernel/people/store/logs.ts'
import { localDay } from '../../../kernel/worktime/rules.ts'
import { Page } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { mediaTypes } from '../../../platform/tables/write.ts'
import { accept, dismiss, listProposals } from '../handle/proactive.ts'
import { proposalTable } from '../handle/proposal-table.ts'
import {
  AcceptBody,
  Decided,
  DismissBody,
  ProposalExportQuery,
  ProposalParams,
  ProposalQuery,
  ProposalView,
} from '../model/proactive.ts'
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
        summary: 'What repeats, the most frequent first unless asked otherwise',
        querystring: ProposalQuery,
        response: { 200: Page(ProposalView), ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      if (!mayDecideProposals(who)) return notYours
      const { state, sort, after, limit = 50 } = request.query
      const page = await listProposals(parts, who, { state, sort, after, limit })
      return 'ok' in page ? page : { ...page, rows: [...page.rows] }
    },
  )

  exportRoute(http, parts)

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

function exportRoute(http: Http, parts: GridRouteParts): void {
  http.get(
    '/api/grid/proposals/export',
    {
      ...guard,
      schema: {
        tags,
        summary: 'The list as a workbook or CSV, with what would be spared',
        querystring: ProposalExportQuery,
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const who = staffOf(request)
      if (!mayDecideProposals(who)) return notYours
      const { state = null, sort = 'cases', format = 'xlsx' } = request.query
      const by = operator(parts, request)
      await logOperation(parts.db, { ...by, what: 'grid.proposals.export', target: format, outcome: 'done' })
      reply.header('content-disposition', `attachment; filename="proposals-${localDay(by.at)}.${format}"`)
      return reply.type(mediaTypes[format]).send(proposalTable(parts, { district: who.district, state, sort }, format))
    },
  )
}
