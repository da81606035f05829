import type { FastifyPluginAsync } from 'fastify'
import { typed } from '../../../platform/http/typed.ts'
import { catalogueRoutes } from './catalogue.ts'
import { editingRoutes } from './editing.ts'
import { fileRoutes } from './files.ts'
import type { MatterRouteParts } from './parts.ts'
import { publicRoutes } from './public.ts'
import { treeRoutes } from './tree.ts'

/** Everything under `/api/matters`. `openDoor` must have been called on the instance before. */
export const matterRoutes =
  (parts: MatterRouteParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    publicRoutes(http, parts)
    catalogueRoutes(http, parts)
    editingRoutes(http, parts)
    treeRoutes(http, parts)
    await fileRoutes(http, parts)
  }
