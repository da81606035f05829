import { type Refused, refused } from '../../../platform/http/problem.ts'
import { sortableId } from '../../../platform/ids.ts'
import { faultOfUrl } from '../../../platform/mail/guard.ts'
import { instant, later } from '../../../platform/time.ts'
import { type Operator, operate } from '../../people/handle/operations.ts'
import type { SubscriptionId } from '../model/hooks.ts'
import { OLD_SECRET_MS } from '../rules/hooks.ts'
import {
  addSubscription,
  findSubscription,
  resumeSubscription,
  reviveDeliveries,
  rotateSecret,
  stopSubscription,
} from '../store/hooks.ts'
import { freshSecret } from './hooks.ts'
import type { ChannelsParts } from './parts.ts'

type Parts = Pick<ChannelsParts, 'db' | 'vault' | 'guard'>
type Done = { ok: true } | Refused
/** The secret is shown once; afterwards it only signs. */
export type HandedSecret = { readonly ok: true; readonly id: SubscriptionId; readonly secret: string }

export type NewSubscription = { readonly name: string; readonly url: string; readonly topics: readonly string[] }

export async function subscribe(parts: Parts, by: Operator, asked: NewSubscription): Promise<HandedSecret | Refused> {
  const fault = faultOfUrl(asked.url, parts.guard)
  if (fault !== null) return refused(fault)
  const id: SubscriptionId = `hook_${sortableId(by.at)}`
  const { secret, sealed } = await freshSecret(parts, by.district, id)
  return operate(parts.db, by, { what: 'channels.subscription.create', target: id }, async (tx) => {
    await addSubscription(tx, {
      ...asked,
      district: by.district,
      id,
      active: true,
      failingSince: null,
      stoppedAt: null,
      stoppedWhy: null,
      oldUntil: null,
      createdBy: by.who,
      createdAt: by.at,
      secret: sealed,
      oldSecret: null,
    })
    return { ok: true, id, secret }
  })
}

/** A new secret; for a day everything is signed with both, so that the receiver can change over. */
export async function changeSecret(parts: Parts, by: Operator, id: SubscriptionId): Promise<HandedSecret | Refused> {
  if ((await findSubscription(parts.db, by.district, id)) === null) return refused('no-such-subscription', 404)
  const { secret, sealed } = await freshSecret(parts, by.district, id)
  return operate(parts.db, by, { what: 'channels.subscription.rotate', target: id }, async (tx) => {
    await rotateSecret(tx, { district: by.district, id }, { secret: sealed, oldUntil: later(by.at, OLD_SECRET_MS) })
    return { ok: true, id, secret }
  })
}

export async function endSubscription({ db }: Parts, by: Operator, id: string): Promise<Done> {
  return operate(db, by, { what: 'channels.subscription.stop', target: id }, async (tx) => {
    const stopped = await stopSubscription(tx, { district: by.district, id }, { at: by.at, why: 'by-hand' })
    return stopped ? { ok: true } : refused('no-such-subscription', 404)
  })
}

/** Listens again, to what happens from now on; what failed before is tried again only when it is asked for. */
export async function restartSubscription({ db }: Parts, by: Operator, id: string): Promise<Done> {
  return operate(db, by, { what: 'channels.subscription.resume', target: id }, async (tx) =>
    (await resumeSubscription(tx, by.district, id)) ? { ok: true } : refused('no-such-subscription', 404),
  )
}

/** Tries again everything that ran out of tries. */
export async function retryDeliveries(
  { db }: Parts,
  by: Operator,
  id: string,
): Promise<{ ok: true; count: number } | Refused> {
  return operate(db, by, { what: 'channels.subscription.retry', target: id }, async (tx) => {
    const subscription = await findSubscription(tx, by.district, id)
    if (subscription === null) return refused('no-such-subscription', 404)
    if (!subscription.active) return refused('subscription-stopped-now')
    return { ok: true, count: await reviveDeliveries(tx, instant(0), { district: by.district, id }) }
  })
}
