import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Instant } from '../../../platform/time.ts'
import type { Addressee, Medium, Notice, NoticeParams, Outcome } from '../model/notices.ts'

export type NewNotice = {
  readonly district: string
  readonly id: string
  readonly to: Addressee
  readonly template: string
  readonly params: NoticeParams
  readonly caseId: string | null
  readonly at: Instant
  /** From when it may also go out by SMS or mail; null: the inbox alone. */
  readonly due: Instant | null
}

/** Puts a notice into its inbox; the same id once, however often it is put. */
export async function putNotice(db: Db, notice: NewNotice): Promise<void> {
  const { district, id, to, template, params, caseId, at, due } = notice
  await sql`
    insert into channels.notice (district, id, to_kind, to_id, template, params, case_id, at, due)
    values (${district}, ${id}, ${to.kind}, ${to.id}, ${template}, ${JSON.stringify(params)}, ${caseId}, ${at}, ${due})
    on conflict (district, id) do nothing
  `.execute(db.kysely)
}

type Row = Omit<Notice, 'to'> & { readonly toKind: Addressee['kind']; readonly toId: string }

export const columns: RawBuilder<unknown> = sql`
  n.district, n.id, n.to_kind as "toKind", n.to_id as "toId", n.template, n.params, n.case_id as "caseId", n.at,
  n.read_at as "readAt", n.sent_at as "sentAt", n.medium, n.outcome, n.attempts, n.due, n.dead_at as "deadAt"`

export const noticeOf = ({ toKind, toId, ...row }: Row): Notice => ({ ...row, to: { kind: toKind, id: toId } })
export type { Row as NoticeRow }

export type ClaimedNotice = Notice & { readonly lease: string }

/** Notices that are due to go out and nobody sends, leased to this process. Leases run in the database's time. */
export async function claimNotices(
  db: Db,
  claim: { readonly now: Instant; readonly limit: number; readonly leaseMs: number },
): Promise<ClaimedNotice[]> {
  const { rows } = await sql<Row & { lease: string }>`
    update channels.notice as n set attempts = n.attempts + 1,
      locked_until = clock_timestamp() + ${claim.leaseMs}::float8 * interval '1 millisecond'
    from (
      select district, id from channels.notice
      where due <= ${claim.now} and dead_at is null
        and (locked_until is null or locked_until < clock_timestamp())
      order by due limit ${claim.limit} for update skip locked
    ) as next
    where n.district = next.district and n.id = next.id
    returning ${columns}, n.locked_until::text as lease
  `.execute(db.kysely)
  return rows.map(({ lease, ...row }) => ({ ...noticeOf(row), lease }))
}

/** How a try ended. `wait` was no try: nothing was handed to anybody. */
export type Ending =
  | { readonly to: 'sent'; readonly at: Instant; readonly medium: Medium }
  | { readonly to: 'left'; readonly at: Instant; readonly outcome: Outcome }
  | { readonly to: 'wait'; readonly until: Instant; readonly outcome: Outcome }
  | { readonly to: 'again'; readonly due: Instant; readonly outcome: Outcome }
  | { readonly to: 'dead'; readonly at: Instant; readonly outcome: Outcome }

export type EndedTry = { readonly notice: ClaimedNotice; readonly ending: Ending }

/** Writes endings, all in one statement; nothing changes where somebody else holds the lease by now. */
export async function endTries(db: Db, tries: readonly EndedTry[]): Promise<void> {
  const rows = tries.map(({ notice: { district, id, lease }, ending }) => ({ district, id, lease, ...changes(ending) }))
  await sql`
    update channels.notice as n
    set locked_until = null, due = e.due, outcome = e.outcome, attempts = n.attempts - e.untried,
      sent_at = coalesce(e.sent_at, n.sent_at), medium = coalesce(e.medium, n.medium), dead_at = e.dead_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e (
      district text, id text, lease timestamptz, due timestamptz, outcome text, untried int, sent_at timestamptz,
      medium text, dead_at timestamptz
    )
    where n.district = e.district and n.id = e.id and n.locked_until = e.lease
  `.execute(db.kysely)
}

type Changes = {
  readonly due?: Instant
  readonly outcome: Outcome
  readonly untried: 0 | 1
  readonly sent_at?: Instant
  readonly medium?: Medium
  readonly dead_at?: Instant
}

function changes(ending: Ending): Changes {
  switch (ending.to) {
    case 'sent':
      return { sent_at: ending.at, medium: ending.medium, outcome: 'sent', untried: 0 }
    case 'left':
      return { sent_at: ending.at, medium: 'inbox', outcome: ending.outcome, untried: 0 }
    case 'wait':
      return { due: ending.until, outcome: ending.outcome, untried: 1 }
    case 'again':
      return { due: ending.due, outcome: ending.outcome, untried: 0 }
    case 'dead':
      return { dead_at: ending.at, outcome: ending.outcome, untried: 0 }
  }
}

/** Tries a dead notice again from the beginning. False when it is not dead, or there is none. */
export async function reviveNotice(db: Db, district: string, id: string, now: Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update channels.notice set dead_at = null, attempts = 0, due = ${now}, locked_until = null
    where district = ${district} and id = ${id} and dead_at is not null
  `.execute(db.kysely)
  return numAffectedRows === 1n
}
