import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { CodeRuleView, LayerParam } from '../model/layer-views.ts'
import { LAYERS_RIGHT, READ_RIGHT } from '../policy.ts'
import { codeRulesOf, putCodeRule } from '../store/code-rules.ts'
import { logged, type PlacesRouteParts } from './parts.ts'

const tags = ['places']

/** How codes are made: read by the desk, changed by those who keep the layers. */
export function codeRuleRoutes(http: Http, parts: PlacesRouteParts): void {
  http.get(
    '/api/places/code-rules',
    {
      onRequest: needs(READ_RIGHT),
      schema: {
        tags,
        summary: 'How the codes of each layer are made',
        response: { 200: Type.Object({ rows: Type.Array(CodeRuleView) }), ...problems },
      },
    },
    async (request) => ({ rows: [...(await codeRulesOf(parts.db, staffOf(request).district))] }),
  )
  http.put(
    '/api/places/code-rules/:layer',
    {
      onRequest: needs(LAYERS_RIGHT),
      schema: {
        tags,
        summary: 'Changes how codes of a layer are made; what is published keeps its codes',
        params: LayerParam,
        body: Type.Omit(CodeRuleView, ['layer', 'lead']),
        response: { 200: CodeRuleView, ...problems },
      },
    },
    async (request) => {
      const { layer } = request.params
      const { district } = staffOf(request)
      const lead = (await codeRulesOf(parts.db, district)).find((one) => one.layer === layer)?.lead ?? null
      const rule = { ...request.body, layer, lead }
      await logged(parts, request, { what: 'places.code-rule', target: layer }, async (tx, by) => {
        await putCodeRule(tx, district, rule, { at: by.at, by: by.who })
        return { ok: true as const }
      })
      return rule
    },
  )
}
