import type { FastifyPluginAsync } from 'fastify'
import { georeportRoutes } from './georeport.ts'
import type { ExchangeRouteParts } from './parts.ts'

/** Everything under `/api/exchange`. */
export const exchangeRoutes =
  (parts: ExchangeRouteParts): FastifyPluginAsync =>
  async (plain) => {
    await plain.register(georeportRoutes(parts))
  }
