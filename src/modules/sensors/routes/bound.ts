import { Type } from 'typebox'
import { needs } from '../../../kernel/organisations/routes/door.ts'
import { operate } from '../../../kernel/people/handle/operations.ts'
import { Ok } from '../../../kernel/people/routes/shapes.ts'
import { findComponent } from '../../../kernel/places/store/components.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { MANAGE_RIGHT } from '../policy.ts'
import { bindSensor } from '../store/bound.ts'
import { findSensor } from '../store/sensors.ts'
import { sensorParams as params } from './lists.ts'
import { operator, type SensorRouteParts } from './parts.ts'

const Body = Type.Object(
  { component: Type.Union([Type.String({ pattern: '^[0-9A-Za-z]{1,20}$' }), Type.Null()], { title: '部件编码' }) },
  { additionalProperties: false },
)

/** What an officer says a sensor watches goes before what happens to be nearest. */
export function boundRoute(http: Http, parts: SensorRouteParts): void {
  const { db } = parts
  http.put(
    '/api/sensors/:id/component',
    {
      onRequest: needs(MANAGE_RIGHT),
      schema: {
        tags: ['sensors'],
        summary: 'Binds a sensor to the component that it watches; null lets it go to the nearest again',
        params,
        body: Body,
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const by = operator(parts, request)
      const { id } = request.params
      const { component } = request.body
      const done = await operate(db, by, { what: 'sensors.component', target: id }, async (tx, tell) => {
        const sensor = await findSensor(tx, by.district, id)
        if (sensor === null) return refused('no-such-sensor', 404)
        if (component !== null && (await findComponent(tx, by.district, component)) === null)
          return refused('no-such-component', 404)
        await bindSensor(tx, { district: by.district, id, component }, { at: by.at, by: by.who })
        tell({ field: 'component', before: sensor.component, after: component })
        return { ok: true as const }
      })
      parts.sensorsKnown.forget()
      return done
    },
  )
}
