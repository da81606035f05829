import type { FastifyPluginAsync } from 'fastify'
import { expectClients } from '../../../kernel/channels/routes/door.ts'
import { typed } from '../../../platform/http/typed.ts'
import { boundRoute } from './bound.ts'
import { listRoutes } from './lists.ts'
import { ofCaseRoute } from './of-case.ts'
import { sensorRoutes } from './one-sensor.ts'
import type { SensorRouteParts } from './parts.ts'
import { readingRoutes } from './readings.ts'
import { ruleRoutes } from './rules.ts'

/** Everything under `/api/sensors`. */
export const sensorsRoutes =
  (parts: SensorRouteParts): FastifyPluginAsync =>
  async (plain) => {
    expectClients(plain)
    const http = typed(plain)
    readingRoutes(http, parts)
    listRoutes(http, parts)
    sensorRoutes(http, parts)
    boundRoute(http, parts)
    ruleRoutes(http, parts)
    ofCaseRoute(http, parts)
  }
