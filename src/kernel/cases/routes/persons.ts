import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs } from '../../organisations/routes/door.ts'
import type { PersonId } from '../../people/model.ts'
import { forgetPerson } from '../handle/forget.ts'
import { ForgetBody, Forgotten } from '../model/lists.ts'
import { type CasesRouteParts, operator } from './parts.ts'

/** Destroying what is known of a person; nothing brings it back. */
export function personRoutes(http: Http, parts: CasesRouteParts): void {
  http.post(
    '/api/cases/persons/:id/forget',
    {
      onRequest: needs('people.forget'),
      schema: {
        tags: ['cases'],
        summary: "Destroys a person's data, with a ground and an approval",
        params: Type.Object({ id: Type.String({ pattern: '^person_[0-9a-z_-]{1,60}$' }) }),
        body: ForgetBody,
        response: { 200: Forgotten, ...problems },
      },
    },
    async (request) =>
      forgetPerson(parts, operator(parts, request), { person: request.params.id as PersonId, ...request.body }),
  )
}
