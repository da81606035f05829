import { Type } from 'typebox'
import { caseSeenBy } from '../../../kernel/cases/handle/viewing.ts'
import type { CaseId } from '../../../kernel/cases/model/case.ts'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { measuredFor } from '../handle/measured.ts'
import { MeasuredView } from '../model/views.ts'
import { READ_RIGHT } from '../policy.ts'
import type { SensorRouteParts } from './parts.ts'

/** What a sensor measured before, while and after it opened a case, for whoever may see that case. */
export function ofCaseRoute(http: Http, parts: SensorRouteParts): void {
  http.get(
    '/api/sensors/cases/:case',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags: ['sensors'],
        summary: 'What the sensor behind a case measured; null where none opened it',
        params: Type.Object({ case: Type.String({ pattern: '^case_[0-9a-z_]{1,60}$' }) }),
        response: { 200: Type.Object({ measured: Type.Union([MeasuredView, Type.Null()]) }), ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      const state = await caseSeenBy(parts, who, request.params.case as CaseId)
      if (state === null) return refused('no-such-case', 404)
      return { measured: await measuredFor(parts, who.district, state.id) }
    },
  )
}
