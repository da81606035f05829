import { type Expression, type SqlBool, sql } from 'kysely'
import type { Db } from '../../../platform/db/db.ts'
import type { Cursor } from '../../../platform/http/paging.ts'
import type { Day } from '../../../platform/time.ts'
import type { StaffId } from '../../people/model.ts'
import type { Post, PostSort, Role, RoleId, UnitId } from '../model.ts'

const postColumns = sql`p.id, p.staff, p.unit, p.role, p.chosen_units as "chosenUnits", p.grids,
  p.part_time as "partTime", p.from_day as "from", p.to_day as "to"`
const holdsOn = (day: Day) => sql<SqlBool>`p.from_day <= ${day} and (p.to_day is null or p.to_day > ${day})`

export type RoleHeld = { readonly post: Post; readonly scope: Role['scope']; readonly rights: readonly string[] }

/** Every post of the district that holds on the day, with what its role gives; people who have left are left out. */
export async function everyHolding(db: Db, district: string, day: Day): Promise<readonly RoleHeld[]> {
  const { rows } = await sql<Post & { scope: Role['scope']; rights: string[] }>`
    select ${postColumns}, r.scope, r.rights
    from organisations.post p
    join organisations.role r on r.district = p.district and r.id = p.role
    join people.staff s on s.district = p.district and s.id = p.staff and s.state <> 'left'
    where p.district = ${district} and ${holdsOn(day)} order by p.id`.execute(db.kysely)
  return rows.map(({ scope, rights, ...post }) => ({ post, scope, rights }))
}

export type PostLine = Post & {
  readonly staffName: string
  readonly account: string
  readonly roleName: string
  readonly unitName: string
  /** Who carries the post on that day for its holder. */
  readonly deputyName: string | null
}
export type PostQuestion = {
  readonly district: string
  readonly day: Day
  readonly scope: () => Expression<SqlBool>
  readonly unit: UnitId | null
  readonly role: RoleId | null
  readonly staff: StaffId | null
  readonly partTime: boolean | null
  /** Part of the name or the account of the holder. */
  readonly text: string | null
  readonly sort: PostSort
  readonly after: Cursor | null
  readonly limit: number
}

const orders = {
  id: sql`p.id`,
  staff: sql`s.name`,
  unit: sql`p.unit`,
  role: sql`r.name`,
  '-from': sql`p.from_day`,
} as const

/** The place of a post in the list: what it is sorted by, then its id. */
export const keyOfPost = (sort: PostSort, row: PostLine): Cursor => {
  const keys = { id: row.id, staff: row.staffName, unit: row.unit, role: row.roleName, '-from': row.from }
  return [keys[sort], row.id]
}

/** Posts that hold on the day in the asked order, one more than asked for; columns of the scope are `p.unit` and `p.staff`. */
export async function postPage(db: Db, asked: PostQuestion): Promise<readonly PostLine[]> {
  const order = orders[asked.sort]
  const down = asked.sort === '-from'
  const way = down ? sql`desc` : sql`asc`
  const [key = null, id = null] = asked.after ?? []
  const { rows } = await sql<PostLine>`
    select ${postColumns}, s.name as "staffName", s.account, r.name as "roleName",
      coalesce((select u.name from organisations.unit u where u.district = p.district and u.id = p.unit
        order by u.version desc limit 1), p.unit) as "unitName",
      (select string_agg(d.name, '、') from organisations.substitution b
        join people.staff d on d.district = b.district and d.id = b.substitute
        where b.district = p.district and b.post = p.id and b.from_day <= ${asked.day} and b.to_day > ${asked.day})
        as "deputyName"
    from organisations.post p
    join people.staff s on s.district = p.district and s.id = p.staff
    join organisations.role r on r.district = p.district and r.id = p.role
    where p.district = ${asked.district} and ${holdsOn(asked.day)} and ${asked.scope()}
      and (${asked.unit}::text is null or p.unit = ${asked.unit})
      and (${asked.role}::text is null or p.role = ${asked.role})
      and (${asked.staff}::text is null or p.staff = ${asked.staff})
      and (${asked.partTime}::boolean is null or p.part_time = ${asked.partTime})
      and (${asked.text}::text is null or strpos(s.name, ${asked.text}) > 0 or strpos(s.account, lower(${asked.text})) > 0)
      and (${id}::text is null or (${order}, p.id) ${down ? sql`<` : sql`>`} (${down ? sql`${key}::date` : sql`${key}::text`}, ${id}::text))
    order by ${order} ${way}, p.id ${way} limit ${asked.limit + 1}`.execute(db.kysely)
  return rows
}

/** Ids of everything about a person that the operation log names: himself, his posts, his substitutions and leaves. */
export async function aboutPerson(db: Db, district: string, staff: StaffId): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select ${staff}::text as id
    union select id from organisations.post where district = ${district} and staff = ${staff}
    union select b.id from organisations.substitution b
      join organisations.post p on p.district = b.district and p.id = b.post
      where b.district = ${district} and (b.substitute = ${staff} or p.staff = ${staff})
    union select id from organisations.leave where district = ${district} and (staff = ${staff} or deputy = ${staff})`.execute(
    db.kysely,
  )
  return rows.map(({ id }) => id)
}
