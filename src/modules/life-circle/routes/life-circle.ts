import type { FastifyPluginAsync } from 'fastify'
import { typed } from '../../../platform/http/typed.ts'
import { boardRoutes } from './board.ts'
import { circleRoutes } from './circle.ts'
import { facilityRoutes } from './facilities.ts'
import { gapRoutes } from './gaps.ts'
import { networkRoutes } from './networks.ts'
import type { LifeCircleRouteParts } from './parts.ts'
import { planRoutes } from './plans.ts'
import { profileRoutes } from './profiles.ts'
import { reportRoutes } from './report.ts'
import { runRoutes } from './runs.ts'
import { spotFileRoutes } from './spot-file.ts'
import { spotRoutes } from './spots.ts'

/** Everything under `/api/life-circle`. */
export const lifeCircleRoutes =
  (parts: LifeCircleRouteParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    profileRoutes(http, parts)
    facilityRoutes(http, parts)
    spotRoutes(http, parts)
    circleRoutes(http, parts)
    planRoutes(http, parts)
    gapRoutes(http, parts)
    networkRoutes(http, parts)
    boardRoutes(http, parts)
    reportRoutes(http, parts)
    runRoutes(http, parts)
    spotFileRoutes(http, parts)
  }
