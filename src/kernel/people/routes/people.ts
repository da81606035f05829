import type { FastifyPluginAsync } from 'fastify'
import { typed } from '../../../platform/http/typed.ts'
import { logRoutes } from './logs.ts'
import { type MeParts, meRoutes } from './me.ts'
import { signInRoutes } from './sign-in.ts'
import { staffRoutes } from './staff.ts'

/** Everything under `/api/people`. `recogniseEverybody` must have been called on the instance before. */
export const peopleRoutes =
  (parts: MeParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    signInRoutes(http, parts)
    meRoutes(http, parts)
    staffRoutes(http, parts)
    logRoutes(http, parts)
  }
