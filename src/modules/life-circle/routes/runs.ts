import { Type } from 'typebox'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { RunId, RunView } from '../model/run.ts'
import { READ_RIGHT } from '../policy.ts'
import { runsBy, stopRun } from '../store/runs.ts'
import type { LifeCircleRouteParts } from './parts.ts'

const tags = ['life-circle']

/** How far one's own long work is, and calling it off. */
export function runRoutes(http: Http, { db }: LifeCircleRouteParts): void {
  http.get(
    '/api/life-circle/runs',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'What one has running: imports and searches for sites',
        response: { 200: Type.Object({ rows: Type.Array(RunView) }), ...problems },
      },
    },
    async (request) => {
      const { district, id } = staffOf(request)
      return { rows: await runsBy(db, district, id) }
    },
  )

  http.post(
    '/api/life-circle/runs/:id/call-off',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'Calls off what one has running; nothing of it is kept',
        params: Type.Object({ id: RunId }),
        response: { 200: Type.Object({ ok: Type.Literal(true) }), ...problems },
      },
    },
    async (request) => {
      const { district, id: by } = staffOf(request)
      const stopped = await stopRun(db, { district, id: request.params.id }, by)
      return stopped ? { ok: true as const } : refused('no-such-run', 404)
    },
  )
}
