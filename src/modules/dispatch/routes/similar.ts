import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { MINUTE } from '../../../platform/time.ts'
import { similarForResident, similarForStaff } from '../handle/similar.ts'
import { SimilarBody, SimilarCases } from '../model.ts'
import { mayCompareAll } from '../policy.ts'
import type { DispatchRouteParts } from './parts.ts'

/** One question, two answers: the desk sees what it may see, whoever writes sees open cases without anybody in them. */
export function similarRoutes(http: Http, parts: DispatchRouteParts): void {
  http.post(
    '/api/dispatch/similar',
    {
      config: { rate: { most: 120, within: MINUTE } },
      schema: {
        tags: ['dispatch'],
        summary: 'Cases that perhaps tell the same matter',
        body: SimilarBody,
        response: { 200: SimilarCases, ...problems },
      },
    },
    async ({ who, body }) => {
      if (mayCompareAll(who)) return similarForStaff(parts, who, body)
      const { case: _theDeskAsksByCase, ...words } = body
      return similarForResident(parts, who?.district ?? parts.district, words)
    },
  )
}
