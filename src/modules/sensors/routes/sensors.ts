import type { FastifyPluginAsync } from 'fastify'
import { expectClients } from '../../../kernel/channels/routes/door.ts'
import { typed } from '../../../platform/http/typed.ts'
import type { SensorRouteParts } from './parts.ts'
import { readingRoutes } from './readings.ts'
import { ruleRoutes } from './rules.ts'
import { sensorRoutes } from './sensors-list.ts'

/** Everything under `/api/sensors`. */
export const sensorsRoutes =
  (parts: SensorRouteParts): FastifyPluginAsync =>
  async (plain) => {
    expectClients(plain)
    const http = typed(plain)
    readingRoutes(http, parts)
    sensorRoutes(http, parts)
    ruleRoutes(http, parts)
  }
