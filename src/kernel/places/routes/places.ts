import type { FastifyPluginAsync } from 'fastify'
import { typed } from '../../../platform/http/typed.ts'
import { addressFileRoutes } from './address-files.ts'
import { addressPageRoutes } from './address-pages.ts'
import { addressRoutes } from './addresses.ts'
import { atRoutes } from './at.ts'
import { codeRuleRoutes } from './code-rules.ts'
import { componentFileRoutes } from './component-files.ts'
import { componentRoutes } from './components.ts'
import { importRoutes } from './imports.ts'
import { layerTileRoutes } from './layer-tiles.ts'
import { layerRoutes } from './layers.ts'
import { mapRoutes } from './map.ts'
import type { PlacesRouteParts } from './parts.ts'

/** Everything under `/api/places`. */
export const placesRoutes =
  (parts: PlacesRouteParts): FastifyPluginAsync =>
  async (plain) => {
    const http = typed(plain)
    mapRoutes(http, parts)
    atRoutes(http, parts)
    addressRoutes(http, parts)
    addressFileRoutes(http, parts)
    addressPageRoutes(http, parts)
    layerRoutes(http, parts)
    layerTileRoutes(http, parts)
    importRoutes(http, parts)
    codeRuleRoutes(http, parts)
    componentRoutes(http, parts)
    componentFileRoutes(http, parts)
  }
