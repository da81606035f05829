import { Type } from 'typebox'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { alarmsFor, seesAlarms } from '../handle/alarms.ts'
import { CaseLine } from '../model/views.ts'
import { READ_RIGHT } from '../policy/sight.ts'
import type { CasesRouteParts } from './parts.ts'

const AlarmRows = Type.Object({ rows: Type.Array(CaseLine) }, { title: 'Alarms' })

/** What cannot wait and has not been answered by anybody. It is answered by the move `answerAlarm`. */
export function alarmRoutes(http: Http, parts: CasesRouteParts): void {
  http.get(
    '/api/cases/alarms',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags: ['cases'],
        summary: 'Alarms that nobody has answered yet',
        response: { 200: AlarmRows, ...problems },
      },
    },
    async (request) => {
      const who = staffOf(request)
      return seesAlarms(who) ? { rows: [...(await alarmsFor(parts, who))] } : refused('not-yours', 403)
    },
  )
}
