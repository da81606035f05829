import { Type } from 'typebox'
import { problems, refused, tongueOf } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { MatterIdSchema } from '../../matters/model/schema.ts'
import { EDIT_RIGHT } from '../../matters/policy.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { impactOf, proceduresOf } from '../handle/impact.ts'
import { Impact, ProcedureView } from '../model/impact.ts'
import { READ_RIGHT } from '../policy/sight.ts'
import { diagram } from '../rules/diagram.ts'
import type { CasesRouteParts } from './parts.ts'

const tags = ['matters']

/** What an editor of matters asks of the engine: procedures, how they go, and what a draft would change. */
export function impactRoutes(http: Http, parts: CasesRouteParts): void {
  http.get(
    '/api/cases/procedures',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'Every procedure, with the promises that its clocks need',
        response: { 200: Type.Object({ rows: Type.Array(ProcedureView) }), ...problems },
      },
    },
    async () => ({ rows: proceduresOf(parts) }),
  )

  http.get(
    '/api/cases/procedures/:name/diagram.svg',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'A procedure, drawn',
        params: Type.Object({ name: Type.String({ maxLength: 60 }) }),
        response: { 200: Type.Any(), ...problems },
      },
    },
    async (request, reply) => {
      const { name } = request.params
      const [procedure, words] = [parts.procedures[name], parts.words[name]]
      if (!procedure || !words) return refused('not-found', 404)
      reply.type('image/svg+xml; charset=utf-8')
      return reply.send(diagram(procedure, words, { tongue: tongueOf(request.headers['accept-language']) }))
    },
  )

  http.get(
    '/api/cases/impact/:matter',
    {
      onRequest: needs(EDIT_RIGHT),
      schema: {
        tags,
        summary: 'What publishing the draft of a matter would change',
        params: Type.Object({ matter: MatterIdSchema }),
        response: { 200: Impact, ...problems },
      },
    },
    async (request) => impactOf(parts, staffOf(request).district, request.params.matter),
  )
}
