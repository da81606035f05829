import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../db/db.ts'
import type { Instant } from '../time.ts'
import type { Message, Timer } from './model.ts'

/** A row that this process may work on until its lease ends. */
export type Claimed<Row> = Row & { readonly lease: string }

export type Claim = { readonly now: Instant; readonly limit: number; readonly leaseMs: number }

/** Sets a timer or moves it; a timer that was moved begins anew, even a dead one. */
export async function setTimer(db: Db, timer: Omit<Timer, 'attempts'>): Promise<void> {
  const { district, key, kind, due, payload } = timer
  await sql`
    insert into jobs.timer (district, key, kind, due, payload)
    values (${district}, ${key}, ${kind}, ${due}, ${JSON.stringify(payload)})
    on conflict (district, key) do update set kind = excluded.kind, due = excluded.due, payload = excluded.payload,
      attempts = 0, locked_until = null, error = null, dead_at = null
  `.execute(db.kysely)
}

export async function callOffTimer(db: Db, district: string, key: string): Promise<void> {
  await sql`delete from jobs.timer where district = ${district} and key = ${key}`.execute(db.kysely)
}

/** Puts a message into the outbox; the same id is sent once, however often it is put. */
export async function putMessage(db: Db, message: Omit<Message, 'attempts'>): Promise<void> {
  const { district, id, topic, payload, at, due } = message
  await sql`
    insert into jobs.outbox (district, id, topic, payload, at, due)
    values (${district}, ${id}, ${topic}, ${JSON.stringify(payload)}, ${at}, ${due})
    on conflict (district, id) do nothing
  `.execute(db.kysely)
}

/** The timers that are due and nobody works on, leased to this process. The lease runs in the database's time. */
export async function claimTimers(db: Db, claim: Claim): Promise<Claimed<Timer>[]> {
  const { rows } = await sql<Claimed<Timer>>`
    update jobs.timer as t set attempts = t.attempts + 1, locked_until = ${leaseEnd(claim)}
    from (
      select district, key from jobs.timer
      where dead_at is null and due <= ${claim.now} and (locked_until is null or locked_until < clock_timestamp())
      order by due limit ${claim.limit} for update skip locked
    ) as next
    where t.district = next.district and t.key = next.key
    returning t.district, t.key, t.kind, t.due, t.payload, t.attempts, t.locked_until::text as lease
  `.execute(db.kysely)
  return rows
}

/** Which topics, by their beginnings: all but some, or none but some. */
export type MessageClaim = Claim & { readonly but?: readonly string[]; readonly only?: readonly string[] }

const begins = (prefixes: readonly string[]): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select from unnest(${[...prefixes]}::text[]) as p where starts_with(topic, p))`

/** The messages that are due and nobody sends, leased to this process. */
export async function claimMessages(db: Db, { but, only, ...claim }: MessageClaim): Promise<Claimed<Message>[]> {
  const wanted = only ? begins(only) : but && but.length > 0 ? sql<SqlBool>`not ${begins(but)}` : sql<SqlBool>`true`
  const { rows } = await sql<Claimed<Message>>`
    update jobs.outbox as m set attempts = m.attempts + 1, locked_until = ${leaseEnd(claim)}
    from (
      select district, id from jobs.outbox
      where done_at is null and dead_at is null and due <= ${claim.now}
        and (locked_until is null or locked_until < clock_timestamp()) and ${wanted}
      order by due limit ${claim.limit} for update skip locked
    ) as next
    where m.district = next.district and m.id = next.id
    returning m.district, m.id, m.topic, m.payload, m.at, m.due, m.attempts, m.locked_until::text as lease
  `.execute(db.kysely)
  return rows
}

const leaseEnd = ({ leaseMs }: { leaseMs: number }): RawBuilder<unknown> =>
  sql`clock_timestamp() + ${leaseMs}::float8 * interval '1 millisecond'`

/**
 * The timer has fired: it goes, unless its own work has set it again, which then begins anew.
 * Instants know milliseconds, so that is how finely two times are compared.
 */
export async function timerDone(db: Db, { district, key, due, lease }: Claimed<Timer>): Promise<void> {
  await sql`
    with fired as (
      delete from jobs.timer
      where district = ${district} and key = ${key} and date_trunc('milliseconds', due) = ${due}
    )
    update jobs.timer set attempts = 0, locked_until = null, error = null
    where district = ${district} and key = ${key} and date_trunc('milliseconds', due) <> ${due}
      and locked_until = ${lease}::timestamptz
  `.execute(db.kysely)
}

/** These have arrived. */
export async function messagesDone(db: Db, messages: readonly Message[], now: Instant): Promise<void> {
  if (messages.length === 0) return
  await sql`
    update jobs.outbox as m set done_at = ${now}, locked_until = null, error = null
    from unnest(${sql.val(messages.map(({ district }) => district))}::text[],
      ${sql.val(messages.map(({ id }) => id))}::text[]) as arrived (district, id)
    where m.district = arrived.district and m.id = arrived.id
  `.execute(db.kysely)
}

/** How a try ended badly: to be tried again after `waitMs` of the database's time, or never again of itself. */
export type Failure = {
  readonly error: string
  readonly again: { readonly waitMs: number } | { readonly deadAt: Instant }
}

/** Holds a message for longer; null where somebody else holds it by now. */
export async function renewLease(
  db: Db,
  { district, id, lease }: Claimed<Message>,
  leaseMs: number,
): Promise<string | null> {
  const { rows } = await sql<{ lease: string }>`
    update jobs.outbox set locked_until = ${leaseEnd({ leaseMs })}
    where district = ${district} and id = ${id} and locked_until = ${lease}::timestamptz
    returning locked_until::text as lease`.execute(db.kysely)
  return rows[0]?.lease ?? null
}

/** Gives a message back as if it had not been taken: whoever looks next may carry it. */
export async function letGo(db: Db, { district, id, lease }: Claimed<Message>): Promise<void> {
  await sql`
    update jobs.outbox set locked_until = null, attempts = greatest(attempts - 1, 0)
    where district = ${district} and id = ${id} and locked_until = ${lease}::timestamptz
  `.execute(db.kysely)
}

/** Nothing changes where somebody else holds the lease by now. */
export async function timerFailed(db: Db, { district, key, lease }: Claimed<Timer>, failure: Failure): Promise<void> {
  await sql`
    update jobs.timer set ${outcome(failure)}
    where district = ${district} and key = ${key} and locked_until = ${lease}::timestamptz
  `.execute(db.kysely)
}

export async function messageFailed(db: Db, message: Claimed<Message>, failure: Failure): Promise<void> {
  const { district, id, lease } = message
  await sql`
    update jobs.outbox set ${outcome(failure)}
    where district = ${district} and id = ${id} and locked_until = ${lease}::timestamptz
  `.execute(db.kysely)
}

const outcome = ({ error, again }: Failure): RawBuilder<unknown> =>
  'deadAt' in again
    ? sql`error = ${error}, locked_until = null, dead_at = ${again.deadAt}`
    : sql`error = ${error}, locked_until = ${leaseEnd({ leaseMs: again.waitMs })}`

/** Deletes what was delivered before then; the outbox is a queue, not an archive. Returns how many. */
export async function forgetDelivered(db: Db, before: Instant): Promise<number> {
  const { numAffectedRows } = await sql`delete from jobs.outbox where done_at < ${before}`.execute(db.kysely)
  return Number(numAffectedRows ?? 0)
}

/** What waits and what is dead, for the duty screen. */
export async function queueLengths(
  db: Db,
  now: Instant,
): Promise<Record<'timersDue' | 'messagesDue' | 'dead', number>> {
  const { rows } = await sql<Record<'timersDue' | 'messagesDue' | 'dead', number>>`
    select
      (select count(*) from jobs.timer where dead_at is null and due <= ${now}) as "timersDue",
      (select count(*) from jobs.outbox where done_at is null and dead_at is null and due <= ${now}) as "messagesDue",
      (select count(*) from jobs.timer where dead_at is not null)
        + (select count(*) from jobs.outbox where dead_at is not null) as dead
  `.execute(db.kysely)
  return rows[0] ?? { timersDue: 0, messagesDue: 0, dead: 0 }
}
