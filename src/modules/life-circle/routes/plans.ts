import { Type } from 'typebox'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { Page } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { mediaTypes, tableStream } from '../../../platform/tables/write.ts'
import { groundView, listPlans, savePlan, siting, whatIf } from '../handle/plans.ts'
import { withRun } from '../handle/runs.ts'
import {
  GroundQuery,
  GroundView,
  OutcomeView,
  PlanBody,
  PlanQuery,
  PlanView,
  SitingBody,
  SitingView,
  WhatIfBody,
} from '../model/plan-view.ts'
import { RunId } from '../model/run.ts'
import { PLAN_RIGHT, READ_RIGHT } from '../policy.ts'
import { comparison } from '../rules/compare.ts'
import { type PlanRow, plansNamed } from '../store/plans.ts'
import { compareColumns, compareRows, editColumns, editRows } from '../words/plans.ts'
import { closedBy, type LifeCircleRouteParts, logged } from './parts.ts'

const tags = ['life-circle']
const Ids = Type.String({ pattern: '^plan_[0-9a-z]{26}(,plan_[0-9a-z]{26}){0,5}$', title: '方案' })

/** Trying, siting, keeping and comparing. */
export function planRoutes(http: Http, parts: LifeCircleRouteParts): void {
  tryRoutes(http, parts)
  groundRoute(http, parts)
  keepRoutes(http, parts)
  compareRoutes(http, parts)
}

function tryRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.post(
    '/api/life-circle/what-if',
    {
      onRequest: needs(PLAN_RIGHT),
      schema: {
        tags,
        summary:
          'What edits would bring: facilities added, moved, closed, gates opened, crossings built. Nothing is kept',
        body: WhatIfBody,
        response: { 200: Type.Object({ ok: Type.Literal(true), outcome: OutcomeView }), ...problems },
      },
    },
    async (request) => whatIf(parts, staffOf(request).district, request.body),
  )

  http.post(
    '/api/life-circle/siting',
    {
      onRequest: needs(PLAN_RIGHT),
      schema: {
        tags,
        summary: 'Where the next ones of a kind help most people',
        description:
          'Greedy choice: covers at least 63 % (1 - 1/e) of what the best possible choice would (Nemhauser, Wolsey and Fisher 1978).',
        querystring: Type.Object({ run: Type.Optional(RunId) }),
        body: SitingBody,
        response: { 200: SitingView, ...problems },
      },
    },
    // Whoever closes the page calls the search off.
    async (request, reply) => {
      const { district, id: by } = staffOf(request)
      const run = { district, id: request.query.run ?? null, what: 'siting', by } as const
      return withRun(parts.db, run, closedBy(reply.raw), (told) => siting(parts, district, request.body, told))
    },
  )
}

function groundRoute(http: Http, parts: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/ground',
    {
      onRequest: needs(PLAN_RIGHT),
      schema: {
        tags,
        summary: 'What a plan may touch: facilities of a kind that count, and the gates of the network',
        querystring: GroundQuery,
        response: { 200: GroundView, ...problems },
      },
    },
    async (request) => groundView(parts, staffOf(request).district, request.query),
  )
}

function keepRoutes(http: Http, parts: LifeCircleRouteParts): void {
  http.post(
    '/api/life-circle/plans',
    {
      onRequest: needs(PLAN_RIGHT),
      schema: {
        tags,
        summary: 'Keeps edits with what they bring, reckoned now',
        body: PlanBody,
        response: { 200: Type.Object({ ok: Type.Literal(true), plan: PlanView }), ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      return logged(parts, request, { what: 'life-circle.plan', target: '' }, (tx, stroke) =>
        savePlan({ ...parts, db: tx }, district, request.body, stroke),
      )
    },
  )

  http.get(
    '/api/life-circle/plans',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'Plans that were kept, the newest first',
        querystring: PlanQuery,
        response: { 200: Page(PlanView), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, q } = request.query
      const page = await listPlans(parts, staffOf(request).district, { after, limit, q })
      return 'ok' in page ? page : { ...page, rows: [...page.rows] }
    },
  )
}

const Comparison = Type.Object({
  ok: Type.Literal(true),
  plans: Type.Array(PlanView),
  rows: Type.Array(
    Type.Object({ what: Type.String(), before: Type.Number(), of: Type.Number(), after: Type.Array(Type.Number()) }),
  ),
})

function compareRoutes(http: Http, parts: LifeCircleRouteParts): void {
  const named = async (district: string, ids: string): Promise<PlanRow[] | null> => {
    const wanted = [...new Set(ids.split(','))]
    const found = await plansNamed(parts.db, district, wanted)
    return found.length === wanted.length ? found : null
  }
  http.get(
    '/api/life-circle/plans/compare',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'Up to six plans side by side',
        querystring: Type.Object({ ids: Ids }),
        response: { 200: Comparison, ...problems },
      },
    },
    async (request) => {
      const plans = await named(staffOf(request).district, request.query.ids)
      if (!plans) return refused('no-such-plan', 404)
      const compared = comparison(plans)
      return compared.ok ? { ...compared, plans } : compared
    },
  )

  http.get(
    '/api/life-circle/plans/export',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'The same as a file; a workbook has the edits of each plan on a sheet of its own',
        querystring: Type.Object({ ids: Ids, format: Type.Enum(['xlsx', 'csv'], { title: '格式' }) }),
        response: { 200: Type.Unsafe<unknown>({ description: 'the file' }), ...problems },
      },
    },
    async (request, reply) => {
      const { ids, format } = request.query
      const plans = await named(staffOf(request).district, ids)
      if (!plans) return refused('no-such-plan', 404)
      const compared = comparison(plans)
      if (!compared.ok) return compared
      reply.header('content-disposition', `attachment; filename="plans.${format}"`)
      const figures = { name: 'plans', columns: compareColumns(plans), rows: compareRows(compared.rows) }
      const edits = { name: 'edits', columns: editColumns, rows: editRows(plans) }
      return reply.type(mediaTypes[format]).send(tableStream(format, [figures, edits]))
    },
  )
}
