import type { FastifyPluginAsync } from 'fastify'
import { typed } from '../../../platform/http/typed.ts'
import { deliveryRoutes } from './deliveries.ts'
import { georeportRoutes } from './georeport.ts'
import { offerRoutes } from './offers.ts'
import { partnerRoutes } from './partners.ts'
import type { ExchangeRouteParts } from './parts.ts'

/** Everything under `/api/exchange`. */
export const exchangeRoutes =
  (parts: ExchangeRouteParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    partnerRoutes(http, parts)
    deliveryRoutes(http, parts)
    offerRoutes(http, parts)
    await plain.register(georeportRoutes(parts))
  }
