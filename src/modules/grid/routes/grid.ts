import type { FastifyPluginAsync } from 'fastify'
import { typed } from '../../../platform/http/typed.ts'
import type { GridRouteParts } from './parts.ts'
import { patrolRoutes } from './patrol.ts'
import { proactiveRoutes } from './proactive.ts'

/** Everything under `/api/grid`. */
export const gridRoutes =
  (parts: GridRouteParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    patrolRoutes(http, parts)
    proactiveRoutes(http, parts)
  }
