import type { FastifyPluginAsync } from 'fastify'
import type { CaseDocumentParts } from '../../../kernel/cases/handle/documents.ts'
import { typed } from '../../../platform/http/typed.ts'
import { documentRoutes } from './documents.ts'
import { fileRoutes } from './file.ts'
import { followRoutes } from './follow.ts'
import { mineRoutes } from './mine.ts'
import { orderMoveRoutes } from './moves.ts'
import { proposalRoutes } from './proposal.ts'

/** Everything under `/api/orders`, the resident's door. `openDoor` must have been called on the instance before. */
export const orderRoutes =
  (parts: CaseDocumentParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    fileRoutes(http, parts)
    proposalRoutes(http, parts)
    mineRoutes(http, parts)
    followRoutes(http, parts)
    documentRoutes(http, parts)
    orderMoveRoutes(http, parts)
  }
