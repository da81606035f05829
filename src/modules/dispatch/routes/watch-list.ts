import { Type } from 'typebox'
import { findPersonal } from '../../../kernel/cases/rules/personal/find.ts'
import { needs, staffOf } from '../../../kernel/organisations/routes/door.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { watchListOf } from '../handle/watching.ts'
import { AlarmsView, TryBody, WatchLineBody, WatchLineView } from '../model.ts'
import { COMPARE_RIGHT, WATCH_LIST_RIGHT } from '../policy.ts'
import { isPhrase, isUrgent } from '../rules/urgency/watch-list.ts'
import { putWatchLine } from '../store/watch-lines.ts'
import type { DispatchRouteParts } from './parts.ts'

const tags = ['dispatch']

/** The watch list: read by all of the desk, tried on a text, edited by administrators. */
export function watchListRoutes(http: Http, { db, clock, watch }: DispatchRouteParts): void {
  http.get(
    '/api/dispatch/watch-list',
    {
      onRequest: needs(COMPARE_RIGHT),
      schema: {
        tags,
        summary: 'What raises an alarm, and why',
        response: { 200: Type.Object({ rows: Type.Array(WatchLineView) }), ...problems },
      },
    },
    async (request) => ({ rows: await watchListOf(db, staffOf(request).district) }),
  )

  http.put(
    '/api/dispatch/watch-list/:id',
    {
      onRequest: needs(WATCH_LIST_RIGHT),
      schema: {
        tags,
        summary: 'Changes a line or adds one; a line is set aside, never deleted',
        params: Type.Object({ id: Type.String({ maxLength: 60 }) }),
        body: WatchLineBody,
        response: { 200: WatchLineView, ...problems },
      },
    },
    async (request) => {
      const { id } = request.params
      if (!/^[a-z0-9][a-z0-9-]*$/.test(id)) return refused('no-such-watch-line', 404)
      if (!isPhrase(request.body.phrase)) return refused('phrase-wrong')
      const who = staffOf(request)
      const line = { id, ...request.body }
      await putWatchLine(db, who.district, line, { at: clock.now(), by: who.id })
      watch.forget()
      return line
    },
  )

  http.post(
    '/api/dispatch/watch-list/try',
    {
      onRequest: needs(COMPARE_RIGHT),
      schema: {
        tags,
        summary: 'What the list finds in a text, and what in it names somebody; nothing is kept',
        body: TryBody,
        response: { 200: AlarmsView, ...problems },
      },
    },
    async (request) => {
      const { text } = request.body
      const alarms = await watch.alarmsOf(staffOf(request).district, text)
      return { urgent: isUrgent(alarms), alarms, personal: findPersonal(text) }
    },
  )
}
