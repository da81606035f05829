import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Cursor } from '../../../platform/http/paging.ts'
import type { Day, Instant } from '../../../platform/time.ts'
import type { StaffId } from '../../people/model.ts'
import type { Leave } from '../model.ts'

const columns = sql`l.id, l.staff, l.deputy, l.reason, l.from_day as "from", l.to_day as "to"`

export async function insertLeave(
  tx: Db,
  district: string,
  leave: Leave,
  hand: { readonly at: Instant; readonly by: string },
): Promise<void> {
  await sql`insert into organisations.leave (district, id, staff, deputy, reason, from_day, to_day, set_at, set_by) values
    (${district}, ${leave.id}, ${leave.staff}, ${leave.deputy}, ${leave.reason}, ${leave.from}, ${leave.to},
     ${hand.at}, ${hand.by})`.execute(tx.kysely)
}

export async function findLeave(db: Db, district: string, id: string): Promise<Leave | null> {
  const { rows } = await sql<Leave>`
    select ${columns} from organisations.leave l where l.district = ${district} and l.id = ${id}`.execute(db.kysely)
  return rows[0] ?? null
}

/** Leaves of any of these people that reach past the day. */
export async function leavesOf(
  db: Db,
  district: string,
  people: readonly StaffId[],
  day: Day,
): Promise<readonly Leave[]> {
  const { rows } = await sql<Leave>`
    select ${columns} from organisations.leave l
    where l.district = ${district} and l.staff = any(${sql.val(people)}::text[])
      and l.to_day > greatest(l.from_day, ${day}::date) order by l.from_day, l.id`.execute(db.kysely)
  return rows
}

/** The leave is over on that day, and with it what the deputy carries for it. */
export async function endLeave(tx: Db, district: string, id: string, day: Day): Promise<void> {
  await sql`update organisations.leave set to_day = greatest(from_day, least(to_day, ${day}::date))
    where district = ${district} and id = ${id}`.execute(tx.kysely)
  await sql`update organisations.substitution set to_day = greatest(from_day, least(to_day, ${day}::date))
    where district = ${district} and leave = ${id}`.execute(tx.kysely)
}

/** Whoever leaves for good is on leave no more, and stands in no more. */
export async function endLeavesOf(tx: Db, district: string, staff: StaffId, day: Day): Promise<void> {
  await sql`update organisations.leave set to_day = greatest(from_day, least(to_day, ${day}::date))
    where district = ${district} and (staff = ${staff} or deputy = ${staff})`.execute(tx.kysely)
}

export type LeaveLine = Leave & {
  readonly staffName: string
  readonly deputyName: string
  readonly unit: string
  readonly posts: number
}
export type LeaveQuestion = {
  readonly district: string
  readonly scope: () => Expression<SqlBool>
  readonly today: Day
  readonly when: 'now' | 'ahead' | 'over' | null
  readonly staff: StaffId | null
  readonly unit: string | null
  /** Part of the name of whoever is away or stands in. */
  readonly text: string | null
  readonly sort: LeaveSort
  readonly after: Cursor | null
  readonly limit: number
}

/** By the first day, the latest first or the earliest; by the day he is back, the soonest first. */
export const leaveSorts = ['newest', 'oldest', 'back'] as const
export type LeaveSort = (typeof leaveSorts)[number]

export const keyOfLeave = (sort: LeaveSort, { from, to, id }: LeaveLine): Cursor => [sort === 'back' ? to : from, id]

/** Leaves in the order asked for, one more than asked for; columns of the scope are `s.unit` and `s.id`. */
export async function leavePage(db: Db, asked: LeaveQuestion): Promise<readonly LeaveLine[]> {
  const { today, when } = asked
  const [day = null, id = null] = asked.after ?? []
  const column = sql.ref(asked.sort === 'back' ? 'l.to_day' : 'l.from_day')
  const [beyond, order] = asked.sort === 'newest' ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`]
  const phases = {
    now: sql<SqlBool>`l.from_day <= ${today} and l.to_day > ${today}`,
    ahead: sql<SqlBool>`l.from_day > ${today} and l.to_day > l.from_day`,
    over: sql<SqlBool>`l.to_day <= ${today} or l.to_day = l.from_day`,
  }
  const { rows } = await sql<LeaveLine>`
    select ${columns}, s.name as "staffName", d.name as "deputyName", s.unit,
      (select count(*)::int from organisations.substitution b where b.district = l.district and b.leave = l.id) as posts
    from organisations.leave l
    join people.staff s on s.district = l.district and s.id = l.staff
    join people.staff d on d.district = l.district and d.id = l.deputy
    where l.district = ${asked.district} and ${asked.scope()}
      and (${when === null ? sql`true` : phases[when]})
      and (${asked.staff}::text is null or l.staff = ${asked.staff} or l.deputy = ${asked.staff})
      and (${asked.unit}::text is null or s.unit = ${asked.unit})
      and (${asked.text}::text is null or strpos(s.name, ${asked.text}) > 0 or strpos(d.name, ${asked.text}) > 0)
      and (${id}::text is null or (${column}, l.id) ${beyond} (${day}::date, ${id}::text))
    order by ${column} ${order}, l.id ${order} limit ${asked.limit + 1}`.execute(db.kysely)
  return rows
}
