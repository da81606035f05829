import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Delivery, Subscription, SubscriptionId } from '../model/hooks.ts'

/** A subscription with its signing secrets, still sealed. */
export type SealedSubscription = Subscription & { readonly secret: string; readonly oldSecret: string | null }

const columns: RawBuilder<unknown> = sql`
  district, id, name, url, topics, active, failing_since as "failingSince", stopped_at as "stoppedAt",
  stopped_why as "stoppedWhy", old_until as "oldUntil", created_by as "createdBy", created_at as "createdAt"`

export async function addSubscription(db: Db, row: SealedSubscription): Promise<void> {
  await sql`
    insert into channels.subscription (district, id, name, url, topics, secret, active, created_by, created_at)
    values (${row.district}, ${row.id}, ${row.name}, ${row.url}, ${row.topics}, ${row.secret}, ${row.active},
      ${row.createdBy}, ${row.createdAt})
  `.execute(db.kysely)
}

/** Newest first; ids are time-ordered. */
export async function subscriptionsOf(
  db: Db,
  { district, after, limit }: { readonly district: string; readonly after: string | null; readonly limit: number },
): Promise<Subscription[]> {
  const { rows } = await sql<Subscription>`
    select ${columns} from channels.subscription
    where district = ${district} and ${after === null ? sql`true` : sql`id < ${after}`}
    order by id desc limit ${limit}
  `.execute(db.kysely)
  return rows
}

/** Those that may be told something now. */
export async function activeSubscriptions(db: Db, district: string): Promise<Pick<Subscription, 'id' | 'topics'>[]> {
  const { rows } = await sql<Pick<Subscription, 'id' | 'topics'>>`
    select id, topics from channels.subscription where district = ${district} and active
  `.execute(db.kysely)
  return rows
}

export async function findSubscription(db: Db, district: string, id: string): Promise<SealedSubscription | null> {
  const { rows } = await sql<SealedSubscription>`
    select ${columns}, secret, old_secret as "oldSecret" from channels.subscription
    where district = ${district} and id = ${id}
  `.execute(db.kysely)
  return rows[0] ?? null
}

/** The secret in use becomes the old one, which signs too until then. */
export async function rotateSecret(
  db: Db,
  { district, id }: Pick<Subscription, 'district' | 'id'>,
  next: { readonly secret: string; readonly oldUntil: Instant },
): Promise<void> {
  await sql`
    update channels.subscription set old_secret = secret, old_until = ${next.oldUntil}, secret = ${next.secret}
    where district = ${district} and id = ${id}
  `.execute(db.kysely)
}

/** Stops it, for a reason. False when it was stopped already. */
export async function stopSubscription(
  db: Db,
  { district, id }: { readonly district: string; readonly id: string },
  stop: { readonly at: Instant; readonly why: 'by-hand' | 'kept-failing' },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update channels.subscription set active = false, stopped_at = ${stop.at}, stopped_why = ${stop.why}
    where district = ${district} and id = ${id} and active
  `.execute(db.kysely)
  return numAffectedRows === 1n
}

export async function resumeSubscription(db: Db, district: string, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update channels.subscription set active = true, stopped_at = null, stopped_why = null, failing_since = null
    where district = ${district} and id = ${id}
  `.execute(db.kysely)
  return numAffectedRows === 1n
}

/**
 * Writes down one try and what it means for the subscription; answers since when it has been failing.
 * A try that does not count is only written down.
 */
export async function recordDelivery(
  db: Db,
  district: string,
  delivery: Delivery,
  counts = true,
): Promise<Instant | null> {
  const { id, subscription, event, topic, attempt, at, status, ms, outcome } = delivery
  await sql`
    insert into channels.delivery (district, id, subscription, event, topic, attempt, at, status, ms, outcome)
    values (${district}, ${id}, ${subscription}, ${event}, ${topic}, ${attempt}, ${at}, ${status}, ${ms}, ${outcome})
  `.execute(db.kysely)
  if (!counts) return null
  const since = outcome === 'delivered' ? sql`null` : sql`coalesce(failing_since, ${at})`
  const { rows } = await sql<{ since: Instant | null }>`
    update channels.subscription set failing_since = ${since}
    where district = ${district} and id = ${subscription}
    returning failing_since as since
  `.execute(db.kysely)
  return rows[0]?.since ?? null
}

export type DeliveryQuestion = {
  readonly district: string
  readonly subscription: SubscriptionId | string
  readonly failedOnly: boolean
  readonly after: string | null
  readonly limit: number
}

export async function deliveriesOf(db: Db, question: DeliveryQuestion): Promise<Delivery[]> {
  const { district, subscription, failedOnly, after, limit } = question
  const { rows } = await sql<Delivery>`
    select id, subscription, event, topic, attempt, at, status, ms, outcome from channels.delivery
    where district = ${district} and subscription = ${subscription}
      and ${after === null ? sql`true` : sql`id < ${after}`} and ${failedOnly ? sql`outcome <> 'delivered'` : sql`true`}
    order by id desc limit ${limit}
  `.execute(db.kysely)
  return rows
}

/** What ran out of tries and happened after that moment, for subscriptions that still listen: tried again. Returns how many. */
export async function reviveDeliveries(
  db: Db,
  after: Instant,
  only: { readonly district: string; readonly id: string } | null = null,
): Promise<number> {
  const one = only === null ? sql`true` : sql`s.district = ${only.district} and s.id = ${only.id}`
  const { numAffectedRows } = await sql`
    update jobs.outbox as m set dead_at = null, attempts = 0, locked_until = null, error = null
    from channels.subscription as s
    where m.topic = 'webhook-delivery' and m.dead_at is not null and m.at > ${after}
      and s.district = m.district and s.id = m.payload->>'subscription' and s.active and ${one}
  `.execute(db.kysely)
  return Number(numAffectedRows ?? 0)
}

/** Tries of long ago are of no use to anybody. */
export async function forgetDeliveries(db: Db, before: Instant): Promise<void> {
  await sql`delete from channels.delivery where at < ${before}`.execute(db.kysely)
}
