import type { FastifyPluginAsync } from 'fastify'
import { typed } from '../../../platform/http/typed.ts'
import { boardRoutes } from './board.ts'
import { learningRoutes } from './learning.ts'
import type { DispatchRouteParts } from './parts.ts'
import { similarRoutes } from './similar.ts'
import { topicRoutes } from './topics.ts'
import { watchListRoutes } from './watch-list.ts'

/** Everything under `/api/dispatch`. */
export const dispatchRoutes =
  (parts: DispatchRouteParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    parts.likeness.open(parts.district)
    similarRoutes(http, parts)
    watchListRoutes(http, parts)
    topicRoutes(http, parts)
    boardRoutes(http, parts)
    learningRoutes(http, parts)
  }
