import { callerOf, clientKey } from '../../../kernel/channels/routes/door.ts'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { takeReadings } from '../handle/intake.ts'
import { ReadingsBody, ReadingsTaken } from '../model/views.ts'
import { readOne } from '../rules/payload.ts'
import { faultWords } from '../words.ts'
import type { SensorRouteParts } from './parts.ts'

/** Readings by HTTP, under a key with `sensors.write`: on the disk when they are answered, told twice they count once. */
export function readingRoutes(http: Http, parts: SensorRouteParts): void {
  const { db, clock, sensorsKnown: known } = parts
  http.post(
    '/api/sensors/readings',
    {
      onRequest: clientKey(parts)('sensors.write'),
      schema: {
        tags: ['sensors'],
        summary: 'Takes readings in; what is wrong with each is named',
        body: ReadingsBody,
        response: { 200: ReadingsTaken, ...problems },
      },
    },
    async (request) => {
      const { readings, atomic = false } = request.body
      const now = clock.now()
      const read = readings.map((one) => readOne(one, null, now))
      const taken = await takeReadings({ db, clock, known }, callerOf(request).district, read, { atomic })
      if (taken.wakes) parts.nudge()
      const faults = taken.faults.map(({ place, sensor, fault }) => ({
        row: place + 1,
        sensor,
        fault,
        said: faultWords[fault],
      }))
      return { stored: taken.stored, repeated: taken.repeated, faults }
    },
  )
}
