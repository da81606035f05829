import { Type } from 'typebox'
import { problems } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { staffOnly } from '../../people/routes/door.ts'
import { Ok } from '../../people/routes/shapes.ts'
import { createDraft, dropDraft, publish, retire, saveDraft } from '../handle/matters.ts'
import { asContents, DaySchema, MatterContents, MatterIdSchema } from '../model/schema.ts'
import { EDIT_RIGHT, PUBLISH_RIGHT } from '../policy.ts'
import { logged, type MatterRouteParts, told } from './parts.ts'
import { MatterParams, Revision } from './shapes.ts'

const tags = ['matters']
const editors = { onRequest: [staffOnly, needs(EDIT_RIGHT)] }
const publishers = { onRequest: [staffOnly, needs(PUBLISH_RIGHT)] }
const Saved = Type.Object({ ok: Type.Literal(true), revision: Revision })
const Published = Type.Object({ ok: Type.Literal(true), version: Type.Integer() })

/** Changing the catalogue: editors write drafts, publishers make them the next version. */
export function editingRoutes(http: Http, parts: MatterRouteParts): void {
  draftRoutes(http, parts)
  publishRoutes(http, parts)
}

function draftRoutes(http: Http, parts: MatterRouteParts): void {
  http.post(
    '/api/matters/catalogue',
    {
      ...editors,
      schema: {
        tags,
        summary: 'Opens a matter with its first draft',
        body: Type.Object({ id: MatterIdSchema, contents: MatterContents }, { additionalProperties: false }),
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const { id, contents } = request.body
      const { district } = staffOf(request)
      return logged(parts, request, { what: 'matters.draft.create', target: id }, (tx, stroke) =>
        createDraft(tx, { district, id }, asContents(contents), stroke),
      )
    },
  )

  http.put(
    '/api/matters/catalogue/:id/draft',
    {
      ...editors,
      schema: {
        tags,
        summary: 'Saves the draft; of a published matter it opens one',
        params: MatterParams,
        body: Type.Object({ revision: Revision, contents: MatterContents }, { additionalProperties: false }),
        response: { 200: Saved, ...problems },
      },
    },
    async (request) => {
      const which = { district: staffOf(request).district, id: request.params.id, revision: request.body.revision }
      const contents = asContents(request.body.contents)
      return logged(parts, request, { what: 'matters.draft.save', target: which.id }, async (tx, stroke) =>
        told(await saveDraft(tx, which, contents, stroke)),
      )
    },
  )

  http.delete(
    '/api/matters/catalogue/:id/draft',
    {
      ...editors,
      schema: {
        tags,
        summary: 'Throws the draft away; a matter never published goes with it',
        params: MatterParams,
        querystring: Type.Object({ revision: Revision }),
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const which = { district: staffOf(request).district, id: request.params.id, revision: request.query.revision }
      return logged(parts, request, { what: 'matters.draft.drop', target: which.id }, (tx, stroke) =>
        dropDraft(tx, which, stroke),
      )
    },
  )
}

function publishRoutes(http: Http, parts: MatterRouteParts): void {
  http.post(
    '/api/matters/catalogue/:id/publish',
    {
      ...publishers,
      schema: {
        tags,
        summary: 'Makes the draft the next version, for ever',
        params: MatterParams,
        body: Type.Object({ revision: Revision, note: Type.String({ title: '说明', maxLength: 400 }) }),
        response: { 200: Published, ...problems },
      },
    },
    async (request) => {
      const { revision, note } = request.body
      const which = { district: staffOf(request).district, id: request.params.id, revision }
      const known = { procedures: parts.knownProcedures }
      return logged(parts, request, { what: 'matters.publish', target: which.id }, async (tx, stroke) => {
        const done = await publish(tx, known, which, { ...stroke, note })
        return done.ok ? { ok: true as const, version: done.matter.version } : done
      })
    },
  )

  http.post(
    '/api/matters/catalogue/:id/retire',
    {
      ...publishers,
      schema: {
        tags,
        summary: 'Takes no new cases after that day',
        params: MatterParams,
        body: Type.Object({ lastDay: DaySchema }),
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const which = { district: staffOf(request).district, id: request.params.id }
      return logged(parts, request, { what: 'matters.retire', target: which.id }, async (tx, stroke) =>
        told(await retire(tx, which, request.body.lastDay, stroke)),
      )
    },
  )
}
