import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Cursor } from '../../../platform/http/paging.ts'
import type { Instant } from '../../../platform/time.ts'
import type { DeliveryFilters } from '../model/lists.ts'
import type { Passing, PassingState } from '../model/partners.ts'

const columns: RawBuilder<unknown> = sql`p.district, p.partner, p.case_id as "caseId", p.code, p.state, p.round,
  p.remote_id as "remoteId", p.token, p.status, p.notes, p.notice, p.attempts, p.error, p.at, p.sent_at as "sentAt",
  p.seen_at as "seenAt"`

type Key = Pick<Passing, 'district' | 'partner' | 'caseId'>

/** Writes down that a case shall be passed on. False where it was before. */
export async function addPassing(
  db: Db,
  { district, partner, caseId }: Key,
  code: string,
  at: Instant,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into exchange.passing (district, partner, case_id, code, state, round, attempts, at)
    values (${district}, ${partner}, ${caseId}, ${code}, 'waiting', 1, 0, ${at})
    on conflict (district, partner, case_id) do nothing
  `.execute(db.kysely)
  return numAffectedRows === 1n
}

export async function findPassing(db: Db, { district, partner, caseId }: Key): Promise<Passing | null> {
  const { rows } = await sql<Passing>`
    select ${columns} from exchange.passing as p
    where p.district = ${district} and p.partner = ${partner} and p.case_id = ${caseId}
  `.execute(db.kysely)
  return rows[0] ?? null
}

/** The row as it stands after a try or after news. */
export async function putPassing(db: Db, passing: Passing): Promise<void> {
  const { district, partner, caseId, state, round, remoteId, token, status, notes, notice, attempts } = passing
  const { error, sentAt, seenAt, code } = passing
  await sql`
    update exchange.passing set state = ${state}, round = ${round}, remote_id = ${remoteId}, token = ${token},
      status = ${status}, notes = ${notes}, notice = ${notice}, attempts = ${attempts}, error = ${error},
      sent_at = ${sentAt}, seen_at = ${seenAt}, code = ${code}
    where district = ${district} and partner = ${partner} and case_id = ${caseId}
  `.execute(db.kysely)
}

/** What the partner has and has not closed, the longest unseen first. */
export async function openPassings(
  db: Db,
  district: string,
  partner: string,
  limit: number,
): Promise<readonly Passing[]> {
  const { rows } = await sql<Passing>`
    select ${columns} from exchange.passing as p
    where p.district = ${district} and p.partner = ${partner} and p.state = 'sent' and p.status is distinct from 'closed'
    order by p.seen_at nulls first limit ${limit}
  `.execute(db.kysely)
  return rows
}

export type PassingLine = Passing & { readonly number: string | null; readonly title: string | null }

export type PassingQuestion = {
  readonly district: string
  readonly filters: DeliveryFilters
  /** When the case was put down for it, from and before; null where open. */
  readonly from: Instant | null
  readonly before: Instant | null
  readonly after: Cursor | null
  readonly limit: number
}

const noted = sql`date_trunc('milliseconds', p.at)`
type Order = { readonly by: RawBuilder<unknown>; beyond(after: Cursor): RawBuilder<SqlBool> }
const orders = {
  newest: {
    by: sql`${noted} desc, p.case_id desc, p.partner desc`,
    beyond: ([at, id, partner]) =>
      sql<SqlBool>`(${noted}, p.case_id, p.partner) < (${at}::timestamptz, ${id}, ${partner})`,
  },
  oldest: {
    by: sql`${noted}, p.case_id, p.partner`,
    beyond: ([at, id, partner]) =>
      sql<SqlBool>`(${noted}, p.case_id, p.partner) > (${at}::timestamptz, ${id}, ${partner})`,
  },
  tries: {
    by: sql`p.attempts desc, p.case_id desc, p.partner desc`,
    beyond: ([tries, id, partner]) =>
      sql<SqlBool>`(p.attempts, p.case_id, p.partner) < (${tries}::int, ${id}, ${partner})`,
  },
} as const satisfies Record<string, Order>

/** The key of a delivery in the order of its list. */
export const passingKey =
  ({ sort }: DeliveryFilters) =>
  ({ at, caseId, partner, attempts }: PassingLine): Cursor => [sort === 'tries' ? attempts : at, caseId, partner]

/** In order, one more than asked for. */
export async function passingsFor(db: Db, question: PassingQuestion): Promise<readonly PassingLine[]> {
  const { district, filters, from, before, after, limit } = question
  const { partner, state, number, sort = 'newest' } = filters
  const order = orders[sort]
  const conditions = [
    sql<SqlBool>`p.district = ${district}`,
    ...(partner === undefined ? [] : [sql<SqlBool>`p.partner = ${partner}`]),
    ...(state === undefined ? [] : [sql<SqlBool>`p.state = ${state}`]),
    ...(number === undefined ? [] : [sql<SqlBool>`c.number between ${number} and ${number.padEnd(14, '9')}`]),
    ...(from === null ? [] : [sql<SqlBool>`p.at >= ${from}`]),
    ...(before === null ? [] : [sql<SqlBool>`p.at < ${before}`]),
    ...(after === null ? [] : [order.beyond(after)]),
  ]
  const { rows } = await sql<PassingLine>`
    select ${columns}, c.number, c.title from exchange.passing as p
    left join cases.card as c on c.district = p.district and c.id = p.case_id
    where ${sql.join(conditions, sql` and `)} order by ${order.by} limit ${limit + 1}
  `.execute(db.kysely)
  return rows
}

/** How many passings of each state each partner has. */
export async function passingCounts(
  db: Db,
  district: string,
): Promise<readonly { readonly partner: string; readonly state: PassingState; readonly count: number }[]> {
  const { rows } = await sql<{ partner: string; state: PassingState; count: number }>`
    select partner, state, count(*)::int as count from exchange.passing where district = ${district} group by partner, state
  `.execute(db.kysely)
  return rows
}
