import { Type } from 'typebox'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { learningsFor, switchModel } from '../handle/learning.ts'
import { LearningsView, SHIPPED } from '../model/learning.ts'
import { COMPARE_RIGHT, LEARNING_RIGHT, mayReadDrift } from '../policy.ts'
import type { DispatchRouteParts } from './parts.ts'

const tags = ['dispatch']
const Named = Type.Object({ id: Type.String() })
const modelParams = Type.Object({ id: Type.String({ pattern: `^(${SHIPPED}|model_[0-9a-z]{26})$` }) })

/** Training anew: looked at by those who see all of the district, begun and switched by those with the right. */
export function learningRoutes(http: Http, parts: DispatchRouteParts): void {
  http.get(
    '/api/dispatch/learning',
    {
      onRequest: needs(COMPARE_RIGHT),
      schema: {
        tags,
        summary: 'The model in force, what could be learnt from, and the trainings there were',
        response: { 200: LearningsView, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      return mayReadDrift(who) ? learningsFor(parts, who) : refused('outside-your-scope', 403)
    },
  )

  const acting = { onRequest: needs(LEARNING_RIGHT) }
  http.post(
    '/api/dispatch/learning',
    {
      ...acting,
      schema: { tags, summary: 'Begins a training beside the city', response: { 200: Named, ...problems } },
    },
    async (request) => parts.learning.begin(staffOf(request)),
  )

  http.post(
    '/api/dispatch/learning/:id/call-off',
    {
      ...acting,
      schema: {
        tags,
        summary: 'Calls a training off',
        params: Type.Object({ id: Type.String({ pattern: '^model_[0-9a-z]{26}$' }) }),
        response: { 200: Named, ...problems },
      },
    },
    async (request) => parts.learning.callOff(staffOf(request), request.params.id),
  )

  http.post(
    '/api/dispatch/models/:id/switch',
    {
      ...acting,
      schema: {
        tags,
        summary: 'Puts a model in force for all of the district, or the shipped one again',
        params: modelParams,
        response: { 200: Named, ...problems },
      },
    },
    async (request) => switchModel(parts, staffOf(request), request.params.id),
  )
}
