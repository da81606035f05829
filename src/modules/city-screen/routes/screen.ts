import type { FastifyPluginAsync } from 'fastify'
import { typed } from '../../../platform/http/typed.ts'
import type { ScreenParts } from '../handle/parts.ts'
import { boardRoutes } from './board.ts'
import { figureRoutes } from './figures.ts'
import { groundRoutes } from './ground.ts'
import { listRoutes } from './lists.ts'
import { replayRoutes } from './replay.ts'

/** Everything under `/api/city-screen`. */
export const screenRoutes =
  (parts: ScreenParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    boardRoutes(http, parts)
    figureRoutes(http, parts)
    listRoutes(http, parts)
    replayRoutes(http, parts)
    groundRoutes(http, parts)
  }
