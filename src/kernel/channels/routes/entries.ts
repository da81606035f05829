import { Type } from 'typebox'
import { Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { MINUTE } from '../../../platform/time.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { Ok } from '../../people/routes/shapes.ts'
import { closeEntry, entrySvg, openEntry } from '../handle/entries.ts'
import { type Entry, entryKinds } from '../model/entries.ts'
import { entryUrl, wayFrom } from '../rules/entries.ts'
import { entriesOf, findEntry } from '../store/entries.ts'
import { afterOf } from './inbox.ts'
import { type ChannelsRouteParts, MANAGE_RIGHT, operator } from './parts.ts'
import { EntryBody, EntryLine, FoundEntry } from './shapes.ts'

const tags = ['channels']
const Code = Type.String({ pattern: '^[0-9a-z]{10}$' })
const Params = Type.Object({ code: Code })
const guard = { onRequest: needs(MANAGE_RIGHT) }

/** Printed codes: made and ended by those who manage channels, followed by everybody. */
export function entryRoutes(http: Http, parts: ChannelsRouteParts): void {
  const { db, publicUrl } = parts
  const lineOf = (entry: Entry) => ({ ...entry, url: entryUrl(publicUrl, entry) })

  http.get(
    '/api/channels/entries',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Printed codes, newest first',
        querystring: Type.Object({ ...pageQuery, kind: Type.Optional(Type.Enum([...entryKinds])) }),
        response: { 200: Page(EntryLine), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, kind = null } = request.query
      const from = afterOf(after)
      if (!from.ok) return from
      const place = from.place === null ? null : { at: from.place.at, code: from.place.id }
      const found = await entriesOf(db, { district: staffOf(request).district, kind, after: place, limit: limit + 1 })
      const page = pageOf(found, limit, ({ createdAt, code }) => [createdAt, code])
      return { rows: page.rows.map(lineOf), next: page.next }
    },
  )

  http.post(
    '/api/channels/entries',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Makes a code, or gives the one that is there',
        body: EntryBody,
        response: { 200: Type.Object({ ok: Type.Literal(true), code: Type.String() }), ...problems },
      },
    },
    async (request) => {
      const { kind, title, place = {}, target = null } = request.body
      return openEntry(parts, operator(parts, request), { kind, title, place, target })
    },
  )

  http.post(
    '/api/channels/entries/:code/end',
    {
      ...guard,
      schema: { tags, summary: 'The code leads nowhere any more', params: Params, response: { 200: Ok, ...problems } },
    },
    async (request) => closeEntry(parts, operator(parts, request), request.params.code),
  )

  sheetRoute(http, parts)
  followRoute(http, parts)
}

function sheetRoute(http: Http, { db, publicUrl }: ChannelsRouteParts): void {
  http.get(
    '/api/channels/entries/:code/sheet',
    {
      ...guard,
      schema: { tags, summary: 'The code as a printable SVG', params: Params, produces: ['image/svg+xml'] },
    },
    async (request, reply) => {
      const entry = await findEntry(db, staffOf(request).district, request.params.code)
      if (entry === null) return reply.send(refused('no-such-entry', 404))
      return reply.type('image/svg+xml; charset=utf-8').send(entrySvg(publicUrl, entry))
    },
  )
}

/** Open to everybody: whoever stands before the mailbox is not signed in. */
function followRoute(http: Http, { db }: ChannelsRouteParts): void {
  http.get(
    '/api/channels/entry/:district/:code',
    {
      config: { rate: { most: 60, within: MINUTE } },
      schema: {
        tags,
        summary: 'Where a scanned code leads',
        params: Type.Object({ district: Type.String({ pattern: '^\\d{6,12}$' }), code: Code }),
        response: { 200: FoundEntry, ...problems },
      },
    },
    async (request) => {
      const entry = await findEntry(db, request.params.district, request.params.code)
      if (entry === null) return refused('no-such-entry', 404)
      if (!entry.active) return refused('entry-ended', 404)
      const { kind, title, place } = entry
      return { ok: true as const, kind, title, place, goTo: wayFrom(entry) }
    },
  )
}
