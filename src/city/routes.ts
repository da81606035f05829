import type { FastifyPluginAsync } from 'fastify'
import { Type } from 'typebox'
import { needs } from '../kernel/organisations/routes/door.ts'
import { problems, refused } from '../platform/http/problem.ts'
import { typed } from '../platform/http/typed.ts'
import { DAY, HOUR } from '../platform/time.ts'
import { manifestOf } from './manifest.ts'
import type { City } from './open.ts'
import { version } from './version.ts'

const tags = ['city']
const CityAnswer = Type.Object({
  name: Type.String(),
  district: Type.String(),
  demo: Type.Boolean({ description: 'the invented town: codes are shown, nothing here is real' }),
  now: Type.String({ description: 'the city’s clock; in the demo it may have been turned' }),
  version: Type.String(),
})
const Turn = Type.Object(
  { hours: Type.Integer({ minimum: 1, maximum: (366 * DAY) / HOUR, title: '小时数' }) },
  { additionalProperties: false },
)

/** Everything under `/api/city`: what everybody may know of the city, and the demo's clock. */
export const cityRoutes =
  ({ config, clock, turnClock, runner, hub }: City): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    http.get(
      '/api/city',
      { schema: { tags, summary: 'Which city this is', response: { 200: CityAnswer, ...problems } } },
      async () => {
        const { cityName: name, district, demo } = config
        return { name, district, demo, now: clock.now(), version }
      },
    )
    http.get('/api/city/manifest', { schema: { tags, summary: 'How the face is installed' } }, async (_, reply) =>
      reply.type('application/manifest+json; charset=utf-8').send(manifestOf(config.cityName)),
    )
    http.post(
      '/api/city/clock',
      {
        onRequest: needs('city.clock'),
        schema: {
          tags,
          summary: 'Turn the clock of the demo ahead; what becomes due by it happens at once',
          body: Turn,
          response: { 200: Type.Object({ now: Type.String() }), ...problems },
        },
      },
      async ({ body }) => {
        if (turnClock === null) return refused('no-such-clock', 404)
        const now = await turnClock(body.hours * HOUR)
        runner.nudge()
        hub.publish('city')
        hub.publish('screen')
        return { now }
      },
    )
  }
