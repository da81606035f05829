import type { FastifyPluginAsync } from 'fastify'
import { typed } from '../../../platform/http/typed.ts'
import { alarmRoutes } from './alarms.ts'
import { batchRoutes } from './batch.ts'
import { caseRoutes } from './case.ts'
import { documentRoutes } from './documents.ts'
import { entryRoutes } from './entries.ts'
import { entryFileRoutes } from './entry-files.ts'
import { impactRoutes } from './impact.ts'
import { letterRoutes } from './letters.ts'
import { listRoutes } from './lists.ts'
import { mapRoutes } from './map.ts'
import { moveRoutes } from './moves.ts'
import type { CasesRouteParts } from './parts.ts'
import { personRoutes } from './persons.ts'
import { photoRoutes } from './photos.ts'
import { templateRoutes } from './reply-templates.ts'
import { savedViewRoutes } from './saved-views.ts'

/** Everything under `/api/cases`. `openDoor` must have been called on the instance before. */
export const casesRoutes =
  (parts: CasesRouteParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    listRoutes(http, parts)
    alarmRoutes(http, parts)
    entryRoutes(http, parts)
    entryFileRoutes(http, parts)
    photoRoutes(http, parts)
    mapRoutes(http, parts)
    batchRoutes(http, parts)
    savedViewRoutes(http, parts)
    templateRoutes(http, parts)
    letterRoutes(http, parts)
    personRoutes(http, parts)
    documentRoutes(http, parts)
    impactRoutes(http, parts)
    caseRoutes(http, parts)
    moveRoutes(http, parts)
  }
