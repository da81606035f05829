import type { Json } from '../../../platform/canonical.ts'
import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import type { Message } from '../../../platform/jobs/model.ts'
import { putMessage } from '../../../platform/jobs/store.ts'
import type { Posted } from '../../../platform/mail/outbound.ts'
import { newSigningSecret, signedHeaders } from '../../../platform/mail/signature.ts'
import type { Instant } from '../../../platform/time.ts'
import { isSealed } from '../../ledger/model.ts'
import type { CloudEvent, Delivery, SubscriptionId } from '../model/hooks.ts'
import { cloudEventOf, hookEventOf, isPastHope, outcomeOfStatus, STOP_AFTER_DAYS, wants } from '../rules/hooks.ts'
import {
  activeSubscriptions,
  findSubscription,
  recordDelivery,
  type SealedSubscription,
  stopSubscription,
} from '../store/hooks.ts'
import { putNotice } from '../store/notices.ts'
import type { ChannelsParts } from './parts.ts'

export type HookParts = Pick<ChannelsParts, 'db' | 'clock' | 'vault' | 'post' | 'publicUrl' | 'administrators'>

/** For the runner, under the topic `webhook`: gives the event to every subscription that wants it, each on its own. */
export const fanOut =
  ({ db, publicUrl }: Pick<HookParts, 'db' | 'publicUrl'>) =>
  async (message: Message): Promise<void> => {
    const { district, id, at } = message
    const event = hookEventOf(message.payload)
    if (event === null) throw new Error(`message ${id} is no event for other systems`)
    const wanting = (await activeSubscriptions(db, district)).filter(({ topics }) => wants(topics, event.type))
    if (wanting.length === 0) return
    const told: Json = { ...cloudEventOf({ id, district, at, event }, publicUrl) }
    await db.transaction(async (tx) => {
      for (const { id: subscription } of wanting) {
        const payload = { subscription, event: told }
        await putMessage(tx, { district, id: `${id}>${subscription}`, topic: 'webhook-delivery', payload, at, due: at })
      }
    })
  }

/** For the runner, under the topic `webhook-delivery`: one event to one subscription. Throws so that it is tried again. */
export const deliver =
  (parts: HookParts) =>
  async (message: Message): Promise<void> => {
    const { subscription: id, event } = message.payload as { subscription: SubscriptionId; event: CloudEvent & Json }
    const subscription = await findSubscription(parts.db, message.district, id)
    if (subscription === null || !subscription.active) return
    const delivery = await tryOnce(parts, subscription, event, message.attempts)
    const failingSince = await recordDelivery(parts.db, message.district, delivery)
    if (delivery.outcome === 'delivered') return
    const isOver = delivery.outcome === 'gone' || (failingSince !== null && isPastHope(failingSince, delivery.at))
    if (!isOver) throw new Error(`${id}: ${delivery.outcome} ${delivery.status ?? ''}`.trim())
    await giveUp(parts, subscription, delivery.at)
  }

async function tryOnce(
  parts: HookParts,
  subscription: SealedSubscription,
  event: CloudEvent & Json,
  attempt: number,
): Promise<Delivery> {
  const at = parts.clock.now()
  const body = JSON.stringify(event)
  const secrets = await secretsOf(parts, subscription, at)
  const headers = {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'user-agent': 'yiwang-webhook/1',
    ...signedHeaders(event.id, Math.floor(Date.parse(at) / 1_000), body, secrets),
  }
  const posted = await parts.post({ url: subscription.url, headers, body })
  const { id, type } = event
  return { id: sortableId(at), subscription: subscription.id, event: id, topic: type, attempt, at, ...endOf(posted) }
}

const endOf = (posted: Posted): Pick<Delivery, 'status' | 'ms' | 'outcome'> =>
  posted.ok
    ? { status: posted.status, ms: posted.ms, outcome: outcomeOfStatus(posted.status) }
    : { status: null, ms: posted.ms, outcome: posted.refusal }

async function secretsOf({ vault }: HookParts, row: SealedSubscription, now: Instant): Promise<string[]> {
  const sealed = row.oldUntil !== null && row.oldUntil > now ? [row.secret, row.oldSecret] : [row.secret]
  const secrets: string[] = []
  for (const text of sealed) {
    const box: unknown = text === null ? null : JSON.parse(text)
    if (isSealed(box)) secrets.push(String(await vault.open(row.district, box)))
  }
  return secrets
}

/** A new secret in both forms: shown once, and sealed for the row. */
export async function freshSecret({ vault }: Pick<HookParts, 'vault'>, district: string, id: SubscriptionId) {
  const secret = newSigningSecret()
  return { secret, sealed: JSON.stringify(await vault.seal(district, id, secret)) }
}

/** Stops it and tells its maker and the administrators, once. */
async function giveUp(
  parts: HookParts,
  { district, id, name, createdBy }: SealedSubscription,
  at: Instant,
): Promise<void> {
  const told = new Set([createdBy, ...(await parts.administrators(district))])
  await parts.db.transaction(async (tx) => {
    if (!(await stopSubscription(tx, { district, id }, { at, why: 'kept-failing' }))) return
    for (const staff of told) {
      const to = { kind: 'staff', id: staff } as const
      const params = { name, days: STOP_AFTER_DAYS }
      await putNotice(tx, {
        district,
        id: `${id}/stopped/${at}/${staff}`,
        to,
        template: 'subscription-stopped',
        params,
        caseId: null,
        at,
        due: at,
      })
    }
  })
}

/** Sends a test event at once, stopped or not, and says what came of it. It does not count as a failure. */
export async function ping(
  parts: HookParts,
  district: string,
  id: string,
): Promise<({ ok: true } & Delivery) | Refused> {
  const subscription = await findSubscription(parts.db, district, id)
  if (subscription === null) return refused('no-such-subscription', 404)
  const at = parts.clock.now()
  const event = { type: 'cn.yiwang.ping', subject: id, data: { name: subscription.name } } as const
  const told = cloudEventOf({ id: `ping_${sortableId(at)}`, district, at, event }, parts.publicUrl)
  const delivery = await tryOnce(parts, subscription, { ...told } as CloudEvent & Json, 1)
  await recordDelivery(parts.db, district, delivery, false)
  return { ok: true, ...delivery }
}
