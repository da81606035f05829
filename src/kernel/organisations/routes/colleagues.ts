import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { staffOnly } from '../../people/routes/door.ts'
import { UnitIdText } from '../../people/routes/shapes.ts'
import type { UnitId } from '../model.ts'
import { handlersIn } from '../store/colleagues.ts'
import { staffOf } from './door.ts'
import type { OrganisationRouteParts } from './parts.ts'

const Colleague = Type.Object({ id: Type.String(), name: Type.String(), roleName: Type.String() })

/** Names and roles only: whoever hands work over has to name somebody, without the right to manage people. */
export function colleagueRoutes(http: Http, { db, directory }: OrganisationRouteParts): void {
  http.get(
    '/api/organisations/units/:id/people',
    {
      onRequest: staffOnly,
      schema: {
        tags: ['organisations'],
        summary: 'Who handles cases in a unit',
        params: Type.Object({ id: UnitIdText }),
        response: { 200: Type.Object({ rows: Type.Array(Colleague) }), ...problems },
      },
    },
    async (request) => {
      const { district } = staffOf(request)
      const rows = await handlersIn(db, district, request.params.id as UnitId, directory.today())
      return { rows: [...rows] }
    },
  )
}
