import type { Json } from '../../../platform/canonical.ts'
import { DAY, type Instant, later } from '../../../platform/time.ts'
import type { CloudEvent, DeliveryOutcome, HookEvent } from '../model/hooks.ts'

/** After so long without one delivery arriving a subscription is stopped. */
export const STOP_AFTER_DAYS = 5
/** How long the old secret signs beside the new one. */
export const OLD_SECRET_MS = DAY
/** How long a delivery that ran out of tries is still tried again every hour. */
export const REVIVE_FOR_MS = 3 * DAY

/** A row of the outbox as other systems are told it. `source` is the public address of this house. */
export const cloudEventOf = (
  row: { readonly id: string; readonly district: string; readonly at: Instant; readonly event: HookEvent },
  source: string,
): CloudEvent => ({
  specversion: '1.0',
  id: row.id,
  source,
  type: row.event.type,
  subject: row.event.subject,
  time: row.at,
  datacontenttype: 'application/json',
  district: row.district,
  data: row.event.data,
})

/**
 * What the payload of a `webhook` message says; null when somebody put something else there. A fact of a case may also
 * come flat, as the case engine writes it: `{case, type: 'RatedBadly', …}` is told as `cn.yiwang.case.rated-badly`.
 */
export function hookEventOf(payload: Json): HookEvent | null {
  if (payload === null || typeof payload !== 'object' || Array.isArray(payload)) return null
  const { type, subject, data = null, case: caseId, ...rest } = payload as { readonly [key: string]: Json | undefined }
  if (typeof type !== 'string') return null
  if (typeof caseId === 'string') return { type: `cn.yiwang.case.${kebab(type)}`, subject: caseId, data: rest }
  return isOurs(type) && typeof subject === 'string' ? { type, subject, data } : null
}

const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()

const isOurs = (type: string): type is HookEvent['type'] => type.startsWith('cn.yiwang.')

/** Whether a subscription wants events of this type. */
export const wants = (topics: readonly string[], type: string): boolean =>
  topics.some(
    (topic) => topic === '*' || topic === type || (topic.endsWith('.*') && type.startsWith(topic.slice(0, -1))),
  )

/** Any 2xx is an arrival; 410 means the receiver wants no more (Standard Webhooks). */
export function outcomeOfStatus(status: number): DeliveryOutcome {
  if (status >= 200 && status < 300) return 'delivered'
  return status === 410 ? 'gone' : 'answered-no'
}

/** Whether it has failed so long that it is stopped. */
export const isPastHope = (failingSince: Instant, now: Instant): boolean =>
  later(failingSince, STOP_AFTER_DAYS * DAY) <= now
