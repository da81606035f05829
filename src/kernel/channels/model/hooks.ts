import type { Json } from '../../../platform/canonical.ts'
import type { Instant } from '../../../platform/time.ts'

export type SubscriptionId = `hook_${string}`

/**
 * What goes into `jobs.outbox` under the topic `webhook` to be told to other systems: what happened to what.
 * The row's id becomes the event's id. `data` names no person: ids, stages, outcomes, dates.
 */
export type HookEvent = { readonly type: `cn.yiwang.${string}`; readonly subject: string; readonly data: Json }

/** CloudEvents 1.0, structured mode (github.com/cloudevents/spec). `district` is an extension attribute. */
export type CloudEvent = {
  readonly specversion: '1.0'
  readonly id: string
  readonly source: string
  readonly type: string
  readonly subject: string
  readonly time: Instant
  readonly datacontenttype: 'application/json'
  readonly district: string
  readonly data: Json
}

export type Subscription = {
  readonly district: string
  readonly id: SubscriptionId
  readonly name: string
  readonly url: string
  /** Types of events: whole, or `cn.yiwang.case.*`, or `*`. */
  readonly topics: readonly string[]
  readonly active: boolean
  /** Since when every delivery has failed; null while they arrive. */
  readonly failingSince: Instant | null
  readonly stoppedAt: Instant | null
  readonly stoppedWhy: 'by-hand' | 'kept-failing' | null
  /** Until when the old secret signs too. */
  readonly oldUntil: Instant | null
  readonly createdBy: string
  readonly createdAt: Instant
}

/** One try. `outcome`: 'delivered', or why not. */
export type Delivery = {
  readonly id: string
  readonly subscription: SubscriptionId
  readonly event: string
  readonly topic: string
  readonly attempt: number
  readonly at: Instant
  readonly status: number | null
  readonly ms: number
  readonly outcome: DeliveryOutcome
}

export const deliveryOutcomes = [
  'delivered',
  'answered-no',
  'gone',
  'unreachable',
  'timed-out',
  'url-malformed',
  'url-with-password',
  'url-not-https',
  'url-host-not-allowed',
] as const
export type DeliveryOutcome = (typeof deliveryOutcomes)[number]
