import type { FastifyPluginAsync } from 'fastify'
import { typed } from '../../../platform/http/typed.ts'
import { absenceRoutes } from './absence.ts'
import { colleagueRoutes } from './colleagues.ts'
import { dictionaryRoutes } from './dictionaries.ts'
import { dutyRoutes } from './duties.ts'
import { historyRoutes } from './history.ts'
import { leaveRoutes } from './leave.ts'
import type { OrganisationRouteParts } from './parts.ts'
import { postRoutes } from './posts.ts'
import { previewRoutes } from './previews.ts'
import { roleRoutes } from './roles.ts'
import { tableRoutes } from './tables.ts'
import { unitRoutes } from './units.ts'

/** Everything under `/api/organisations`. `openDoor` must have been called on the instance before. */
export const organisationRoutes =
  (parts: OrganisationRouteParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    unitRoutes(http, parts)
    roleRoutes(http, parts)
    postRoutes(http, parts)
    absenceRoutes(http, parts)
    dutyRoutes(http, parts)
    colleagueRoutes(http, parts)
    previewRoutes(http, parts)
    historyRoutes(http, parts)
    leaveRoutes(http, parts)
    tableRoutes(http, parts)
    dictionaryRoutes(http, parts)
  }
