import { Type } from 'typebox'
import { lostKinds } from '../../../kernel/cases/model/nothing-lost.ts'
import { staffOf } from '../../../kernel/organisations/routes/door.ts'
import { pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { litList, lostList } from '../handle/behind.ts'
import type { ScreenParts } from '../handle/parts.ts'
import { boardLights, CasesPage } from '../model.ts'
import { unitsOnScreen } from '../rules.ts'
import { guard, tags } from './board.ts'

/** What stands behind the lights and behind the audit. */
export function listRoutes(http: Http, parts: ScreenParts): void {
  http.get(
    '/api/city-screen/lights/:light/list',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Open cases that show a light, newest first; an empty unit or area is none yet',
        params: Type.Object({ light: Type.Enum([...boardLights]) }),
        querystring: Type.Object({
          ...pageQuery,
          unit: Type.Optional(Type.String({ maxLength: 70 })),
          area: Type.Optional(Type.String({ maxLength: 60 })),
        }),
        response: { 200: CasesPage, ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, unit, area } = request.query
      const who = staffOf(request)
      const { light } = request.params
      const page = await litList(parts, { who, units: unitsOnScreen(who), light, unit, area, after, limit })
      return 'ok' in page ? page : { ...page, rows: [...page.rows] }
    },
  )

  http.get(
    '/api/city-screen/nothing-lost/:kind/list',
    {
      ...guard,
      schema: {
        tags,
        summary: 'The cases behind a figure of the audit; for those who watch over the whole district',
        params: Type.Object({ kind: Type.Enum([...lostKinds]) }),
        querystring: Type.Object(pageQuery),
        response: { 200: CasesPage, ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50 } = request.query
      const who = staffOf(request)
      // A case without a unit is in nobody's scope, so only somebody over all of them can be shown it.
      if (unitsOnScreen(who) !== null) return refused('outside-your-scope', 403)
      const page = await lostList(parts, { who, kind: request.params.kind, after, limit })
      return 'ok' in page ? page : { ...page, rows: [...page.rows] }
    },
  )
}
