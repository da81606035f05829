import type { FastifyPluginAsync } from 'fastify'
import { typed } from '../../../platform/http/typed.ts'
import { clientRoutes } from './clients.ts'
import { entryRoutes } from './entries.ts'
import { inboxRoutes } from './inbox.ts'
import { logRoutes } from './log.ts'
import type { ChannelsRouteParts } from './parts.ts'
import { subscriptionRoutes } from './subscriptions.ts'
import { templateRoutes } from './templates.ts'

/** Everything under `/api/channels`. `openDoor` must have been called on the instance before. */
export const channelsRoutes =
  (parts: ChannelsRouteParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    inboxRoutes(http, parts)
    logRoutes(http, parts)
    templateRoutes(http, parts)
    subscriptionRoutes(http, parts)
    clientRoutes(http, parts)
    entryRoutes(http, parts)
  }
