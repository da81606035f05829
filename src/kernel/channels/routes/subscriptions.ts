import { Type } from 'typebox'
import { decodeCursor, Page, pageOf, pageQuery } from '../../../platform/http/paging.ts'
import { problems, refused } from '../../../platform/http/problem.ts'
import type { Http } from '../../../platform/http/typed.ts'
import { needs, staffOf } from '../../organisations/routes/door.ts'
import { Ok } from '../../people/routes/shapes.ts'
import { ping } from '../handle/hooks.ts'
import {
  changeSecret,
  endSubscription,
  restartSubscription,
  retryDeliveries,
  subscribe,
} from '../handle/subscriptions.ts'
import type { SubscriptionId } from '../model/hooks.ts'
import { deliveriesOf, findSubscription, subscriptionsOf } from '../store/hooks.ts'
import { type ChannelsRouteParts, MANAGE_RIGHT, operator } from './parts.ts'
import { DeliveryLine, HandedSecret, PingAnswer, SubscriptionBody, SubscriptionLine } from './shapes.ts'

const tags = ['channels']
const Params = Type.Object({ id: Type.String({ pattern: '^hook_[0-9a-z]{26}$' }) })
const guard = { onRequest: needs(MANAGE_RIGHT) }

/** The cursor of a list whose ids are time-ordered: the id of the last row. */
export function afterId(cursor: string | undefined) {
  if (cursor === undefined) return { ok: true, id: null } as const
  const read = decodeCursor(cursor, 1)
  return read.ok ? ({ ok: true, id: String(read.key[0]) } as const) : read
}

/** Who is told what happens here, in another system; every change stands in the operation log. */
export function subscriptionRoutes(http: Http, parts: ChannelsRouteParts): void {
  const { db } = parts

  http.get(
    '/api/channels/subscriptions',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Subscriptions, newest first',
        querystring: Type.Object(pageQuery),
        response: { 200: Page(SubscriptionLine), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50 } = request.query
      const from = afterId(after)
      if (!from.ok) return from
      const { district } = staffOf(request)
      const page = pageOf(
        await subscriptionsOf(db, { district, after: from.id, limit: limit + 1 }),
        limit,
        ({ id }) => [id],
      )
      return { rows: page.rows.map((row) => ({ ...row, topics: [...row.topics] })), next: page.next }
    },
  )

  http.post(
    '/api/channels/subscriptions',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Subscribes another system; the secret is shown once',
        body: SubscriptionBody,
        response: { 200: HandedSecret, ...problems },
      },
    },
    async (request) => subscribe(parts, operator(parts, request), request.body),
  )

  http.post(
    '/api/channels/subscriptions/:id/secret',
    {
      ...guard,
      schema: {
        tags,
        summary: 'A new secret; the old one signs too for a day',
        params: Params,
        response: { 200: HandedSecret, ...problems },
      },
    },
    async (request) => changeSecret(parts, operator(parts, request), request.params.id as SubscriptionId),
  )

  runningRoutes(http, parts)
  deliveryRoutes(http, parts)
}

function runningRoutes(http: Http, parts: ChannelsRouteParts): void {
  http.post(
    '/api/channels/subscriptions/:id/stop',
    { ...guard, schema: { tags, summary: 'Stops a subscription', params: Params, response: { 200: Ok, ...problems } } },
    async (request) => endSubscription(parts, operator(parts, request), request.params.id),
  )

  http.post(
    '/api/channels/subscriptions/:id/resume',
    { ...guard, schema: { tags, summary: 'Listens again', params: Params, response: { 200: Ok, ...problems } } },
    async (request) => restartSubscription(parts, operator(parts, request), request.params.id),
  )

  http.post(
    '/api/channels/subscriptions/:id/ping',
    {
      ...guard,
      schema: { tags, summary: 'Sends a test event now', params: Params, response: { 200: PingAnswer, ...problems } },
    },
    async (request) => ping(parts, staffOf(request).district, request.params.id),
  )
}

function deliveryRoutes(http: Http, parts: ChannelsRouteParts): void {
  const { db } = parts

  http.get(
    '/api/channels/subscriptions/:id/deliveries',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Tries, newest first',
        params: Params,
        querystring: Type.Object({ ...pageQuery, failed: Type.Optional(Type.Boolean()) }),
        response: { 200: Page(DeliveryLine), ...problems },
      },
    },
    async (request) => {
      const { after, limit = 50, failed = false } = request.query
      const from = afterId(after)
      if (!from.ok) return from
      const { district } = staffOf(request)
      const { id: subscription } = request.params
      if ((await findSubscription(db, district, subscription)) === null) return refused('no-such-subscription', 404)
      const question = { district, subscription, failedOnly: failed, after: from.id, limit: limit + 1 }
      const page = pageOf(await deliveriesOf(db, question), limit, ({ id }) => [id])
      return { rows: [...page.rows], next: page.next }
    },
  )

  http.post(
    '/api/channels/subscriptions/:id/retry',
    {
      ...guard,
      schema: {
        tags,
        summary: 'Tries again everything that ran out of tries',
        params: Params,
        response: { 200: Type.Object({ ok: Type.Literal(true), count: Type.Integer() }), ...problems },
      },
    },
    async (request) => retryDeliveries(parts, operator(parts, request), request.params.id),
  )
}
