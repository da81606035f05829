import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Cursor } from '../../../platform/http/paging.ts'
import type { Instant } from '../../../platform/time.ts'
import type { StaffAccount, StaffSort } from '../model.ts'

export type StaffListed = StaffAccount & {
  /** When he was last at work here, as far as his sessions still tell; null for nobody signed in. */
  readonly seenAt: Instant | null
}

export type StaffQuestion = {
  readonly district: string
  readonly scope: () => Expression<SqlBool>
  readonly unit: string | null
  readonly state: StaffAccount['state'] | null
  /** Part of the name or of the account. */
  readonly text: string | null
  readonly sort: StaffSort
  /** The sort key of the last row of the page before, as `keyOfStaff` gives it. */
  readonly after: Cursor | null
  readonly limit: number
}

const orders = {
  account: sql`s.account`,
  name: sql`s.name`,
  unit: sql`s.unit`,
  '-created': sql`s.created_at`,
} as const

/** The place of an account in the list: what it is sorted by, then its id. */
export const keyOfStaff = (sort: StaffSort, row: StaffAccount): Cursor => [
  sort === '-created' ? row.createdAt : row[sort],
  row.id,
]

/** Accounts in the asked order, one more than asked for. */
export async function staffPage(db: Db, asked: StaffQuestion): Promise<readonly StaffListed[]> {
  const order = orders[asked.sort]
  const way = asked.sort === '-created' ? sql`desc` : sql`asc`
  const [key = null, id = null] = asked.after ?? []
  const bound = asked.sort === '-created' ? sql`${key}::timestamptz` : sql`${key}::text`
  const beyond = asked.sort === '-created' ? sql`<` : sql`>`
  const { rows } = await sql<StaffListed>`
    select s.district, s.id, s.account, s.name, s.unit, s.state, s.must_change_password as "mustChangePassword",
      s.totp_since is not null as totp, s.created_at as "createdAt",
      (select max(o.seen_at) from people.session o where o.district = s.district and o.who = s.id) as "seenAt"
    from people.staff s
    where s.district = ${asked.district} and ${asked.scope()}
      and (${asked.unit}::text is null or s.unit = ${asked.unit})
      and (${asked.state}::text is null or s.state = ${asked.state})
      and (${asked.text}::text is null or strpos(s.name, ${asked.text}) > 0 or strpos(s.account, lower(${asked.text})) > 0)
      and (${id}::text is null or (${order}, s.id) ${beyond} (${bound}, ${id}::text))
    order by ${order} ${way}, s.id ${way} limit ${asked.limit + 1}`.execute(db.kysely)
  return rows
}
