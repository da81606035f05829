import type { FastifyPluginAsync } from 'fastify'
import type { CaseDoorParts } from '../../../kernel/cases/handle/door-parts.ts'
import { typed } from '../../../platform/http/typed.ts'
import { fileRoutes } from './file.ts'
import { followRoutes } from './follow.ts'
import { mineRoutes } from './mine.ts'
import { orderMoveRoutes } from './moves.ts'
import { proposalRoutes } from './proposal.ts'

/** Everything under `/api/orders`, the resident's door. `openDoor` must have been called on the instance before. */
export const orderRoutes =
  (parts: CaseDoorParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    fileRoutes(http, parts)
    proposalRoutes(http, parts)
    mineRoutes(http, parts)
    followRoutes(http, parts)
    orderMoveRoutes(http, parts)
  }
