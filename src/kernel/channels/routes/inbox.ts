import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import type { Instant } from '../../../platform/time.ts'
import { whoOf } from '../../organisations/routes/door.ts'
import { signedIn } from '../../people/routes/door.ts'
import { InstantText, Ok } from '../../people/routes/shapes.ts'
import { inboxLine } from '../handle/presenting.ts'
import { wordingBook } from '../handle/wordings.ts'
import { PreferenceBody } from '../model/notices.ts'
import { type Boxes, markAllRead, markRead, noticesIn, unreadIn } from '../store/boxes.ts'
import { getPreference, setPreference } from '../store/templates.ts'
import type { ChannelsRouteParts } from './parts.ts'
import { InboxLine } from './shapes.ts'

const tags = ['channels']

/**
 * One's own notices; for staff also those of every unit in which they hold a post, and those for whoever has one of
 * their capacities: the case engine lays these into the box `capacity:<name>`.
 */
export function boxesOf(request: FastifyRequest): Boxes {
  const who = whoOf(request)
  if (who.kind === 'resident') return { district: who.district, boxes: [{ kind: 'resident', id: who.id }] }
  const capacities = who.posts.flatMap((post) => post.capacities.map((capacity) => `capacity:${capacity}`))
  const shared = new Set<string>([who.unit, ...who.posts.map(({ unit }) => unit), ...capacities])
  const ofDesks = [...shared].map((id) => ({ kind: 'unit', id }) as const)
  return { district: who.district, boxes: [{ kind: 'staff', id: who.id }, ...ofDesks] }
}

export function inboxRoutes(http: Http, parts: ChannelsRouteParts): void {
  const { db, clock } = parts
  const guard = { onRequest: signedIn }

  http.get(
    '/api/channels/inbox',
    {
      ...guard,
      schema: {
        tags,
        summary: 'My notices, newest first',
        querystring: Type.Object({ ...pageQuery, unread: Type.Optional(Type.Boolean()) }),
        response: { 200: Page(InboxLine), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, unread = false } = request.query
      const from = afterOf(after)
      if (!from.ok) return from
      const boxes = boxesOf(request)
      const found = await noticesIn(db, boxes, { unreadOnly: unread, after: from.place, limit: limit + 1 })
      const book = await wordingBook(parts, boxes.district)
      const page = pageOf(found, limit, ({ at, id }) => [at, id])
      return { rows: page.rows.map((notice) => inboxLine(notice, book)), next: page.next }
    },
  )

  http.get(
    '/api/channels/inbox/unread',
    {
      ...guard,
      schema: {
        tags,
        summary: 'How many are unread; 100 stands for more',
        response: { 200: Type.Object({ count: Type.Integer() }), ...problems },
      },
    },
    async (request) => ({ count: await unreadIn(db, boxesOf(request)) }),
  )

  http.post(
    '/api/channels/inbox/read',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Marks one as read, or everything up to a moment',
        body: Type.Union([Type.Object({ id: Type.String({ maxLength: 200 }) }), Type.Object({ until: InstantText })]),
        response: { 200: Ok, ...problems },
      },
    },
    async (request) => {
      const { body } = request
      const boxes = boxesOf(request)
      if ('until' in body) await markAllRead(db, boxes, body.until as Instant, clock.now())
      else if (!(await markRead(db, boxes, body.id, clock.now()))) return refused('no-such-notice', 404)
      return { ok: true as const }
    },
  )

  preferenceRoutes(http, parts)
}

function preferenceRoutes(http: Http, { db, clock }: ChannelsRouteParts): void {
  http.get(
    '/api/channels/preference',
    {
      onRequest: signedIn,
      schema: { tags, summary: 'How I want to be told', response: { 200: PreferenceBody, ...problems } },
    },
    async (request) => getPreference(db, whoOf(request)),
  )

  http.put(
    '/api/channels/preference',
    {
      onRequest: signedIn,
      schema: { tags, summary: 'Says how I want to be told', body: PreferenceBody, response: { 200: Ok, ...problems } },
    },
    async (request) => {
      await setPreference(db, whoOf(request), request.body, clock.now())
      return { ok: true as const }
    },
  )
}

/** The place after which a list of notices goes on. */
export function afterOf(cursor: string | undefined) {
  if (cursor === undefined) return { ok: true, place: null } as const
  const read = decodeCursor(cursor, 2)
  if (!read.ok) return read
  const [at, id] = read.key
  if (!/^\d{4}-\d\d-\d\dT[\d:.]{12}Z$/.test(String(at))) return refused('bad-cursor')
  return { ok: true, place: { at: String(at) as Instant, id: String(id) } } as const
}
